/**
 * `--dry-run`: shows what would be sent, also as a curl command, and sends
 * nothing.
 *
 * @module
 */

import { generate } from "@std/uuid/v7";
import { resolveOptions } from "../client/options.ts";
import { REDACTED } from "../client/redact.ts";
import {
  type KugouRequestBody,
  prepareRequest,
  toWire,
} from "../client/request.ts";
import { loadWords } from "../i18n/load.ts";
import type { App } from "./app.ts";
import { EXIT_CODES } from "./exit_codes.ts";
import type { Lookup } from "./lookup.ts";
import { escapeJson } from "./output.ts";
import type { Args } from "./parse.ts";

/** What `--dry-run --json` prints. */
export interface DryRun {
  /** The request is one that can be sent. */
  readonly ok: true;
  /** Tells the object from that of a lookup. */
  readonly dryRun: true;
  /** Where the request would go. */
  readonly endpoint: string;
  /** The request body, with the token masked. */
  readonly request: KugouRequestBody;
  /** The command that sends the same. */
  readonly curl: string;
}

/**
 * Shows what would be sent.
 *
 * @param args What the command was given.
 * @param app Where to write.
 * @param lookup What is asked, and how.
 * @returns The exit code.
 */
export async function showDryRun(
  args: Args,
  { out, err, language }: App,
  lookup: Lookup,
): Promise<number> {
  const plan = planOf(lookup);
  if (args.options.has("json") || args.options.has("raw")) {
    out.line(escapeJson(plan, out.isTerminal));
    return EXIT_CODES.found;
  }
  const { dryRun } = await loadWords("lookup", language);
  out.line(`POST ${plan.endpoint}`);
  out.line("content-type: application/json");
  out.line();
  out.line(escapeJson(plan.request, true));
  out.line();
  out.line(out.paint("dim", `# ${dryRun.curl}`));
  out.line(plan.curl);
  err.line(err.paint("yellow", dryRun.notSent));
  return EXIT_CODES.found;
}

function planOf({ request, connection }: Lookup): DryRun {
  const prepared = prepareRequest("user_info", request);
  const requestId = prepared.requestId ?? generate();
  const { endpoint } = resolveOptions({ ...connection, accessToken: REDACTED });
  return {
    ok: true,
    dryRun: true,
    endpoint: endpoint.href,
    request: toWire(prepared, REDACTED, requestId),
    curl: curlCommand(
      endpoint.href,
      (token) => toWire(prepared, token, requestId),
    ),
  };
}

/** Stands for the token while the body is quoted; JSON leaves it as it is. */
const PLACEHOLDER = "KUGOU-ACCESS-TOKEN-STANDS-HERE";

/**
 * Writes the command for a POSIX shell.
 *
 * The shell takes the token from the environment and hands it to curl on stdin:
 * it is on no command line, where `ps` would show it.
 *
 * @param url The endpoint.
 * @param bodyWith Makes the request body with a token.
 * @returns The command, of several lines.
 */
export function curlCommand(
  url: string,
  bodyWith: (token: string) => KugouRequestBody,
): string {
  const body = escapeJson(bodyWith(PLACEHOLDER), false);
  return [
    "curl --silent --show-error \\",
    "  --header 'content-type: application/json' \\",
    "  --data-binary @- --globoff \\",
    `  ${quote(url)} <<END`,
    inHereDocument(body).replace(PLACEHOLDER, () => "$KUGOU_ACCESS_TOKEN"),
    "END",
  ].join("\n");
}

/** Nothing is special to a shell within single quotes, but those themselves. */
function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/** These three are special to a shell within a here-document. */
function inHereDocument(text: string): string {
  return text.replace(/[\\$`]/g, "\\$&");
}
