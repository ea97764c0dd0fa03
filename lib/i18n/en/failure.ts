/** What went wrong, and what to do next. */

import type { KugouTimeoutPhase } from "../../../mod.ts";
import { terms } from "./terms.ts";

/** A failure, told to a person. */
export const failure = {
  title: {
    input: (subject: string, reason: string): string =>
      `Cannot use ${subject}: ${reason}`,
    commandLine: (reason: string): string =>
      `Cannot read the command line: ${reason}`,
    api: (meaning: string): string =>
      `Cannot look the user up: ${meaning[0]?.toLowerCase()}${
        meaning.slice(1)
      }`,
    network: {
      headers: "Cannot look the user up: the endpoint cannot be reached",
      body: "Cannot look the user up: the connection broke during the response",
    },
    timeout: (
      phase: KugouTimeoutPhase,
      limitMs: number,
      attempts: number,
    ): string =>
      `Cannot look the user up in time: ${WAITED_FOR[phase]} within ${
        terms.duration(limitMs)
      }${attempts > 1 ? `, attempts: ${attempts}` : ""}`,
    protocol: (status: number): string =>
      `Cannot look the user up: received HTTP ${status} instead of an answer from the endpoint`,
    permission: (flag: string): string =>
      `Cannot continue: Deno was not given ${flag}`,
    interrupted: "Interrupted",
    bug: (message: string): string =>
      `Cannot continue because of a bug: ${message}`,
  },
  label: {
    expected: "Expected",
    example: "Example",
    file: "File",
    code: "Code",
    serverSays: "Server says",
    detail: "Detail",
    received: "Received",
    next: "Next",
    installed: "Installed",
    retry: "Retry",
    more: "More",
    requestIds: "Earlier ids",
  },
  next: {
    network: "Check the network, a proxy or firewall, and the endpoint",
    certificate:
      "Check that nothing intercepts the connection, that the clock is right, and that the endpoint's certificate is valid",
    timeout: (option: string): string =>
      `Check the network, or allow more time, such as ${option}`,
    protocol:
      "Check that the endpoint is right, and that no proxy or sign-in page answers in its place",
    busy:
      "Wait a moment; if it persists, contact the operator of the endpoint or of the proxy before it",
    permission: (flag: string): string =>
      `Add it after "deno run": deno run ${flag} …`,
    reinstall: "Install it again with --force, with this flag and those it had",
    allowAll:
      'Deno opens files under /dev, /proc and /sys only with --allow-all: use another file, or stdin with "--token-stdin < FILE"',
    bug: "Report this to the maintainers of kugou-iot",
    verboseBug:
      "Run again with --verbose and report what it prints to the maintainers of kugou-iot",
  },
  retryAfter: (ms: number): string =>
    `yes, but the server asks to wait ${terms.duration(ms)} first`,
  emptyBody: "(nothing)",
};

const WAITED_FOR: Readonly<Record<KugouTimeoutPhase, string>> = {
  token: "there was no access token",
  headers: "the server did not begin to answer",
  body: "the server did not finish its answer",
  wait: "the next attempt could not begin",
};

const DURATION = {
  expected: "a number and its unit: ms, s or m",
  example: "500ms, 10s or 2m",
};

const PARAMS = { expected: "a JSON object", example: "--params '{}'" };

const READABLE = { expected: "a file that can be read" };

