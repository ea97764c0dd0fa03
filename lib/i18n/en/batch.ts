const REQUEST = {
  expected: "one request on a line",
  example: '{"deviceId":"LAEG4YJE1A/dev01"}',
};

const QUOTED = {
  expected:
    'values in quotes where they contain a comma or a quote, with "" for a quote within',
  example: 'LAEG4YJE1A/dev01,"{""a"":1}"',
};

/** What a batch says besides its answers. */
export const batch = {
  counts: (
    done: number,
    ok: number,
    failed: readonly (readonly [kind: string, count: number])[],
  ): string => `${countOf(done, "line", "lines")}: ${ok} ok${failures(failed)}`,
  rate: (perSecond: number): string =>
    `${perSecond.toFixed(perSecond < 10 ? 1 : 0)}/s`,
  left: (seconds: number): string => `${duration(seconds)} left`,
  already: (path: string, ok: number, failed: number): string =>
    `Continuing ${path}: ${ok} ok, ${failed} failed so far`,
  whole: (path: string, ok: number, failed: number): string =>
    `${path} now has ${
      countOf(ok + failed, "line", "lines")
    }: ${ok} ok, ${failed} failed`,
  readAs: (encoding: string): string =>
    `The input is not UTF-8: reading it as ${encoding.toUpperCase()}`,
  unreachable: (detail: string, seconds: number): string =>
    `${detail}\nWaiting until the endpoint answers, for ${
      duration(seconds)
    } at most`,
  reachable: (seconds: number): string =>
    `The endpoint answers again, after ${duration(seconds)}`,
  gaveUp: (seconds: number): string =>
    `Stopped: the endpoint could not be reached for ${duration(seconds)}`,
  refused: (line: number | null): string =>
    `The token of ${
      line === null ? "all lines" : `line ${line}`
    } was refused 20 times in a row: leaving out the rest of its lines`,
  orphans: (answers: number): string =>
    `${
      countOf(answers, "answer belongs to a line", "answers belong to lines")
    } that the input no longer has`,
  leftOut: (lines: number): string =>
    `${
      countOf(lines, "line was", "lines were")
    } left out, as the token was refused; put a new one in place`,
  stopping:
    "Stopping: finishing the lookups under way, for 10 s at most; press Ctrl-C again to quit now",
  resume: (command: string): string => `To continue:\n  ${command}`,
  noResume: "Use --out FILE to be able to continue next time",
  summary: (counts: string, seconds: number, rate: string): string =>
    `${counts}, in ${duration(seconds)} (${rate})`,
  dryRun: {
    lines: (lines: number, format: string): string =>
      `${countOf(lines, "line", "lines")} to look up (${format.toUpperCase()})`,
    tokens: (own: number, others: number): string =>
      `Tokens: ${own} in the lines, ${
        countOf(others, "line needs", "lines need")
      } that of --token-file, --token-stdin or KUGOU_ACCESS_TOKEN`,
    columns: (names: string): string => `Columns that pass through: ${names}`,
    time: (seconds: number): string =>
      `At this --rate it takes ${duration(seconds)} or more`,
    wrong: (lines: number): string =>
      lines === 0
        ? "All lines can be sent"
        : `${countOf(lines, "line", "lines")} cannot be sent:`,
    line: (line: number, field: string): string => `line ${line}, ${field}:`,
    more: (lines: number): string => `and ${lines} more`,
  },
  notARate: {
    reason: "it is not a rate",
    expected: "a number of lookups per second above 0",
    example: "--rate 50",
  },
  needs: (other: string) => ({
    reason: `it needs ${other}`,
    expected: `${other} as well`,
  }),
  summaryInUse: {
    reason: "this batch, or another process, reads or writes it already",
    expected: "a file of its own",
    example: "--summary summary.json",
  },
  stdinTwice: {
    reason: "the lines come from stdin, too",
    expected: "--token-file, KUGOU_ACCESS_TOKEN, or the lines from a file",
  },
  noIndex: {
    reason: "JOB_COMPLETION_INDEX is not set",
    expected: "--shard I/N outside of an indexed Job",
    example: "--shard 0/4",
  },
  notAShard: (text: string) => ({
    reason: `it is ${text}`,
    expected: "I/N, with I from 0 to N-1",
    example: "0/4",
  }),
  noToken: {
    reason: "it is missing",
    expected:
      "an accessToken in the line, or one for all lines from --token-file or KUGOU_ACCESS_TOKEN",
  },
  changed: (line: number) => ({
    reason:
      `line ${line} is not the line that was looked up: the input has changed since`,
    expected: "the same lines in the same places, or another --out FILE",
  }),
  arrayNotJson: {
    reason: "it begins like a JSON array, and is not JSON",
    expected: "a JSON array of requests, or one request on a line",
    example: '[{"deviceId":"LAEG4YJE1A/dev01"}]',
  },
  arrayTooLong: {
    reason: "a JSON array of more than 64 MiB cannot be read line by line",
    expected: "one request on a line",
    example: '{"deviceId":"LAEG4YJE1A/dev01"}',
  },
  headerWrong: (reason: string, columns: string) => ({
    reason: `its CSV header is wrong: ${reason}`,
    expected:
      `a column deviceId, or --column NAME for another one, and any others (${columns} have a meaning); or one device id a line`,
  }),
  header: {
    secretColumn: (number: number, name: string | null): string =>
      `column ${
        called(number, name)
      } may hold a secret, and would come out: name it with --token-column NAME if it is the access token, or remove it`,
    twice: (number: number, name: string | null): string =>
      `column ${called(number, name)} is there twice`,
    noId: (name: string): string => `${name} is missing`,
  },
  line: {
    notJson: { reason: "it is not JSON", ...REQUEST },
    notAnObject: { reason: "it is not a JSON object", ...REQUEST },
    secretField: (name: string | null) => ({
      reason: name === null
        ? "a field may hold a secret, and would come out"
        : `its field "${name}" may hold a secret, and would come out`,
      expected:
        "--token-column NAME if it is the access token; else the line without it",
      example: REQUEST.example,
    }),
    tooDeep: { reason: "a field of its own is nested too deeply", ...REQUEST },
    fieldTwice: (name: string) => ({
      reason: `it has ${name} twice`,
      ...REQUEST,
    }),
    tooManyDigits: {
      reason: "a number in params would lose digits",
      expected: "such a number as a string",
      example: '"params":{"id":"9007199254740993"}',
    },
    tooLong: (max: number) => ({
      reason: `it is longer than ${max} characters`,
      ...REQUEST,
    }),
    nul: {
      reason: "it has a NUL character",
      expected: "text, such as CSV, and no spreadsheet file such as .xlsx",
      example: REQUEST.example,
    },
    notUtf8: { reason: "it is not UTF-8", ...REQUEST },
    quoteNotClosed: { reason: "a quote is not closed", ...QUOTED },
    notCsv: { reason: "it is not a CSV record", ...QUOTED },
    valueCount: (has: number, needs: number) => ({
      reason: `it has ${has} values where the header has ${needs}`,
      expected: "as many as the header",
    }),
  },
  output: {
    full: (bytes: number) => ({
      reason: `it has ${bytes} bytes`,
      expected: "a new or empty file, or --resume to continue this one",
    }),
    empty: {
      reason: "it is empty",
      expected: "the output of an earlier batch",
    },
    locked: {
      reason: "another process is writing to it, or it is the input",
      expected: "a file of its own",
    },
    notAFile: {
      reason: "it is not a regular file",
      expected: "a regular file, or a batch without --resume",
    },
    gone: {
      reason: "it was deleted or replaced while the batch ran",
      expected: "a file that is left in place until the batch has ended",
    },
    foreign: (line: number) => ({
      reason: `line ${line} was not written by this version of batch`,
      expected: "the output of an earlier batch",
    }),
    other: (option: string, then: string, now: string) => ({
      reason: `it was written with ${option} ${then}`,
      expected: `the same again, and not ${now}; or another file`,
    }),
  },
};

function called(number: number, name: string | null): string {
  return name === null ? String(number) : `${number} ("${name}")`;
}

function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function failures(failed: readonly (readonly [string, number])[]): string {
  if (failed.length === 0) return "";
  const kinds = failed.map(([kind, count]) => `${count} ${kind}`);
  return `, failed: ${kinds.join(", ")}`;
}

function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return parts([minutes, "min"], [whole % 60, "s"]);
  return parts([Math.floor(minutes / 60), "h"], [minutes % 60, "min"]);
}

function parts(...list: [count: number, unit: string][]): string {
  return list.filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`).join(" ");
}
