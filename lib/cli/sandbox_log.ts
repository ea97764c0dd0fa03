/** What the sandbox says: how to use it, and what became of each request. */

import { type Words, words } from "../i18n/words.ts";
import type { Sandbox, SandboxLogEntry } from "../sandbox/mod.ts";
import { escapeJson, escapeText } from "../text/escape.ts";
import { PROGRAM } from "./commands.ts";
import type { Context } from "./context.ts";
import { cell, type Output, type Style, writeRows } from "./output.ts";

/** Says that the sandbox runs, and how to use it. */
export function welcome(
  { out, language }: Context,
  { endpoint, accessToken, devices }: Sandbox,
  isJson: boolean,
): void {
  if (isJson) {
    const list = devices.map(({ id, title }) => ({ id, title }));
    const event = { event: "start", endpoint, accessToken, devices: list };
    return out.line(escapeJson(event, false));
  }
  const it = words(language).sandbox;
  const heading = (text: string) => out.line(`\n${out.paint("bold", text)}`);
  out.line(out.paint("bold", it.title));
  out.line();
  writeRows(out, [
    [cell(it.endpoint, "dim"), cell(endpoint)],
    [cell(it.accessToken, "dim"), cell(accessToken)],
  ]);
  heading(it.devices);
  const help = it.faultDevice(`"${PROGRAM} sandbox --help"`);
  writeRows(out, [
    ...devices.map((
      { id, title },
    ) => [cell(id, "cyan"), cell(title[language])]),
    [cell(`SANDBOXERR/${it.anyCode}`, "cyan"), cell(it.errorDevice)],
    [cell(`SANDBOXFLT/${it.anyFault}`, "cyan"), cell(help)],
  ], "  ");
  heading(it.tryCurl);
  out.line(sampleCurl(endpoint, accessToken));
  heading(it.tryProgram);
  out.line(`  KUGOU_ACCESS_TOKEN=${accessToken} \\
    ${PROGRAM} user-info LAEG4YJE1A/dev01 --endpoint '${endpoint}'`);
  heading(it.waiting);
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

const STYLES: Readonly<Record<SandboxLogEntry["outcome"], Style>> = {
  data: "green",
  error: "yellow",
  fault: "yellow",
  refused: "red",
  aborted: "red",
};

/** Says what became of a request. */
export function logRequest(
  { out, language }: Context,
  entry: SandboxLogEntry,
  isJson: boolean,
): void {
  out.line(
    isJson
      ? escapeJson({ event: "request", ...entry }, false)
      : requestLine(out, entry, words(language).sandbox),
  );
}

function requestLine(
  out: Output,
  entry: SandboxLogEntry,
  it: Words["sandbox"],
): string {
  const { outcome, code } = entry;
  const result = outcome === "data"
    ? it.data
    : outcome === "aborted"
    ? it.aborted
    : code;
  return [
    out.paint("dim", clock(entry.time)),
    escapeText(entry.deviceId ?? `${entry.method} ${entry.path}`),
    out.paint(STYLES[outcome], escapeText(result)),
    it.token[entry.token],
    `${Math.round(entry.durationMs)} ms`,
    out.paint("dim", escapeText(entry.requestId ?? "")),
  ].join("  ").trimEnd();
}

function clock(time: Date): string {
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(11, 19);
}
