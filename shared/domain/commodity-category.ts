import * as z from "zod/mini";

export const commodityCategories = [
  "medicines",
  "vaccines",
  "test-kits",
  "masks-and-respirators",
  "gloves",
  "sanitisers-and-disinfectants",
  "other-ppe",
  "medical-devices",
  "other-medical",
  "other-ipr",
] as const;
export const CommodityCategory = z.enum(commodityCategories);
export type CommodityCategory = z.infer<typeof CommodityCategory>;
