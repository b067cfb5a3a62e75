import { v7 } from "uuid";
import { expect, test } from "vitest";
import { informingApplicants } from "../../../functions/queues/mail/informing-applicants.ts";
import { memoryRecordStore } from "../../../shared/adapters/memory/record-store.ts";
import { registrationItem } from "../../../shared/adapters/records/registrations.ts";
import type { Registration } from "../../../shared/domain/registration.ts";
import { at } from "./releases.ts";

/** What Japan's primary contact point is mailed, reading this language, when the application is in this state. */
const mailed = async (language: string, state: Registration["state"]) => {
  const store = memoryRecordStore();
  const registration: Registration = {
    id: v7(),
    reference: "0123ABCD",
    administration: "JP",
    contactPoints: ["Primary", "Deputy"].map((which) => ({
      name: `${which} contact point of Japan`,
      function: "National contact point",
      email: `${which.toLowerCase()}@jp.example`,
      phone: "+81335813001",
      language,
    })),
    termsVersion: "2026-11",
    state,
    secretHash: "",
    code: { nonce: "", expires: at, triesLeft: 5, sendingsLeft: 5 },
    revision: 1,
    createdAt: at,
    changedAt: at,
  };
  await store.writeMany([{ put: registrationItem(registration) }]);
  const mails: { readonly to: string; readonly text: string }[] = [];
  await informingApplicants({
    store,
    mail: { send: async (mail) => void mails.push(mail) },
    codes: { digits: async () => "123456" },
    consoleUrl: "https://console.example",
  })({ kind: "registration-decided", registration: registration.id });
  expect(mails).toHaveLength(1);
  return mails[0]?.text;
};

test.each(["approved", "closed"] as const)(
  "of an application that is %s, the country is named in the language of the mail",
  async (state) => {
    const french = await mailed("fr-CA", state);
    expect(french).toContain("Japon");
    expect(french).not.toContain("Japan");
    expect(await mailed("en", state)).toContain("Japan");
    // Nobody wrote Spanish yet, so that the mail is English, and so is the name in it.
    expect(await mailed("es", state)).toContain("Japan");
  },
);

test("who is approved learns where to sign in", async () => {
  for (const language of ["en", "fr"])
    expect(await mailed(language, "approved")).toContain(
      "https://console.example/sign-in?administration=JP\n",
    );
});
