import { audit, type Verification } from "../../../../shared/contract/audit.ts";
import { call } from "../../api/api.ts";
import { pause, walk } from "./walk.ts";
import { createWork } from "./work.ts";

/** What is proven of a trail so far. */
export type Proven = Pick<Verification, "from" | "to" | "verifiedUpTo" | "signedUpTo" | "fault">;

export const nothingProven: Proven = { from: 1, to: 0, verifiedUpTo: 0, signedUpTo: null, fault: null };

/** With a further part of it; a part without a signature says nothing against those before. */
export const withPart = (before: Proven, { from, to, verifiedUpTo, signedUpTo, fault }: Proven): Proven => ({
  from,
  to,
  verifiedUpTo,
  signedUpTo: signedUpTo ?? before.signedUpTo,
  fault,
});

export const verification = createWork<Proven>();

/** Proves the whole trail as it is now, a part at a time. */
export const verify = (owner: string, administration: string): Promise<void> =>
  verification.start({
    owner,
    from: nothingProven,
    run: (tell, signal) => {
      let proven = nothingProven;
      return walk({
        ask: async (cursor) =>
          (await call(audit.verification, { query: { administration, cursor } }, { signal })).data,
        take: (part) => {
          proven = withPart(proven, part);
          tell(proven);
        },
        signal,
        pause,
      });
    },
  });
