import { paths } from "../../path-builder.ts";

/** Under which name this device keeps what is written: of a new alert, and of each one that there is. */
export const NEW = "alert.new";
const ALERT = "alert.";
export const ofAlert = (id: string): string => `${ALERT}${id}`;

/** Where it is gone on with; undefined of what is no alert. */
export const addressOf = (name: string): string | undefined =>
  name === NEW
    ? paths.newAlert()
    : name.startsWith(ALERT)
      ? paths.editAlert(name.slice(ALERT.length))
      : undefined;
