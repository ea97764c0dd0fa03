/**
 * `user-info`: looks up the Kugou user behind a device.
 *
 * @module
 */

import type { KugouAttempt } from "../client/attempt.ts";
import { KugouClient, type KugouUserInfo } from "../client/client.ts";
import type { KugouError } from "../client/error.ts";
import { resolveOptions } from "../client/options.ts";
import { loadWords } from "../i18n/load.ts";
import { type App, untilInterrupted } from "./app.ts";
import {
  askForToken,
  type ConnectionOptions,
  findToken,
  type Lookup,
  readLookup,
} from "./lookup.ts";
import { escapeJson, escapeText, hide } from "./output.ts";
import type { Args } from "./parse.ts";

/**
 * Runs the command.
 *
 * @param args What it is given.
 * @param app Where to write.
 * @returns The exit code.
 */
export function run(args: Args, app: App): Promise<number> {
  return untilInterrupted(async (signal) => {
    const lookup = await readLookup(args, app);
    if (args.options.has("sandbox")) {
      return await lookUpInSandbox(args, app, signal, lookup);
    }
    const token = await findToken(args, app);
    if (token !== undefined) hide(token);
    if (args.options.has("dry-run")) {
      const { showDryRun } = await import("./dry_run.ts");
      return await showDryRun(args, app, lookup);
    }
    const accessToken = token ?? await askForToken(app, signal);
    return await lookUp(args, app, signal, { ...lookup, accessToken });
  });
}

/** The sandbox brings its own endpoint, and a token that is no secret. */
async function lookUpInSandbox(
  args: Args,
  app: App,
  signal: AbortSignal,
  lookup: Lookup,
): Promise<number> {
  const { openSandbox } = await import("./sandbox.ts");
  await using sandbox = await openSandbox({});
  const { endpoint, accessToken } = sandbox;
  const words = await loadWords("lookup", app.language);
  app.err.line(app.err.paint("yellow", words.sandbox(endpoint)));
  const connection = { ...lookup.connection, endpoint };
  return await lookUp(args, app, signal, {
    ...lookup,
    connection,
    accessToken,
  });
}

async function lookUp(
  args: Args,
  app: App,
  signal: AbortSignal,
  { request, connection, accessToken }: Lookup & { accessToken: string },
): Promise<number> {
  hide(accessToken);
  const options = { ...connection, accessToken };
  if (args.options.has("verbose")) {
    Object.assign(options, { onAttempt: await narrate(app, connection) });
  }
  const answered = new KugouClient(options).userInfo(request, { signal });
  // What shows the answer is loaded while the server thinks.
  const show = loadAnswer(args, app, request.deviceId);
  const info = await answered;
  await (await show)(info);
  return 0;
}

/** Shows what was found. */
type ShowAnswer = (info: KugouUserInfo) => void | Promise<void>;

async function loadAnswer(
  { options }: Args,
  app: App,
  deviceId: string,
): Promise<ShowAnswer> {
  if (options.has("json") || options.has("raw")) {
    const { successObject } = await import("./lookup_json.ts");
    return (info) => {
      const isRaw = options.has("raw");
      const value = isRaw ? info.data : successObject(deviceId, info);
      app.out.line(escapeJson(value, app.out.isTerminal));
    };
  }
  const { writeCard } = await import("./card.ts");
  const words = await loadWords("card", app.language);
  return (info) => writeCard(app.out, deviceId, info, words);
}

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
