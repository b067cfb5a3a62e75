import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { GroupView } from "../../../../shared/contract/groups.ts";
import { IPR_GROUP } from "../../../../shared/domain/group.ts";
import { Button } from "../../components/button.tsx";
import { Table } from "../../components/table.tsx";
import { dateOf } from "../../i18n/format.ts";
import { useNamed } from "../../i18n/names.ts";
import { useMe } from "../../session/me.ts";
import { RemovalDialog } from "./removal-dialog.tsx";
import { useRefusals } from "./use-refusals.ts";

/** Who is in the group, by name, and since when. */
export const Members = ({ group }: { readonly group: GroupView }) => {
  const { t, i18n } = useLingui();
  const nameOf = useNamed();
  const me = useMe();
  const refusals = useRefusals(group);
  const [removing, setRemoving] = useState<string>();
  const collator = new Intl.Collator(i18n.locale);
  // Nobody is taken out of ipr by itself; said once, and not in each of two hundred rows.
  const mayRemove = group.past !== undefined && group.id !== IPR_GROUP;
  const members = group.members
    .map((member) => ({ ...member, name: nameOf(member) }))
    .sort((one, other) => collator.compare(one.name, other.name));
  return (
    <section className="section" aria-labelledby="members">
      <div className="section-head">
        <h2 id="members">
          <Trans>Members</Trans>
        </h2>
        <p className="quiet">
          <Plural value={members.length} one="# administration" other="# administrations" />
        </p>
      </div>
      <Table
        label={t`Members`}
        columns={[t`Administration`, t`In the group since`, ...(mayRemove ? [t`Remove`] : [])]}
        stacks
      >
        {members.map(({ code, name, since }) => (
          <tr key={code}>
            <th scope="row">
              {name} <code className="quiet">{code}</code>
              {code === group.owner && (
                <>
                  {" "}
                  <span className="tag">
                    <Trans>owner</Trans>
                  </span>
                </>
              )}
            </th>
            <td className="quiet">{dateOf(since, i18n.locale)}</td>
            {mayRemove && (
              <td>
                {code !== me.administration.code && (
                  <Button
                    look="quiet"
                    refused={refusals.remove(code)}
                    aria-label={t`Remove ${name}`}
                    onClick={() => setRemoving(code)}
                  >
                    <Trans>Remove…</Trans>
                  </Button>
                )}
              </td>
            )}
          </tr>
        ))}
      </Table>
      {removing !== undefined && (
        <RemovalDialog group={group} code={removing} onClose={() => setRemoving(undefined)} />
      )}
    </section>
  );
};
