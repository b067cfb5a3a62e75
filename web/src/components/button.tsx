import { type ComponentProps, useId } from "react";

interface ButtonProps extends Omit<ComponentProps<"button">, "disabled"> {
  readonly look?: "primary" | "secondary" | "danger" | "quiet";
  /** Its work is under way: pressed again, it does nothing. */
  readonly busy?: boolean;
  /** Why it cannot be used now. It stays reachable, so that everybody can find out. */
  readonly refused?: string | undefined;
}

export const Button = ({
  look = "primary",
  busy = false,
  refused,
  type = "button",
  onClick,
  children,
  ...rest
}: ButtonProps) => {
  const reason = useId();
  const isOff = busy || refused !== undefined;
  const button = (
    <button
      {...rest}
      type={type}
      className={`button button-${look}`}
      aria-disabled={isOff || undefined}
      aria-busy={busy || undefined}
      aria-describedby={refused === undefined ? rest["aria-describedby"] : reason}
      onClick={(event) => {
        if (isOff) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
    </button>
  );
  if (refused === undefined) return button;
  return (
    <span className="refused">
      {button}
      <span className="refused-why" id={reason}>
        {refused}
      </span>
    </span>
  );
};
