import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { type FollowUpRow, followUpTasks } from "../../../../shared/contract/follow-up-tasks.ts";
import { queryOf } from "../../api/queries.ts";
import { Moment } from "../../components/moment.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { paths } from "../../path-builder.ts";
import { Section } from "./section.tsx";

/** What a line says, by where the question or the proposal stands. */
const words = {
  open: (type) => (type === "question" ? msg`asks a question` : msg`proposes a correction`),
  answered: () => msg`answered your question`,
  accepted: () => msg`took up your correction`,
  rejected: () => msg`rejected your correction`,
  stated: () => msg`added something`,
} as const satisfies Record<FollowUpRow["state"], (type: FollowUpRow["type"]) => MessageDescriptor>;

/** Questions and proposals that wait for the own administration, and what its own were answered; nothing where there is none. */
export const FollowUpTasks = () => {
  const { i18n } = useLingui();
  const nameOf = useAdministrationName();
  const { data } = useQuery({
    ...queryOf(followUpTasks.followUpTasks, { query: { limit: 25 } }),
    refetchInterval: 60_000,
  });
  const rows = data?.data.items ?? [];
  if (rows.length === 0) return null;
  return (
    <Section id="follow-ups" title={<Trans>Questions, corrections and answers</Trans>}>
      <ul className="panel">
        {rows.map(({ id, alert, reference, from, state, type, at }) => (
          <li key={id}>
            <Link href={paths.alert(alert)}>{reference}</Link> · {nameOf(from)} {i18n.t(words[state](type))} ·{" "}
            <Moment at={at} />
          </li>
        ))}
      </ul>
    </Section>
  );
};
