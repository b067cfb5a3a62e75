import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { administrations } from "../../../../shared/contract/administrations.ts";
import { type RegistrationView, registrations } from "../../../../shared/contract/registrations.ts";
import type { Answer } from "../../api/client.ts";
import { keyOf, queryOf } from "../../api/queries.ts";
import { Choice } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { Approval } from "./approval.tsx";
import { Rejection } from "./rejection.tsx";

export interface DecisionProps {
  readonly application: RegistrationView;
  readonly etag: string;
  readonly onReload: () => void;
}

/** What the secretariat does with an application that waits for it. */
export const Decision = (props: DecisionProps) => {
  const { t } = useLingui();
  const [decision, setDecision] = useState<"approve" | "reject" | "">("");
  const { state } = props.application;
  if (state === "unconfirmed")
    return (
      <Notice title={<Trans>It does not count yet</Trans>}>
        <p>
          <Trans>The applicant has not entered the code that was mailed. There is nothing to decide.</Trans>
        </p>
      </Notice>
    );
  if (state !== "confirmed") return null;
  return (
    <section className="panel measured" aria-labelledby="decision">
      <h2 id="decision">
        <Trans>Decision</Trans>
      </h2>
      <div className="stack">
        <Choice
          pointer="/decision"
          label={t`What do you decide?`}
          errors={[]}
          value={decision}
          onChange={setDecision}
          options={[
            {
              value: "approve",
              label: t`Approve`,
              help: t`You have made sure, outside this system, that the applicant speaks for the administration.`,
            },
            { value: "reject", label: t`Reject`, help: t`The applicant is mailed the reason.` },
          ]}
        />
        {decision === "approve" && <Approval {...props} />}
        {decision === "reject" && <Rejection {...props} />}
      </div>
    </section>
  );
};

/** After a decision: shown at once, and asked for again wherever it is listed. */
export const useDecided = () => {
  const client = useQueryClient();
  return (answer: Answer<RegistrationView>) => {
    const { id } = answer.data;
    client.setQueryData(queryOf(registrations.get, { params: { id } }).queryKey, answer);
    for (const endpoint of [registrations.list, administrations.list])
      void client.invalidateQueries({ queryKey: keyOf(endpoint) });
    scrollTo({ top: 0 });
  };
};
