import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useMemo, useState } from "react";
import { oneself } from "../../../../shared/contract/oneself.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { mergePatchBetween } from "../../api/merge-patch.ts";
import { ApiProblem } from "../../api/problem.ts";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { SelectField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { languages } from "../../i18n/languages.ts";
import { useMe } from "../../session/me.ts";
import { useOwnChoices } from "../../session/own-choices.ts";

/** What is left open is the device's to say. */
const OPEN = "";

/** The language and the time zone in which a person is spoken to, on every device and in mails. */
export const ChoicesForm = () => {
  const { t } = useLingui();
  const me = useMe();
  const { change, choose } = useOwnChoices();
  const chosen = { language: me.language ?? OPEN, timeZone: me.timeZone ?? OPEN };
  const [edited, setEdited] = useState<Partial<typeof chosen>>({});
  const shown = { ...chosen, ...edited };
  const ofDevice = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = useMemo(
    () =>
      [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", chosen.timeZone])].filter(Boolean).sort(),
    [chosen.timeZone],
  );
  const known = languages.some(({ tag }) => tag === chosen.language);

  const given = ({ language, timeZone }: typeof chosen) => ({
    language: language === OPEN ? null : language,
    timeZone: timeZone === OPEN ? null : timeZone,
  });
  const patch = oneself.updateMe.body.safeParse(mergePatchBetween(given(chosen), given(shown)));
  const isChanged = shown.language !== chosen.language || shown.timeZone !== chosen.timeZone;
  const errors = change.error instanceof ApiProblem ? change.error.errors : [];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (patch.success && isChanged && !change.isPending) choose(patch.data);
  };

  return (
    <section className="panel measured" aria-labelledby="me-choices">
      <h2 id="me-choices">
        <Trans>Language and time zone</Trans>
      </h2>
      <p className="prose">
        <Trans>They hold wherever you sign in, and for mails to you.</Trans>
      </p>
      <form className="form" onSubmit={submit} noValidate>
        <ChangeFailure error={change.error} />
        <SelectField
          pointer="/language"
          label={t`Language`}
          errors={errorsAt(errors, "/language")}
          value={shown.language}
          onChange={(language) => setEdited({ ...edited, language })}
        >
          <option value={OPEN}>{t`As each device says`}</option>
          {!known && chosen.language !== OPEN && <option value={chosen.language}>{chosen.language}</option>}
          {languages.map(({ tag, name }) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          pointer="/timeZone"
          label={t`Time zone`}
          help={t`Type the first letters of its region to find it. Example: Africa/Nairobi`}
          errors={errorsAt(errors, "/timeZone")}
          value={shown.timeZone}
          onChange={(timeZone) => setEdited({ ...edited, timeZone })}
        >
          <option value={OPEN}>{t`As each device says (here: ${ofDevice})`}</option>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll("_", " ")}
            </option>
          ))}
        </SelectField>
        {change.isSuccess && !isChanged && <Notice kind="good" live title={<Trans>Saved.</Trans>} />}
        <div className="actions">
          <Button
            type="submit"
            busy={change.isPending}
            refused={isChanged ? undefined : t`Nothing is changed yet.`}
          >
            <Trans>Save the changes</Trans>
          </Button>
        </div>
      </form>
    </section>
  );
};
