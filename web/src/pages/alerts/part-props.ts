import type { AlertView } from "../../../../shared/contract/alerts.ts";

/** What every part of the page is given. */
export interface PartProps {
  readonly alert: AlertView;
  /** Names the form of it that a change is made against. */
  readonly etag: string;
}
