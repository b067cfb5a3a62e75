import { Trans } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import {
  Button,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from "react-aria-components";
import type { FieldError as Fault } from "../../../shared/domain/problem.ts";
import type { CodeOption } from "./code-search.ts";
import { fieldId } from "./field.tsx";
import { Reason } from "./reason.tsx";

interface CodeComboboxProps {
  readonly pointer: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly errors: readonly Fault[];
  /** The code, or the text itself where such is taken. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What a text of words or digits finds, the best first. */
  readonly search: (text: string) => readonly CodeOption[];
  /** The code in words; undefined where it is not known. */
  readonly nameOf: (code: string) => string | undefined;
  /** A text that is no code of the list is taken as it stands. */
  readonly takesText?: boolean;
  readonly onFocus?: () => void;
  /** The list is on its way: what is typed meanwhile is searched for when it is there. */
  readonly loading?: boolean;
}

/** A code, chosen by typing words or digits. */
export const CodeCombobox = ({
  pointer,
  label,
  help,
  errors,
  value,
  onChange,
  search,
  nameOf,
  takesText = false,
  onFocus,
  loading = false,
}: CodeComboboxProps) => {
  const [typed, setTyped] = useState<string>();
  const chosen = nameOf(value);
  const text = typed ?? chosen ?? value;
  const found = search(typed ?? "");
  // What is chosen stays in the list, or leaving the field would clear it.
  const options =
    chosen === undefined || found.some(({ code }) => code === value)
      ? found
      : [{ code: value, name: chosen }, ...found];
  const id = fieldId(pointer);
  return (
    <ComboBox
      className="field"
      items={options.map((option) => ({ ...option, id: option.code }))}
      inputValue={text}
      selectedKey={chosen === undefined ? null : value}
      onInputChange={(next) => {
        if (next === chosen) return setTyped(undefined);
        setTyped(next);
        if (takesText || next === "") onChange(next);
      }}
      onSelectionChange={(key) => {
        if (key === null) return;
        setTyped(undefined);
        onChange(String(key));
      }}
      onBlur={() => setTyped(undefined)}
      {...(onFocus && { onFocus })}
      isInvalid={errors.length > 0}
      allowsCustomValue={takesText}
      allowsEmptyCollection={loading}
      menuTrigger="focus"
      data-wrong={errors.length > 0 || undefined}
    >
      <Label className="field-label">{label}</Label>
      {help && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <FieldError className="field-wrong">
        {[...new Set(errors.map(({ detail }) => detail))].map((detail) => (
          <span key={detail}>
            <Reason sentence={detail} />
          </span>
        ))}
      </FieldError>
      <div className="combobox">
        <Input className="input" id={id} autoComplete="off" spellCheck={false} />
        <Button className="combobox-open">▾</Button>
      </div>
      <Popover className="combobox-list" offset={2} maxHeight={320}>
        <ListBox<CodeOption & { readonly id: string }>
          renderEmptyState={() => (
            <p className="combobox-none">
              {loading ? <Trans>The list is being loaded…</Trans> : <Trans>Nothing found</Trans>}
            </p>
          )}
        >
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={nameOf(option.id) ?? option.name}
              className="combobox-option"
            >
              <span lang={option.language}>{option.name}</span>
              <code>{option.code}</code>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
};
