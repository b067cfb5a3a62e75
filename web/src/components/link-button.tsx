import type { ReactNode } from "react";
import { Link } from "wouter";

interface LinkButtonProps {
  readonly href: string;
  readonly look?: "primary" | "secondary";
  readonly children: ReactNode;
}

/** A link that is the next thing to do. */
export const LinkButton = ({ href, look = "primary", children }: LinkButtonProps) => (
  <Link href={href} className={`button button-${look}`}>
    {children}
  </Link>
);
