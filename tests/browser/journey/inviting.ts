import { expect } from "vitest";
import { expectFinished } from "../support/console.ts";
import { follow, press, tick, typeInto } from "../support/keyboard.ts";
import { takeUpInvitation } from "../support/sign-in.ts";
import type { Journey } from "./journey.ts";

/** The contact point takes up the invitation: the mail's password, one of their own, an authenticator. */
export const comeIn = async ({ code, name, addressOf, windowOf, people }: Journey): Promise<void> => {
  const contactPoint = await windowOf("contact-point");
  const person = await takeUpInvitation(
    contactPoint,
    { administration: code, email: addressOf("contact-point") },
    name,
    (step) => expectFinished(contactPoint, `11-${step}`),
  );
  people.set("contact-point", person);
  await contactPoint.page.getByRole("heading", { level: 1, name: "Inbox" }).waitFor();
  await contactPoint.page.getByRole("heading", { level: 2, name: "New in the exchange" }).waitFor();
  await expectFinished(contactPoint, "12-inbox-of-a-newcomer");
};

/** The contact point invites an officer and a releaser, who come in the same way. */
export const invite = async ({ code, name, addressOf, windowOf, people }: Journey): Promise<void> => {
  const contactPoint = await windowOf("contact-point");
  const { page } = contactPoint;
  await follow(page, "People");
  await page.getByText("You are alone here so far").waitFor();
  await expectFinished(contactPoint, "13-people-alone");

  for (const role of ["officer", "releaser"]) {
    const title = `${role[0]?.toUpperCase()}${role.slice(1)}`;
    await follow(page, "Invite a person");
    await page.getByRole("heading", { level: 1, name: "Invite a person" }).waitFor();
    await typeInto(page, "Name", `${title} of ${name}`);
    await typeInto(page, "E-mail address", addressOf(role));
    if (role === "officer") {
      await press(page, "Send the invitation");
      await page.getByText("One thing is not right yet").waitFor();
      await expectFinished(contactPoint, "14-invitation-incomplete");
    }
    await tick(page, title);
    await press(page, "Send the invitation");
    await page.getByRole("heading", { level: 1, name: `${title} of ${name}` }).waitFor();
    await page.getByText("The invitation is on its way").waitFor();
    await follow(page, "All people");
    await page.getByRole("link", { name: `${title} of ${name}` }).waitFor();
  }
  await expectFinished(contactPoint, "15-people");

  for (const role of ["officer", "releaser"]) {
    const window = await windowOf(role);
    people.set(role, await takeUpInvitation(window, { administration: code, email: addressOf(role) }, name));
    expect(await window.page.getByRole("link", { name: "People" }).count()).toBe(0);
  }
};
