import { useQuery } from "@tanstack/react-query";
import { groups } from "../../../shared/contract/groups.ts";
import { isReviewing } from "../../../shared/domain/review.ts";
import { queryOf } from "./queries.ts";

/** Whether a group asks for a review of what an administration writes for it, and by whom; none until that is known. */
export const useGroupReview = (group: string, author: string) => {
  const { data } = useQuery({ ...queryOf(groups.get, { params: { id: group } }), staleTime: 300_000 });
  const { review = "none" as const, owner, members = [] } = data?.data ?? {};
  const codes = members.map(({ code }) => code);
  return { review, reviewers: codes.filter((code) => code !== author && isReviewing(code, owner)) };
};
