import { type ReactNode, useState } from "react";

interface OptionalPartProps {
  readonly id: string;
  readonly title: ReactNode;
  /** What can be written in it, for those who have not opened it. */
  readonly hint: ReactNode;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly children: ReactNode;
}

/** A part of the form that nobody has to open; nothing of it is made before somebody does. */
export const OptionalPart = ({ id, title, hint, open, onToggle, children }: OptionalPartProps) => {
  const [wasOpen, setWasOpen] = useState(open);
  if (open && !wasOpen) setWasOpen(true);
  return (
    <details
      className="panel optional-part"
      id={id}
      open={open}
      onToggle={(event) => {
        if (event.target === event.currentTarget && event.currentTarget.open !== open)
          onToggle(event.currentTarget.open);
      }}
    >
      <summary>
        <h2>{title}</h2>
        {!open && <span className="field-help">{hint}</span>}
      </summary>
      {wasOpen && <div className="form">{children}</div>}
    </details>
  );
};
