import type { ReactNode } from "react";

/** Says what will appear here, and offers the first thing to do. */
export const Empty = ({ title, children }: { readonly title: ReactNode; readonly children?: ReactNode }) => (
  <div className="empty">
    <p className="empty-title">{title}</p>
    {children}
  </div>
);
