import { CfnOutput, RemovalPolicy, Stack } from "aws-cdk-lib";
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { outputs, STATE_INDEX } from "../../shared/names.ts";
import type { Settings } from "../settings.ts";

/** The table with everything in it, its key, and the key of one-time codes. */
export class DataStack extends Stack {
  readonly table: Table;
  readonly tableKey: Key;
  readonly codeKey: Key;

  constructor(scope: Construct, id: string, { environment }: Settings) {
    super(scope, id, { description: "IPR CENcomm: the table and its keys" });
    const lasting = environment === "production";
    const removalPolicy = lasting ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;

    this.tableKey = new Key(this, "table-key", {
      description: "Encrypts the table of IPR CENcomm",
      enableKeyRotation: true,
      removalPolicy,
    });
    this.table = new Table(this, "table", {
      partitionKey: { name: "pk", type: AttributeType.STRING },
      sortKey: { name: "sk", type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.tableKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: "expiresAt",
      deletionProtection: lasting,
      removalPolicy,
    });
    this.table.addGlobalSecondaryIndex({
      indexName: STATE_INDEX,
      partitionKey: { name: `${STATE_INDEX}pk`, type: AttributeType.STRING },
      sortKey: { name: `${STATE_INDEX}sk`, type: AttributeType.STRING },
      projectionType: ProjectionType.ALL,
    });

    // HMAC keys cannot rotate by themselves; codes live ten minutes, so another key may take over at any time.
    this.codeKey = new Key(this, "code-key", {
      description: "Makes the one-time codes of IPR CENcomm",
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      removalPolicy,
    });

    new CfnOutput(this, outputs.table, { value: this.table.tableName });
  }
}
