import { type ReactNode, useEffect, useRef } from "react";

let isFirst = true;

interface PageProps {
  /** The document's title; also the heading, where there is no other. */
  readonly title: string;
  readonly heading?: ReactNode;
  /** What leads to where this page hangs, above the heading. */
  readonly above?: ReactNode;
  /** What can be done here, beside the heading. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A page's heading and what is under it. A reader of the screen is told of it by the focus, as after a page load. */
export const Page = ({ title, heading, above, actions, children, className = "" }: PageProps) => {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – IPR CENcomm`;
  }, [title]);
  useEffect(() => {
    if (!isFirst) ref.current?.focus({ preventScroll: true });
    isFirst = false;
  }, []);
  return (
    <div className={`page ${className}`}>
      {above}
      <header className="page-head">
        <h1 ref={ref} tabIndex={-1}>
          {heading ?? title}
        </h1>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
};
