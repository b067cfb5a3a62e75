import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { administrations } from "../../../../shared/contract/administrations.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { queryOf, useChange } from "../../api/queries.ts";
import { Asked } from "../../components/asked.tsx";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { useMe } from "../../session/me.ts";

const { body: Body } = administrations.update;

/** By which the own people tell a genuine notice from a forged one. */
export const RecognitionPhrase = () => {
  const { code } = useMe().administration;
  const query = useQuery(queryOf(administrations.get, { params: { code } }));
  return (
    <section className="section" aria-labelledby="phrase">
      <h2 id="phrase">
        <Trans>Recognition phrase</Trans>
      </h2>
      <p className="prose">
        <Trans>
          Every notice by e-mail ends with it, since senders can be forged. A mail without it is not from the
          exchange. Tell it to your people, and to nobody else.
        </Trans>
      </p>
      <Asked query={query} lines={2}>
        {({ data, etag = "" }) => (
          <PhraseForm
            code={code}
            phrase={data.recognitionPhrase}
            etag={etag}
            onReload={() => void query.refetch()}
          />
        )}
      </Asked>
    </section>
  );
};

interface PhraseFormProps {
  readonly code: string;
  readonly phrase: string;
  readonly etag: string;
  readonly onReload: () => void;
}

const PhraseForm = ({ code, phrase, etag, onReload }: PhraseFormProps) => {
  const { t } = useLingui();
  const client = useQueryClient();
  const change = useChange(administrations.update);
  const [typed, setTyped] = useState<string>();
  const [attempted, setAttempted] = useState(false);
  const body = { recognitionPhrase: typed ?? phrase };
  const refused = change.error instanceof ApiProblem ? change.error.errors : [];
  const found = attempted ? fieldErrorsOf(Body, body) : [];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    const parsed = Body.safeParse(body);
    if (!parsed.success || change.isPending) return;
    change.mutate(
      { params: { code }, ifMatch: etag, body: parsed.data },
      {
        onSuccess: (answer) => {
          client.setQueryData(queryOf(administrations.get, { params: { code } }).queryKey, answer);
          setTyped(undefined);
        },
      },
    );
  };

  if (typed === undefined)
    return (
      <div className="stack">
        <p className="phrase" translate="no">
          {phrase}
        </p>
        {change.isSuccess && (
          <Notice kind="good" live title={<Trans>Saved. From the next notice on it is the new one.</Trans>} />
        )}
        <Button look="secondary" onClick={() => setTyped(phrase)}>
          <Trans>Change the phrase</Trans>
        </Button>
      </div>
    );
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ChangeFailure error={change.error} onReload={onReload} />
      <TextField
        pointer="/recognitionPhrase"
        label={t`New recognition phrase`}
        help={t`Up to 60 characters that nobody outside would guess. Example: seven grey herons`}
        errors={errorsAt(found.length > 0 ? found : refused, "/recognitionPhrase")}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        maxLength={60}
        // The button that was pressed is gone; its field takes the focus.
        autoFocus
      />
      <div className="actions">
        <Button type="submit" busy={change.isPending}>
          <Trans>Save the phrase</Trans>
        </Button>
        <Button look="secondary" onClick={() => setTyped(undefined)}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
};
