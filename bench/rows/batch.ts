import { compare, formatTime, type Line, race } from "../compare.ts";
import { requestBody, RESPONDER } from "../others/endpoint.ts";
import { run, startServer } from "../processes.ts";
import { cliBatch, type Files, withFiles } from "../files.ts";

const LINES = 20_000;
const CURL_LINES = 500;

/** A line of a batch, file to file, 64 at a time. */
export function batch(say: (text: string) => void): Promise<Line[]> {
  return withFiles(LINES, async (files) => {
    await using responder = await startServer(RESPONDER);
    const { url } = responder;
    const loop = ["bench/others/loop.ts", url, files.input, files.output];
    const { ours, byHand, curl } = await race({
      ours: () => afresh(files, () => run(cliBatch(url, files))),
      byHand: () => afresh(files, () => run({ args: ["-A", ...loop] })),
      curl: () => run(xargs(url, files.input)),
    }, { rounds: 7, onRound: say });
    const comparison = {
      what: "a line of `batch`, 64 at a time",
      ours: ours.map((ms) => ms / LINES),
      format: formatTime,
    };
    return [
      compare({
        ...comparison,
        against: "a `fetch` loop by hand",
        theirs: byHand.map((ms) => ms / LINES),
        limit: ["≤", 1.5],
      }),
      compare({
        ...comparison,
        against: "`xargs -P64 curl`",
        theirs: curl.map((ms) => ms / CURL_LINES),
        limit: ["≤", 0.1],
      }),
    ];
  });
}

/** A batch does not overwrite an output. */
async function afresh(
  { output }: Files,
  work: () => Promise<void>,
): Promise<void> {
  await Deno.remove(output).catch(() => {});
  await work();
}

/** A `curl` for each of the first lines. */
function xargs(url: string, input: string) {
  const body = JSON.stringify(requestBody("{}"));
  const script = `head -n ${CURL_LINES} "$1" | cut -d '"' -f 4 |
    xargs -P64 -I{} curl -s -o /dev/null -H 'content-type: application/json' \\
    -d "$2" "$3"`;
  return { command: "sh", args: ["-c", script, "sh", input, body, url] };
}
