/**
 * What about a medical product is false, after the categories of the Pharmaceutical Security Institute; wording ours. The
 * one list of its codes.
 */
export const falsificationNames = {
  api: {
    en: "Active ingredient false, missing or in another dose",
    fr: "Principe actif faux, absent ou à une autre dose",
  },
  "packaging-only": {
    en: "Packaging false, product genuine",
    fr: "Conditionnement faux, produit authentique",
  },
  "product-and-packaging": { en: "Product and packaging false", fr: "Produit et conditionnement faux" },
  "product-only": { en: "Product false, packaging genuine", fr: "Produit faux, conditionnement authentique" },
  mimic: { en: "Imitates another product's look or name", fr: "Imite l’aspect ou le nom d’un autre produit" },
  "undeclared-api": { en: "Undeclared active ingredient", fr: "Principe actif non déclaré" },
  unclassified: { en: "Not classified yet", fr: "Pas encore classé" },
} as const;
