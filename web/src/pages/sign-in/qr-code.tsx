import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";

/** Clear space around the code, in modules (ISO/IEC 18004). */
const QUIET = 4;

/** A text as a QR code; what writes it is loaded when there is one to write. */
export const QrCode = ({ text }: { readonly text: string }) => {
  const { t } = useLingui();
  const [drawing, setDrawing] = useState<{ readonly path: string; readonly size: number }>();
  useEffect(() => {
    let wanted = true;
    void Promise.all([import("lean-qr"), import("lean-qr/extras/svg")]).then(
      ([{ generate }, { toSvgPath }]) => {
        const code = generate(text);
        if (wanted) setDrawing({ path: toSvgPath(code), size: code.size });
      },
    );
    return () => {
      wanted = false;
    };
  }, [text]);
  const side = (drawing?.size ?? 0) + 2 * QUIET;
  return (
    <svg
      className="qr"
      role="img"
      aria-label={t`QR code for an authenticator app`}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
    >
      {drawing && <path d={drawing.path} fillRule="evenodd" />}
    </svg>
  );
};
