import { parseArgs } from "node:util";
import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { v7 } from "uuid";
import { dynamoRecordStore } from "../shared/adapters/dynamodb/record-store.ts";
import { EmailAddress } from "../shared/domain/contact.ts";
import { outputs } from "../shared/names.ts";
import { foundSecretariat } from "./found-secretariat.ts";
import { report, SetupError } from "./setup-error.ts";

const DATA_STACK = "IprCencomm-Data";

/** Makes the first user of the secretariat in the account and region that the AWS environment names. */
try {
  const { values } = parseArgs({ options: { email: { type: "string" }, name: { type: "string" } } });
  const email = EmailAddress.safeParse(values.email);
  if (!email.success)
    throw new SetupError(
      "Say who the secretariat's first user is: npm run secretariat -- --email operator@customs.example",
    );
  const outcome = await foundSecretariat(dynamoRecordStore(new DynamoDBClient({}), await tableName()), {
    email: email.data,
    name: values.name ?? "Operator of the secretariat",
    now: new Date(),
    newId: () => v7(),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  });
  console.log(
    {
      founded: `The secretariat is founded. An invitation is mailed to ${email.data} within a minute.`,
      "tried-again": "The secretariat was founded before, but is not complete; it is tried again now.",
      active: "There is a secretariat already. Its contact point invites further people.",
    }[outcome],
  );
} catch (error) {
  report(error);
}
process.exit();

async function tableName(): Promise<string> {
  const { Stacks = [] } = await new CloudFormationClient({})
    .send(new DescribeStacksCommand({ StackName: DATA_STACK }))
    .catch((error: unknown) => {
      throw new SetupError(
        `The stack ${DATA_STACK} cannot be read: deploy first, and set AWS_REGION and credentials of its account. AWS says: ${String(error)}`,
      );
    });
  const table = Stacks[0]?.Outputs?.find(({ OutputKey }) => OutputKey === outputs.table)?.OutputValue;
  if (table === undefined) throw new SetupError(`The stack ${DATA_STACK} has no output ${outputs.table}.`);
  return table;
}
