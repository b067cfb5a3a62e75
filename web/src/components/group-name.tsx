import { useGroupName } from "../api/own-groups.ts";

/** A group by its name. */
export const GroupName = ({ id }: { readonly id: string }) => useGroupName()(id);
