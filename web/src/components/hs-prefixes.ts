import { useEffect, useState } from "react";
import type { CodeOption } from "./code-search.ts";

type Names = typeof import("../../../shared/reference/hs-2022-names.ts");

/** HS 2022 in words is large: it is loaded when somebody is about to search it, or when there are codes to name. */
export const useHsNames = (wanted: boolean): Names | undefined => {
  const [names, setNames] = useState<Names>();
  useEffect(() => {
    let isHere = true;
    if (wanted)
      void import("../../../shared/reference/hs-2022-names.ts").then((loaded) => {
        if (isHere) setNames(loaded);
      });
    return () => {
      isHere = false;
    };
  }, [wanted]);
  return names;
};

/** Chapters, headings and subheadings that a text of words or digits finds. Their names are published in English. */
export const searchHsPrefixes = (names: Names | undefined, text: string): readonly CodeOption[] => {
  if (names === undefined) return [];
  const digits = text.replaceAll(/[\s.]/g, "");
  const chapter = /^\d{2}$/.test(digits) ? names.hsName(digits) : undefined;
  const found = names.searchHs(text, 40);
  return [...(chapter === undefined ? [] : [{ code: digits, name: chapter }]), ...found].map((option) => ({
    ...option,
    language: "en",
  }));
};
