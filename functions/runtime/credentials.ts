import * as z from "zod/mini";

const Given = z.object({
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
  AWS_SESSION_TOKEN: z.optional(z.string()),
});

/**
 * In a handler's bundle this stands for @aws-sdk/credential-provider-node (infra/constructs/handler-code.ts): a Lambda is given its
 * role's credentials by its environment, and there is nowhere else to look for any.
 */
export const defaultProvider = () => async () => {
  const given = Given.safeParse(process.env);
  if (!given.success) throw new Error("The function has no credentials in its environment");
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = given.data;
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: AWS_SESSION_TOKEN }),
  };
};
