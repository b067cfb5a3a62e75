import type { ReactNode } from "react";

type Column = string | { readonly title: string; readonly number: true };

interface TableProps {
  /** What is in it, for a reader who does not see what stands around it. */
  readonly label: string;
  /** The first names each row. */
  readonly columns: readonly Column[];
  /** Its rows. */
  readonly children: ReactNode;
  /** On a narrow screen each row is a block without column titles, and nothing is scrolled sideways. */
  readonly stacks?: boolean;
}

/** A table in a frame of its own width, so that a wide one is scrolled and not the page. */
export const Table = ({ label, columns, children, stacks = false }: TableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: What scrolls has to be reached by the keyboard.
  <section className="table-scroll" aria-label={label} tabIndex={0}>
    <table className={stacks ? "table table-rows" : "table"}>
      <thead>
        <tr>
          {columns.map((column) => {
            const { title, className } =
              typeof column === "string"
                ? { title: column, className: undefined }
                : { title: column.title, className: "number" };
            return (
              <th key={title} scope="col" className={className}>
                {title}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </section>
);
