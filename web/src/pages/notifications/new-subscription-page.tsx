import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import * as z from "zod/mini";
import { subscriptions } from "../../../../shared/contract/subscriptions.ts";
import { usualGroup } from "../../../../shared/domain/group.ts";
import { NoticeLanguage } from "../../../../shared/domain/language.ts";
import { Criteria } from "../../../../shared/domain/subscription.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { keyOf, useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { BackLink } from "../../components/back-link.tsx";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Choice, TextField } from "../../components/field.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { Page } from "../../components/page.tsx";
import { paths } from "../../path-builder.ts";
import { dropKept, useKept } from "../../session/kept.ts";
import { useMe } from "../../session/me.ts";
import { everything } from "./criteria.ts";
import { CriteriaFields } from "./criteria-fields.tsx";
import { useFieldNames } from "./field-names.ts";
import { LanguageField } from "./language-field.tsx";

const KEPT = "subscription";
const { body: Body } = subscriptions.create;

const Typed = z.object({
  channel: z.enum(["email", "sms"]),
  address: z.string(),
  language: NoticeLanguage,
  criteria: Criteria,
});

/** Spaces, hyphens and brackets in a phone number help the eye; the number has none. */
const addressOf = ({ channel, address }: z.infer<typeof Typed>): string =>
  channel === "sms" ? address.replaceAll(/[\s().\-/]/g, "") : address;

export const NewSubscriptionPage = () => {
  const { t, i18n } = useLingui();
  const { groups } = useMe();
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const create = useChange(subscriptions.create);
  const keyFor = useIdempotencyKeys();
  const nameOf = useFieldNames();
  const [typed, setTyped] = useKept(KEPT, Typed, () => ({
    channel: "email" as const,
    address: "",
    language: NoticeLanguage.safeParse(i18n.locale).data ?? "en",
    criteria: everything(usualGroup(groups)),
  }));
  const [attempt, setAttempt] = useState(0);

  const { channel, language, criteria } = typed;
  const given = { destination: { channel, address: addressOf(typed) }, language, criteria };
  const refused = create.error instanceof ApiProblem ? create.error.errors : [];
  const found = attempt > 0 ? fieldErrorsOf(Body, given) : [];
  const errors = found.length > 0 ? found : refused;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const body = Body.safeParse(given);
    if (!body.success || create.isPending) return;
    create.mutate(
      { body: body.data, idempotencyKey: keyFor(body.data) },
      {
        onSuccess: ({ data }) => {
          dropKept(KEPT);
          void client.invalidateQueries({ queryKey: keyOf(subscriptions.list) });
          navigate(paths.subscription(data.id));
        },
      },
    );
  };

  return (
    <Page
      title={t`Add a mailbox or phone`}
      above={
        <BackLink href={paths.notifications()}>
          <Trans>All notifications</Trans>
        </BackLink>
      }
    >
      <form className="form" onSubmit={submit} noValidate>
        <ErrorSummary errors={errors} nameOf={nameOf} attempt={attempt} />
        <ChangeFailure error={create.error} />
        <Choice
          pointer="/destination/channel"
          label={t`Channel`}
          errors={errorsAt(errors, "/destination/channel")}
          value={channel}
          onChange={(next) => setTyped({ ...typed, channel: next })}
          options={[
            { value: "email", label: t`Mailbox`, help: t`The notice with the reference and a link.` },
            { value: "sms", label: t`Phone`, help: t`One SMS: marking, severity, reference and a link.` },
          ]}
        />
        <TextField
          pointer="/destination/address"
          label={channel === "email" ? t`E-mail address` : t`Phone number`}
          help={
            channel === "email"
              ? t`Better a mailbox of the duty desk than a person’s. Example: duty@customs.example`
              : t`With + and the country’s code. Example: +33 1 40 24 65 10`
          }
          errors={errorsAt(errors, "/destination/address")}
          value={typed.address}
          onChange={(address) => setTyped({ ...typed, address })}
          type={channel === "email" ? "email" : "tel"}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <LanguageField
          value={language}
          errors={errorsAt(errors, "/language")}
          onChange={(next) => setTyped({ ...typed, language: next })}
        />
        <h2>
          <Trans>Which alerts</Trans>
        </h2>
        <CriteriaFields
          value={criteria}
          errors={errors}
          onChange={(next) => setTyped({ ...typed, criteria: next })}
        />
        <div className="actions">
          <Button type="submit" busy={create.isPending}>
            <Trans>Add and ask to confirm</Trans>
          </Button>
          <LinkButton look="secondary" href={paths.notifications()}>
            <Trans>Cancel</Trans>
          </LinkButton>
        </div>
      </form>
    </Page>
  );
};
