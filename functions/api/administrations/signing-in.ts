import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import type { administrations } from "../../../shared/contract/administrations.ts";
import { unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Read } from "../../runtime/request.ts";

/** What somebody needs to sign in, before anybody knows who it is. */
export const signingIn = ({ store }: { readonly store: RecordStore }) => {
  const signIn: Read<(typeof administrations)["signIn"]> = async ({ params }) => {
    const administration = await getAdministration(store, params.administration);
    // Suspended and active look alike to somebody who is not signed in.
    if (administration?.pool === undefined || administration.state === "left") throw unknown();
    const { userPoolId, clientId } = administration.pool;
    const region = userPoolId.split("_")[0];
    return { body: { administration: administration.code, region, userPoolId, clientId } };
  };

  return { signIn };
};
