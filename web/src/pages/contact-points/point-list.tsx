import { Trans, useLingui } from "@lingui/react/macro";
import { LEAST_CONTACT_POINTS, MOST_CONTACT_POINTS } from "../../../../shared/domain/contact-point.ts";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { Button } from "../../components/button.tsx";
import { PointFields } from "./point-fields.tsx";
import { noPoint, type TypedPoint } from "./typed.ts";

interface PointListProps {
  readonly points: readonly TypedPoint[];
  readonly errors: readonly FieldError[];
  readonly onChange: (points: readonly TypedPoint[]) => void;
}

/** All of an administration's contact points, the primary first. */
export const PointList = ({ points, errors, onChange }: PointListProps) => {
  const { i18n } = useLingui();
  return (
    <>
      {points.map((point, index) => (
        <PointFields
          // biome-ignore lint/suspicious/noArrayIndexKey: A contact point being typed has nothing else that is its own.
          key={index}
          index={index}
          value={point}
          errors={errors}
          onChange={(next) => onChange(points.with(index, next))}
          onRaise={
            index === 0
              ? undefined
              : () => onChange(points.toSpliced(index, 1).toSpliced(index - 1, 0, point))
          }
          onRemove={
            points.length <= LEAST_CONTACT_POINTS ? undefined : () => onChange(points.toSpliced(index, 1))
          }
        />
      ))}
      {points.length < MOST_CONTACT_POINTS && (
        <div className="actions">
          <Button look="secondary" onClick={() => onChange([...points, noPoint(i18n.locale)])}>
            <Trans>Add a contact point</Trans>
          </Button>
        </div>
      )}
    </>
  );
};
