import * as z from "zod/mini";

/** What a publish says, before it is known who gets it. */
export interface Message {
  readonly subject: string | undefined;
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  textFor(protocol: string): string;
}

const texts = z.record(z.string(), z.string());
const strings = z.array(z.string());
const policies = z.record(z.string(), strings);

/** The messages of a Publish, or of each entry of a PublishBatch. */
export function messagesOf(parameters: URLSearchParams): readonly Message[] {
  if (parameters.get("Action") === "Publish") {
    return [messageAt("", parameters)];
  }
  const messages: Message[] = [];
  for (let entry = 1; ; entry++) {
    const prefix = `PublishBatchRequestEntries.member.${entry}.`;
    if (!parameters.has(`${prefix}Id`)) {
      return messages;
    }
    messages.push(messageAt(prefix, parameters));
  }
}

function messageAt(prefix: string, parameters: URLSearchParams): Message {
  const text = parameters.get(`${prefix}Message`) ?? "";
  const byProtocol =
    parameters.get(`${prefix}MessageStructure`) === "json"
      ? texts.parse(JSON.parse(text))
      : { default: text };
  return {
    subject: parameters.get(`${prefix}Subject`) ?? undefined,
    attributes: attributesAt(`${prefix}MessageAttributes.entry`, parameters),
    textFor: (protocol) => byProtocol[protocol] ?? byProtocol["default"] ?? "",
  };
}

function attributesAt(prefix: string, parameters: URLSearchParams): Map<string, readonly string[]> {
  const attributes = new Map<string, readonly string[]>();
  for (let entry = 1; ; entry++) {
    const name = parameters.get(`${prefix}.${entry}.Name`);
    if (name === null) {
      return attributes;
    }
    const value = parameters.get(`${prefix}.${entry}.Value.StringValue`) ?? "";
    const isArray = parameters.get(`${prefix}.${entry}.Value.DataType`) === "String.Array";
    attributes.set(name, isArray ? strings.parse(JSON.parse(value)) : [value]);
  }
}

/**
 * Whether a subscription with this filter policy gets the message. Only exact strings are understood, which is all this
 * product's subscriptions use; any other operator throws, so that nobody takes a silence for a match that failed.
 */
export function passes(filterPolicy: string | undefined, message: Message): boolean {
  if (!filterPolicy) {
    return true;
  }
  const policy = policies.parse(JSON.parse(filterPolicy));
  return Object.entries(policy).every(([name, allowed]) =>
    (message.attributes.get(name) ?? []).some((value) => allowed.includes(value)),
  );
}
