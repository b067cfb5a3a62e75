import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { type Part, partOf, type TypedAlert, toContent } from "./alert-form.ts";

const titles: Readonly<Record<Part, MessageDescriptor>> = {
  what: msg`What happened`,
  goods: msg`Goods`,
  route: msg`Route`,
  readers: msg`Marking and readers`,
};

const order: readonly Part[] = ["what", "goods", "route", "readers"];

interface RailProps {
  readonly errors: readonly FieldError[];
  readonly typed: TypedAlert;
}

/** The parts of the form, and which of them are complete. */
export const Rail = ({ errors, typed }: RailProps) => {
  const { t, i18n } = useLingui();
  const open = new Set(errors.map(({ pointer }) => partOf(pointer)));
  const hasRoute = "route" in toContent(typed);
  return (
    <nav className="rail" aria-label={t`Parts of the form`}>
      <ol className="rail-list">
        {order.map((part) => {
          const status = open.has(part) ? "open" : part === "route" && !hasRoute ? "optional" : "complete";
          return (
            <li key={part}>
              <a
                className="rail-link"
                href={`#part-${part}`}
                data-status={status}
                onClick={(event) => {
                  event.preventDefault();
                  const section = document.getElementById(`part-${part}`);
                  section?.scrollIntoView({ block: "start" });
                  section?.focus({ preventScroll: true });
                }}
              >
                {i18n.t(titles[part])}
                <span className="rail-status">
                  {status === "complete" ? t`complete` : status === "optional" ? t`optional` : t`to do`}
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
};
