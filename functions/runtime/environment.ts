import * as z from "zod/mini";
import { type Variable, variables } from "../../shared/names.ts";

const Value = z.string().check(z.minLength(1));

/** A variable that infra/functions.ts gives this function; missing, the function does not start. */
export const environment = (variable: Variable): string => {
  const name = variables[variable];
  const value = Value.safeParse(process.env[name]);
  if (!value.success) throw new Error(`The function was deployed without ${name}`);
  return value.data;
};

/** What the SDK would read by itself: region, address and credentials, which Lambda renews in a running function. */
export const lambdaEnvironment = () => ({
  region: process.env["AWS_REGION"] ?? "us-east-1",
  endpoint: process.env["AWS_ENDPOINT_URL"],
  credentials: () => {
    const {
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken,
    } = process.env;
    if (accessKeyId === undefined || secretAccessKey === undefined)
      throw new Error("The function has no credentials");
    return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
  },
});
