import {
  checkAccessToken,
  checkParams,
  KugouClient,
  KugouError,
  KugouInputError,
  type KugouRequest,
  type KugouUserInfo,
  parseDeviceId,
} from "../../mod.ts";
import type { RawLookup } from "./form.ts";

/** How a lookup ended: of wrong input, all errors. */
export type Outcome =
  | { readonly info: KugouUserInfo; readonly errors?: never }
  | {
    readonly info?: never;
    readonly errors: readonly [KugouError, ...KugouError[]];
  };

/** Makes the client for all lookups. It has no token: each brings its own. */
export function makeClient(
  endpoint: string,
  fetch?: typeof globalThis.fetch,
): KugouClient {
  return new KugouClient({
    accessToken: () => {
      throw new TypeError("Cannot look up: no token was brought");
    },
    endpoint,
    ...fetch ? { fetch } : {},
  });
}

/** Looks a user up. The token belongs to this one call, and is gone with it. */
export async function lookUp(
  raw: RawLookup,
  client: Pick<KugouClient, "userInfo">,
  signal: AbortSignal,
): Promise<Outcome> {
  const [problem, ...others] = problemsOf(raw);
  if (problem) return { errors: [problem, ...others] };
  try {
    return { info: await client.userInfo(raw as KugouRequest, { signal }) };
  } catch (error) {
    if (error instanceof KugouError) return { errors: [error] };
    throw error;
  }
}

/** Checks every field, where the client stops at the first. */
function problemsOf(
  { deviceId, accessToken, params }: RawLookup,
): KugouInputError[] {
  return [
    problemOf(() => parseDeviceId(checkText("deviceId", deviceId))),
    problemOf(() => checkAccessToken(checkText("accessToken", accessToken))),
    problemOf(() => checkParams(params)),
  ].filter((problem) => problem !== null);
}

function problemOf(check: () => unknown): KugouInputError | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof KugouInputError) return error;
    throw error;
  }
}

/** A browser puts U+FFFD for what is no text. */
function checkText(field: string, value: unknown): string {
  if (typeof value !== "string" || !value.includes("\ufffd")) {
    return value as string;
  }
  throw new KugouInputError(field, {
    reason: { en: "it contains a damaged character", zh: "含有损坏的字符" },
    expected: { en: "text in UTF-8", zh: "UTF-8 文本" },
    example: null,
  });
}

/** Says in JSON how a lookup ended; `static/openapi.json` is its schema. */
export function outcomeJson({ info, errors }: Outcome): object {
  return errors === undefined
    ? { ...info, durationMs: Math.round(info.durationMs) }
    : { error: errorJson(errors) };
}

function errorJson([error, ...others]: readonly [KugouError, ...KugouError[]]) {
  const problems = [error, ...others]
    .filter((it) => it instanceof KugouInputError)
    .map(({ field, reason, expected, example }) => ({
      field,
      reason,
      expected,
      example,
    }));
  return problems.length === 0
    ? error.toJSON()
    : { ...error.toJSON(), problems };
}
