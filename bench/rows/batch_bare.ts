/**
 * A batch as one writes it by hand: reads the lines, looks them up in lanes of
 * bare `fetch`, and writes the answers when it has them all. It stops at the
 * first error, and keeps everything in memory.
 *
 * ```sh
 * deno run --allow-net=127.0.0.1 --allow-read --allow-write \
 *   bench/rows/batch_bare.ts http://127.0.0.1:PORT/… in.ndjson out.ndjson limit
 * ```
 *
 * @module
 */

import { TOKEN } from "../answer.ts";

const [endpoint = "", input = "", output = "", limit] = Deno.args;
const lines = (await Deno.readTextFile(input)).trimEnd().split("\n");
const answers: string[] = [];
let next = 0;

async function lane(): Promise<void> {
  while (next < lines.length) {
    const line = next++;
    const { deviceId } = JSON.parse(lines[line]!);
    const response = await fetch(endpoint, {
      method: "POST",
      headers: {
        accept: "application/json",
        "content-type": "application/json",
      },
      redirect: "manual",
      body: JSON.stringify({
        AccessToken: TOKEN,
        RequestId: crypto.randomUUID(),
        Action: "AppKugouUserCommand",
        KGCommand: "user_info",
        DeviceId: deviceId,
        KugouParams: {},
      }),
      ...limit === "limit" && { signal: AbortSignal.timeout(10_000) },
    });
    const { Response } = await response.json();
    if (Response.ErrorCode !== 0) throw new Error(`${Response.ErrorCode}`);
    const { Data: data, RequestId: requestId } = Response;
    answers.push(JSON.stringify({ line: line + 1, deviceId, data, requestId }));
  }
}

await Promise.all(Array.from({ length: 64 }, lane));
await Deno.writeTextFile(output, `${answers.join("\n")}\n`);
