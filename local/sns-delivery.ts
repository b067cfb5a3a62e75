import { createServer, type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import {
  confirmationAnswer,
  pendingInAttributes,
  pendingInList,
  pendingSubscribe,
  subscriptionArn,
} from "./sns-answers.ts";
import { type Delivery, deliver, displayName } from "./sns-deliver.ts";
import { confirmationMail } from "./sns-mail.ts";
import { closeServer, endToEnd, listen, type Upstream } from "./upstream.ts";

/*
 * What the emulator leaves out of SNS: asking an e-mail address for its confirmation, and delivering e-mail and SMS.
 *
 * Every call goes on to the emulator byte for byte (its signature is checked there, its permission too), and what came of
 * it is acted on here. The emulator takes e-mail subscriptions for confirmed; here they are not until
 * ConfirmSubscription, and the answers say so. Unlike AWS: the links of the mails lead to AWS's own pages, which do
 * not know this system (the token in them counts); tokens do not expire; what does not pass through here (a subscription in
 * a template) is never confirmed, so nothing is delivered to it; a filter policy knows exact strings alone.
 */

export interface SnsParts extends Delivery {
  readonly port: number;
  readonly upstream: Upstream;
  readonly onError: (error: unknown) => void;
}

interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

export async function startSnsDelivery(parts: SnsParts): Promise<{ stop(): Promise<void> }> {
  const { confirmations } = parts;
  const underway = new Set<Promise<void>>();

  function inBackground(work: Promise<void>): void {
    const settled = work.catch(parts.onError).finally(() => underway.delete(settled));
    underway.add(settled);
  }

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    const body = await text(request);
    const parameters = new URLSearchParams(request.method === "POST" ? body : request.url?.split("?")[1]);
    const answer = await handOn(parts.upstream, request, body);
    const action = parameters.get("Action");
    if (action === "ConfirmSubscription") {
      return confirmed(parameters, answer);
    }
    return answer.status === 200 ? { ...answer, body: consequence(action, parameters, answer.body) } : answer;
  }

  /** Does what follows from a call that the emulator took; the body of the answer to it. */
  function consequence(action: string | null, parameters: URLSearchParams, xml: string): string {
    const arn = parameters.get("SubscriptionArn") ?? "";
    switch (action) {
      case "Subscribe":
        return subscribed(parameters, xml);
      case "ListSubscriptions":
      case "ListSubscriptionsByTopic":
        return pendingInList(confirmations, xml);
      case "GetSubscriptionAttributes":
        return pendingInAttributes(confirmations, arn, xml);
      case "Unsubscribe":
        confirmations.forget(arn);
        return xml;
      case "DeleteTopic":
        confirmations.forgetTopic(parameters.get("TopicArn") ?? "");
        return xml;
      case "Publish":
      case "PublishBatch":
        inBackground(deliver(parts, parameters));
        return xml;
      default:
        return xml;
    }
  }

  function subscribed(parameters: URLSearchParams, xml: string): string {
    const arn = subscriptionArn(xml);
    const topicArn = parameters.get("TopicArn") ?? "";
    if (parameters.get("Protocol") !== "email" || confirmations.get(arn)?.confirmed) {
      return xml;
    }
    const asked = confirmations.ask(arn, topicArn, parameters.get("Endpoint") ?? "");
    inBackground(
      displayName(parts.sns, topicArn).then((name) => parts.mailbox.send(confirmationMail(name, asked))),
    );
    return parameters.get("ReturnSubscriptionArn") === "true" ? xml : pendingSubscribe(xml);
  }

  /** The emulator knows none of our tokens; that it says so shows that the caller may ask and the topic exists. */
  function confirmed(parameters: URLSearchParams, answer: Answer): Answer {
    const arn = answer.body.includes("Invalid token")
      ? confirmations.confirm(
          parameters.get("TopicArn") ?? "",
          parameters.get("Token") ?? "",
          parameters.get("AuthenticateOnUnsubscribe") === "true",
        )
      : undefined;
    return arn === undefined
      ? answer
      : { status: 200, headers: { "content-type": "text/xml" }, body: confirmationAnswer(arn) };
  }

  const server = createServer(async (request, response) => {
    try {
      const { status, headers, body } = await answerTo(request);
      response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
    } catch (error) {
      parts.onError(error);
      response.writeHead(503, { "content-type": "text/plain" }).end("The emulator's SNS did not answer.");
    }
  });
  await listen(server, parts.port);
  return {
    async stop() {
      await closeServer(server);
      await Promise.all(underway);
    },
  };
}

function handOn(
  upstream: Upstream,
  { method = "GET", url = "/", headers }: IncomingMessage,
  body: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = upstream(method, url, endToEnd(headers));
    call.on("error", reject);
    call.on("response", (response) => {
      text(response).then(
        (answer) =>
          resolve({ status: response.statusCode ?? 502, headers: endToEnd(response.headers), body: answer }),
        reject,
      );
    });
    call.end(body);
  });
}
