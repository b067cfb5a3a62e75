import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { acknowledge, knowNothing, seeLedger } from "./journey/acknowledging.ts";
import { draft, release } from "./journey/alerting.ts";
import { apply } from "./journey/applying.ts";
import { approve } from "./journey/approving.ts";
import { comeIn, invite } from "./journey/inviting.ts";
import { beginJourney, type Journey } from "./journey/journey.ts";
import { subscribe } from "./journey/subscribing.ts";
import { launchChromium } from "./support/chromium.ts";

/** Each part begins where the one before it ended; all of it by keys alone. */
describe("from the application to the acknowledgement, by keyboard", () => {
  let browser: Browser;
  let journey: Journey;
  beforeAll(async () => {
    browser = await launchChromium();
    journey = await beginJourney(browser);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await journey.pictureAll("failed");
  });
  afterAll(() => browser?.close());

  test("an administration applies, and confirms it by the mailed code", () => apply(journey));
  test("the secretariat verifies and approves it, and follows its set-up", () => approve(journey));
  test("its contact point chooses a password and sets up an authenticator", () => comeIn(journey));
  test("the contact point invites an officer and a releaser, who come in", () => invite(journey));
  test("the contact point adds and confirms a duty mailbox and a phone", () => subscribe(journey));
  test("the officer drafts an alert and cannot release it", () => draft(journey));
  test("the releaser releases it to two named administrations", () => release(journey));
  test("a duty officer of one of them is told, reads and acknowledges it", () => acknowledge(journey));
  test("the author's ledger shows who has it", () => seeLedger(journey));
  test("an administration outside the audience has no trace of it", () => knowNothing(journey));
});
