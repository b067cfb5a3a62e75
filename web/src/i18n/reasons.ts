/**
 * Sentences of shared/domain and of the API that say what would be right, for readers of other languages. They are
 * written there in English; `{name}` stands for what varies. A sentence that is not here is shown as it came.
 */
export const reasons: readonly { readonly id: string }[] = [
  /*i18n*/ { id: "This is required." },
  /*i18n*/ { id: "This is not valid here." },
  /*i18n*/ { id: "This is required: write at least one character that can be seen." },
  /*i18n*/ { id: "This has at most {max} characters." },
  /*i18n*/ { id: "Remove line breaks, control characters and text direction controls." },
  /*i18n*/ { id: "Remove control characters and text direction controls; line breaks may stay." },
  /*i18n*/ { id: "An e-mail address looks like duty@customs.example: a name, an @ and a domain." },
  /*i18n*/ { id: "An e-mail address has at most 254 characters." },
  /*i18n*/ {
    id: "A phone number is in E.164 form: + and the country code, then digits only, such as +33140246510.",
  },
  /*i18n*/ { id: "The code is the six digits of the message we sent." },
  /*i18n*/ { id: "This is not the code. {triesLeft} tries are left." },
  /*i18n*/ { id: "Codes are good for {minutes} minutes and five tries. Ask for a new one." },
  /*i18n*/ { id: "No more codes are sent here. Apply again." },
  /*i18n*/ { id: "An administration is named by its ISO 3166-1 code, such as FR." },
  /*i18n*/ { id: "Name at least a primary and a deputy national contact point." },
  /*i18n*/ { id: "Name at most six contact points." },
  /*i18n*/ { id: "Name at least one language in which the contact point can be spoken to." },
  /*i18n*/ { id: "Name at most six languages, the best spoken first." },
  /*i18n*/ { id: "Name each language once." },
  /*i18n*/ { id: "A time zone is named as the IANA database does, such as Africa/Nairobi." },
  /*i18n*/ { id: "A time of the day is written 08:00 to 23:59, with two digits each." },
  /*i18n*/ { id: "Name at least one day." },
  /*i18n*/ { id: "Name each day once." },
  /*i18n*/ { id: "Name at least one time of the week, or round the clock." },
  /*i18n*/ { id: "Name at most 14 times of the week." },
  /*i18n*/ {
    id: "{name} has no hours yet. Enter hours and time zone: that confirms the contact point, too.",
  },
  /*i18n*/ {
    id: "A regional office is named RILO- and its name, a partner X- and a short name, such as RILO-EUROPE.",
  },
  /*i18n*/ { id: "{code} is the code of {name} already. Choose another one." },
  /*i18n*/ { id: "{code} was let in at this moment." },
  /*i18n*/ { id: "{name} is {state} and cannot leave." },
  /*i18n*/ { id: "{name} left the exchange; nobody reaches it any more." },
  /*i18n*/ { id: "Read and accept the current terms, version {version}." },
  /*i18n*/ {
    id: "TLP:RED needs named administrations. Name them, or choose TLP:AMBER+STRICT for the whole group.",
  },
  /*i18n*/ { id: "Name at least one administration." },
  /*i18n*/ { id: "Not in the group {group}: {codes}. Leave them out." },
  /*i18n*/ { id: "Your administration is in no group of this name." },
  /*i18n*/ { id: "{name} ended on {date}; it can be read, not written to." },
  /*i18n*/ { id: "Your administration is in more than {count} groups that go on at once. Name one of them." },
  /*i18n*/ { id: "A group is named by its short name, such as ipr." },
  /*i18n*/ { id: "Choose another short name: new stands for a group yet to be made." },
  /*i18n*/ { id: "There is a group {id} already. Choose another short name." },
  /*i18n*/ {
    id: "The groups of {code} are named {prefix} and then letters and digits, such as {example}.",
  },
  /*i18n*/ { id: "A short name that begins with rilo- is for the groups of that regional office." },
  /*i18n*/ { id: "An operation ends after it begins." },
  /*i18n*/ { id: "The end of an operation lies ahead. To end it now, send ended: true." },
  /*i18n*/ { id: "A group is owned by an administration or a regional office, not by a partner." },
  /*i18n*/ { id: "{code} does not take part in the exchange yet." },
  /*i18n*/ { id: "{name} is suspended. Reinstate it first." },
  /*i18n*/ { id: "{name} has left the exchange." },
  /*i18n*/ { id: "{name} is not set up yet. Wait until its people can sign in." },
  /*i18n*/ { id: "{code} is not in the group. Admit it first." },
  /*i18n*/ { id: "{code} is not in the group now." },
  /*i18n*/ { id: "An HS code has digits only, such as 3004 or 300490." },
  /*i18n*/ { id: "An HS code has 4 or 6 digits; {code} has {count}." },
  /*i18n*/ { id: "An HS code has 4 or 6 digits; {code} has {count}. The heading is {heading}." },
  /*i18n*/ { id: "{code} is not in HS 2022." },
  /*i18n*/ { id: "{code} is not in HS 2022. The heading {heading} is." },
  /*i18n*/ { id: "A quantity is a number." },
  /*i18n*/ { id: "A quantity is greater than 0." },
  /*i18n*/ { id: "A quantity is at most 1,000,000,000,000." },
  /*i18n*/ { id: "A quantity has at most three decimals." },
  /*i18n*/ { id: "A quantity has either a unit, by its code, or a unitText, in words: one of the two." },
  /*i18n*/ { id: "A country is written as its ISO 3166-1 code: two capital letters, such as CN." },
  /*i18n*/ { id: "A UN/LOCODE begins with the code of its country." },
  /*i18n*/ {
    id: "A UN/LOCODE has two letters for the country and three for the place, such as FRLEH.",
  },
  /*i18n*/ { id: "A route names at least one place; leave it out when none is known." },
  /*i18n*/ { id: "A route has at most ten transits." },
  /*i18n*/ { id: "An alert has at most 30 lines of goods." },
  /*i18n*/ { id: "A date is written 2021, 2021-04 or 2021-04-19, as far as it is known." },
  /*i18n*/ { id: "{date} is not in the calendar." },
  /*i18n*/ { id: "A source link begins with https:// or http://." },
  /*i18n*/ { id: "There is nothing here that you may see." },
  /*i18n*/ { id: "Sign in again." },
  /*i18n*/ { id: "You made too many requests in a minute. Go on in {seconds} s." },
  /*i18n*/ {
    id: "Your administration's people and systems made too many requests in a minute. Go on in {seconds} s.",
  },
  /*i18n*/ { id: "Too many requests came from your network in a minute. Go on in {seconds} s." },
  /*i18n*/ { id: "This was tried too often from your network in a minute. Go on in {seconds} s." },
  /*i18n*/ { id: "The code is the six digits that the authenticator shows." },
  /*i18n*/ { id: "This administration does not take part in the exchange yet." },
  /*i18n*/ { id: "{reference} is released already; it can be read, not changed." },
  /*i18n*/ { id: "Your own administration issued this alert; there is nothing to acknowledge." },
  /*i18n*/ { id: "Many alerts are being released at this moment. Release it again." },
  /*i18n*/ { id: "Give the user at least one role." },
  /*i18n*/ { id: "Somebody of your administration has this address already." },
  /*i18n*/ { id: "An invited person becomes active by signing in." },
  /*i18n*/ { id: "The role {role} may do what you may not do yourself; you cannot give it." },
  /*i18n*/ { id: "{name} is {role} and may do what you may not do yourself; you cannot change this person." },
  /*i18n*/ { id: "{name} was deleted. Invite the person anew." },
  /*i18n*/ { id: "Nobody changes their own roles or state. Ask another contact point." },
  /*i18n*/ { id: "Nobody deletes themselves. Ask another contact point." },
  /*i18n*/ { id: "Nobody resets their own authenticator. Ask another contact point." },
  /*i18n*/ {
    id: "Nobody confirms themselves. Ask another contact point, or the secretariat where there is none.",
  },
  /*i18n*/ {
    id: "Nobody closes their own account. Ask another contact point, or the secretariat where there is none.",
  },
  /*i18n*/ { id: "{name} has signed in already. Reset the authenticator if it is lost." },
  /*i18n*/ { id: "{name} is disabled. Let the person in again first." },
  /*i18n*/ { id: "{name} is disabled already." },
  /*i18n*/ { id: "{name} is disabled. Whoever lets the person in again confirms with it." },
  /*i18n*/ { id: "The invitation to {name} is on its way already." },
  /*i18n*/ { id: "This person was invited five times in this hour. Wait for the next." },
  /*i18n*/ { id: "Row {row} has this address already. Leave one of them out." },
  /*i18n*/ { id: "You can give no role {role}. Write one or more of: {roles}." },
  /*i18n*/ { id: "The first row names the columns name, email and roles; it lacks {columns}." },
  /*i18n*/ { id: "Write at least one person below the first row." },
  /*i18n*/ { id: "Write a time that has passed." },
  /*i18n*/ { id: "{name} is a contact point who can come in. Help them, or disable the account first." },
  /*i18n*/ { id: "Give the account at least one scope." },
  /*i18n*/ {
    id: "An administration has at most {limit} system accounts. Delete one that nothing uses any more.",
  },
  /*i18n*/ {
    id: "{name} has {count} secrets that are good. Wait until one has ended, or end them all now with overlapDays 0.",
  },
  /*i18n*/ { id: "Your administration made thirty secrets in this hour. Wait for the next." },
  /*i18n*/ { id: "{name} was deleted. Make another system account." },
  /*i18n*/ { id: "{name} takes part already ({state})." },
  /*i18n*/ { id: "Application {reference} is open for the same administration." },
  /*i18n*/ { id: "Application {reference} is open for the same administration, with other contact points." },
  /*i18n*/ { id: "Application {reference} of {administration} names one of the same addresses." },
  /*i18n*/ { id: "{email} is an address of a public mail provider." },
  /*i18n*/ { id: "{email} is an address of another country than {administration}." },
  /*i18n*/ { id: "Primary and deputy are the same person, so that nobody stands in." },
  /*i18n*/ { id: "{code} is approved already. Reject this application, or change its contact points." },
  /*i18n*/ { id: "This application is {state} already." },
  /*i18n*/ { id: "Copy the whole confirmation link of the e-mail; it begins with https://sns." },
  /*i18n*/ { id: "{address} is not confirmed by this. Use the link in its own e-mail." },
  /*i18n*/ { id: "No more codes are sent here. Remove the address and add it again." },
  /*i18n*/ { id: "Your administration is not ready for notices yet." },
  /*i18n*/ { id: "An administration has at most {limit} addresses. Remove one first." },
  /*i18n*/ { id: "Nothing you sent was at fault. Try again; if it stays, quote the instance." },
];

/** What varies never goes beyond the end of its sentence. */
const asPattern = (id: string): RegExp =>
  new RegExp(
    `^${id
      .split(/\{\w+\}/)
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .reduce((before, part, index) => `${before}(?<v${index}>(?:(?!\\. ).)+?)${part}`)}$`,
  );

let patterns: readonly { readonly id: string; readonly pattern: RegExp }[] | undefined;

/** Which of the sentences this is, and what varies in it; undefined for one that is not known. */
export const recognise = (
  sentence: string,
): { readonly id: string; readonly values: Readonly<Record<string, string>> } | undefined => {
  patterns ??= reasons.map(({ id }) => ({ id, pattern: asPattern(id) }));
  for (const { id, pattern } of patterns) {
    const found = pattern.exec(sentence);
    if (found === null) continue;
    const names = [...id.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    return { id, values: Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ""])) };
  }
  return undefined;
};
