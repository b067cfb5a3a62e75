import { useLingui } from "@lingui/react/macro";

/** What the fields of a subscription are called in its summary of errors. */
export const useFieldNames = (): ((pointer: string) => string) => {
  const { t } = useLingui();
  const names: Readonly<Record<string, string>> = {
    "/destination/channel": t`Channel`,
    "/destination/address": t`Address`,
    "/language": t`Language of the notices`,
    "/criteria/group": t`Group`,
    "/criteria/minimumSeverity": t`From which severity on`,
    "/criteria/types": t`Types of alert`,
    "/criteria/categories": t`Goods`,
    "/criteria/hsPrefixes": t`HS chapters, headings or subheadings`,
    "/criteria/countries": t`Countries on the route`,
  };
  return (pointer) => names[pointer.split("/").slice(0, 3).join("/")] ?? pointer;
};
