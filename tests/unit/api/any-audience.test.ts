import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { disseminate } from "../../../functions/streams/dispatch/disseminate.ts";
import { membershipItems } from "../../../shared/adapters/records/groups.ts";
import { alerts } from "../../../shared/contract/alerts.ts";
import type { Endpoint } from "../../../shared/contract/endpoint.ts";
import { addressedBy, maySee } from "../../../shared/domain/audience.ts";
import type { Membership } from "../../../shared/domain/group.ts";
import { content, exchange } from "./exchange.ts";
import { admitAll, settle } from "./people.ts";

const day = (n: number): string => new Date(Date.UTC(2026, 10, 20 + n)).toISOString();
const [RELEASED, READ] = [4, 8];
const others = ["KE", "DE", "BE", "SE"] as const;
const regions = ["europe", "east-and-southern-africa", "west-and-central-africa"] as const;

/** Every way to read something of an alert by its id, as the contract lists them. */
const reads: readonly Endpoint[] = Object.values(alerts).filter(
  ({ method, path }: Endpoint) => method === "GET" && path.startsWith("/v1/alerts/{id}"),
);
/** Those that whoever may see an alert is never refused: the rest ask for more than that. */
const open: readonly Endpoint[] = [alerts.get, alerts.versions, alerts.version, alerts.acknowledgements];

const interval = fc
  .record({ from: fc.nat(7), stays: fc.option(fc.nat(4)), region: fc.constantFrom(...regions) })
  .map(({ from, stays, region }) => ({
    from: day(from),
    ...(stays === null ? {} : { until: day(from + stays + 1) }),
    region,
  }));

const membership = fc.record({
  history: fc.constantFrom("all" as const, "from-admission" as const),
  // One after the other: none reaches into the next.
  intervals: fc.oneof(
    fc.tuple(interval),
    fc.constantFrom(...regions).map((region) => [
      { from: day(0), until: day(2), region },
      { from: day(6), region },
    ]),
  ),
});

const audience = fc.oneof(
  fc.constant({ kind: "group" as const }),
  fc
    .uniqueArray(fc.constantFrom(...regions), { minLength: 1, maxLength: 2 })
    .map((named) => ({ kind: "regions" as const, regions: [...named] })),
  fc
    .uniqueArray(fc.constantFrom(...others), { minLength: 1, maxLength: 3 })
    .map((administrations) => ({ kind: "all-but" as const, administrations: [...administrations] })),
  fc
    .uniqueArray(fc.constantFrom(...others), { minLength: 1, maxLength: 3 })
    .map((administrations) => ({ kind: "administrations" as const, administrations: [...administrations] })),
);

afterEach(() => vi.useRealTimers());

test("of any audience, in a group of any past, who reads by any way is whom the one decision names, as it was at the release", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(day(RELEASED)) });
  let released = 0;
  const seen: boolean[] = [];
  await fc.assert(
    fc.asyncProperty(
      audience,
      fc.tuple(membership, membership, membership, membership),
      fc.constantFrom(...regions),
      async (to, places, moved) => {
        vi.setSystemTime(new Date(day(RELEASED)));
        const of = await exchange();
        for (const code of ["BE", "SE"]) {
          await settle(of.store, code);
          for (const [who, id] of await admitAll(of.store, code)) of.people.set(who, id);
        }
        const members: readonly Membership[] = [
          {
            group: "ipr",
            administration: "FR",
            history: "all",
            intervals: [{ from: day(0), region: "europe" }],
          },
          ...places.map((place, n) => ({ group: "ipr", administration: others[n] ?? "KE", ...place })),
        ];
        const put = (all: readonly Membership[]) =>
          of.store.writeMany(all.flatMap(membershipItems).map((item) => ({ put: item })));
        await put(members);
        const drafted = await of.call("FR releaser", "POST", "/v1/alerts", { ...content, audience: to });
        if (drafted.status !== 201) return;
        const path = `/v1/alerts/${drafted.json.id}`;
        const { status, json } = await of.call("FR releaser", "POST", `${path}/release`, undefined, {
          "If-Match": drafted.etag,
        });
        // Nobody of the group would hear of it.
        if (status !== 200) return;
        released += 1;
        await disseminate(of.store, { alert: json.id, version: 1 });

        const now = day(READ);
        vi.setSystemTime(new Date(now));
        // Everybody has another region by then, and whoever left is where they were.
        await put(
          members.map((each) => ({
            ...each,
            intervals: each.intervals.map((stay) => ({ ...stay, region: moved })),
          })),
        );
        const what = {
          group: "ipr",
          author: "FR",
          audience: to,
          releasedAt: day(RELEASED),
          addressed: addressedBy(to, members, day(RELEASED)),
        };
        for (const code of [...others, "FR"]) {
          const own = members.find(({ administration }) => administration === code);
          const sees = maySee(what, code, own, now);
          seen.push(sees);
          const who = `${code} releaser`;
          const statusOf = async (endpoint: Endpoint) =>
            (await of.call(who, "GET", endpoint.path.replace("{id}", json.id).replace("{version}", "1")))
              .status;
          if (sees)
            for (const endpoint of open) expect([code, await statusOf(endpoint)]).toEqual([code, 200]);
          else
            for (const endpoint of reads)
              expect([code, endpoint.path, await statusOf(endpoint)]).toEqual([code, endpoint.path, 404]);
          for (const search of ["group=ipr", `reference=${json.reference}`]) {
            const listed = (await of.call(who, "GET", `/v1/alerts?${search}`)).json.items.length;
            expect([code, search, listed === 1]).toEqual([code, search, sees]);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
  const insiders = seen.filter(Boolean).length;
  expect(Math.min(released, insiders, seen.length - insiders)).toBeGreaterThan(10);
});
