import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { useLocation } from "wouter";
import type { Actor } from "../../../../shared/contract/audit.ts";
import { Button } from "../../components/button.tsx";
import { SelectField, TextField } from "../../components/field.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { type AuditFilter, paths } from "../../path-builder.ts";
import { actionWords, nounList, nounWords } from "./action-words.ts";
import { isBackwards, isFiltered, soughtBy, writtenAs } from "./filter.ts";
import { actionLabel } from "./sentences.tsx";

interface FilterFormProps {
  readonly filter: AuditFilter;
  /** Whom entries name, in the own trail. */
  readonly actors: readonly Actor[];
  /** Whose trails somebody oversees; none for everybody else. */
  readonly administrations: readonly string[];
  readonly own: string;
}

/** Chosen where somebody is looked for by an id, as another administration's people are. */
const BY_ID = "id";

/** Who, what, to what, and when; whose trail, where somebody oversees others'. The address keeps what is asked for. */
export const FilterForm = ({ filter, actors, administrations, own }: FilterFormProps) => {
  const { t, i18n } = useLingui();
  const [, navigate] = useLocation();
  const names = useId();
  const known = new Set(["", "system", "applicant", "secretariat", ...actors.map(({ id }) => id)]);
  const [draft, setDraft] = useState<AuditFilter>({
    ...filter,
    ...(filter.about === undefined ? {} : { about: writtenAs(filter.about, actors) }),
  });
  const [byId, setById] = useState(!known.has(filter.who ?? ""));
  const part = (name: keyof AuditFilter) => ({
    pointer: `/${name}`,
    errors: [],
    value: draft[name] ?? "",
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  const backwards = isBackwards(draft)
    ? [{ pointer: "/to", detail: t`The last day is before the first.` }]
    : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (backwards.length > 0) return;
    navigate(paths.audit({ ...draft, about: soughtBy(draft.about ?? "", actors) }));
  };
  return (
    <form className="audit-filter" aria-label={t`Filter`} onSubmit={submit}>
      {administrations.length > 0 && (
        <Whose
          {...part("of")}
          value={draft.of ?? own}
          onChange={(of) => navigate(paths.audit(of === own ? {} : { of }))}
          codes={administrations}
        />
      )}
      <SelectField
        {...part("who")}
        label={t`Who`}
        value={byId ? BY_ID : (draft.who ?? "")}
        onChange={(who) => {
          setById(who === BY_ID);
          setDraft({ ...draft, who: who === BY_ID ? "" : who });
        }}
      >
        <option value="">{t`Everybody`}</option>
        <Actors actors={actors} kind="person" label={t`People`} />
        <Actors actors={actors} kind="system-account" label={t`System accounts`} />
        <optgroup label={t`Others`}>
          <option value="system">{t`The exchange`}</option>
          <option value="applicant">{t`An applicant`}</option>
          <option value="secretariat">{t`The secretariat`}</option>
          <option value={BY_ID}>{t`Somebody by their id`}</option>
        </optgroup>
      </SelectField>
      {byId && (
        <TextField {...part("who")} pointer="/whoById" label={t`Id`} spellCheck={false} maxLength={100} />
      )}
      <SelectField {...part("what")} label={t`What`}>
        <option value="">{t`Everything`}</option>
        {nounList.map((noun) => (
          <optgroup key={noun} label={i18n.t(nounWords[noun].title)}>
            <option value={noun}>{t`All: ${{ noun: i18n.t(nounWords[noun].title) }}`}</option>
            {Object.keys(actionWords)
              .filter((action) => action.startsWith(`${noun}.`))
              .map((action) => (
                <option key={action} value={action}>
                  {actionLabel(action, i18n)}
                </option>
              ))}
          </optgroup>
        ))}
      </SelectField>
      <TextField
        {...part("about")}
        label={t`To what or whom`}
        placeholder="IPR-2026-000123"
        list={names}
        spellCheck={false}
        autoComplete="off"
        maxLength={100}
      />
      <datalist id={names}>
        {actors.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <TextField {...part("from")} label={t`From`} type="date" />
      <TextField {...part("to")} label={t`To`} type="date" errors={backwards} />
      <div className="actions audit-filter-actions">
        <Button type="submit">
          <Trans>Show</Trans>
        </Button>
        {isFiltered(filter) && (
          <LinkButton look="secondary" href={paths.audit(filter.of === undefined ? {} : { of: filter.of })}>
            <Trans>Clear the filter</Trans>
          </LinkButton>
        )}
      </div>
    </form>
  );
};

const Actors = ({
  actors,
  kind,
  label,
}: {
  readonly actors: readonly Actor[];
  readonly kind: Actor["kind"];
  readonly label: string;
}) => {
  const { i18n, t } = useLingui();
  const collator = new Intl.Collator(i18n.locale);
  const ofKind = actors
    .filter((actor) => actor.kind === kind)
    .toSorted((one, other) => collator.compare(one.name, other.name));
  if (ofKind.length === 0) return null;
  return (
    <optgroup label={label}>
      {ofKind.map(({ id, name, deletedAt }) => (
        <option key={id} value={id}>
          {deletedAt === undefined ? name : t`${{ name }} (deleted)`}
        </option>
      ))}
    </optgroup>
  );
};

const Whose = ({
  codes,
  ...field
}: {
  readonly pointer: string;
  readonly value: string;
  readonly errors: readonly never[];
  readonly onChange: (code: string) => void;
  readonly codes: readonly string[];
}) => {
  const { t, i18n } = useLingui();
  const nameOf = useAdministrationName();
  const collator = new Intl.Collator(i18n.locale);
  const named = codes
    .map((code) => ({ code, name: nameOf(code) }))
    .toSorted((one, other) => collator.compare(one.name, other.name));
  return (
    <SelectField {...field} label={t`Whose trail`}>
      {named.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  );
};
