import { fieldId } from "./field.tsx";

/** The control of a field, else the first one inside of it, else that of the nearest field it is in. */
const controlOf = (pointer: string): HTMLElement | null => {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const id = fieldId(at);
    const control =
      document.getElementById(id) ?? document.querySelector<HTMLElement>(`[id^="${CSS.escape(`${id}-`)}"]`);
    if (control !== null) return control;
  }
  return null;
};

/** Puts the focus on a field, and opens what it is folded away in. */
export const goToField = (pointer: string): void => {
  const control = controlOf(pointer);
  if (control === null) return;
  for (
    let folded = control.closest("details");
    folded;
    folded = folded.parentElement?.closest("details") ?? null
  )
    folded.open = true;
  control.focus();
  control.scrollIntoView({ block: "center" });
};
