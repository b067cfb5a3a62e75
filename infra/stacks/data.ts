import { CfnOutput, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import { ObjectLockRetention } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { outputs, STATE_INDEX } from "../../shared/names.ts";
import { privateBucket } from "../constructs/private-bucket.ts";
import { checkpointBucketName } from "../constructs/resources.ts";
import type { Settings } from "../settings.ts";

/** The table with everything in it, its key, the key of one-time codes, and what signs the audit trails and keeps the signatures. */
export class DataStack extends Stack {
  readonly table: Table;
  readonly tableKey: Key;
  readonly codeKey: Key;
  readonly checkpointKey: Key;

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

    // Asymmetric keys do not rotate by themselves: another one is a deployment, and each checkpoint carries its own.
    this.checkpointKey = new Key(this, "checkpoint-key", {
      description: "Signs the audit trails of IPR CENcomm",
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy,
    });
    privateBucket(this, "checkpoints", {
      bucketName: checkpointBucketName,
      // In production nobody can delete a checkpoint, the account's owner included.
      objectLockDefaultRetention: lasting
        ? ObjectLockRetention.compliance(Duration.days(10 * 365))
        : ObjectLockRetention.governance(Duration.days(1)),
      versioned: true,
      serverAccessLogsBucket: privateBucket(this, "checkpoint-logs", {
        lifecycleRules: [{ expiration: Duration.days(365) }],
      }),
    });

    new CfnOutput(this, outputs.table, { value: this.table.tableName });
  }
}
