/**
 * `--verbose`: tells about each attempt as it ends.
 *
 * @module
 */

import type { KugouAttempt } from "../client/attempt.ts";
import type { KugouError } from "../client/error.ts";
import { resolveOptions } from "../client/options.ts";
import { loadWords } from "../i18n/load.ts";
import type { App } from "./app.ts";
import { escapeText } from "./escape.ts";
import type { ConnectionOptions } from "./lookup.ts";

/**
 * Says where requests go, and prepares to tell about each of them.
 *
 * @param app Where to write.
 * @param connection How the client is made.
 * @returns What the client calls when an attempt has ended.
 */
export async function narrate(
  { err, language }: App,
  connection: ConnectionOptions,
): Promise<(attempt: KugouAttempt) => void> {
  const words = await loadWords("lookup", language);
  const line = (text: string) => err.line(err.paint("dim", escapeText(text)));
  const { endpoint, timeoutMs, totalTimeoutMs, retry } = resolveOptions({
    ...connection,
    accessToken: "not-shown",
  });
  const limits = { timeoutMs, totalTimeoutMs, retries: retry.limit };
  line(words.sending(endpoint.href, limits));
  return (attempt) =>
    line(words.attempt({ ...attempt, error: nameOf(attempt.error) }));
}

/** The code where there is one, else the kind. */
function nameOf(error: KugouError | null): string | null {
  if (error === null) return null;
  return "code" in error ? String(error.code) : error.kind;
}
