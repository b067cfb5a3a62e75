import { useLingui } from "@lingui/react/macro";
import type { AlertView } from "../../../../shared/contract/alerts.ts";
import { correctedFields } from "../../../../shared/domain/correction.ts";
import { differencesBetween } from "../../../../shared/domain/differences.ts";
import { mergePatch } from "../../../../shared/domain/merge-patch.ts";
import { Table } from "../../components/table.tsx";
import { contentOf } from "./alert-form.ts";
import { DifferenceList, Said } from "./difference-list.tsx";
import { useDifferenceWords } from "./difference-words.ts";

interface ProposedProps {
  readonly alert: AlertView;
  /** JSON Merge Patch (RFC 7396) of what the alert says. */
  readonly patch: Readonly<Record<string, unknown>>;
}

/** A correction against the alert as it is now. */
export const ProposedChange = ({ alert, patch }: ProposedProps) => {
  const { t } = useLingui();
  const now = contentOf(alert);
  return (
    <DifferenceList
      label={t`Fields of the correction`}
      differences={differencesBetween(now, mergePatch(now, patch))}
      language={alert.language}
    />
  );
};

/** Of a correction that was decided on, what was proposed: the alert may say so by now, or something else. */
export const ProposedThen = ({ alert, patch }: ProposedProps) => {
  const { t } = useLingui();
  const { nameOf } = useDifferenceWords();
  return (
    <Table label={t`Fields of the correction`} columns={[t`Field`, t`Proposed`]}>
      {correctedFields({}, patch).map(({ pointer, after }) => (
        <tr key={pointer}>
          <th scope="row">{nameOf(pointer)}</th>
          <td>
            <Said pointer={pointer} value={after} language={alert.language} />
          </td>
        </tr>
      ))}
    </Table>
  );
};
