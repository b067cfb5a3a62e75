import { memberByCode, memberName } from "../../reference/members.ts";
import type { NoticeLanguage } from "../language.ts";

/** Members by their country's name in the reader's language; everybody else by the name they gave. */
export const administrationName = (
  { code, name }: { readonly code: string; readonly name: string },
  language: NoticeLanguage,
): string => (memberByCode(code) === undefined ? name : memberName(code, language));
