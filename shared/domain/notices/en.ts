import type { Assistance } from "../outbox.ts";
import type { Catalogue } from "./catalogue.ts";

const assisted: Readonly<Record<Assistance, (name: string) => string>> = {
  invited: (name) => `invited ${name} as a contact point`,
  "invited-again": (name) => `mailed ${name} the invitation again`,
  "authenticator-reset": (name) => `reset the authenticator of ${name}`,
  disabled: (name) => `disabled the account of ${name}`,
  confirmed: (name) => `confirmed that ${name} is still a contact point`,
};

export const en: Catalogue = {
  types: {
    alert: "Alert",
    warning: "Warning",
    seizure: "Seizure",
    "modus-operandi": "Modus operandi",
    request: "Request",
    bulletin: "Bulletin",
  },
  severities: { low: "Low", medium: "Medium", high: "High", critical: "Critical" },
  categories: {
    medicines: "Medicines",
    vaccines: "Vaccines",
    "test-kits": "Test kits",
    "masks-and-respirators": "Masks and respirators",
    gloves: "Gloves",
    "sanitisers-and-disinfectants": "Sanitisers and disinfectants",
    "other-ppe": "Other protective equipment",
    "medical-devices": "Medical devices",
    "other-medical": "Other medical goods",
    "other-ipr": "Other IPR goods",
  },
  alert: {
    released: "An alert was released to your administration.",
    releasedByOwn: "Your administration released an alert.",
    reference: "Reference",
    type: "Type",
    severity: "Severity",
    goods: "Goods",
    issuer: "Issued by",
    open: "Read and acknowledge it after signing in:",
    openOwn: "Read it, and see who has acknowledged it, after signing in:",
    phrase: "Your administration's recognition phrase:",
    neverAsked: "A notice without it is not from the exchange. We never ask for a password by e-mail.",
    from: "from",
  },
  code: {
    mail: (code, phrase) => ({
      subject: "Confirm this address for notices of IPR CENcomm",
      text: `The code that confirms this address for notices of IPR CENcomm is

  ${code}

It is good for ten minutes. Give it to the contact point of your administration, who added the address.
If nobody of your administration asked for this, do nothing: no notice is sent to an address that is not confirmed.

Your administration's recognition phrase: ${phrase}
`,
    }),
    sms: (code) =>
      `${code} is the code that confirms this phone for IPR CENcomm notices. Good for 10 minutes.`,
  },
  application: {
    code: (code, reference, link) => ({
      subject: `IPR CENcomm: confirm application ${reference}`,
      text: `Somebody applied for your administration to join IPR CENcomm, the exchange of customs administrations on counterfeit and
falsified medical goods, and named you as its primary contact point.

The application counts once this code is entered:

  ${code}

Enter it where you applied, or at
${link}

It is good for ten minutes and five tries. If you did not apply, do nothing: the application will not count.
`,
    }),
    approved: (reference, administration, link) => ({
      subject: `IPR CENcomm: application ${reference} is approved`,
      text: `The secretariat approved application ${reference}: ${administration} takes part in IPR CENcomm.

The primary contact point receives an invitation by a mail of its own, with a password for the first sign-in at
${link}
`,
    }),
    rejected: (reference, reason) => ({
      subject: `IPR CENcomm: application ${reference} is not approved`,
      text: `The secretariat did not approve application ${reference}. Its reason:

${reason}

You may apply again when what it names is settled.
`,
    }),
    closed: (reference, administration) => ({
      subject: `IPR CENcomm: application ${reference} is closed`,
      text: `Another application for ${administration} was approved, so application ${reference} is closed.

If you should be one of its people, ask the national contact point of your administration to invite you.
`,
    }),
  },
  account: {
    unused: (administration, until, link) => ({
      subject: "IPR CENcomm: sign in, or your account will be disabled",
      text: `Nobody has used your account of IPR CENcomm, for ${administration}, for eighty days. An account that nobody uses is disabled
after ninety days. To keep yours, sign in by ${until}:

${link}

If you do not need it any more, do nothing. A contact point of your administration can let you in again later.
`,
    }),
    recertification: (administration, due, soon, link) => ({
      subject: "IPR CENcomm: confirm the people of your administration",
      text: `Once a year a contact point confirms of each person of ${administration} that they are still to take part in IPR CENcomm,
with the roles that they have.

To be confirmed within thirty days: ${soon}
Overdue: ${due}

Look at the list, disable whoever left, and confirm the others:

${link}

The secretariat sees that a confirmation is overdue, not whose.
`,
    }),
    assisted: (administration, name, action, link) => ({
      subject: "IPR CENcomm: the secretariat changed an account of your administration",
      text: `The secretariat of IPR CENcomm ${assisted[action](name)} (${administration}).

It does so when a contact point asks for it and nobody of the administration can. Your administration's audit trail has an entry of it.
If nobody of your administration asked for this, tell the secretariat at once, by a way that you know.

${link}
`,
    }),
  },
  contactPoints: {
    due: (administration, day, isOverdue, link) => ({
      subject: isOverdue
        ? "IPR CENcomm: the contact points of your administration are overdue"
        : "IPR CENcomm: confirm the contact points of your administration",
      text: `Other administrations reach ${administration} by its contact points of IPR CENcomm, at night too. Once a year each of them is to be
confirmed: name, phone, e-mail address, hours, languages.

${isOverdue ? `This was due on ${day}, and the secretariat sees that it is overdue.` : `This is due on ${day}.`} A contact point who signs in does it here:

${link}

If somebody else answers by now, change the list there: that confirms it.
`,
    }),
  },
  invitation: (administration, link) => ({
    subject: "IPR CENcomm: your invitation",
    text: `You are invited to take part in IPR CENcomm for ${administration}.

IPR CENcomm is the closed exchange in which customs administrations alert each other to counterfeit and falsified medical goods.

Sign in with your e-mail address and this password, which is good for seven days; you will choose your own:

  {####}

${link}

Have an authenticator app at hand: you connect it when you first sign in.

If you have taken part before, your authenticator was reset. The account is yours as it was, with a new password and a new authenticator.

The console shows your administration's recognition phrase. A notice of an alert without it is not from the exchange.

(Account {username}; you do not need to note it.)`,
  }),
};
