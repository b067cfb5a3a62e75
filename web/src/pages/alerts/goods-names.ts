import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { factNames } from "./fact-names.ts";
import type { MoreGoods } from "./goods-form.ts";

/** What the fields of a line of goods beyond the short form are called. */
export const goodsNames = {
  "/brand": msg`Brand, as printed`,
  "/statedManufacturer": msg`Manufacturer, as stated`,
  "/origin": msg`Country of manufacture, as stated`,
  "/batches": msg`Batch or lot numbers`,
  "/manufactured": msg`Manufactured`,
  "/expires": msg({ message: "Expires", context: "a product" }),
  "/identifiers/serials": factNames.serials,
  "/identifiers/registrations": factNames.registrations,
  "/identifiers/models": factNames.models,
  "/marks": factNames.marks,
  "/value/amount": factNames.value,
  "/value/currency": msg`Currency`,
  "/medicine/inn": factNames.inn,
  "/medicine/strength": factNames.strength,
  "/medicine/form": factNames.form,
  "/medicine/atc": factNames.atc,
  "/medicine/storage": factNames.storage,
  "/falsification/code": factNames.falsification,
  "/ipr/right": factNames.right,
  "/ipr/mark": factNames.mark,
  "/ipr/rightHolder": factNames.rightHolder,
  "/ipr/niceClass": factNames.niceClass,
  "/ipr/applicationForAction": factNames.applicationForAction,
  "/ipr/evidence": factNames.evidence,
  "/categoryAsReported": msg`Category, as reported`,
  "/hsAsReported": msg`Tariff code, as reported`,
  "/quantityAsReported": msg`Quantity, as reported`,
  "/valueAsReported": msg`Value, as reported`,
  "/batchesAsReported": msg`Batches, as reported`,
  "/manufacturedAsReported": msg`Date of manufacture, as reported`,
  "/expiresAsReported": msg`Date of expiry, as reported`,
  "/originAsReported": msg`Country of manufacture, as reported`,
  "/medicine/innAsReported": msg`Active substances, as reported`,
  "/medicine/atcAsReported": msg`Class of the medicine, as reported`,
  "/falsification/asReported": msg`What is wrong, as reported`,
  "/ipr/rightAsReported": msg`Right, as reported`,
} as const satisfies Readonly<Record<MoreGoods, MessageDescriptor>>;

/** What the field that an error is in is called; undefined for one of the short form. */
export const goodsNameAt = (pointer: string): MessageDescriptor | undefined =>
  pointer.startsWith("/identifiers/gtins")
    ? factNames.gtins
    : Object.entries(goodsNames).find(([field]) => pointer === field || pointer.startsWith(`${field}/`))?.[1];
