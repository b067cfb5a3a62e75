import { Annotations, Aws, CfnOutput, Duration, Stack } from "aws-cdk-lib";
import type { RestApi } from "aws-cdk-lib/aws-apigateway";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { outputs } from "../../shared/names.ts";
import { acknowledge } from "../constructs/acknowledge.ts";
import { ConsoleFiles } from "../constructs/console-files.ts";
import { consoleHeaders } from "../constructs/console-headers.ts";
import { privateBucket } from "../constructs/private-bucket.ts";
import type { Settings } from "../settings.ts";
import { STAGE } from "./api.ts";

/** One origin for people: the console's files and the hosted API. National systems may call the API directly. */
export class EdgeStack extends Stack {
  /** Where the console is opened by CloudFront's own name. */
  readonly url: string;

  constructor(scope: Construct, id: string, settings: Settings, api: RestApi) {
    super(scope, id, { description: "IPR CENcomm: the console and the API on one origin" });

    const logs = privateBucket(this, "logs", {
      // CloudFront writes its logs with an ACL.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: Duration.days(365) }],
    });
    const files = privateBucket(this, "console", {
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: "bucket/",
    });

    const distribution = new Distribution(this, "distribution", {
      comment: "IPR CENcomm",
      ...ownName(this, settings),
      httpVersion: HttpVersion.HTTP2_AND_3,
      // The members are on every continent.
      priceClass: PriceClass.PRICE_CLASS_ALL,
      defaultRootObject: "index.html",
      logBucket: logs,
      logFilePrefix: "cloudfront/",
      defaultBehavior: {
        // With LIST, a file that does not exist is 404 and not 403.
        origin: S3BucketOrigin.withOriginAccessControl(files, {
          originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
        }),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        compress: true,
        responseHeadersPolicy: new ResponseHeadersPolicy(this, "headers", consoleHeaders(Aws.REGION)),
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new EdgeFunction(this, "pages", {
              comment: "Answers the console's pages with index.html",
              runtime: FunctionRuntime.JS_2_0,
              code: FunctionCode.fromInline(pages),
            }),
          },
        ],
      },
      // `/live`, the events for open consoles, will be a behaviour of its own here.
      additionalBehaviors: { "/v1/*": hostedApi(api) },
    });
    acknowledge(distribution, "members-everywhere", "firewall-of-the-edge", "missing-files");
    if (settings.certificateArn === undefined) acknowledge(distribution, "name-of-cloudfront");
    this.url = `https://${distribution.distributionDomainName}`;
    if (settings.consoleFolder !== undefined) new ConsoleFiles(this, "files", files, settings.consoleFolder);
    else if (settings.environment === "production")
      Annotations.of(this).addInfo(
        "The console is not built, so the bucket keeps what it holds; npm run deploy builds it.",
      );

    new CfnOutput(this, outputs.consoleUrl, { value: settings.consoleUrl ?? this.url });
  }
}

/**
 * A path that is no file is one of the console's pages, which the console itself knows. CloudFront's error pages cannot
 * do this: they hold for the whole distribution and would turn the API's 404 into a page.
 */
const pages = `function handler(event) {
  var request = event.request;
  if (!/\\.\\w+$/.test(request.uri)) request.uri = "/index.html";
  return request;
}`;

/** Nothing is cached, and everything is passed on but Host, by which the gateway tells its APIs apart. */
const hostedApi = (api: RestApi): BehaviorOptions => ({
  origin: new HttpOrigin(`${api.restApiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`, {
    originPath: `/${STAGE}`,
  }),
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
  // CloudFront would weaken the API's strong ETags, and the API compresses itself.
  compress: false,
});

/** The operator's own name for the console, where there is a certificate for it; under CloudFront's, TLS 1.0 cannot be refused. */
const ownName = (scope: Construct, { consoleUrl, certificateArn }: Settings) =>
  consoleUrl === undefined || certificateArn === undefined
    ? {}
    : {
        domainNames: [new URL(consoleUrl).hostname],
        certificate: Certificate.fromCertificateArn(scope, "certificate", certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      };
