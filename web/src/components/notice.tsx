import type { ReactNode } from "react";

interface NoticeProps {
  readonly kind?: "info" | "good" | "warn" | "bad";
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Read out when it appears. */
  readonly live?: boolean;
}

export const Notice = ({ kind = "info", title, children, live = false }: NoticeProps) => (
  <div className={`notice notice-${kind}`} {...(live && { role: kind === "bad" ? "alert" : "status" })}>
    {title && <p className="notice-title">{title}</p>}
    {children}
  </div>
);
