import { useLocation } from "wouter";
import { useLeftWritings } from "../../session/use-writing.ts";
import { LeftWritings } from "./left-writings.tsx";
import { addressOf } from "./writing-names.ts";

/** Where alerts are listed: what a closed tab or a crashed browser left of any of them. */
export const UnsavedWork = () => {
  const [, navigate] = useLocation();
  const left = useLeftWritings()?.filter(({ name }) => addressOf(name) !== undefined);
  return left === undefined ? null : (
    <LeftWritings left={left} onGoOn={({ name }) => navigate(addressOf(name) ?? "")} />
  );
};
