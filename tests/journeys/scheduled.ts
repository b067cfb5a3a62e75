import { request as httpsRequest } from "node:https";
import { deployedName, type FunctionFile } from "../../infra/functions.ts";
import { emulatorClient } from "../../local/environment.ts";
import { system } from "./system.ts";

/** What the clock does every hour or so, now. */
export const performNow = (file: FunctionFile): Promise<void> =>
  new Promise<void>((resolve, reject) => {
    const { requestHandler } = emulatorClient(system.awsEndpoint, system.caFile);
    const name = deployedName(file);
    const asked = httpsRequest(
      `${system.awsEndpoint}/2015-03-31/functions/${name}/invocations`,
      {
        method: "POST",
        agent: requestHandler.httpsAgent,
        // The emulator looks at whose key it is, and not at the signature.
        headers: {
          authorization:
            "AWS4-HMAC-SHA256 Credential=test/20261101/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=0",
        },
      },
      (answer) => {
        answer.resume();
        const failed = answer.statusCode !== 200 || answer.headers["x-amz-function-error"] !== undefined;
        answer.on("end", () => (failed ? reject(new Error(`${name} failed`)) : resolve()));
      },
    );
    asked.on("error", reject).end("{}");
  });
