import { useState } from "react";
import { flushSync } from "react-dom";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { goToField } from "../../components/go-to-field.ts";
import { type Part, partOf, type TypedAlert, toContent } from "./alert-form.ts";

/** Which parts of the form are open: those that something is written in, those with something wrong, and those somebody opened. */
export const useOpenParts = (typed: TypedAlert, errors: readonly FieldError[], attempt: number) => {
  const [opened, setOpened] = useState<ReadonlySet<string | undefined>>(
    () => new Set(Object.keys(toContent(typed)).map((name) => partOf(`/${name}`))),
  );
  const [attempted, setAttempted] = useState(attempt);
  const set = (part: string, open: boolean) =>
    setOpened((before) => new Set(open ? [...before, part] : [...before].filter((each) => each !== part)));
  if (attempted !== attempt) {
    setAttempted(attempt);
    setOpened(new Set([...opened, ...errors.map(({ pointer }) => partOf(pointer))]));
  }
  return {
    isOpen: (part: string): boolean => opened.has(part),
    toggle: set,
    goToPart: (part: Part) => {
      flushSync(() => set(part, true));
      const section = document.getElementById(`part-${part}`);
      section?.scrollIntoView({ block: "start" });
      (section?.querySelector<HTMLElement>(":scope > summary") ?? section)?.focus({ preventScroll: true });
    },
    goTo: (pointer: string) => {
      const part = partOf(pointer);
      if (part !== undefined) flushSync(() => set(part, true));
      goToField(pointer);
    },
  };
};
