import * as z from "zod/mini";
import { isRegion } from "../reference/regions.ts";

/** One of the WCO's six regions, by its slug. */
export const WcoRegion = z
  .string()
  .check(z.refine(isRegion, "A region is one of the WCO's six, such as europe."), z.describe("WCO region"));
