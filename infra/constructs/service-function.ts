import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Policy, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { variables } from "../../shared/names.ts";
import { acknowledgedGrants } from "../acknowledgements.ts";
import { deployedName, type FunctionFile, functionOf } from "../functions.ts";
import { acknowledge } from "./acknowledge.ts";
import { statements } from "./grants.ts";
import { handlerCode } from "./handler-code.ts";
import { type Resources, values } from "./resources.ts";

/** A line of infra/functions.ts as a Lambda that may do what the line says, write its log, and nothing else. */
export class ServiceFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly policy: Policy;

  constructor(scope: Construct, file: FunctionFile, resources: Resources, deadLetterQueue?: IQueue) {
    super(scope, file.replaceAll("/", "-"));
    const definition = functionOf(file);
    const logGroup = new LogGroup(this, "log", {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, "role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      description: `What ${deployedName(file)} may do`,
    });
    this.policy = new Policy(this, "grants", {
      roles: [role],
      statements: [
        new PolicyStatement({
          actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
          resources: [logGroup.logGroupArn],
        }),
        ...definition.may.flatMap((grant) => statements[grant](resources)),
      ],
    });
    this.lambda = new LambdaFunction(this, "function", {
      functionName: deployedName(file),
      description: `When it fails: ${definition.purpose}`,
      code: handlerCode(file),
      handler: "index.handler",
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: definition.memoryMiB ?? 512,
      timeout: Duration.seconds(definition.timeoutSeconds ?? 10),
      environment: Object.fromEntries(
        definition.variables.map((variable) => [variables[variable], values[variable](resources)]),
      ),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      ...(deadLetterQueue === undefined ? {} : { deadLetterQueue }),
    });
    acknowledge(this, "every-resource");
    for (const grant of definition.may) {
      const wide = acknowledgedGrants[grant];
      if (wide !== undefined) acknowledge(this.policy, wide);
    }
    if (deadLetterQueue === undefined) acknowledge(this.lambda, "failure-kept-elsewhere");
    // Else the first events may find a function that may not read the table yet.
    this.lambda.node.addDependency(this.policy);
  }
}
