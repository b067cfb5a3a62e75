import type { Assistance } from "../outbox.ts";
import type { Catalogue } from "./catalogue.ts";

const assisted: Readonly<Record<Assistance, (name: string) => string>> = {
  invited: (name) => `a invité ${name} comme point de contact`,
  "invited-again": (name) => `a renvoyé l'invitation à ${name}`,
  "authenticator-reset": (name) => `a réinitialisé l'authentificateur de ${name}`,
  disabled: (name) => `a désactivé le compte de ${name}`,
  confirmed: (name) => `a confirmé que ${name} est toujours point de contact`,
};

export const fr: Catalogue = {
  types: {
    alert: "Alerte",
    warning: "Avertissement",
    seizure: "Saisie",
    "modus-operandi": "Mode opératoire",
    request: "Demande",
    bulletin: "Bulletin",
  },
  severities: { low: "Faible", medium: "Moyenne", high: "Élevée", critical: "Critique" },
  categories: {
    medicines: "Médicaments",
    vaccines: "Vaccins",
    "test-kits": "Trousses de test",
    "masks-and-respirators": "Masques et appareils respiratoires",
    gloves: "Gants",
    "sanitisers-and-disinfectants": "Produits désinfectants",
    "other-ppe": "Autres équipements de protection",
    "medical-devices": "Dispositifs médicaux",
    "other-medical": "Autres marchandises médicales",
    "other-ipr": "Autres marchandises DPI",
  },
  alert: {
    released: "Une alerte a été diffusée à votre administration.",
    releasedByOwn: "Votre administration a diffusé une alerte.",
    reference: "Référence",
    type: "Type",
    severity: "Gravité",
    goods: "Marchandises",
    issuer: "Émise par",
    open: "À lire, avec accusé de réception, après connexion :",
    openOwn: "À lire, avec les accusés de réception reçus, après connexion :",
    phrase: "Phrase de reconnaissance de votre administration :",
    neverAsked:
      "Un avis qui ne la porte pas ne vient pas de la plateforme. Nous ne demandons jamais de mot de passe par courriel.",
    from: "de",
  },
  code: {
    mail: (code, phrase) => ({
      subject: "Confirmez cette adresse pour les avis d'IPR CENcomm",
      text: `Le code qui confirme cette adresse pour les avis d'IPR CENcomm est

  ${code}

Il est valable dix minutes. Donnez-le au point de contact de votre administration, qui a ajouté l'adresse.
Si personne de votre administration ne l'a demandé, ne faites rien : aucun avis n'est envoyé à une adresse non confirmée.

Phrase de reconnaissance de votre administration : ${phrase}
`,
    }),
    sms: (code) =>
      `${code} est le code qui confirme ce téléphone pour les avis d'IPR CENcomm. Valable 10 minutes.`,
  },
  application: {
    code: (code, reference, link) => ({
      subject: `IPR CENcomm : confirmez la demande ${reference}`,
      text: `Une demande d'adhésion de votre administration à IPR CENcomm, la plateforme d'échange des administrations des douanes sur
les marchandises médicales contrefaites et falsifiées, vous désigne comme premier point de contact.

La demande compte dès que ce code est saisi :

  ${code}

Saisissez-le là où vous avez fait la demande, ou à l'adresse
${link}

Il est valable dix minutes et pour cinq essais. Si vous n'avez rien demandé, ne faites rien : la demande ne comptera pas.
`,
    }),
    approved: (reference, administration, link) => ({
      subject: `IPR CENcomm : la demande ${reference} est approuvée`,
      text: `Le secrétariat a approuvé la demande ${reference} (${administration}) : votre administration participe à IPR CENcomm.

Le premier point de contact reçoit par un autre courriel une invitation, avec un mot de passe pour la première connexion à
${link}
`,
    }),
    rejected: (reference, reason) => ({
      subject: `IPR CENcomm : la demande ${reference} n'est pas approuvée`,
      text: `Le secrétariat n'a pas approuvé la demande ${reference}. Son motif :

${reason}

Vous pourrez refaire une demande lorsque ce point sera réglé.
`,
    }),
    closed: (reference, administration) => ({
      subject: `IPR CENcomm : la demande ${reference} est close`,
      text: `Une autre demande de la même administration (${administration}) a été approuvée ; la demande ${reference} est donc close.

Si vous devez faire partie de ses utilisateurs, demandez une invitation au point de contact national de votre administration.
`,
    }),
  },
  account: {
    unused: (administration, until, link) => ({
      subject: "IPR CENcomm : connectez-vous, sinon votre compte sera désactivé",
      text: `Votre compte IPR CENcomm (administration : ${administration}) n'a pas été utilisé depuis quatre-vingts jours. Un compte que personne
n'utilise est désactivé après quatre-vingt-dix jours. Pour garder le vôtre, connectez-vous au plus tard le ${until} :

${link}

Si vous n'en avez plus besoin, ne faites rien. Un point de contact de votre administration pourra vous redonner l'accès plus tard.
`,
    }),
    recertification: (administration, due, soon, link) => ({
      subject: "IPR CENcomm : confirmez les personnes de votre administration",
      text: `Une fois par an, un point de contact confirme pour chaque personne de l'administration (${administration}) qu'elle doit toujours
participer à IPR CENcomm, avec les rôles qu'elle a.

À confirmer dans les trente jours : ${soon}
En retard : ${due}

Parcourez la liste, désactivez ceux qui sont partis et confirmez les autres :

${link}

Le secrétariat voit qu'une confirmation est en retard, mais pas pour qui.
`,
    }),
    assisted: (administration, name, action, link) => ({
      subject: "IPR CENcomm : le secrétariat a modifié un compte de votre administration",
      text: `Le secrétariat d'IPR CENcomm ${assisted[action](name)} (administration : ${administration}).

Il le fait quand un point de contact le demande et que personne de l'administration ne peut le faire. La piste d'audit de votre
administration en garde la trace. Si personne de votre administration ne l'a demandé, prévenez aussitôt le secrétariat, par une voie
que vous connaissez.

${link}
`,
    }),
  },
  contactPoints: {
    due: (administration, day, isOverdue, link) => ({
      subject: isOverdue
        ? "IPR CENcomm : la confirmation de vos points de contact est en retard"
        : "IPR CENcomm : confirmez les points de contact de votre administration",
      text: `Les autres administrations vous joignent (${administration}) par vos points de contact d'IPR CENcomm, la nuit aussi. Une fois
par an, chacun d'eux est à confirmer : nom, téléphone, adresse électronique, horaires, langues.

${isOverdue ? `La confirmation était attendue le ${day} ; le secrétariat voit qu'elle est en retard.` : `La confirmation est attendue le ${day}.`} Un point de contact la donne ici, après connexion :

${link}

Si quelqu'un d'autre répond désormais, modifiez-y la liste : cela vaut confirmation.
`,
    }),
  },
  invitation: (administration, link) => ({
    subject: "IPR CENcomm : votre invitation",
    text: `Vous êtes invité à participer à IPR CENcomm pour votre administration (${administration}).

IPR CENcomm est la plateforme fermée où les administrations des douanes s'alertent des marchandises médicales contrefaites et falsifiées.

Connectez-vous avec votre adresse électronique et ce mot de passe, valable sept jours ; vous choisirez le vôtre :

  {####}

${link}

Ayez une application d'authentification à portée de main : vous l'associerez à la première connexion.

Si vous participiez déjà, votre authentificateur a été réinitialisé. Votre compte reste le vôtre, avec un nouveau mot de passe et un nouvel authentificateur.

La console affiche la phrase de reconnaissance de votre administration. Un avis d'alerte qui ne la porte pas ne vient pas de la plateforme.

(Compte {username} ; inutile de le noter.)`,
  }),
};
