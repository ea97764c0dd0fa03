/**
 * `user-info`: looks up the Kugou user behind a device.
 *
 * @module
 */

import { KugouClient, type KugouUserInfo } from "../client/client.ts";
import { loadWords } from "../i18n/load.ts";
import type { App } from "./app.ts";
import { untilInterrupted } from "./interrupt.ts";
import { type Lookup, readLookup } from "./lookup.ts";
import { hide } from "./output.ts";
import type { Args } from "./parse.ts";
import { askForToken, findToken } from "./token.ts";

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
  const { openSandbox } = await import("./sandbox_server.ts");
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
    const { narrate } = await import("./verbose.ts");
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
    const { escapeJson } = await import("./escape.ts");
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
