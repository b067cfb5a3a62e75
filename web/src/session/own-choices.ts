import { i18n } from "@lingui/core";
import { useIsMutating, useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { type Me, oneself } from "../../../shared/contract/oneself.ts";
import { call } from "../api/api.ts";
import { ApiProblem } from "../api/problem.ts";
import { queryOf } from "../api/queries.ts";
import type { Input } from "../api/request.ts";
import { activate } from "../i18n/activate.ts";
import { readIn } from "../i18n/format.ts";
import { chooseLanguage } from "../i18n/languages.ts";

type Choices = Input<typeof oneself.updateMe>["body"];

const CHOOSING = ["own-choices"];

/** Keeps the person's own language and time zone with the person, for every device and for mails. */
export const useOwnChoices = () => {
  const client = useQueryClient();
  const me = queryOf(oneself.me, {});
  const send = async (body: Choices) => {
    const { etag = "" } = await client.ensureQueryData(me);
    return call(oneself.updateMe, { ifMatch: etag, body });
  };
  const change = useMutation({
    mutationKey: CHOOSING,
    // Two choices in haste are kept one after the other, the second against what the first one made.
    scope: { id: "own-choices" },
    mutationFn: (body: Choices) =>
      send(body).catch(async (error: unknown) => {
        if (!(error instanceof ApiProblem) || error.status !== 412) throw error;
        // The person was changed meanwhile, by their contact point or on another device: what they choose now holds all the same.
        await client.fetchQuery({ ...me, staleTime: 0 });
        return send(body);
      }),
    onSuccess: (answer) => client.setQueryData(me.queryKey, answer),
    onError: () => void client.invalidateQueries({ queryKey: me.queryKey }),
  });
  return { change, choose: change.mutate };
};

/** Shows everything as the person chose it, wherever they signed in; what they left open is the device's. */
export const useAsChosen = (me: Me | undefined): void => {
  const { language, timeZone } = me ?? {};
  // What is being chosen is shown already, and not yet what is known of the person.
  const isChoosing = useIsMutating({ mutationKey: CHOOSING }) > 0;
  // Before anything below is drawn: a time in another zone would be read as this one's.
  useMemo(() => readIn(timeZone), [timeZone]);
  useEffect(() => {
    if (language === undefined || isChoosing) return;
    const wanted = chooseLanguage([language, i18n.locale]);
    // Every activation draws the whole console anew.
    if (wanted.tag !== i18n.locale) void activate(wanted, { remember: true });
  }, [language, isChoosing]);
};
