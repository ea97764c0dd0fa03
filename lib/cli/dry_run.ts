/** `--dry-run`: shows what would be sent, also as a curl command. */

import { generate } from "@std/uuid/v7";
import {
  buildRequestBody,
  type KugouRequest,
  type KugouRequestBody,
  REDACTED,
} from "../../mod.ts";
import { words } from "../i18n/words.ts";
import { escapeJson } from "../text/escape.ts";
import { quoteWord } from "../text/shell.ts";
import type { Context } from "./context.ts";
import { EXIT_CODES } from "./exit_codes.ts";
import type { Args } from "./parse.ts";

/** Shows a request that was checked. */
export function showDryRun(
  { options }: Args,
  { out, err, language }: Context,
  lookup: KugouRequest,
  endpoint: string,
): number {
  const { href } = new URL(endpoint);
  const request = buildRequestBody("user_info", {
    ...lookup,
    requestId: lookup.requestId ?? generate(),
    accessToken: REDACTED,
  });
  const curl = curlCommand(href, request);
  if (options.has("json") || options.has("raw")) {
    const plan = { ok: true, dryRun: true, endpoint: href, request, curl };
    out.line(escapeJson(plan, out.isTerminal));
    return EXIT_CODES.found;
  }
  const it = words(language).lookup;
  out.line(`POST ${href}`);
  out.line("content-type: application/json");
  out.line();
  out.line(escapeJson(request, true));
  out.line();
  out.line(out.paint("dim", `# ${it.curl}`));
  out.line(curl);
  err.line(err.paint("yellow", it.notSent));
  return EXIT_CODES.found;
}

/** Stands for the token while the body is quoted; JSON leaves it as it is. */
const PLACEHOLDER = "KUGOU-ACCESS-TOKEN-STANDS-HERE";

/**
 * The command for a POSIX shell, which takes the token from the environment and
 * hands it to curl on stdin: on a command line `ps` would show it.
 */
export function curlCommand(
  url: string,
  request: KugouRequestBody,
): string {
  const body = escapeJson({ ...request, AccessToken: PLACEHOLDER }, false)
    // These three are special within a here-document.
    .replace(/[\\$`]/g, "\\$&")
    .replace(PLACEHOLDER, () => "$KUGOU_ACCESS_TOKEN");
  return [
    "curl --silent --show-error \\",
    "  --header 'content-type: application/json' \\",
    "  --data-binary @- --globoff \\",
    `  ${quoteWord(url)} <<END`,
    body,
    "END",
  ].join("\n");
}
