import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { StatedNumbersField } from "../alerts/stated-numbers-field.tsx";
import type { Faults } from "./field-props.ts";
import { fieldHelp, nameOfField } from "./field-words.ts";
import { RecordField } from "./record-field.tsx";
import type { FieldKind } from "./record-fields.ts";
import { useShownFaults } from "./shown-faults.ts";
import { numbersIn, standards, type TypedPart, textIn, withField } from "./typed-part.ts";

interface PartFieldsProps {
  readonly part: string;
  readonly kinds: Readonly<Record<string, FieldKind>>;
  /** JSON Pointer of the part; empty for the alert itself. */
  readonly at: string;
  readonly value: TypedPart;
  readonly onChange: (part: TypedPart) => void;
  readonly faults: Faults;
  readonly language: string;
  /** What stands between the fields and what was reported of them. */
  readonly children?: ReactNode;
}

const isReported = (name: string): boolean => /^asReported$|AsReported$/.test(name);

/** The fields of a part of the record, those in somebody else's words out of the way until they are asked for. */
export const PartFields = (props: PartFieldsProps) => {
  const { kinds, at, value, faults, children } = props;
  const { shownAt, leave } = useShownFaults(faults);
  const names = Object.keys(kinds);
  const reported = names.filter(isReported);
  const isWrong = (name: string) => shownAt(`${at}/${name}`).length > 0;
  const [wanted, setWanted] = useState(() => reported.some((name) => textIn(value, name) !== ""));
  const one = (name: string) => (
    <OneField {...props} key={name} name={name} errors={shownAt(`${at}/${name}`)} onLeave={leave} />
  );
  return (
    <>
      <div className="pair">{names.filter((name) => !isReported(name)).map(one)}</div>
      {children}
      {reported.length > 0 && (
        <details
          open={wanted || reported.some(isWrong)}
          onToggle={(event) => setWanted(event.currentTarget.open)}
        >
          <summary>
            <Trans>In the words of whoever reported it</Trans>
          </summary>
          <div className="pair">{reported.map(one)}</div>
        </details>
      )}
    </>
  );
};

type OneFieldProps = Omit<PartFieldsProps, "faults"> & {
  readonly name: string;
  readonly errors: Faults["found"];
  readonly onLeave: (pointer: string) => void;
};

const wide: readonly FieldKind[] = ["lines", "codes"];

const OneField = ({ part, kinds, at, value, onChange, language, name, errors, onLeave }: OneFieldProps) => {
  const { i18n } = useLingui();
  const kind = kinds[name];
  const pointer = `${at}/${name}`;
  if (kind === undefined) return null;
  const standard = standards[name];
  if (standard !== undefined)
    return (
      <StatedNumbersField
        pointer={pointer}
        label={i18n._(nameOfField(name))}
        help={fieldHelp[name] && i18n._(fieldHelp[name])}
        schema={standard}
        errors={errors}
        value={numbersIn(value, name)}
        onChange={(numbers) => onChange(withField(value, name, numbers))}
        single={kind === "number"}
      />
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: It only hears that its field was left.
    <div className={wide.includes(kind) ? "wide" : undefined} onBlur={() => onLeave(pointer)}>
      <RecordField {...{ part, name, kind, pointer, errors, value, onChange, language }} />
    </div>
  );
};
