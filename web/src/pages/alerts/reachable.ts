import { fetchConfig } from "../../api/config.ts";

let asked: Promise<string | undefined> | undefined;

/** A signed address as this browser reaches it: as it stands, or in a local system through the console's own origin. */
export const reachable = async (signed: string): Promise<string> => {
  asked ??= fetchConfig().then(({ filesEndpoint }) => filesEndpoint);
  const endpoint = await asked.catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  if (endpoint === undefined) return signed;
  const { host, pathname, search } = new URL(signed);
  return `${endpoint}/${host}${pathname}${search}`;
};
