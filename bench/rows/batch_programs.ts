/**
 * The programs that batches are measured with, and their input.
 *
 * @module
 */

import { TOKEN } from "../answer.ts";
import type { Program } from "../process.ts";

const env = { KUGOU_ACCESS_TOKEN: TOKEN };

/** Where a batch reads and writes. */
export interface Files {
  readonly input: string;
  readonly output: string;
}

/** What stands for the files where a command is shown. */
export const FILE_WORDS: Files = { input: "$IN", output: "$OUT" };

/**
 * The command line, 64 at a time.
 *
 * @param endpoint Where to.
 * @param files Where it reads and writes.
 * @returns The program.
 */
export function cliBatch(endpoint: string, { input, output }: Files): Program {
  return {
    options: [
      "--allow-net=127.0.0.1",
      "--allow-env=KUGOU_ACCESS_TOKEN,KUGOU_ENDPOINT,KUGOU_LANG,FORCE_COLOR",
      `--allow-read=${input}`,
      `--allow-write=${output}`,
    ],
    args: [
      ...["cli.ts", "batch", input, "--out", output, "--quiet"],
      ...["--concurrency", "64", "--endpoint", endpoint],
    ],
    env,
  };
}

/**
 * A script with a bare `fetch` loop, 64 at a time.
 *
 * @param endpoint Where to.
 * @param files Where it reads and writes.
 * @param limit Whether each `fetch` has a time limit, as ours have.
 * @returns The program.
 */
export function bareBatch(
  endpoint: string,
  { input, output }: Files,
  limit: "limit" | "no-limit",
): Program {
  return {
    options: [
      "--allow-net=127.0.0.1",
      `--allow-read=${input}`,
      `--allow-write=${output}`,
    ],
    args: ["bench/rows/batch_bare.ts", endpoint, input, output, limit],
  };
}

/**
 * The words for `xargs` that start a `curl` for each device, 64 at a time.
 *
 * @param endpoint Where to.
 * @returns The words.
 */
export function curlWords(endpoint: string): string[] {
  const body = JSON.stringify({
    AccessToken: TOKEN,
    RequestId: "bench",
    Action: "AppKugouUserCommand",
    KGCommand: "user_info",
    DeviceId: "@",
    KugouParams: {},
  });
  return [
    ...["-P64", "-I@", "curl", "-s", "-o", "/dev/null"],
    ...["-H", "content-type: application/json", "-d", body, endpoint],
  ];
}

/**
 * Makes lines of an input.
 *
 * @param count How many.
 * @returns The lines, a thousand at a time.
 */
export function* deviceLines(count: number): Generator<string> {
  for (let first = 1; first <= count; first += 1000) {
    const length = Math.min(1000, count + 1 - first);
    yield Array.from(
      { length },
      (_, i) => `{"deviceId":"LAEG4YJE1A/dev${first + i}"}\n`,
    ).join("");
  }
}
