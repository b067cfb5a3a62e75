import * as z from "zod/mini";

/** An e-mail address as people type it; compared and stored in lower case. */
export const EmailAddress = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(254, "An e-mail address has at most 254 characters."),
    z.email("An e-mail address looks like duty@customs.example: a name, an @ and a domain."),
  );
export type EmailAddress = z.infer<typeof EmailAddress>;

/** E.164: a plus sign, the country code, the number, nothing else. */
export const PhoneNumber = z
  .string()
  .check(
    z.regex(
      /^\+[1-9]\d{6,14}$/,
      "A phone number is in E.164 form: + and the country code, then digits only, such as +33140246510.",
    ),
    z.describe("E.164"),
  );
export type PhoneNumber = z.infer<typeof PhoneNumber>;
