import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

/** Copies an identifier, and says so. */
export const CopyButton = ({ text, of }: { readonly text: string; readonly of: string }) => {
  const { t } = useLingui();
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className="copy"
      aria-label={copied ? t`Copied` : t`Copy ${of}`}
      onClick={() => {
        void navigator.clipboard.writeText(text).then(() => {
          setCopied(true);
          setTimeout(() => setCopied(false), 2000);
        });
      }}
    >
      {copied ? t`Copied` : t`Copy`}
    </button>
  );
};
