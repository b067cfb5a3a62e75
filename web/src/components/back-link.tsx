import type { ReactNode } from "react";
import { Link } from "wouter";

/** From one of many to the list of them. */
export const BackLink = ({ href, children }: { readonly href: string; readonly children: ReactNode }) => (
  <p className="back">
    <Link href={href}>{children}</Link>
  </p>
);
