import * as z from "zod/mini";

/** What is said beside the console about the deployment it is served from. */
const Config = z.object({
  region: z.string(),
  /** Where Cognito is reached; absent: by its own name in the region. */
  cognitoEndpoint: z.optional(z.url()),
  /** Where systems get their tokens; absent: where the system account says. */
  tokenEndpoint: z.optional(z.url()),
  /** Where mails are read, in a local system only. */
  mailboxUrl: z.optional(z.url()),
});
export type Config = z.infer<typeof Config>;

export const fetchConfig = async (): Promise<Config> => {
  const response = await fetch("/config.json");
  return Config.parse(await response.json());
};
