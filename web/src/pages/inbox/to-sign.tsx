import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { recalls } from "../../../../shared/contract/alert-recall.ts";
import { queryOf } from "../../api/queries.ts";
import { Moment } from "../../components/moment.tsx";
import { paths } from "../../path-builder.ts";
import { useMay } from "../../session/me.ts";
import { Section } from "./section.tsx";

/** Recalls that somebody signed and that wait for a second person; nothing at all where there are none. */
export const ToSign = () => {
  const mayRecall = useMay("alerts.recall");
  const { data } = useQuery({
    ...queryOf(recalls.recalls, { query: {} }),
    enabled: mayRecall,
    refetchInterval: 60_000,
  });
  const rows = data?.data.items ?? [];
  if (rows.length === 0) return null;
  return (
    <Section id="to-sign" title={<Trans>Recalls that wait for a second signature</Trans>}>
      <ul className="panel">
        {rows.map(({ id, reference, until }) => (
          <li key={id}>
            <Link href={paths.byReference(reference)}>{reference}</Link>
            {until && (
              <>
                {" · "}
                <Trans>
                  lapses <Moment at={until} />
                </Trans>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};
