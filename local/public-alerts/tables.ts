import type { AlertType, Severity } from "../../shared/domain/alert-summary.ts";
import type { CommodityCategory } from "../../shared/domain/commodity-category.ts";
import type { AdministrationCode } from "../../shared/domain/identifiers.ts";

/** Kind of source → type. A notice tells of a danger; a total of an operation is no case of its own. */
export const types: ReadonlyMap<string, AlertType> = new Map<string, AlertType>(
  Object.entries({
    "customs-seizure": "seizure",
    "who-alert": "alert",
    "product-safety": "warning",
    operation: "bulletin",
  }),
);

/** What was wrong with the goods → severity; the first row that fits counts. */
export const severities: readonly (readonly [RegExp, Severity])[] = [
  [/contaminat|methanol|wrong (active ingredient|substance|content|tablets)|undeclared active/i, "critical"],
  [/falsified|active ingredient|substandard|insufficient filtration|banned active|tamper/i, "high"],
  [/counterfeit|false|forged|illicit/i, "medium"],
  [/unapproved|unauthorised|unregistered|mislabelled|smuggled|contraband|diverted/i, "low"],
];

/** HS heading, and where one covers several, the words of the name → category; the first row that fits counts. */
export const categories: readonly {
  readonly headings: readonly string[];
  readonly named?: RegExp;
  readonly category: CommodityCategory;
}[] = [
  { headings: ["3002"], named: /vaccin|covishi?eld/i, category: "vaccines" },
  { headings: ["3001", "3002", "3003", "3004", "3006"], category: "medicines" },
  { headings: ["3822"], category: "test-kits" },
  { headings: ["6307", "4818", "9020"], named: /mask|respirator|ffp\d/i, category: "masks-and-respirators" },
  { headings: ["4015", "3926"], named: /glove/i, category: "gloves" },
  { headings: ["3808", "3401", "2207", "2208", "2847"], category: "sanitisers-and-disinfectants" },
  { headings: ["6307", "6210", "3926", "9004", "9020"], category: "other-ppe" },
  { headings: ["3005", "9018", "9019", "9025"], category: "medical-devices" },
];

/** Unit in plain words → Rec 20 or Rec 21. A word that is not here stays a word. */
export const unitCodes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    pieces: "H87",
    units: "C62",
    tablets: "U2",
    kits: "KT",
    doses: "E27",
    tonnes: "TNE",
    kilograms: "KGM",
    litres: "LTR",
    packs: "NMP",
    bottles: "BO",
    vials: "VI",
    parcels: "PC",
    bags: "BG",
    cartons: "CT",
    boxes: "BX",
  }),
);

/** Administrations that the seed lets join: a seizure by one of them is its own, everything else the secretariat's. */
export const seizing: readonly AdministrationCode[] = ["US", "HK", "PH", "IT", "CN", "FR", "DE", "GB"];
