import { Duration } from "aws-cdk-lib";
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseHeadersPolicyProps,
} from "aws-cdk-lib/aws-cloudfront";

/** The page's own origin, and Cognito of its region, where people sign in. */
const contentSecurityPolicy = (region: string): string =>
  [
    "default-src 'self'",
    "img-src 'self' data:",
    "style-src 'self'",
    `connect-src 'self' https://cognito-idp.${region}.amazonaws.com`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");

/** What browsers are told beside each file of the console; local/gateway.ts tells them the same. */
export const consoleHeaders = (region: string): ResponseHeadersPolicyProps => ({
  comment: "The console of IPR CENcomm",
  securityHeadersBehavior: {
    contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(region), override: true },
    contentTypeOptions: { override: true },
    frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
    referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
    strictTransportSecurity: {
      accessControlMaxAge: Duration.days(730),
      includeSubdomains: true,
      preload: true,
      override: true,
    },
  },
  customHeadersBehavior: {
    customHeaders: [
      { header: "cross-origin-opener-policy", value: "same-origin", override: true },
      { header: "permissions-policy", value: "camera=(), geolocation=(), microphone=()", override: true },
    ],
  },
});
