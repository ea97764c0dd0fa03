/** What a report of a fleet says. */
export const report = {
  title: "Kugou memberships of a fleet",
  asOf: (time: string): string => `As of ${time} in China`,
  devices: (total: string, found: string, failed: string): string =>
    `${total} devices: ${found} found, ${failed} failed`,
  sent: (from: string, to: string): string => `Looked up from ${from} to ${to}`,
  speed: (median: string, p95: string): string =>
    `Half of the lookups took ${median} at most, 95% took ${p95} at most`,
  retries: (count: string): string => `Retries: ${count}`,
  missing: (shards: string, input: string): string =>
    `Not in these files: ${shards} of ${input}`,
  andMore: (count: string): string => `and ${count} more`,
  tile: { total: "Devices", found: "Found", failed: "Failed" },
  heading: {
    memberships: "Memberships by state",
    ending: "Memberships that end within",
    soonest: (days: number): string => `Ending soonest, within ${days} days`,
    months: "Memberships by the month of their end",
    failures: "Failures",
    membership: "Membership",
    device: "Device",
    user: "User",
    end: "End",
    left: "Left",
    columns: "Columns",
    month: "Month",
    later: "later",
    code: "Code",
    count: "Devices",
    lines: "Lines",
  },
  days: (count: number): string => `${count} ${count === 1 ? "day" : "days"}`,
  none: "none",
  noEnds: (days: number): string => `None ends within ${days} days`,
  noFailures: "No lookup failed",
  unknownDevice: "(no device id)",
  reading: (file: string, answers: string): string =>
    `Reading ${file}: ${answers} answers`,
  torn: (file: string): string =>
    `${file}: the last line was cut short, and is left out`,
  foreign: (file: string, count: number, first: number): string =>
    `${file}: ${count} ${
      count === 1 ? "line was" : "lines were"
    } not written by batch, such as line ${first}, and ${
      count === 1 ? "is" : "are"
    } left out`,
  empty: {
    reason: "there is no answer in it",
    expected: "the output of kugou-iot batch",
    example: "kugou-iot report answers.ndjson",
  },
  notATime: {
    reason: "it is not a time",
    expected: "a date, or a time with its zone",
    example: "2026-12-31 or 2026-12-31T08:00:00+08:00",
  },
  outFull: {
    reason: "it holds something already",
    expected: "a new or empty file, so that no answers are overwritten",
    example: "kugou-iot report answers.ndjson > report.txt",
  },
  csvTwice: {
    reason: "a table takes two passes, and a pipe has one",
    expected: "FILE, or --to text, json or html",
    example: "kugou-iot report answers.ndjson --to csv",
  },
  /** What went wrong where no server gave a code. */
  kind: {
    input: { meaning: "The line is wrong", hint: "Correct it in the input" },
    network: {
      meaning: "The endpoint could not be reached",
      hint: "Look the line up again with --retry-failed",
    },
    timeout: {
      meaning: "A time limit ran out",
      hint: "Look the line up again with --retry-failed",
    },
    protocol: {
      meaning: "Something else than the endpoint answered",
      hint: "Look for a proxy or gateway in between, then use --retry-failed",
    },
    other: {
      meaning: "Something unknown went wrong",
      hint: "Look the line up again with --retry-failed",
    },
  },
};
