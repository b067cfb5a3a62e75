import { expect, test } from "vitest";
import type { Sighting } from "../../../shared/contract/users.ts";
import { readCsv } from "../../../shared/domain/csv.ts";
import { readPeople } from "../../../shared/domain/people-import.ts";
import { roles } from "../../../shared/domain/permissions.ts";
import { type PersonChange, refusalOf } from "../../../shared/domain/person-change.ts";
import { userStates } from "../../../shared/domain/user.ts";
import { recognise } from "../../../web/src/i18n/reasons.ts";
import { csvOf, listsSeen, seenAlerts } from "../../../web/src/pages/people/sightings.ts";

const changes = {
  rename: true,
  "change-roles": true,
  disable: true,
  "let-in": true,
  delete: true,
  "resend-invitation": true,
  "reset-authenticator": true,
  confirm: true,
  "report-compromised": true,
} as const satisfies Record<PersonChange, true>;

test("every reason why a person or a row is refused has words in other languages", () => {
  const person = { id: "a", name: "Officer", deletedAt: undefined };
  const holder = { scopes: [], administrationKind: "secretariat" as const };
  const refusals = roles.flatMap((role) =>
    userStates.flatMap((state) =>
      (Object.keys(changes) as PersonChange[]).flatMap((change) =>
        ["a", "b"].flatMap((id) => [
          refusalOf({ ...holder, id, roles: ["contact-point"] }, { ...person, roles: [role], state }, change),
          refusalOf(
            { ...holder, id, roles: ["contact-point"] },
            { ...person, roles: ["reader"], state, deletedAt: "2026-11-01T00:00:00.000Z" },
            change,
          ),
        ]),
      ),
    ),
  );
  const files = [
    "",
    "name,email,roles",
    "name,email,roles\n,x,\nA,a@fr.example,chief\nB,a@fr.example,officer",
  ].map((csv) => readPeople(csv, () => true));
  const told = [
    ...refusals.flatMap((refusal) => (refusal === undefined ? [] : [refusal.detail])),
    ...files.flatMap((file) =>
      "refusal" in file
        ? [file.refusal]
        : file.rows.flatMap(({ errors }) => errors.map(({ detail }) => detail)),
    ),
  ];
  expect(new Set(told).size).toBeGreaterThan(12);
  expect([...new Set(told)].filter((sentence) => recognise(sentence) === undefined)).toEqual([]);
});

const at = (minute: number): string => `2026-11-01T00:${String(minute).padStart(2, "0")}:00.000Z`;
const sightings: readonly Sighting[] = [
  { at: at(1), action: "alerts.get", subject: "own", reference: "IPR-2026-1", administration: "KE" },
  { at: at(2), action: "alerts.list", subject: "ipr", rows: 25 },
  { at: at(3), action: "alerts.get", subject: "theirs", reference: "IPR-2026-2", administration: "FR" },
  { at: at(4), action: "users.list", subject: "KE" },
  {
    at: at(5),
    action: "alerts.acknowledge",
    subject: "theirs",
    reference: "IPR-2026-2",
    administration: "FR",
  },
  { at: at(6), action: "alerts.get", subject: "draft" },
];

test("an alert is told once with its author, those of others before the own ones", () => {
  expect(seenAlerts(sightings, "KE").map(({ id, first, last, times }) => [id, first, last, times])).toEqual([
    ["theirs", at(3), at(5), 2],
    ["draft", at(6), at(6), 1],
    ["own", at(1), at(1), 1],
  ]);
  expect(listsSeen(sightings)).toEqual({ lists: 1, rows: 25 });
});

test("the file has every entry, and no formula", () => {
  const rows = readCsv(csvOf([...sightings, { at: at(7), action: "alerts.get", subject: "=1+1" }]));
  expect(rows).toHaveLength(sightings.length + 2);
  expect(rows[3]?.cells).toEqual([at(3), "alerts.get", "FR", "IPR-2026-2", "theirs", ""]);
  expect(rows.at(-1)?.cells[4]).toBe("'=1+1");
});
