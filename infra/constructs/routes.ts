import type { Method, Noun } from "../../shared/contract/endpoint.ts";

/** One method of one resource of the gateway. */
export interface Route {
  readonly path: string;
  readonly method: Method | "ANY";
  readonly public: boolean;
}

const isPublic = ({ access }: Noun[string]): boolean => access === "public";

/**
 * A noun that nobody may use without a token is handed over whole, behind the authorizer. One with something public is
 * spelt out, so that the gateway lets through without a token only what the contract says.
 */
export const routesOf = (noun: Noun): readonly Route[] => {
  const endpoints = Object.values(noun);
  if (endpoints.some(isPublic))
    return endpoints.map((endpoint) => ({
      path: endpoint.path,
      method: endpoint.method,
      public: isPublic(endpoint),
    }));
  const collections = new Set(endpoints.map(({ path }) => path.split("/").slice(0, 3).join("/")));
  return [...collections].flatMap((path) => [
    { path, method: "ANY", public: false },
    { path: `${path}/{proxy+}`, method: "ANY", public: false },
  ]);
};
