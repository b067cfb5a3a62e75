/** What an administration accepts when it applies. A change of substance is a new version. */
export const terms = {
  version: "2026-11",
  text: {
    en: [
      "The exchange is a closed group. What is read in it is used for customs and intellectual property enforcement only, and passed on only as its marking (TLP 2.0 and handling code) allows.",
      "The administration names a primary and a deputy national contact point, keeps their data right, and confirms them at least once a year.",
      "The administration decides who of its people may use the exchange, and disables those who no longer need it.",
      "Every change and every disclosure is recorded in an audit trail.",
    ],
    fr: [
      "L’échange est un groupe fermé. Ce qui y est lu ne sert qu’à l’action douanière et à la lutte contre les atteintes à la propriété intellectuelle, et n’est transmis que dans les limites de son marquage (TLP 2.0 et code de traitement).",
      "L’administration désigne un point de contact national titulaire et un suppléant, tient leurs données à jour et les confirme au moins une fois par an.",
      "L’administration décide qui, parmi ses agents, utilise l’échange, et désactive ceux qui n’en ont plus besoin.",
      "Chaque modification et chaque consultation sont consignées dans un journal d’audit.",
    ],
  },
} as const;
