import type { ReactNode } from "react";

/** A part of the inbox under its own heading, and how to see the rest of it. */
export const Section = ({
  id,
  title,
  more,
  children,
}: {
  readonly id: string;
  readonly title: ReactNode;
  readonly more?: ReactNode;
  readonly children: ReactNode;
}) => (
  <section className="section" aria-labelledby={id}>
    <div className="section-head">
      <h2 id={id}>{title}</h2>
      {more}
    </div>
    {children}
  </section>
);
