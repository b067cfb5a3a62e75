import type { App } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";

/** What each synthesis is checked against; it fails on what infra/acknowledgements.ts does not explain. */
export const rulePacks = (app: App) => [new AwsSolutionsChecks(app), new ServerlessChecks(app)] as const;
