/** The server that a batch asks, and the token of lines that bring none. */

import { checkAccessToken, KUGOU_ENDPOINT, KugouClient } from "../../../mod.ts";
import { badInput } from "../../i18n/bad_input.ts";
import { reaching, readConnection } from "../connection.ts";
import type { Context } from "../context.ts";
import type { Args } from "../parse.ts";
import { openSampleServer } from "../sandbox.ts";
import { findToken } from "../token.ts";

export interface BatchConnection extends AsyncDisposable {
  readonly client: KugouClient;
  /** What the output calls the server. */
  readonly name: string;
  /** The tokens of lines that bring none: the last is the one now. */
  readonly tokens: readonly string[];
}

export async function openConnection(
  args: Args,
  context: Context,
): Promise<BatchConnection> {
  const connection = readConnection(args, context);
  if (args.options.has("sandbox")) {
    const sandbox = await openSampleServer(context);
    const { endpoint, accessToken } = sandbox;
    const options = { ...connection, ...reaching(endpoint), accessToken };
    return {
      client: new KugouClient(options),
      name: "sandbox",
      tokens: [accessToken],
      [Symbol.asyncDispose]: () => sandbox.close(),
    };
  }
  const tokens = await readTokens(args, context);
  const accessToken = (refused: string | null) => {
    const token = tokens.at(-1);
    if (token === undefined) throw noToken();
    return refused === token ? renew(tokens, args, context) : token;
  };
  return {
    client: new KugouClient({ ...connection, accessToken }),
    name: String(connection.endpoint ?? KUGOU_ENDPOINT),
    tokens,
    [Symbol.asyncDispose]: () => Promise.resolve(connection[Symbol.dispose]()),
  };
}

/** No question for one: the lines may all bring their own. */
export async function readTokens(
  args: Args,
  context: Context,
): Promise<string[]> {
  const token = await findToken(args, context);
  return token ? [checkAccessToken(token)] : [];
}

/** Reads the file again, which may hold another token by now. */
async function renew(
  tokens: string[],
  args: Args,
  context: Context,
): Promise<string> {
  if (args.options.has("token-file")) {
    // A file that is just being replaced has none: then the old one goes on.
    const [token] = await readTokens(args, context).catch(() => []);
    if (token !== undefined) {
      const others = tokens.filter((it) => it !== token);
      tokens.splice(0, Infinity, ...others, token);
    }
  }
  return tokens.at(-1)!;
}

/** What a line is told that brings no token where all have none. */
export function noToken() {
  return badInput("accessToken", ({ batch }) => batch.noToken);
}
