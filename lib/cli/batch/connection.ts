/**
 * The server and the token of a batch.
 *
 * @module
 */

import { KugouClient, KugouInputError } from "../../../mod.ts";
import { checkAccessToken } from "../../client/access_token.ts";
import { loadWords } from "../../i18n/load.ts";
import type { App } from "../app.ts";
import { findToken, readConnection } from "../lookup.ts";
import { hide } from "../output.ts";
import type { Args } from "../parse.ts";

/** The server and the token of a batch. */
export interface Connection extends AsyncDisposable {
  /** What looks lines up. */
  readonly client: KugouClient;
  /** The token of lines that bring none, `""` if there is none. */
  readonly token: string;
}

/**
 * Reads where to send requests, and which token lines get that bring none; and
 * starts the sandbox where that is asked for.
 *
 * @param args What the command was given.
 * @param app Where to write.
 * @returns The connection.
 */
export async function openConnection(
  args: Args,
  app: App,
): Promise<Connection> {
  const connection = readConnection(args, app);
  if (args.options.has("sandbox")) return await openInSandbox(connection, app);
  // Nobody is asked for one: the lines may all bring their own.
  const token = await findToken(args, app) ?? "";
  if (token !== "") hide(checkAccessToken(token));
  const accessToken = token === "" ? noToken : token;
  return {
    client: new KugouClient({ ...connection, accessToken }),
    token,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/** The sandbox brings its own endpoint, and a token that is no secret. */
async function openInSandbox(
  connection: ReturnType<typeof readConnection>,
  app: App,
): Promise<Connection> {
  const { openSandbox } = await import("../sandbox.ts");
  const sandbox = await openSandbox({});
  const { endpoint, accessToken } = sandbox;
  const words = await loadWords("lookup", app.language);
  app.err.line(app.err.paint("yellow", words.sandbox(endpoint)));
  return {
    client: new KugouClient({ ...connection, endpoint, accessToken }),
    token: accessToken,
    [Symbol.asyncDispose]: () => sandbox.close(),
  };
}

/** Lines without a token of their own fail, and say what would be right. */
function noToken(): never {
  throw new KugouInputError("accessToken", {
    reason: { en: "it is missing", zh: "缺失" },
    expected: {
      en:
        "an accessToken in the line, or one for all lines from --token-file or KUGOU_ACCESS_TOKEN",
      zh:
        "行内的 accessToken，或通过 --token-file、KUGOU_ACCESS_TOKEN 为所有行提供",
    },
    example: null,
  });
}
