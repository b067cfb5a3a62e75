import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openExchange } from "../../local/seed/exchange.ts";
import { alerts } from "../../shared/contract/alerts.ts";
import type { Audience } from "../../shared/domain/audience.ts";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, visit } from "./support/console.ts";
import { chooseOption, pick, press, tabTo, tick, typeInto } from "./support/keyboard.ts";
import { expectToHold } from "./support/layout.ts";
import { signIn } from "./support/sign-in.ts";
import { run, seeded, state } from "./support/system.ts";

const { api, signIn: tokensOf } = openExchange(state);
const tokenOf = async (administration: string, role: string): Promise<string> => {
  const { email, password, totpSecret } = seeded(administration, role);
  return (await tokensOf(administration, email, password, { totpSecret })).accessToken;
};

/** The United States' draft of what went from Hong Kong to Germany. */
const drafted = async (audience: Audience) => {
  const { body, etag } = await api.call(alerts.create, {
    token: await tokenOf("US", "releaser"),
    body: {
      type: "alert",
      severity: "high",
      tlp: "AMBER",
      group: "ipr",
      audience,
      title: `Gloves to a few ${run}`,
      summary: "Found in a container.",
      language: "en",
      goods: [{ category: "gloves", description: "Examination gloves" }],
      route: { departure: { country: "HK" }, destination: { country: "DE" } },
    },
  });
  return { id: body.id, etag: etag ?? "" };
};
const released = async (audience: Audience): Promise<string> => {
  const { id, etag } = await drafted(audience);
  const token = await tokenOf("US", "releaser");
  await api.call(alerts.release, { token, params: { id }, ifMatch: etag });
  return id;
};
/** The draft saves itself some seconds after the last change. */
const expectSaved = async (id: string, audience: Audience): Promise<void> => {
  const token = await tokenOf("US", "releaser");
  const saved = async () => (await api.call(alerts.get, { token, params: { id } })).body.audience;
  await expect.poll(saved, { timeout: 30_000, interval: 1000 }).toEqual(audience);
};

let browser: Browser;
let author: Console;
let reader: Console;
beforeAll(async () => {
  browser = await launchChromium();
  [author, reader] = [await openConsole(browser), await openConsole(browser)];
  await author.open("/");
  await signIn(author, seeded("US", "releaser"), "United States");
  await reader.open("/");
  await signIn(reader, seeded("DE", "officer"), "Germany");
});
afterAll(() => browser?.close());

const confirm = async ({ page }: Console, name: string): Promise<void> => {
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name, exact: true }));
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
};
const part = ({ page }: Console, name: string) => page.getByRole("region", { name, exact: true });

test("the route suggests whom to name; regions, and all but some, are chosen by keyboard and kept", async () => {
  const { id } = await drafted({ kind: "group" });
  const { page } = author;
  await visit(author, `/alerts/${id}/edit`);
  await page.getByText("Suggested by what is written above:").waitFor();
  await page.getByText("Germany (destination)").waitFor();
  await press(page, "Name them");
  await expectSaved(id, { kind: "administrations", administrations: ["HK", "DE"] });
  await chooseOption(page, "Who may see it", "Regions");
  await tick(page, "Europe");
  await expectFinished(author, "audience-regions");
  await expectSaved(id, { kind: "regions", regions: ["europe"] });
  await chooseOption(page, "Who may see it", "All but some");
  await pick(page, "Leave out an administration", "Germany", "DE");
  await expectFinished(author, "audience-all-but");
  await expectSaved(id, { kind: "all-but", administrations: ["DE"] });
});

test("a reader of a region sees to whom it went; who is left out finds nothing", async () => {
  await visit(reader, `/alerts/${await released({ kind: "regions", regions: ["europe"] })}`);
  await reader.page.getByText("to the members in Europe").first().waitFor();
  await visit(reader, `/alerts/${await released({ kind: "all-but", administrations: ["DE"] })}`);
  await reader.page.getByText("There is nothing here that you may see").waitFor();
});

test("leave to disclose further is asked for, refused and granted, and both sides see it", async () => {
  const id = await released({ kind: "administrations", administrations: ["DE"] });
  const ask = async (to: string) => {
    const { page } = reader;
    await visit(reader, `/alerts/${id}`);
    await press(page, "Ask for leave…");
    await typeInto(page, page.getByRole("dialog").getByLabel("To whom"), to);
    await tick(page, "Goods");
    await typeInto(page, page.getByRole("dialog").getByLabel("Why"), "To warn hospitals.");
    await confirm(reader, "Ask for leave");
    await part(reader, "Leave to disclose further").getByText(`To: ${to}`).waitFor();
  };
  const answer = async (name: string, words: string) => {
    const { page } = author;
    await visit(author, `/alerts/${id}`);
    await press(page, `${name}…`);
    await typeInto(page, page.getByRole("dialog").getByRole("textbox"), words);
    await confirm(author, name);
  };
  await ask("A newspaper");
  await answer("Refuse leave", "Not to the public.");
  await ask("The medicines authority");
  await answer("Grant leave", "The batch numbers alone.");
  await visit(reader, `/alerts/${id}`);
  for (const console of [author, reader]) {
    const leave = part(console, "Leave to disclose further");
    for (const words of ["Leave refused", "Not to the public.", "Leave granted", "The batch numbers alone."])
      await leave.getByText(words).waitFor();
  }
  await expectFinished(reader, "disclosure-answered");
});

test("names are shown when they are asked for, to who may read them, and leave with the page", async () => {
  const id = await released({ kind: "administrations", administrations: ["DE"] });
  const { page } = author;
  await visit(author, `/alerts/${id}`);
  const names = part(author, "Persons and companies");
  await names.getByText("Each time somebody looks at them, it is recorded.").waitFor();
  await press(page, "Show names");
  await names.getByText("This alert names nobody.").waitFor();
  await press(page, "Name somebody…");
  await press(page, "Save names");
  await names.getByText("This is required", { exact: false }).first().waitFor();
  const name = `Exercise Trading ${run}`;
  await typeInto(page, names.getByLabel("Name", { exact: true }), name);
  await press(page, "Add a number");
  await typeInto(page, names.getByLabel("Kind of number", { exact: true }), "EORI");
  await typeInto(page, names.getByLabel("Number", { exact: true }), "DE1234567890");
  await pick(page, "Let another administration read the names", "Germany", "DE");
  await expectFinished(author, "names-typed");
  await press(page, "Save names");
  await names.getByText("Read also by: Germany").waitFor();
  await expectFinished(author, "names-shown");
  await expectToHold(author, "names-shown");

  await visit(reader, `/alerts/${id}`);
  expect(await reader.page.locator("main").textContent()).not.toContain(name);
  await reader.page.emulateMedia({ media: "print" });
  expect(await part(reader, "Persons and companies").isVisible()).toBe(false);
  await reader.page.emulateMedia({ media: "screen" });
  await press(reader.page, "Show names");
  await part(reader, "Persons and companies").getByText(name).waitFor();
  await expectFinished(reader, "names-read");
  await press(reader.page, "Hide names");
  expect(await reader.page.locator("main").textContent()).not.toContain(name);

  await press(page, "Erase all names…");
  await confirm(author, "Erase all names");
  await press(reader.page, "Show names");
  await reader.page.getByText("No names of this alert are shown to your administration.").waitFor();
  await expectFinished(reader, "names-none");
});
