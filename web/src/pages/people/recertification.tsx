import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { UserView } from "../../../../shared/contract/user-view.ts";
import { users } from "../../../../shared/contract/users.ts";
import { isToBeConfirmed } from "../../../../shared/domain/recertification.ts";
import { call } from "../../api/api.ts";
import { keyOf } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { Failure } from "../../components/failure.tsx";
import { Moment } from "../../components/moment.tsx";
import { listOf } from "../../i18n/format.ts";
import { roleLabels } from "../../i18n/labels.ts";
import { useRefusal } from "./use-refusal.ts";

/** Who is to be confirmed by now, those who are due first first. */
const dueOf = (
  people: readonly UserView[],
  now: string,
): readonly (UserView & { readonly confirmBy: string })[] =>
  people
    .flatMap((person) =>
      person.confirmBy !== undefined && isToBeConfirmed(person.confirmBy, now)
        ? [{ ...person, confirmBy: person.confirmBy }]
        : [],
    )
    .sort((a, b) => a.confirmBy.localeCompare(b.confirmBy));

/** Once a year a contact point says of each person that they are still entitled: by a tick for each, none is ticked unread. */
export const Recertification = ({ people }: { readonly people: readonly UserView[] }) => {
  const { t, i18n } = useLingui();
  const refusalOf = useRefusal();
  const client = useQueryClient();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<number | undefined>();
  const [failure, setFailure] = useState<{ readonly name: string; readonly error: Error } | undefined>();
  const now = new Date().toISOString();
  const due = dueOf(people, now);
  if (due.length === 0) return null;
  const mine = due.filter((person) => refusalOf(person, "confirm") === undefined);
  const chosen = mine.filter(({ id }) => ticked.has(id));

  const confirmAll = async () => {
    setFailure(undefined);
    for (const [n, person] of chosen.entries()) {
      setDone(n);
      try {
        await call(users.confirm, {
          params: { id: person.id },
          ifMatch: String(person.revision),
          idempotencyKey: `confirm-${person.id}-${person.revision}`,
        });
      } catch (error) {
        setFailure({ name: person.name, error: error instanceof Error ? error : new Error(String(error)) });
        break;
      }
    }
    setDone(undefined);
    setTicked(new Set());
    await client.invalidateQueries({ queryKey: keyOf(users.list) });
  };
  const toggle = (id: string) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  return (
    <section className="panel panel-next" aria-labelledby="people-to-confirm">
      <h2 id="people-to-confirm">
        <Plural value={due.length} one="# person is to be confirmed" other="# people are to be confirmed" />
      </h2>
      <div className="stack">
        <p className="prose">
          <Trans>
            Once a year you say of each person that they are still to take part, with the roles that they
            have. Open a person to change the roles, or to disable somebody who left.
          </Trans>
        </p>
        {failure && (
          <>
            <p>
              <Trans>{failure.name} and those after were not confirmed:</Trans>
            </p>
            <Failure error={failure.error} />
          </>
        )}
        <fieldset className="field">
          <legend className="field-label">
            <Trans>Who is still entitled?</Trans>
          </legend>
          <div className="choices">
            {due.map((person) => {
              const refused = refusalOf(person, "confirm");
              const help = `confirm-${person.id}-help`;
              return (
                <div className="choice" key={person.id}>
                  <input
                    type="checkbox"
                    id={`confirm-${person.id}`}
                    checked={ticked.has(person.id)}
                    aria-disabled={refused !== undefined || undefined}
                    aria-describedby={help}
                    onChange={() => {
                      if (refused === undefined) toggle(person.id);
                    }}
                  />
                  <label htmlFor={`confirm-${person.id}`}>{person.name}</label>
                  <p className="choice-help" id={help}>
                    {refused ??
                      listOf(
                        person.roles.map((role) => i18n.t(roleLabels[role])),
                        i18n.locale,
                      )}
                    {" · "}
                    {person.confirmBy <= now ? <Trans>overdue since</Trans> : <Trans>due on</Trans>}{" "}
                    <Moment at={person.confirmBy} />
                  </p>
                </div>
              );
            })}
          </div>
        </fieldset>
        <div className="actions">
          <Button
            busy={done !== undefined}
            refused={chosen.length === 0 ? t`Tick whoever is still entitled.` : undefined}
            onClick={() => void confirmAll()}
          >
            <Plural value={chosen.length} one="Confirm # person" other="Confirm # people" />
          </Button>
          <Button
            look="secondary"
            refused={mine.length === 0 ? t`There is nobody whom you can confirm.` : undefined}
            onClick={() => setTicked(new Set(mine.map(({ id }) => id)))}
          >
            <Trans>Tick all</Trans>
          </Button>
        </div>
        {done !== undefined && (
          <p role="status">
            <Trans>
              Confirming {done + 1} of {chosen.length}…
            </Trans>
          </p>
        )}
      </div>
    </section>
  );
};
