import { Annotations, Match } from "aws-cdk-lib/assertions";
import { AwsSolutionsChecks, type IApplyRule, NagRuleCompliance, ServerlessChecks } from "cdk-nag";
import { expect, test } from "vitest";
import { acknowledgements } from "../../infra/acknowledgements.ts";
import { rulePacks } from "../../infra/rule-packs.ts";
import { exchange } from "./exchange.ts";

const variants = [
  ["under CloudFront's name", {}],
  [
    "under a name of the operator's",
    {
      consoleUrl: "https://exchange.customs.example",
      certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/a",
    },
  ],
  ["on one machine", { environment: "local", consoleUrl: "http://localhost:8080" }],
] as const;

test.each(variants)("the rule packs find nothing unexplained %s", (_, settings) => {
  const { app } = exchange(settings);
  const found = rulePacks(app).flatMap((pack) =>
    pack
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
      ),
  );
  expect(found).toEqual([]);
});

test("CDK itself warns of nothing", () => {
  for (const stack of Object.values(exchange().stacks))
    expect(Annotations.fromStack(stack).findWarning("*", Match.anyValue())).toEqual([]);
});

/** What a rule finds, explained or not, as the packs write it. */
const ids = (pack: string, { rule, ruleSuffixOverride, node }: IApplyRule): readonly string[] => {
  const id = `${pack}-${ruleSuffixOverride ?? rule.name}`;
  const result = rule(node);
  if (Array.isArray(result)) return result.map((finding) => `${id}[${finding}]`);
  return result === NagRuleCompliance.NON_COMPLIANT ? [id] : [];
};

const found = new Set<string>();

class Solutions extends AwsSolutionsChecks {
  protected override applyRule(rule: IApplyRule): void {
    for (const id of ids(this.packName, rule)) found.add(id);
  }
}

class Serverless extends ServerlessChecks {
  protected override applyRule(rule: IApplyRule): void {
    for (const id of ids(this.packName, rule)) found.add(id);
  }
}

test("each explanation still explains something, and says why in a sentence", () => {
  for (const [, settings] of variants) {
    const { app } = exchange(settings);
    for (const pack of [new Solutions(app), new Serverless(app)]) pack.validateScope(app);
  }
  for (const { rule, reason } of Object.values(acknowledgements)) {
    expect(reason).toMatch(/^[A-Z].{30,}\.$/);
    // A warning of CDK's own is in no rule pack.
    if (!rule.startsWith("@aws-cdk/")) expect(found).toContain(rule);
  }
});
