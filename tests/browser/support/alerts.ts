import { openExchange } from "../../../local/seed/exchange.ts";
import { alerts } from "../../../shared/contract/alerts.ts";
import type { AlertContent } from "../../../shared/domain/alert.ts";
import { run, seeded, state } from "./system.ts";

const { api, signIn } = openExchange(state);

export const tokenOf = async (administration: string, role: string): Promise<string> => {
  const { email, password, totpSecret } = seeded(administration, role);
  return (await signIn(administration, email, password, { totpSecret })).accessToken;
};

/** A draft of the United States' officer, by the API. */
export const draftOf = async (title: string, change: Partial<AlertContent> = {}) => {
  const { body, etag } = await api.call(alerts.create, {
    token: await tokenOf("US", "officer"),
    body: {
      type: "alert",
      severity: "high",
      tlp: "AMBER",
      group: "ipr",
      audience: { kind: "administrations", administrations: ["DE"] },
      title: `${title} ${run}`,
      summary: "Found in a container.",
      language: "en",
      goods: [
        { category: "gloves", description: "Examination gloves", quantity: { value: 4000, unit: "PR" } },
      ],
      ...change,
    },
  });
  return { id: body.id, title: body.title, etag };
};

/** The same, released by their releaser. */
export const releasedOf = async (title: string, change: Partial<AlertContent> = {}) => {
  const { id, etag, ...rest } = await draftOf(title, change);
  const token = await tokenOf("US", "releaser");
  const { body } = await api.call(alerts.release, { token, params: { id }, ifMatch: etag });
  return { id, ...rest, reference: body.reference ?? "" };
};

/** A change by a colleague elsewhere, against whatever version there is. */
export const changedElsewhere = async (
  id: string,
  role: string,
  body: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const token = await tokenOf("US", role);
  const { etag } = await api.call(alerts.get, { token, params: { id } });
  await api.call(alerts.update, { token, params: { id }, query: {}, ifMatch: etag, body });
};

export const currentOf = async (id: string) =>
  (await api.call(alerts.get, { token: await tokenOf("US", "releaser"), params: { id } })).body;
