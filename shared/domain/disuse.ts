import type { Administration } from "./administration.ts";
import type { Instant } from "./identifiers.ts";
import type { User } from "./user.ts";

/** An account that nobody uses is a door that nobody watches (domain.md, "User"). */
const WARNED_AFTER_DAYS = 80;
const DISABLED_AFTER_DAYS = 90;

const DAY_MS = 86_400_000;

type Account = Pick<User, "lastSeenAt" | "createdAt" | "renewedAt">;

/** While an administration is suspended nobody can use anything, so that their time begins again with the reinstatement. */
type Within = Pick<Administration, "reinstatedAt">;

/** Since when nobody has used an account, although somebody could have. */
export const unusedSince = (
  { lastSeenAt, createdAt, renewedAt }: Account,
  { reinstatedAt }: Within,
): Instant => [lastSeenAt ?? createdAt, renewedAt ?? "", reinstatedAt ?? ""].sort().at(-1) ?? createdAt;

const later = (instant: Instant, days: number): Instant =>
  new Date(Date.parse(instant) + days * DAY_MS).toISOString();

/** Whether nobody has used an account for so long that nobody should be able to. */
export const isOverdue = (account: Account, within: Within, now: Instant): boolean =>
  later(unusedSince(account, within), DISABLED_AFTER_DAYS) <= now;

/** Whether it is time to tell somebody, who was not told since the last use. */
export const isToBeWarned = (
  account: Account & Pick<User, "warnedAt">,
  within: Within,
  now: Instant,
): boolean => {
  const since = unusedSince(account, within);
  return (
    later(since, WARNED_AFTER_DAYS) <= now && (account.warnedAt === undefined || account.warnedAt < since)
  );
};

/** The day on which an account that stays unused is disabled. A warning that came late moves it: nobody is disabled unwarned. */
export const disabledFrom = (account: Account & Pick<User, "warnedAt">, within: Within): Instant => {
  const since = unusedSince(account, within);
  const { warnedAt = since } = account;
  const afterWarning = later(warnedAt, DISABLED_AFTER_DAYS - WARNED_AFTER_DAYS - 1);
  return [later(since, DISABLED_AFTER_DAYS), afterWarning].sort().at(-1) ?? since;
};

export const isToBeDisabled = (
  account: Account & Pick<User, "warnedAt">,
  within: Within,
  now: Instant,
): boolean =>
  account.warnedAt !== undefined &&
  account.warnedAt >= unusedSince(account, within) &&
  disabledFrom(account, within) <= now;
