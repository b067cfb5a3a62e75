import { commit } from "../../../shared/adapters/records/change.ts";
import { contactPointsFollow } from "../../../shared/adapters/records/contact-points.ts";
import type { administrations } from "../../../shared/contract/administrations.ts";
import type { Administration } from "../../../shared/domain/administration.ts";
import { type ContactPointList, replaced } from "../../../shared/domain/contact-point.ts";
import { may } from "../../../shared/domain/permissions.ts";
import { Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import type { Command, Read } from "../../runtime/request.ts";
import { inTheirTrail } from "./their-trail.ts";
import { assertCurrentList, listAnswer, listOf, loadAdministration } from "./view.ts";

type Contract = typeof administrations;

const followed = (
  list: ContactPointList,
  contactPoints: ContactPointList["contactPoints"],
  now: Date,
): ContactPointList => ({
  ...list,
  contactPoints,
  revision: list.revision + 1,
  changedAt: now.toISOString(),
});

/** Whom an administration is reached by: kept by its own contact points, and by the secretariat's operators for any. */
export const keepingContactPoints = ({ store }: { readonly store: RecordStore }) => {
  const inReach = async (caller: Caller, code: string): Promise<Administration> => {
    if (code !== caller.administration && !may(caller, "administrations.manage")) throw unknown();
    return loadAdministration(store, code);
  };
  const toChange = async (caller: Caller, code: string): Promise<ContactPointList> => {
    const administration = await inReach(caller, code);
    if (administration.state === "left")
      throw new Problem("conflict", `${administration.name} left the exchange; nobody reaches it any more.`);
    return listOf(store, administration);
  };

  const contactPoints: Read<Contract["contactPoints"]> = async ({ params, caller, circumstances }) =>
    listAnswer(await listOf(store, await inReach(caller, params.code)), circumstances.now);

  const replaceContactPoints: Read<Contract["replaceContactPoints"]> = async (request) => {
    const { params, body, caller, circumstances } = request;
    const before = await toChange(caller, params.code);
    assertCurrentList(request, before);
    const points = replaced(before.contactPoints, body.contactPoints, circumstances.now.toISOString());
    const list = followed(before, [...points], circumstances.now);
    const about = { action: "contact-points.replace", detail: { contactPoints: points.length } };
    await commit(store, circumstances, {
      ...about,
      subject: params.code,
      steps: [...contactPointsFollow(before, list), ...inTheirTrail(params.code, circumstances, about)],
    });
    return listAnswer(list, circumstances.now);
  };

  const confirmContactPoint: Command<Contract["confirmContactPoint"]> = {
    perform: async (request) => {
      const { params, caller, circumstances } = request;
      const before = await toChange(caller, params.code);
      assertCurrentList(request, before);
      const point = before.contactPoints[params.n - 1];
      if (point === undefined) throw unknown();
      if (point.hours === undefined || point.timeZone === undefined)
        throw new Problem(
          "conflict",
          `${point.name} has no hours yet. Enter hours and time zone: that confirms the contact point, too.`,
        );
      const confirmed = { ...point, confirmedAt: circumstances.now.toISOString() };
      const points = before.contactPoints.with(params.n - 1, confirmed);
      const about = { action: "contact-points.confirm", detail: { contactPoint: params.n } };
      await commit(store, circumstances, {
        ...about,
        subject: params.code,
        steps: [
          ...contactPointsFollow(before, followed(before, points, circumstances.now)),
          ...inTheirTrail(params.code, circumstances, about),
        ],
      });
      return { subject: params.code };
    },
    render: async (code, { circumstances }) =>
      listAnswer(await listOf(store, await loadAdministration(store, code)), circumstances.now),
  };

  return { contactPoints, replaceContactPoints, confirmContactPoint };
};
