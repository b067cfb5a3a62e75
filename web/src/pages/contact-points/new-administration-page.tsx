import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import * as z from "zod/mini";
import { administrations } from "../../../../shared/contract/administrations.ts";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { regionName, regionSlugs } from "../../../../shared/reference/regions.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { keyOf, useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { BackLink } from "../../components/back-link.tsx";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Choice, SelectField, TextField } from "../../components/field.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { Page } from "../../components/page.tsx";
import { paths } from "../../path-builder.ts";
import { dropKept, useKept } from "../../session/kept.ts";
import { PointList } from "./point-list.tsx";
import { bodyOf, noPoint, TypedPoint } from "./typed.ts";
import { useFieldNames } from "./use-field-names.ts";

const KEPT = "new-administration";

const Typed = z.object({
  kind: z.enum(["RILO", "X"]),
  name: z.string(),
  short: z.string(),
  region: z.string(),
  points: z.array(TypedPoint),
});

/** The contact points stand below all of these, in the order in which they are named. */
const order = ["/name", "/code", "/region"];
const placeOf = ({ pointer }: FieldError): number =>
  order.includes(pointer) ? order.indexOf(pointer) : order.length;

/** As the fields stand in the form, from its top to its end. */
const inFormOrder = (errors: readonly FieldError[]): readonly FieldError[] =>
  errors.toSorted((one, other) => placeOf(one) - placeOf(other));

/** Lets in who does not apply: a regional office, or a partner that observes. */
export const NewAdministrationPage = () => {
  const { t, i18n } = useLingui();
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const create = useChange(administrations.create);
  const keyFor = useIdempotencyKeys();
  const pointNameOf = useFieldNames();
  const [typed, setTyped] = useKept(KEPT, Typed, () => ({
    kind: "RILO" as const,
    name: "",
    short: "",
    region: "",
    points: [noPoint(i18n.locale), noPoint(i18n.locale)],
  }));
  const [attempt, setAttempt] = useState(0);

  const { kind, name, short, region, points } = typed;
  const body = {
    code: short === "" ? "" : `${kind}-${short.trim().toUpperCase().replaceAll(/\s+/g, "-")}`,
    name,
    ...(kind === "RILO" && region !== "" ? { region } : {}),
    ...bodyOf(points),
  };
  const refused = create.error instanceof ApiProblem ? create.error.errors : [];
  const found = attempt > 0 ? fieldErrorsOf(administrations.create.body, body) : [];
  const errors = inFormOrder(found.length > 0 ? found : refused);
  const names: Readonly<Record<string, string>> = {
    "/code": t`Short name`,
    "/name": t`Name`,
    "/region": t`WCO region`,
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const parsed = administrations.create.body.safeParse(body);
    if (!parsed.success || create.isPending) return;
    create.mutate(
      { body: parsed.data, idempotencyKey: keyFor(parsed.data) },
      {
        onSuccess: ({ data }) => {
          dropKept(KEPT);
          void client.invalidateQueries({ queryKey: keyOf(administrations.list) });
          navigate(paths.administration(data.code));
        },
      },
    );
  };

  return (
    <Page
      title={t`Let in an office or a partner`}
      above={
        <BackLink href={paths.secretariat()}>
          <Trans>Secretariat</Trans>
        </BackLink>
      }
    >
      <p className="prose">
        <Trans>
          Members apply themselves. A regional office takes part in the group of all from the beginning; a
          partner in the groups that it is admitted to. The first contact point is invited by e-mail.
        </Trans>
      </p>
      <form className="form" onSubmit={submit} noValidate>
        <ErrorSummary
          errors={errors}
          nameOf={(pointer) => names[pointer] ?? pointNameOf(pointer)}
          attempt={attempt}
        />
        <ChangeFailure error={create.error} />
        <Choice
          pointer="/kind"
          label={t`What is it?`}
          errors={[]}
          inline
          value={kind}
          options={[
            { value: "RILO", label: <Trans>Regional office</Trans> },
            { value: "X", label: <Trans>Partner</Trans> },
          ]}
          onChange={(next) => setTyped({ ...typed, kind: next })}
        />
        <TextField
          pointer="/name"
          label={t`Name`}
          errors={errorsAt(errors, "/name")}
          value={name}
          onChange={(next) => setTyped({ ...typed, name: next })}
          autoComplete="off"
          maxLength={120}
        />
        <TextField
          pointer="/code"
          label={t`Short name`}
          help={
            kind === "RILO"
              ? t`Letters and digits; it stays. Example: EUROPE makes RILO-EUROPE.`
              : t`Letters and digits; it stays. Example: OBSERVER makes X-OBSERVER.`
          }
          errors={errorsAt(errors, "/code")}
          value={short}
          onChange={(next) => setTyped({ ...typed, short: next })}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={30}
        />
        {kind === "RILO" && (
          <SelectField
            pointer="/region"
            label={t`WCO region`}
            help={t`Whose alerts it is addressed with.`}
            optional
            errors={errorsAt(errors, "/region")}
            value={region}
            onChange={(next) => setTyped({ ...typed, region: next })}
          >
            <option value="">{t`None`}</option>
            {regionSlugs.map((slug) => (
              <option key={slug} value={slug}>
                {regionName(slug, i18n.locale)}
              </option>
            ))}
          </SelectField>
        )}
        <PointList
          points={points}
          errors={errors}
          onChange={(next) => setTyped({ ...typed, points: [...next] })}
        />
        <div className="actions">
          <Button type="submit" busy={create.isPending}>
            <Trans>Let it in</Trans>
          </Button>
          <LinkButton look="secondary" href={paths.secretariat()}>
            <Trans>Cancel</Trans>
          </LinkButton>
        </div>
      </form>
    </Page>
  );
};
