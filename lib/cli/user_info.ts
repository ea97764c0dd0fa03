/** `user-info`: looks up the Kugou user behind a device. */

import {
  buildRequestBody,
  type KugouAttempt,
  KugouClient,
  type KugouRequest,
} from "../../mod.ts";
import { words } from "../i18n/words.ts";
import { cleanDeviceId, trimInvisible } from "../text/clean.ts";
import { escapeJson, escapeText } from "../text/escape.ts";
import { successAnswer } from "../batch/answer.ts";
import { writeCard } from "./card.ts";
import { type Connection, reaching, readConnection } from "./connection.ts";
import type { Context } from "./context.ts";
import { showDryRun } from "./dry_run.ts";
import { EXIT_CODES } from "./exit_codes.ts";
import { readParams } from "./files.ts";
import { untilInterrupted } from "./interrupt.ts";
import type { Args } from "./parse.ts";
import { askForToken, findToken } from "./token.ts";
import { refuseConflicts } from "./values.ts";

/** Asks for no token and sends nothing while anything else is wrong. */
export function run(args: Args, context: Context): Promise<number> {
  return untilInterrupted(async (signal) => {
    refuseConflicts(args, [
      ["raw", "json"],
      ["sandbox", "endpoint"],
      ["sandbox", "dry-run"],
    ]);
    const request = await readRequest(args);
    context.about.deviceId = request.deviceId;
    using connection = readConnection(args, context);
    if (args.options.has("sandbox")) {
      const { openSampleServer } = await import("./sandbox.ts");
      await using sandbox = await openSampleServer(context);
      const { endpoint, accessToken } = sandbox;
      using there = { ...connection, ...reaching(endpoint) };
      return await lookUp(args, context, request, there, accessToken, signal);
    }
    const token = await findToken(args, context);
    if (args.options.has("dry-run")) {
      return showDryRun(args, context, request, connection.endpoint);
    }
    const accessToken = token ?? await askForToken(context, signal);
    return await lookUp(
      args,
      context,
      request,
      connection,
      accessToken,
      signal,
    );
  });
}

async function readRequest({ operands, options }: Args): Promise<KugouRequest> {
  const requestId = options.get("request-id");
  const params = options.get("params");
  const request: KugouRequest = {
    deviceId: cleanDeviceId(operands[0] ?? ""),
    ...requestId !== undefined && { requestId: trimInvisible(requestId) },
    ...params !== undefined && { params: await readParams(params) },
  };
  // Checks it all.
  buildRequestBody("user_info", {
    requestId: crypto.randomUUID(),
    ...request,
    accessToken: "not-known-yet",
  });
  return request;
}

async function lookUp(
  { options }: Args,
  context: Context,
  request: KugouRequest,
  connection: Connection,
  accessToken: string,
  signal: AbortSignal,
): Promise<number> {
  const { out, language } = context;
  const client = new KugouClient({
    ...connection,
    accessToken,
    ...options.has("verbose") && { onAttempt: narrate(context, connection) },
  });
  const info = await client.userInfo(request, { signal });
  if (options.has("json")) {
    const answer = successAnswer(request.deviceId, info);
    out.line(escapeJson(answer, out.isTerminal));
  } else if (options.has("raw")) {
    out.line(escapeJson(info.data, out.isTerminal));
  } else writeCard(out, request.deviceId, info, words(language));
  return EXIT_CODES.found;
}

/** Says where requests go, and gives what tells about each of them. */
function narrate(
  { err, language }: Context,
  { endpoint, timeoutMs, totalTimeoutMs, retry }: Connection,
): (attempt: KugouAttempt) => void {
  const { lookup } = words(language);
  const line = (text: string) => err.line(err.paint("dim", escapeText(text)));
  line(lookup.sending(endpoint, timeoutMs, totalTimeoutMs, retry.limit));
  return (attempt) => {
    const { error } = attempt;
    const name = error !== null && "code" in error
      ? String(error.code)
      : error?.kind ?? null;
    line(lookup.attempt(attempt, name));
  };
}
