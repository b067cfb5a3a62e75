import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import type { AdministrationCode } from "../../../shared/domain/identifiers.ts";
import { may } from "../../../shared/domain/permissions.ts";
import { unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller } from "../../../shared/domain/user.ts";

/** Whose trail a caller reads. Another's is unknown to all but the secretariat's operator, whether there is one or not. */
export const whoseTrail = async (
  store: RecordStore,
  caller: Caller,
  asked: AdministrationCode = caller.administration,
): Promise<AdministrationCode> => {
  if (asked === caller.administration) return asked;
  if (!may(caller, "audit.oversee")) throw unknown();
  if ((await getAdministration(store, asked)) === undefined) throw unknown();
  return asked;
};
