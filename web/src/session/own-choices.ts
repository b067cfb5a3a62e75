import { useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { type Me, oneself } from "../../../shared/contract/oneself.ts";
import { queryOf, useChange } from "../api/queries.ts";
import type { Input } from "../api/request.ts";
import { activate } from "../i18n/activate.ts";
import { readIn } from "../i18n/format.ts";
import { chooseLanguage } from "../i18n/languages.ts";
import { useMeQuery } from "./me.ts";

/** Keeps the person's own language and time zone with the person, for every device and for mails. */
export const useOwnChoices = () => {
  const client = useQueryClient();
  const { data } = useMeQuery();
  const change = useChange(oneself.updateMe);
  const choose = (body: Input<typeof oneself.updateMe>["body"]): void => {
    if (data?.etag === undefined) return;
    change.mutate(
      { ifMatch: data.etag, body },
      {
        onSuccess: (answer) => client.setQueryData(queryOf(oneself.me, {}).queryKey, answer),
        // Somebody changed the person meanwhile; what is true now is shown, and can be chosen again.
        onError: () => void client.invalidateQueries({ queryKey: queryOf(oneself.me, {}).queryKey }),
      },
    );
  };
  return { change, choose };
};

/** Shows everything as the person chose it, wherever they signed in; what they left open is the device's. */
export const useAsChosen = (me: Me | undefined): void => {
  const { i18n } = useLingui();
  const { language, timeZone } = me ?? {};
  // Before anything below is drawn: a time in another zone would be read as this one's.
  useMemo(() => readIn(timeZone), [timeZone]);
  useEffect(() => {
    if (language !== undefined) void activate(chooseLanguage([language, i18n.locale]), { remember: true });
  }, [language, i18n]);
};
