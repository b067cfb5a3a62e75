import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { v7 } from "uuid";
import { dynamoRecordStore } from "../shared/adapters/dynamodb/record-store.ts";
import { outputs as outputNames } from "../shared/names.ts";
import { emulatorClient } from "./environment.ts";
import { foundSecretariat } from "./found-secretariat.ts";
import type { Progress } from "./progress.ts";
import { mapRecord } from "./public-alerts/mapping.ts";
import { readPublicAlerts } from "./public-alerts/record.ts";
import { addressOf, members, type SeededAdministration, secretariat } from "./seed/administrations.ts";
import { type Exchange, openExchange, type SignedInPerson } from "./seed/exchange.ts";
import { EXERCISE, holdExercise } from "./seed/exercise.ts";
import { acceptInvitation, apply, approve, inviteColleagues } from "./seed/joining.ts";
import { leftOutOf, release } from "./seed/public-alerts.ts";
import { subscribeDuty } from "./seed/subscribing.ts";
import { tellHours } from "./seed/telling-hours.ts";
import { untilQuiet } from "./seed/until-quiet.ts";
import type { Person } from "./state.ts";
import type { System } from "./system.ts";

/** More at once only queue up in the emulator. */
const AT_ONCE = 4;
/** Alerts released after the subscriptions are confirmed, so that the mailbox shows some and not thousands. */
const HEARD_OF = 5;

interface Team {
  readonly administration: SeededAdministration;
  readonly contactPoint: SignedInPerson;
  readonly colleagues: readonly SignedInPerson[];
}

/** Fills a new system as its users would: through the API, the mailboxes and the user pools. */
export async function seed(
  system: System,
  progress: Progress,
  options: { readonly alerts: boolean },
): Promise<readonly Person[]> {
  const exchange = openExchange(system);
  const store = dynamoRecordStore(
    new DynamoDBClient(emulatorClient(system.awsEndpoint, system.caFile)),
    system.outputs[outputNames.table] ?? "",
  );
  const operator = await progress.step("Secretariat", async () => {
    const email = addressOf(secretariat, "operator");
    await foundSecretariat(store, {
      email,
      name: "Operator of the secretariat",
      now: new Date(),
      newId: () => v7(),
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    });
    return acceptInvitation(exchange, secretariat, email, ["operator", "contact-point"]);
  });

  const teams = await progress.step("Administrations: apply, approve, sign in, invite", (detail) =>
    inTurn([secretariat, ...members], detail, async (administration): Promise<Team> => {
      const contactPoint =
        administration === secretariat ? operator : await join(exchange, operator, administration);
      const colleagues = await inviteColleagues(exchange, administration, contactPoint);
      await tellHours(exchange, administration, contactPoint);
      return { administration, contactPoint, colleagues };
    }),
  );

  await progress.step("An operation", async () => {
    const owner = teams.find(({ administration }) => administration.code === EXERCISE.owner);
    if (owner === undefined) throw new Error(`${EXERCISE.owner} does not take part`);
    await holdExercise(exchange, operator, owner.contactPoint);
  });

  const mapped = options.alerts ? (await readPublicAlerts()).map(mapRecord) : [];
  const releasers = new Map(
    teams.map(({ administration, colleagues }) => [administration.code, colleagues[0]]),
  );
  const releaseAll = (some: typeof mapped, detail: (text: string) => void) =>
    inTurn(some, detail, async (each) => {
      const releaser = releasers.get(each.administration);
      if (releaser === undefined) throw new Error(`Nobody releases for ${each.administration}`);
      await release(exchange, releaser, each);
    });
  if (options.alerts)
    await progress.step(`Public alerts (${mapped.length})`, async (detail) => {
      await releaseAll(mapped.slice(0, -HEARD_OF), detail);
      detail("waiting until they are handed over");
      await untilQuiet(store, new SQSClient(emulatorClient(system.awsEndpoint, system.caFile)));
    });
  await progress.step("Duty mailboxes and phones", (detail) =>
    inTurn(teams, detail, ({ administration, contactPoint }) =>
      subscribeDuty(exchange, administration, contactPoint),
    ),
  );
  if (options.alerts) {
    await progress.step("The newest alerts", (detail) => releaseAll(mapped.slice(-HEARD_OF), detail));
    progress.note(`Not held by the record yet, by field: ${leftOutOf(mapped)}.`);
  }
  return teams.flatMap(({ contactPoint, colleagues }) =>
    [contactPoint, ...colleagues].map(({ person }) => person),
  );
}

async function join(
  exchange: Exchange,
  operator: SignedInPerson,
  administration: SeededAdministration,
): Promise<SignedInPerson> {
  const id = await apply(exchange, administration);
  await approve(exchange, operator, id, administration);
  const email = addressOf(administration, "contact-point");
  return acceptInvitation(exchange, administration, email, ["contact-point"]);
}

/** Works all of it off, a few at once, saying how many are done; the outcomes in the order given. */
async function inTurn<T, R>(
  all: readonly T[],
  detail: (text: string) => void,
  work: (each: T) => Promise<R>,
): Promise<readonly R[]> {
  const outcomes: R[] = [];
  let next = 0;
  let done = 0;
  const worker = async () => {
    for (let n = next++; n < all.length; n = next++) {
      outcomes[n] = await work(all[n] as T);
      detail(`${++done} of ${all.length}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return outcomes;
}
