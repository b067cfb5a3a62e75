import { CfnOutput, Duration, RemovalPolicy, Size, Stack } from "aws-cdk-lib";
import {
  AccessLogField,
  AccessLogFormat,
  AuthorizationType,
  EndpointType,
  IdentitySource,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RequestAuthorizer,
  RestApi,
} from "aws-cdk-lib/aws-apigateway";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { nouns } from "../../shared/contract/nouns.ts";
import { outputs, RESOURCE_PREFIX } from "../../shared/names.ts";
import { acknowledge } from "../constructs/acknowledge.ts";
import { addGatewayProblems } from "../constructs/gateway-problems.ts";
import type { Resources } from "../constructs/resources.ts";
import { routesOf } from "../constructs/routes.ts";
import { ServiceFunction } from "../constructs/service-function.ts";
import { functions } from "../functions.ts";

/** The first part of every path at the gateway itself. */
export const STAGE = "live";

/** The hosted API: who calls is found by the authorizer, each noun is answered by its function. */
export class ApiStack extends Stack {
  readonly rest: RestApi;

  constructor(scope: Construct, id: string, resources: Resources) {
    super(scope, id, { description: "IPR CENcomm: the hosted API" });
    this.rest = new RestApi(this, "rest", {
      restApiName: RESOURCE_PREFIX,
      description: "The hosted API of IPR CENcomm",
      endpointTypes: [EndpointType.REGIONAL],
      minCompressionSize: Size.bytes(1024),
      // Without the account's role for it, API Gateway refuses a stage with logs.
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN,
      deployOptions: {
        stageName: STAGE,
        tracingEnabled: true,
        // Errors of the gateway itself; never the data of requests.
        loggingLevel: MethodLoggingLevel.ERROR,
        dataTraceEnabled: false,
        throttlingRateLimit: 500,
        throttlingBurstLimit: 1000,
        accessLogDestination: new LogGroupLogDestination(
          new LogGroup(this, "access-log", {
            retention: RetentionDays.ONE_YEAR,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        accessLogFormat: accessLog,
      },
    });
    addGatewayProblems(this.rest);

    const authorizer = new RequestAuthorizer(this, "caller", {
      handler: new ServiceFunction(this, "authorizer", resources).lambda,
      identitySources: [IdentitySource.header("Authorization")],
      resultsCacheTtl: Duration.minutes(5),
    });
    for (const { file, trigger } of functions) {
      if (!("noun" in trigger)) continue;
      const integration = new LambdaIntegration(new ServiceFunction(this, file, resources).lambda, {
        scopePermissionToMethod: false,
      });
      for (const route of routesOf(nouns[trigger.noun])) {
        const method = this.rest.root
          .resourceForPath(route.path)
          .addMethod(
            route.method,
            integration,
            route.public ? { authorizationType: AuthorizationType.NONE } : { authorizer },
          );
        if (route.public) acknowledge(method, "public-by-contract");
      }
    }
    acknowledge(
      this.rest,
      "validated-by-the-contract",
      "firewall-of-the-api",
      "gateway-logs",
      "own-authorizer",
    );

    new CfnOutput(this, outputs.apiUrl, { value: this.rest.url });
  }
}

/** Who did what, how it ended and how long it took; no query, since a query may say what somebody looks for. */
const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    time: AccessLogField.contextRequestTimeEpoch(),
    caller: AccessLogField.contextAuthorizer("principalId"),
    address: AccessLogField.contextIdentitySourceIp(),
    method: AccessLogField.contextHttpMethod(),
    path: AccessLogField.contextPath(),
    status: AccessLogField.contextStatus(),
    bytes: AccessLogField.contextResponseLength(),
    milliseconds: AccessLogField.contextResponseLatency(),
    error: AccessLogField.contextErrorMessage(),
  }),
);
