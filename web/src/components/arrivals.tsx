import { Plural } from "@lingui/react/macro";

/** Collects on top of a list what came since it was shown. */
export const Arrivals = ({ count, onShow }: { readonly count: number; readonly onShow: () => void }) => (
  <div className="arrivals" role="status">
    {count > 0 && (
      <button type="button" className="button button-secondary" onClick={onShow}>
        <Plural value={count} one="# new" other="# new" />
      </button>
    )}
  </div>
);
