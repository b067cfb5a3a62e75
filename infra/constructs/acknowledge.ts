import { Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";
import { type AcknowledgementName, acknowledgements } from "../acknowledgements.ts";

/** Leaves these findings as they are, at this construct and below it. */
export const acknowledge = (at: IConstruct, ...names: readonly AcknowledgementName[]): void => {
  for (const name of names) {
    const { rule, reason } = acknowledgements[name];
    Validations.of(at).acknowledge({ id: rule, reason });
  }
};
