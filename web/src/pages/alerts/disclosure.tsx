import { Plural } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import "./disclosure.css";

interface DisclosureProps {
  readonly title: ReactNode;
  /** How many of its fields say something. */
  readonly filled: number;
  /** Whether it begins open, because of what it is about. */
  readonly begins?: boolean;
  /** What is wrong in it is never out of sight. */
  readonly isWrong: boolean;
  readonly children: ReactNode;
}

/** Fields that most alerts do without: open from the beginning where something is in them, and made only then. */
export const Disclosure = ({ title, filled, begins = false, isWrong, children }: DisclosureProps) => {
  const [isOpen, setOpen] = useState(begins || filled > 0);
  const shown = isOpen || isWrong;
  return (
    <details className="disclosure" open={shown} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title}
        {filled > 0 && (
          <span className="disclosure-filled">
            <Plural value={filled} one="# filled in" other="# filled in" />
          </span>
        )}
      </summary>
      {shown && <div className="form">{children}</div>}
    </details>
  );
};
