import type { APIGatewayAuthorizerResult, APIGatewayRequestAuthorizerEvent } from "aws-lambda";
import type { Identity } from "../runtime/identity.ts";

type Identify = (authorization: string | undefined) => Promise<Identity | undefined>;

/** As the access log names a caller. */
const nameOf = (identity: Identity): string =>
  `${identity.administration}#${"systemAccount" in identity ? identity.systemAccount : identity.username}`;

/**
 * Lets a proven caller through to the functions. The gateway keeps the answer for some minutes by the token, whatever
 * was asked first: the policy covers the whole stage, and grants nothing but to be asked who one is.
 */
export const admitting =
  (identify: Identify) =>
  async ({ headers, methodArn }: APIGatewayRequestAuthorizerEvent): Promise<APIGatewayAuthorizerResult> => {
    const authorization = Object.entries(headers ?? {}).find(
      ([name]) => name.toLowerCase() === "authorization",
    )?.[1];
    const identity = await identify(authorization);
    // API Gateway turns this very message into the 401 of its gateway response; why, outsiders are not told.
    if (identity === undefined) throw new Error("Unauthorized");
    const stage = methodArn.split("/").slice(0, 2).join("/");
    return {
      principalId: nameOf(identity),
      policyDocument: {
        Version: "2012-10-17",
        Statement: [{ Action: "execute-api:Invoke", Effect: "Allow", Resource: `${stage}/*` }],
      },
      context: identity,
    };
  };
