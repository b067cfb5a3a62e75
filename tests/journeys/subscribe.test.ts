import { afterAll, expect, test } from "vitest";
import { subscriptions } from "../../shared/contract/subscriptions.ts";
import {
  type Added,
  addMailbox,
  addPhone,
  confirm,
  confirmationOf,
  inboxOf,
  mailboxOf,
  removeAdded,
} from "./duty.ts";
import { draftBy, releaseBy } from "./releasing.ts";
import { api, inbox, refusal, tokenOf } from "./system.ts";

afterAll(removeAdded);

let mailbox: Added;
let other: Added;
let phone: Added;

test("a duty mailbox and a duty phone are asked to confirm, and are sent nothing else before", async () => {
  mailbox = await addMailbox("FR", "watch", {}, "fr");
  other = await addMailbox("FR", "other-watch", {});
  phone = await addPhone("FR", {}, "fr");
  await Promise.all([mailbox, other, phone].map(confirmationOf));
  const { reference } = await releaseBy("US", await draftBy("US", "officer"));
  await inbox.waitFor("duty-desk@fr.customs.example", new RegExp(reference));

  for (const address of [mailbox.address, other.address, inboxOf(phone.address)]) {
    const received = await inbox.mailsTo(address);
    expect(received, address).toHaveLength(1);
    expect(received[0]?.body).not.toContain(reference);
  }
  const { body } = await api.call(subscriptions.list, {
    token: await tokenOf("FR", "contact-point"),
    query: { limit: "100" },
  });
  const states = body.items
    .filter(({ id }) => [mailbox.id, other.id, phone.id].includes(id))
    .map(({ state }) => state);
  expect(states).toEqual(["pending", "pending", "pending"]);
});

test("a wrong code, a link to elsewhere, a changed link and another mailbox's link confirm nothing", async () => {
  const { code = "" } = { code: "", ...(await confirmationOf(phone)) };
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
  expect(await refusal(confirm(phone, { code: wrong }))).toMatchObject({
    status: 422,
    errors: [{ pointer: "/code" }],
  });
  const { link = "" } = { link: "", ...(await confirmationOf(mailbox)) };
  const elsewhere = link.replace(/^https:\/\/sns\.[^/]+/, "https://sns.us-east-1.amazonaws.com.evil.example");
  expect(await refusal(confirm(mailbox, { link: elsewhere }))).toMatchObject({
    status: 422,
    errors: [{ pointer: "/link" }],
  });
  const changed = link.replace(/Token=[^&]{8}/, "Token=00000000");
  expect((await refusal(confirm(mailbox, { link: changed }))).status).toBe(409);
  // Good for the mailbox it was sent to, and for no other.
  const { link: others = "" } = { link: "", ...(await confirmationOf(other)) };
  expect((await refusal(confirm(mailbox, { link: others }))).status).toBe(409);
});

test("what its owner received confirms an address, and then it hears of the next alert", async () => {
  expect(await confirm(mailbox, await confirmationOf(mailbox))).toBe("active");
  expect(await confirm(phone, await confirmationOf(phone))).toBe("active");
  const { reference } = await releaseBy("US", await draftBy("US", "officer"));
  await inbox.waitFor(mailbox.address, new RegExp(reference));
  await inbox.waitFor(inboxOf(phone.address), new RegExp(reference));
});

test("a subscription is not to be seen or confirmed by another administration, nor added by an officer", async () => {
  const params = { id: mailbox.id };
  const german = await tokenOf("DE", "contact-point");
  expect((await refusal(api.call(subscriptions.get, { token: german, params }))).status).toBe(404);
  expect(
    (await refusal(api.call(subscriptions.confirm, { token: german, params, body: { code: "000000" } })))
      .status,
  ).toBe(404);
  const officer = await refusal(
    api.call(subscriptions.create, {
      token: await tokenOf("FR", "officer"),
      body: {
        destination: { channel: "email", address: mailboxOf("FR", "never") },
        language: "fr",
        criteria: { group: "ipr" },
      },
    }),
  );
  expect(officer.status).toBe(403);
});

test("a removed address hears of nothing more", async () => {
  const gone = [mailbox, phone];
  await removeAdded();
  const { reference } = await releaseBy("US", await draftBy("US", "officer"));
  await inbox.waitFor("duty-desk@fr.customs.example", new RegExp(reference));
  const heard = (await inbox.mails()).filter(({ body }) => body.includes(reference)).flatMap(({ to }) => to);
  for (const { address } of gone) {
    expect(heard).not.toContain(address);
    expect(heard).not.toContain(inboxOf(address));
  }
});
