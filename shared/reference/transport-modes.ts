/** UN/ECE Recommendation 19, modes of transport, and the express courier that it lacks. French names ours. */
export const transportModes = {
  "0": { en: "Transport mode not specified", fr: "Mode de transport non précisé" },
  "1": { en: "Maritime transport", fr: "Transport maritime" },
  "2": { en: "Rail transport", fr: "Transport ferroviaire" },
  "3": { en: "Road transport", fr: "Transport routier" },
  "4": { en: "Air transport", fr: "Transport aérien" },
  "5": { en: "Mail", fr: "Envoi postal" },
  "6": { en: "Multimodal transport", fr: "Transport multimodal" },
  "7": { en: "Fixed transport installation", fr: "Installation de transport fixe" },
  "8": { en: "Inland water transport", fr: "Transport par voie navigable intérieure" },
  "9": { en: "Transport mode not applicable", fr: "Mode de transport sans objet" },
  "express-courier": { en: "Express courier", fr: "Messagerie express" },
} as const;
