import * as z from "zod/mini";
import type { Goods } from "../../../../shared/domain/goods.ts";
import { unitCodes } from "../../../../shared/reference/units.ts";
import { given, numberIn } from "./typed-values.ts";

/** A line of goods as it is being typed. */
export const TypedGoods = z.object({
  category: z.string(),
  description: z.string(),
  hs: z.string(),
  quantity: z.string(),
  /** A code of UN/ECE Rec 20 or 21, or the author's own word. */
  unit: z.string(),
  /** What the short form does not show stays as it was. */
  rest: z.record(z.string(), z.unknown()),
});
export type TypedGoods = z.infer<typeof TypedGoods>;

export const noGoods: TypedGoods = {
  category: "",
  description: "",
  hs: "",
  quantity: "",
  unit: "",
  rest: {},
};

const quantityOf = ({ quantity, unit }: TypedGoods) => {
  if (quantity.trim() === "" && unit.trim() === "") return {};
  const value = quantity.trim() === "" ? undefined : numberIn(quantity);
  const named = unitCodes.has(unit) ? given("unit", unit) : given("unitText", unit);
  return { quantity: { ...(value === undefined ? {} : { value }), ...named } };
};

/** What would be sent of a line; the contract decides whether it can be. */
export const goodsOf = (line: TypedGoods) => ({
  ...line.rest,
  category: line.category,
  description: line.description,
  ...(line.hs.trim() === "" ? {} : { hs: { edition: "HS2022", code: line.hs.replaceAll(/[\s.]/g, "") } }),
  ...quantityOf(line),
});

/** The form for a line that was written before. */
export const toGoods = ({ category, description, hs, quantity, ...rest }: Goods): TypedGoods => ({
  category,
  description,
  hs: hs?.code ?? "",
  quantity: quantity === undefined ? "" : String(quantity.value),
  unit: quantity?.unit ?? quantity?.unitText ?? "",
  rest,
});
