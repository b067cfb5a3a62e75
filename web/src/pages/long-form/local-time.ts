/** What a control for date and time shows of an instant, by this device's clock. */
export const toLocal = (instant: string): string => {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return "";
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
};

/** The instant that stands in such a control; nothing for nothing. */
export const fromLocal = (local: string): string => {
  const date = new Date(local);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
};