/** What is wrong with an input, and what would be right. */
export const input = {
  noCommand: (commands: readonly string[]) => ({
    reason: "no command is given",
    expected: `one of ${commands.join(", ")}`,
    example: "kugou-iot user-info LAEG4YJE1A/dev01 --sandbox",
  }),
  unknownCommand: (word: string | null, commands: readonly string[]) => ({
    reason: word === null
      ? "there is no such command"
      : `there is no command ${word}`,
    expected: `one of ${commands.join(", ")}`,
    example: "kugou-iot --help",
  }),
  unknownOption: (word: string | null, help: string) => ({
    reason: word === null
      ? "there is no such option"
      : `there is no option ${word}`,
    expected: "an option that help lists",
    example: help,
  }),
  noValue: (value: string, example: string) => ({
    reason: "its value is missing",
    expected: `a value, ${value}; after = if it begins with a dash`,
    example,
  }),
  valueRefused: (option: string) => ({
    reason: "it takes no value",
    expected: "the option alone",
    example: option,
  }),
  repeated: {
    reason: "it is given more than once",
    expected: "the option once",
  },
  operandMissing: (usage: string, example: string) => ({
    reason: "it is missing",
    expected: usage,
    example,
  }),
  tooManyOperands: (usage: string, example: string) => ({
    reason: "too many arguments",
    expected: usage,
    example,
  }),
  notAChoice: (choices: readonly string[]) => ({
    reason: "its value is not one of the choices",
    expected: `one of ${choices.join(", ")}`,
    example: choices[0] ?? "",
  }),
  conflict: (other: string) => ({
    reason: `it cannot be combined with ${other}`,
    expected: "one of the two",
  }),
  tokenInArguments: {
    reason: "an access token on the command line can be read by everybody, " +
      "in the list of processes and in the shell's history",
    expected:
      "the token in KUGOU_ACCESS_TOKEN, in a file, on stdin, or typed when asked",
    example: "kugou-iot user-info LAEG4YJE1A/dev01 --token-file token.txt",
  },
  noToken: {
    reason: "there is none",
    expected:
      "KUGOU_ACCESS_TOKEN, --token-file FILE or --token-stdin; or --sandbox, which needs none",
    example: "kugou-iot user-info LAEG4YJE1A/dev01 --sandbox",
  },
  duration: {
    shape: { reason: "it is not a duration", ...DURATION },
    unit: { reason: "it has no unit", ...DURATION },
    short: { reason: "it is less than a millisecond", ...DURATION },
    negative: { reason: "it is negative", ...DURATION },
    huge: {
      reason: "it is longer than a timer can wait",
      expected: "at most 24 days",
      example: DURATION.example,
    },
  },
  notInRange: (min: number, max: number, example: string) => ({
    reason: "it is not a whole number in the range",
    expected: `${min} to ${max}`,
    example,
  }),
  paramsNotJson: { reason: "it is not JSON", ...PARAMS },
  paramsTooManyDigits: {
    reason: "a number in it would lose digits",
    expected: "such a number as a string",
    example: `--params '{"id":"9007199254740993"}'`,
  },
  file: {
    missing: { reason: "the file does not exist", ...READABLE },
    noFolder: {
      reason: "its folder does not exist",
      expected: "a file in a folder that exists",
    },
    directory: { reason: "it is a directory", expected: "a file" },
    denied: {
      reason: "permission denied",
      expected: "a file that this user may use",
    },
    readOnly: {
      reason: "the file system is read-only",
      expected: "a file that can be written",
    },
    noSpace: {
      reason: "no space is left on the device",
      expected: "a disk with free space",
    },
    loop: {
      reason: "its symbolic links lead in a circle",
      expected: "a link that leads to a file",
    },
    nameTooLong: {
      reason: "its name is too long",
      expected: "a shorter name",
    },
    tooLong: { reason: "it is too long", expected: "at most 1 MiB" },
    inUse: {
      reason: "another program uses it",
      expected: "a file that no other program has open",
    },
    tooManyOpen: {
      reason: "too many files are open",
      expected: 'a higher limit, such as "ulimit -n 4096"',
    },
    failed: (code: string) => ({
      reason: `the system refuses it (${code})`,
      expected: "a file on a disk that works",
    }),
  },
  portTaken: {
    reason: "another program listens on this port",
    expected: "a free port, or 0 for any free one",
    example: "kugou-iot sandbox --port 0",
  },
  portDenied: {
    reason: "permission denied for this port",
    expected: "a port from 1024, or 0 for any free one",
    example: "kugou-iot sandbox --port 0",
  },
};
