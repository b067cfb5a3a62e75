import type { Vault } from "../../domain/checkpoint.ts";

/** What is kept once and for all, in memory. */
export const memoryVault = (): Vault & { readonly kept: ReadonlyMap<string, string> } => {
  const kept = new Map<string, string>();
  return {
    kept,
    keep: async (name, text) => {
      const there = kept.get(name);
      if (there !== undefined) return there;
      kept.set(name, text);
      return text;
    },
    read: async (name) => kept.get(name),
  };
};
