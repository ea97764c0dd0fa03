/**
 * What the sandbox says, and what help says of its faults.
 *
 * @module
 */

import { loadWords } from "../i18n/load.ts";
import type { Language } from "../i18n/words.ts";
import type { SandboxWords } from "../i18n/words_answers.ts";
import { SANDBOX_FAULTS } from "../sandbox/mod.ts";
import type { Sandbox, SandboxLogEntry } from "../sandbox/mod.ts";
import type { App } from "./app.ts";
import { PROGRAM } from "./commands.ts";
import {
  cell,
  escapeJson,
  escapeText,
  type Output,
  type Row,
  type Style,
  writeRows,
} from "./output.ts";

/** Says what happens. */
export interface Voice {
  /** Says that the sandbox runs, and how to use it. */
  start(sandbox: Sandbox): Promise<void>;
  /** Says what became of a request. */
  request(entry: SandboxLogEntry): void;
}

/**
 * Says it in JSON, one object a line.
 *
 * @param app Where to write.
 * @returns The voice.
 */
export function jsonVoice({ out }: App): Voice {
  return {
    start({ endpoint, accessToken, devices }) {
      const list = devices.map(({ id, title }) => ({ id, title }));
      const line = { event: "start", endpoint, accessToken, devices: list };
      out.line(escapeJson(line, false));
      return Promise.resolve();
    },
    request(entry) {
      out.line(escapeJson({ event: "request", ...entry }, false));
    },
  };
}

/**
 * Says it to a person.
 *
 * @param app Where to write, and in which language.
 * @returns The voice.
 */
export async function textVoice({ out, language }: App): Promise<Voice> {
  const words = await loadWords("sandbox", language);
  return {
    start: (sandbox) => welcome(out, sandbox, words, language),
    request: (entry) => out.line(requestLine(out, entry, words)),
  };
}

async function welcome(
  out: Output,
  { endpoint, accessToken, devices }: Sandbox,
  words: SandboxWords,
  language: Language,
): Promise<void> {
  const { label, anyCode, anyFault } = words;
  const heading = (text: string) => out.line(`\n${out.paint("bold", text)}`);
  const device = (id: string, does: string): Row => [
    cell(id, "cyan"),
    cell(does),
  ];
  out.line(out.paint("bold", words.title));
  out.line();
  await writeRows(out, [
    [cell(label.endpoint, "dim"), cell(endpoint)],
    [cell(label.token, "dim"), cell(accessToken)],
  ]);
  heading(label.devices);
  await writeRows(out, [
    ...devices.map(({ id, title }) => device(id, title[language])),
    device(`SANDBOXERR/${anyCode}`, words.errorDevice),
    device(
      `SANDBOXFLT/${anyFault}`,
      words.faultDevice(`"${PROGRAM} sandbox --help"`),
    ),
  ], "  ");
  heading(words.tryCurl);
  out.line(sampleCurl(endpoint, accessToken));
  heading(words.tryProgram);
  out.line(sampleCommand(endpoint, accessToken));
  heading(words.waiting);
}

/** The token is the sandbox's own: no secret, and part of the command. */
function sampleCurl(endpoint: string, token: string): string {
  const body = {
    AccessToken: token,
    RequestId: crypto.randomUUID(),
    Action: "AppKugouUserCommand",
    KGCommand: "user_info",
    DeviceId: "LAEG4YJE1A/dev01",
    KugouParams: {},
  };
  return `  curl --header 'content-type: application/json' \\
    --data '${JSON.stringify(body)}' \\
    '${endpoint}'`;
}

function sampleCommand(endpoint: string, token: string): string {
  return `  KUGOU_ACCESS_TOKEN=${token} \\
    ${PROGRAM} user-info LAEG4YJE1A/dev01 --endpoint '${endpoint}'`;
}

const STYLES: Readonly<Record<SandboxLogEntry["outcome"], Style>> = {
  data: "green",
  error: "yellow",
  fault: "yellow",
  refused: "red",
  aborted: "red",
};

function requestLine(
  out: Output,
  entry: SandboxLogEntry,
  words: SandboxWords,
): string {
  const { outcome, code } = entry;
  const result = outcome === "data"
    ? words.data
    : outcome === "aborted"
    ? words.aborted
    : code;
  return [
    out.paint("dim", clock(entry.time)),
    escapeText(entry.deviceId ?? `${entry.method} ${entry.path}`),
    out.paint(STYLES[outcome], escapeText(result)),
    words.token[entry.token],
    `${Math.round(entry.durationMs)} ms`,
    out.paint("dim", escapeText(entry.requestId ?? "")),
  ].join("  ").trimEnd();
}

function clock(time: Date): string {
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(11, 19);
}

/**
 * Lists the faults.
 *
 * @param out Where to.
 * @param language In which language.
 */
export async function showFaults(
  out: Output,
  language: Language,
): Promise<void> {
  const rows = SANDBOX_FAULTS.map(({ name, title }) => [
    cell(name, "cyan"),
    cell(title[language]),
  ]);
  out.line();
  await writeRows(out, rows, "  ");
}
