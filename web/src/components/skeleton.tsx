import { useLingui } from "@lingui/react/macro";
import type { CSSProperties } from "react";

/** Lines in the place of what is being loaded; seen only after 300 ms (styles/components.css). */
export const Skeleton = ({ lines = 3 }: { readonly lines?: number }) => {
  const { t } = useLingui();
  return (
    <div className="skeleton" role="status" aria-label={t`Loading`}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: The lines are all alike and never move.
        <div key={line} style={{ "--part": `${100 - ((line * 23) % 45)}%` } as CSSProperties} />
      ))}
    </div>
  );
};
