import type { App } from "aws-cdk-lib";
import type { Settings } from "./settings.ts";
import { ApiStack } from "./stacks/api.ts";
import { DataStack } from "./stacks/data.ts";
import { EdgeStack } from "./stacks/edge.ts";
import { IdentityStack } from "./stacks/identity.ts";
import { NotificationsStack } from "./stacks/notifications.ts";
import { OperationsStack } from "./stacks/operations.ts";

/** The stacks in the order in which they come to be: each is given what those before it made. */
export const addExchange = (app: App, settings: Settings) => {
  const data = new DataStack(app, "IprCencomm-Data", settings);
  const { table, tableKey, codeKey, checkpointKey } = data;
  const stored = { table, tableKey, codeKey, checkpointKey, mailSender: settings.mailSender };
  const api = new ApiStack(app, "IprCencomm-Api", stored);
  const edge = new EdgeStack(app, "IprCencomm-Edge", settings, api.rest);
  // An address of the operator's own spares the stacks below an import from the edge.
  const resources = { ...stored, consoleUrl: settings.consoleUrl ?? edge.url };
  const identity = new IdentityStack(app, "IprCencomm-Identity", resources);
  const notifications = new NotificationsStack(
    app,
    "IprCencomm-Notifications",
    resources,
    identity.provisionQueue,
  );
  const operations = new OperationsStack(app, "IprCencomm-Operations", settings);
  return { data, api, edge, identity, notifications, operations };
};
