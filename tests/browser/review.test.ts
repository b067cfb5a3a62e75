import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openExchange } from "../../local/seed/exchange.ts";
import { alerts } from "../../shared/contract/alerts.ts";
import { groups } from "../../shared/contract/groups.ts";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, visit } from "./support/console.ts";
import { follow, press, tabTo, typeInto } from "./support/keyboard.ts";
import { signIn } from "./support/sign-in.ts";
import { run, seeded, state } from "./support/system.ts";

const { api, signIn: tokensOf } = openExchange(state);
const tokenOf = async (administration: string, role: string): Promise<string> => {
  const { email, password, totpSecret } = seeded(administration, role);
  return (await tokensOf(administration, email, password, { totpSecret })).accessToken;
};

/** Germany owns the group and reviews what the United States write for it. */
const group = `looked-at-${run}`;
const title = `Reviewed gloves ${run}`;

let browser: Browser;
let author: Console;
let reviewer: Console;
let id: string;

beforeAll(async () => {
  const operator = await tokenOf("WCO", "operator");
  const shape = { kind: "standing", id: group, name: `Looked at ${run}`, owner: "DE" } as const;
  await api.call(groups.create, {
    token: operator,
    body: { ...shape, history: "all", review: "before-release" },
  });
  await api.call(groups.admit, { token: operator, params: { id: group, code: "US" } });
  const { body } = await api.call(alerts.create, {
    token: await tokenOf("US", "officer"),
    body: {
      type: "alert",
      severity: "high",
      tlp: "AMBER",
      group,
      audience: { kind: "group" },
      title,
      summary: "Found in a container.",
      language: "en",
      goods: [{ category: "gloves", description: "Examination gloves" }],
    },
  });
  id = body.id;

  browser = await launchChromium();
  [author, reviewer] = [await openConsole(browser), await openConsole(browser)];
  await author.open("/");
  await signIn(author, seeded("US", "releaser"), "United States");
  await reviewer.open("/");
  await signIn(reviewer, seeded("DE", "releaser"), "Germany");
});
afterAll(() => browser?.close());

/** The dialog's own button, which has a page's words, too. */
const confirm = async ({ page }: Console, name: string): Promise<void> => {
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name, exact: true }));
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
};

/** The row of an alert in what waits for the reviewer. */
const waiting = (name: string) =>
  reviewer.page.getByRole("region", { name: "To review" }).getByRole("listitem").filter({ hasText: name });

/** Decided, it is in the inbox no longer. */
const expectDecided = async (name: string): Promise<void> => {
  await reviewer.page.getByRole("heading", { level: 1, name: "Inbox" }).waitFor();
  await expect.poll(() => waiting(name).count(), { timeout: 15_000 }).toBe(0);
};

/** Acknowledging, on the same page, has a note to the author as well. */
const noteIn = ({ page }: Console) => page.getByRole("dialog").getByLabel("Note to the author (optional)");

const ask = async (): Promise<void> => {
  await visit(author, `/alerts/${id}`);
  await press(author.page, "Ask for a review…");
  await author.page.getByRole("dialog").getByText("Germany").waitFor();
  await confirm(author, "Ask for it");
  await author.page.getByText("Waits for a review by: Germany").waitFor();
};

const openToReview = async (): Promise<void> => {
  const { page } = reviewer;
  await visit(reviewer, "/");
  await waiting(title).getByText("To review", { exact: true }).waitFor();
  await follow(page, title);
  await page.getByRole("heading", { level: 2, name: "To review" }).waitFor();
};

test("a draft's page offers the review that its group wants, and says why it is not released yet", async () => {
  const { page } = author;
  await visit(author, `/alerts/${id}`);
  await page.getByText("Its group asks for a review before the release, by: Germany.").waitFor();
  const release = page.getByRole("button", { name: "Release…" });
  expect(await release.getAttribute("aria-disabled")).toBe("true");
  await page.getByText("The group asks for a review first.").waitFor();
  await expectFinished(author, "review-needed");
  await ask();
  await expectFinished(author, "review-waiting");
  await visit(author, `/alerts/${id}/edit`);
  await page.getByText("Waits for a review by: Germany").waitFor();
});

test("a reviewer finds it in the inbox and sends it back; its author reads why", async () => {
  const { page } = reviewer;
  await openToReview();
  await expectFinished(reviewer, "review-to-give");
  await press(page, "Send back…");
  await confirmRefused();
  await typeInto(page, page.getByRole("dialog").getByLabel("Reason"), "Name the carrier.");
  await expectFinished(reviewer, "review-sending-back");
  await confirm(reviewer, "Send it back");
  await expectDecided(title);
  await expectFinished(reviewer, "review-inbox-decided");
  await visit(author, `/alerts/${id}`);
  await author.page.getByText("Sent back by Germany: Name the carrier.").waitFor();
  await expectFinished(author, "review-sent-back");
});

/** Without a reason nothing is sent. */
const confirmRefused = async (): Promise<void> => {
  const dialog = reviewer.page.getByRole("dialog");
  await tabTo(reviewer.page, dialog.getByRole("button", { name: "Send it back" }));
  await reviewer.page.keyboard.press("Enter");
  await dialog.getByText("This is required", { exact: false }).first().waitFor();
};

test("what the reviewer approves is released by its author's releaser", async () => {
  await ask();
  await openToReview();
  await press(reviewer.page, "Approve…");
  await typeInto(reviewer.page, noteIn(reviewer), "Agreed.");
  await confirm(reviewer, "Approve it");
  await visit(author, `/alerts/${id}`);
  const { page } = author;
  await page.getByText("Approved by Germany: release it").waitFor();
  await page.getByText("Agreed.").waitFor();
  await expectFinished(author, "review-approved");
  await page.setViewportSize({ width: 320, height: 640 });
  await expectFinished(author, "review-approved-320px");
  await page.setViewportSize({ width: 1280, height: 800 });
  await press(page, "Release…");
  await confirm(author, "Release it");
  await page
    .getByText(/released/)
    .first()
    .waitFor();
});

test("a critical alert is shown to its reviewers after its release", async () => {
  const { body, etag } = await api.call(alerts.create, {
    token: await tokenOf("US", "officer"),
    body: {
      type: "alert",
      severity: "critical",
      tlp: "AMBER",
      group,
      audience: { kind: "group" },
      title: `Critical ${run}`,
      summary: "Found in a container.",
      language: "en",
      goods: [{ category: "gloves", description: "Examination gloves" }],
    },
  });
  const params = { id: body.id };
  await api.call(alerts.release, { token: await tokenOf("US", "releaser"), params, ifMatch: etag });
  const { page } = reviewer;
  await visit(reviewer, "/");
  await waiting(`Critical ${run}`).getByText("To review: released").waitFor();
  await expectFinished(reviewer, "review-inbox-after-release");
  await tabTo(
    page,
    page.getByRole("region", { name: "To review" }).getByRole("link", { name: `Critical ${run}` }),
  );
  await page.keyboard.press("Enter");
  await press(page, "Mark as reviewed…");
  await typeInto(page, noteIn(reviewer), "Add the batch.");
  await confirm(reviewer, "Mark it as reviewed");
  await expectDecided(`Critical ${run}`);
  await visit(author, `/alerts/${body.id}`);
  await author.page.getByText("Reviewed after its release by Germany").waitFor();
  await author.page.getByText("Add the batch.").waitFor();
  await expectFinished(author, "review-after-release");
});
