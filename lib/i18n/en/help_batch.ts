/**
 * Words of the help for `batch`, in English.
 *
 * @module
 */

import type { Example } from "../words_help.ts";

/** What the options that only `batch` has do. */
export const options = {
  "format": "format of the input; by its name or first byte if not given",
  "out": "write to a file, which must be new or empty",
  "resume": "go on with the file of --out; begin it where it is missing",
  "retry-failed": "look again at the lines that failed in an output",
  "concurrency": "how many lookups are under way at a time, 1 to 1000",
  "rate": "how many lookups may begin each second",
  "ordered": "answer in the order of the lines",
  "fail-fast": "take no more lines when the first has failed",
  "shard": "only lines whose number leaves I when divided by N",
  "shards": "as --shard, with I from JOB_COMPLETION_INDEX",
  "quiet": "show no progress and no summary",
};

/** What `batch` does. */
export const command = {
  summary: "look many devices up, one for each line of a file",
  details:
    `FILE is NDJSON, {"deviceId": "LAEG4YJE1A/dev01"} on each line, or CSV with the
column deviceId in its header; accessToken, params and requestId may be there
too. Without FILE, or with -, it is read from stdin.

Lines that bring no token get the one of --token-file, --token-stdin or
KUGOU_ACCESS_TOKEN.

Each line that is not blank gives one line of JSON on stdout or in --out: what
user-info --json prints, with the number of the line, {"line": 1, "ok": true,
...}. A line that is wrong gives an error, and the others go on. The first line
of a file of --out says which input it belongs to; jq 'select(.line)' leaves it
out.

Ctrl-C finishes what is under way, and says how to go on; pressed again, it ends
at once. FILE needs --allow-read=FILE, --out OUT needs --allow-write=OUT, with
--resume --allow-read=OUT too, and --retry-failed OUT both for OUT and
OUT.retry.`,
  examples: [
    {
      command: "kugou-iot batch devices.csv --out answers.ndjson",
      does: "look all devices of a file up",
    },
    {
      command: "kugou-iot batch devices.csv --out answers.ndjson --resume",
      does: "go on after a stop, a crash or more lines",
    },
    {
      command: "kugou-iot batch devices.csv --retry-failed answers.ndjson",
      does: "look again at those that failed",
    },
    {
      command:
        "kugou-iot batch < devices.ndjson | jq -r 'select(.ok and .user.isVip) | .deviceId'",
      does: "which devices belong to a VIP?",
    },
    {
      command: "kugou-iot batch devices.csv --shard 0/4 --out 0.ndjson",
      does: "the first of four parts, for four machines",
    },
  ] satisfies Example[],
};
