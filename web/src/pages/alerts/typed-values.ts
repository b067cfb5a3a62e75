/** A field that was filled in, by its name; nothing while it is empty. */
export const given = <Name extends string>(name: Name, value: string): { readonly [K in Name]?: string } =>
  value.trim() === "" ? {} : ({ [name]: value.trim() } as { readonly [K in Name]: string });

/** `4,000` in an English hand and `4 000` or `4000,5` in a French one; what is no number is left for the schema to refuse. */
export const numberIn = (typed: string): number | string => {
  const plain = typed.replaceAll(/[\s\u00A0\u202F'’]/g, "");
  const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)
    ? plain.replaceAll(",", "")
    : plain.replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(grouped) ? Number(grouped) : typed;
};
