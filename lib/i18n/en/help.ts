/** A command to copy, and what it does. */
export interface Example {
  readonly command: string;
  readonly does: string;
}

/** What the options that only `batch` has do. */
const batchOptions = {
  "format": "format of the input; by default from its name or content",
  "column": "which column has the device id; deviceId by default",
  "token-column": "which column has the access token",
  "out": "write to a file",
  "resume": "continue an existing --out file, or create it",
  "retry-failed": "look up again the lines that failed in an output",
  "concurrency": "lookups at a time, 1 to 1000",
  "rate": "lookups to start per second at most",
  "ordered": "answer in the order of the lines",
  "limit": "take this many lines at most",
  "fail-fast": "take no more lines once one has failed",
  "keep-going": "keep using a token that is refused again and again",
  "max-outage":
    "how long to wait for an unreachable endpoint, 0 to fail at once",
  "shard": "only lines where line number mod N is I",
  "shards": "as --shard, with I from JOB_COMPLETION_INDEX",
  "summary": "write the summary to a file, as JSON",
  "quiet": "show no progress and no summary",
};

/** What `batch` does. */
const batchHelp = {
  summary: "look up many devices, one per line of a file",
  details: `FILE is CSV with the column deviceId in its header, NDJSON with
{"deviceId": "LAEG4YJE1A/dev01"} on each line, a JSON array of such objects, or
one device id a line; accessToken, params and requestId may be there too.
Without FILE, or with -, it is read from stdin.
All other columns pass through, as {"columns": {"shop": "...", ...}} beside the
answer; one whose name says token, secret or password is refused.

Lines that bring no token get the one of --token-file, --token-stdin or
KUGOU_ACCESS_TOKEN.

Each line that is not blank gives one line of JSON on stdout or in --out: what
user-info --json prints, with the number of the line, {"line": 1, "hash": ...,
"ok": true, ...}. A line that is wrong gives an error, and the others go on.
A file of --out must be new or empty, or be continued with --resume. Its first
line says which input it belongs to; jq 'select(.line)' leaves it out.

While the endpoint cannot be reached, it waits, and then asks the lines again
that nobody answered. A token that the server refuses 20 times in a row is
given up: its other lines are left out, for --retry-failed to ask. Before that,
--token-file is read again, as it may hold a new token.

Ctrl-C finishes what is under way, within 10 s, and says how to continue;
pressed again, it ends at once. FILE needs --allow-read=FILE, --out OUT needs
--allow-write=OUT, with --resume --allow-read=OUT too, and --retry-failed OUT
both for OUT and OUT.retry.`,
  examples: [
    {
      command: "kugou-iot batch devices.csv --dry-run",
      does: "check all lines first, and send nothing",
    },
    {
      command: "kugou-iot batch devices.csv --out answers.ndjson",
      does: "look up all devices in a file",
    },
    {
      command: "kugou-iot batch devices.csv --out answers.ndjson --resume",
      does: "continue after a stop, a crash or new lines",
    },
    {
      command: "kugou-iot batch devices.csv --retry-failed answers.ndjson",
      does: "look up again those that failed",
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

/** What help says. */
export const help = {
  tagline:
    "Who is the Kugou user behind an IoT Explorer device, and is the membership\nstill valid?",
  heading: {
    usage: "Usage",
    commands: "Commands",
    options: "Options",
    environment: "Environment",
    exitCodes: "Exit codes",
    examples: "Examples",
  },
  placeholder: { command: "COMMAND", options: "[OPTIONS]" },
  byDefault: (value: string) => ` (${value} by default)`,
  more: (command: string) => `${command} tells more about a command.`,
  option: {
    "params": "KugouParams of the request",
    "request-id": "RequestId of the request; a new one by default",
    "json": "print JSON, for programs",
    "raw": "print the server's Data as JSON",
    "token-file": "read the access token from a file",
    "token-stdin": "read the access token from stdin",
    "endpoint": "send to another endpoint",
    "sandbox": "ask a sandbox in this process; needs no token",
    "timeout": "time limit of each attempt",
    "total-timeout": "time limit of all attempts together",
    "retries": "how often to retry, 0 to 100",
    "dry-run": "check everything, but send nothing",
    "verbose": "report each attempt on stderr",
    ...batchOptions,
    "to": "format of the report",
    "within": "list what ends within so many days; 90, in csv all, by default",
    "at": "the moment to reckon from; now by default",
    "port": "port to listen on, 0 for any free one",
    "envelope": "how answers are wrapped",
    "latency": "wait before every answer",
    "faults": "random faults and their shares, 503:0.1,reset:0.05",
    "lang": "language for people",
    "help": "show this help",
    "version": "show the version",
  },
  command: {
    "user-info": {
      summary: "look up the Kugou user behind a device",
      details: `DEVICE_ID is a product id and a device name joined by a slash.

The access token of the signed-in user comes from the first of these that is
there: --token-stdin, --token-file, KUGOU_ACCESS_TOKEN, or a question on the
terminal. It is never an argument, which everybody on the machine could read.

DURATION is a number and its unit: 500ms, 10s, 2m.

--json prints {ok: true, deviceId, user, data, requestId, serverRequestId,
attempts, durationMs}, or {ok: false, deviceId, error, requestId, requestIds,
serverRequestId, attempts} where it fails.`,
      examples: [
        {
          command: "kugou-iot user-info LAEG4YJE1A/dev01 --sandbox",
          does: "try it without an account",
        },
        {
          command:
            "kugou-iot user-info LAEG4YJE1A/dev01 --token-file token.txt",
          does: "look a user up; --allow-read=token.txt is needed too",
        },
        {
          command:
            "kugou-iot user-info LAEG4YJE1A/dev01 --json | jq .user.isVip",
          does: "ask one question, with the token in KUGOU_ACCESS_TOKEN",
        },
        {
          command: "kugou-iot user-info LAEG4YJE1A/dev01 --dry-run",
          does: "see what would be sent",
        },
      ] satisfies Example[],
    },
    "batch": batchHelp,
    "report": {
      summary: "sum up the outputs of batch, offline",
      details:
        `FILE is the output of a batch, or of each of its shards. Without FILE, or with -,
it is read from stdin.

text is for a terminal and json for programs. csv has a row for each device, with
the columns of the input first, and opens in Excel. html is one file to send
around: nothing in it is loaded from elsewhere.

--out must be new or empty, so that a slip overwrites no answers. FILE needs
--allow-read=FILE, and --out OUT needs --allow-write=OUT.`,
      examples: [
        {
          command: "kugou-iot report answers.ndjson",
          does: "how many memberships are valid, and which end soon?",
        },
        {
          command: "kugou-iot report [0-9]*.ndjson --to html --out fleet.html",
          does: "all shards, as a page to send around",
        },
        {
          command: "kugou-iot report answers.ndjson --to csv --within 30",
          does: "a table of the memberships that end within 30 days",
        },
      ] satisfies Example[],
    },
    "explain": {
      summary: "explain an error code, offline",
      details:
        `Without CODE it lists all documented codes. Any other code is explained
by its prefix: LimitExceeded.Anything is a LimitExceeded.`,
      examples: [
        { command: "kugou-iot explain", does: "list all codes" },
        {
          command: "kugou-iot explain ResourceNotFound.DeviceNotExist",
          does: "say what a code means, and what to do next",
        },
        {
          command: "kugou-iot explain 200003 --json",
          does: "the same for a program",
        },
      ] satisfies Example[],
    },
    "sandbox": {
      summary: "run a stand-in for the endpoint on this machine",
      details:
        `It listens on 127.0.0.1 until Ctrl-C, answers with sample users, and prints each
request. The device SANDBOXERR/<code> answers with that error code, and
SANDBOXFLT/<fault> with one of these faults:`,
      examples: [
        { command: "kugou-iot sandbox", does: "start it" },
        {
          command: "kugou-iot sandbox --port 0 --envelope gateway",
          does: "on any free port, with the envelope that Tencent's SDK reads",
        },
        {
          command: "kugou-iot sandbox --latency 200ms --faults 503:0.1",
          does: "slow, and one answer in ten is HTTP 503",
        },
      ] satisfies Example[],
    },
    "help": {
      summary: "show this help, or that of a command",
      details: "",
      examples: [
        { command: "kugou-iot help user-info", does: "help of a command" },
      ] satisfies Example[],
    },
    "completions": {
      summary: "print the completions for a shell",
      details: "",
      examples: [
        {
          command: 'eval "$(kugou-iot completions bash)"',
          does: "in ~/.bashrc",
        },
        {
          command: 'kugou-iot completions zsh > "${fpath[1]}/_kugou-iot"',
          does: "once, for zsh",
        },
        {
          command:
            "kugou-iot completions fish > ~/.config/fish/completions/kugou-iot.fish",
          does: "once, for fish",
        },
      ] satisfies Example[],
    },
  },
  examples: [
    {
      command: "kugou-iot user-info LAEG4YJE1A/dev01 --sandbox",
      does: "try it without an account",
    },
    {
      command: "kugou-iot user-info LAEG4YJE1A/dev01",
      does: "look a user up; asks for the token",
    },
    {
      command: "kugou-iot explain 200003",
      does: "what does this error code mean?",
    },
  ] satisfies Example[],
  variable: {
    "KUGOU_ACCESS_TOKEN": "access token of the signed-in user",
    "KUGOU_ENDPOINT": "another endpoint, as --endpoint",
    "KUGOU_LANG": "language for people, as --lang",
    "JOB_COMPLETION_INDEX": "which shard this is, for --shards",
    "NO_COLOR": "no colors, if set",
    "FORCE_COLOR": "colors even without a terminal, if set",
    "TERM": "no colors and no cursor movement, if dumb",
  },
  exit: {
    found: "success",
    bug: "a bug in this program",
    input: "the command line, the input or a parameter is wrong",
    auth: "the access token or a permission of the app is wrong",
    notFound: "the device, the product, the app or the code does not exist",
    unsupported: "it exists, but cannot do this",
    limit: "too many requests, or a quota is used up",
    network: "the network failed, or a time limit ran out",
    server: "the server failed, or something else answered",
    permission: "Deno was not given a permission",
    someFailed: "some lines of a batch failed",
    interrupted: "interrupted with Ctrl-C",
  },
};
