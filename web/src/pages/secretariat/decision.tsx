import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Choice } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { Approval } from "./approval.tsx";
import type { DecisionProps } from "./decided.ts";
import { Rejection } from "./rejection.tsx";

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
