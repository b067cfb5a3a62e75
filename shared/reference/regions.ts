/** The six regions of the WCO, by their slug. A RILO's area need not be one of them. */
const regions = {
  europe: { en: "Europe", fr: "Europe" },
  "north-of-africa-near-and-middle-east": {
    en: "North of Africa, Near and Middle East",
    fr: "Afrique du Nord, Proche et Moyen-Orient",
  },
  "far-east-south-and-south-east-asia-australasia-and-the-pacific-islands": {
    en: "Far East, South and South East Asia, Australasia and the Pacific Islands",
    fr: "Extrême-Orient, Asie du Sud et du Sud-Est, Australasie et Îles du Pacifique",
  },
  "south-america-north-america-central-america-and-the-caribbean": {
    en: "South America, North America, Central America and the Caribbean",
    fr: "Amérique du Sud, Amérique du Nord, Amérique centrale et Caraïbes",
  },
  "east-and-southern-africa": { en: "East and Southern Africa", fr: "Afrique orientale et australe" },
  "west-and-central-africa": { en: "West and Central Africa", fr: "Afrique occidentale et centrale" },
} as const;

export type Region = keyof typeof regions;

export const isRegion = (slug: string): slug is Region => Object.hasOwn(regions, slug);

export const regionSlugs: readonly Region[] = Object.keys(regions).filter(isRegion);

export const regionName = (region: Region, locale: string): string =>
  regions[region][locale.startsWith("fr") ? "fr" : "en"];
