import { Trans, useLingui } from "@lingui/react/macro";
import type { Difference } from "../../../../shared/domain/differences.ts";
import { Table } from "../../components/table.tsx";
import { isWritten, useDifferenceWords } from "./difference-words.ts";
import "./differences.css";

interface DifferenceListProps {
  readonly label: string;
  readonly differences: readonly Difference[];
  /** The language that the author wrote in. */
  readonly language: string;
}

/** What changed, field by field: what stood there, and what stands there now. */
export const DifferenceList = ({ label, differences, language }: DifferenceListProps) => {
  const { t } = useLingui();
  const { nameOf } = useDifferenceWords();
  return (
    <Table label={label} columns={[t`Field`, t`Before`, t`After`]} stacks>
      {differences.map(({ pointer, before, after }) => (
        <tr key={`${pointer} ${before === undefined} ${after === undefined}`}>
          <th scope="row">{nameOf(pointer)}</th>
          <td data-column={t`Before`}>
            <Said pointer={pointer} value={before} language={language} />
          </td>
          <td data-column={t`After`}>
            <Said pointer={pointer} value={after} language={language} />
          </td>
        </tr>
      ))}
    </Table>
  );
};

/** What stands in a field, as it is read; that nothing does is said as well. */
export const Said = ({
  pointer,
  value,
  language,
}: {
  readonly pointer: string;
  readonly value: unknown;
  readonly language: string;
}) => {
  const { wordsOf } = useDifferenceWords();
  if (value === undefined)
    return (
      <span className="quiet">
        <Trans>nothing</Trans>
      </span>
    );
  const words = wordsOf(pointer, value);
  return isWritten(pointer) ? (
    <span className="written" lang={language} dir="auto">
      {words}
    </span>
  ) : (
    <span className="written" dir="auto">
      {words}
    </span>
  );
};
