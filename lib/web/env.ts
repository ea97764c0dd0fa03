/**
 * The settings of the page, from environment variables. No other file of the
 * page reads any, and this one reads them only when it is called.
 *
 * @module
 */

// Not by mod.ts: what reads the settings of a bundled build shall load no
// package, and so ask no registry for one.
import { KugouInputError } from "../client/input_error.ts";
import { checkEndpoint, KUGOU_ENDPOINT } from "../client/options.ts";

/** How the page is run. */
export interface Settings {
  /** `HOST`: the address to listen on. */
  readonly host: string;
  /** `PORT`: the port to listen on; 0 takes any free one. */
  readonly port: number;
  /** `KUGOU_ENDPOINT`: where lookups go. */
  readonly endpoint: string;
  /** `TRUST_PROXY`: how many proxies of one's own stand before the page. */
  readonly trustProxy: number;
  /** `RATE_LIMIT`: lookups a minute for each client; 0 for no limit. */
  readonly rateLimit: number;
  /** `RATE_LIMIT_KV`: whether Deno KV counts them, for all instances together. */
  readonly rateLimitKv: boolean;
  /** `ACCESS_LOG`: whether each request is logged. */
  readonly accessLog: boolean;
  /** `DEMO`: whether an in-process sandbox answers instead of the endpoint. */
  readonly demo: boolean;
}

/** Gives the value of a variable, like `Deno.env.get`. */
export type ReadVariable = (name: string) => string | undefined;

/**
 * Reads the settings.
 *
 * @param read Gives the value of a variable.
 * @returns The settings, with a default for each that is not set.
 * @throws {RangeError} If a value cannot be; the message names the variable.
 */
export function readSettings(
  read: ReadVariable = (name) => Deno.env.get(name),
): Settings {
  // Empty is how a container file says "not set".
  const get = (name: string) => read(name) || undefined;
  return {
    host: get("HOST") ?? "127.0.0.1",
    port: readInteger("PORT", get("PORT"), 8000, 65_535),
    endpoint: readEndpoint(get("KUGOU_ENDPOINT") ?? KUGOU_ENDPOINT),
    trustProxy: readInteger("TRUST_PROXY", get("TRUST_PROXY"), 0, 10),
    rateLimit: readInteger("RATE_LIMIT", get("RATE_LIMIT"), 60, 1_000_000),
    rateLimitKv: readFlag("RATE_LIMIT_KV", get("RATE_LIMIT_KV"), false),
    accessLog: readFlag("ACCESS_LOG", get("ACCESS_LOG"), true),
    demo: readFlag("DEMO", get("DEMO"), false),
  };
}

/** Asked of the client, which would refuse it at each lookup. */
function readEndpoint(value: string): string {
  try {
    return checkEndpoint(value).href;
  } catch (error) {
    if (!(error instanceof KugouInputError)) throw error;
    throw new RangeError(
      `Cannot start: KUGOU_ENDPOINT must be ${error.expected.en}: ${error.reason.en}`,
    );
  }
}

function readInteger(
  name: string,
  value: string | undefined,
  otherwise: number,
  max: number,
): number {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (/^\d{1,7}$/.test(value) && number <= max) return number;
  throw new RangeError(
    `Cannot start: ${name} must be a whole number from 0 to ${max}: current value is "${value}"`,
  );
}

function readFlag(
  name: string,
  value: string | undefined,
  otherwise: boolean,
): boolean {
  if (value === undefined) return otherwise;
  if (value === "1") return true;
  if (value === "0") return false;
  throw new RangeError(
    `Cannot start: ${name} must be 0 or 1: current value is "${value}"`,
  );
}
