/**
 * The curl command that sends a request.
 *
 * @module
 */

import type { WireRequest } from "../client/request.ts";
import { escapeJson } from "./escape.ts";

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
  bodyWith: (token: string) => WireRequest,
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
