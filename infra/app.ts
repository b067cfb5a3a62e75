import { App } from "aws-cdk-lib";
import { readSettings } from "./settings.ts";
import { ApiStack } from "./stacks/api.ts";
import { DataStack } from "./stacks/data.ts";

const app = new App();
const settings = readSettings(app.node);

const { table, tableKey, codeKey } = new DataStack(app, "IprCencomm-Data", settings);
const resources = { table, tableKey, codeKey, mailSender: settings.mailSender };
new ApiStack(app, "IprCencomm-Api", resources);
