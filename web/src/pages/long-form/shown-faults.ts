import { useState } from "react";
import { errorsAt } from "../../api/field-errors.ts";
import type { Faults } from "./field-props.ts";

/** What is wrong in a field, from when it is left: nobody is corrected in the middle of a word. */
export const useShownFaults = ({ found, all }: Faults) => {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  return {
    shownAt: (pointer: string) => (all || left.has(pointer) ? errorsAt(found, pointer) : []),
    leave: (pointer: string) => setLeft((before) => new Set([...before, pointer])),
  };
};
