import { checkEndpoint, KUGOU_ENDPOINT, KugouInputError } from "../../mod.ts";

/** Every setting of the page; nothing else of it reads the environment. */
const SETTINGS = {
  /** The address to listen on. */
  host: { variable: "HOST", initial: "127.0.0.1", parse: takeText },
  /** The port to listen on; 0 takes any free one. */
  port: { variable: "PORT", initial: 8000, parse: upTo(65_535) },
  /** Where lookups go. */
  endpoint: {
    variable: "KUGOU_ENDPOINT",
    initial: KUGOU_ENDPOINT,
    parse: parseEndpoint,
  },
  /** How many proxies of one's own stand before the page. */
  trustProxy: { variable: "TRUST_PROXY", initial: 0, parse: upTo(10) },
  /** Lookups a minute for each client; 0 for no limit. */
  rateLimit: { variable: "RATE_LIMIT", initial: 60, parse: upTo(1_000_000) },
  /** Whether Deno KV counts them, for all instances together. */
  rateLimitKv: { variable: "RATE_LIMIT_KV", initial: false, parse: parseFlag },
  /** Whether each request is logged. */
  accessLog: { variable: "ACCESS_LOG", initial: true, parse: parseFlag },
  /** Whether an in-process sandbox answers instead of the endpoint. */
  demo: { variable: "DEMO", initial: false, parse: parseFlag },
};

export type Settings = {
  readonly [Name in keyof typeof SETTINGS]: ReturnType<
    (typeof SETTINGS)[Name]["parse"]
  >;
};

export const VARIABLES: readonly string[] = Object.values(SETTINGS)
  .map(({ variable }) => variable);

/** Reads the settings; `read` is given the name of each variable. */
export function readSettings(
  read: (variable: string) => string | undefined = (it) => Deno.env.get(it),
): Settings {
  const entries = Object.entries(SETTINGS)
    .map(([name, { variable, initial, parse }]) => {
      // Empty is how a container file says "not set".
      const value = read(variable);
      return [name, value ? parse(value, variable) : initial];
    });
  return Object.fromEntries(entries);
}

function takeText(value: string): string {
  return value;
}

function upTo(max: number) {
  return (value: string, variable: string): number => {
    if (/^\d{1,7}$/.test(value) && Number(value) <= max) return Number(value);
    throw new KugouInputError(variable, {
      reason: { en: `it is "${value}"`, zh: `当前值为“${value}”` },
      expected: {
        en: `a whole number from 0 to ${max}`,
        zh: `0 到 ${max} 的整数`,
      },
      example: null,
    });
  };
}

function parseFlag(value: string, variable: string): boolean {
  if (value === "0" || value === "1") return value === "1";
  throw new KugouInputError(variable, {
    reason: { en: `it is "${value}"`, zh: `当前值为“${value}”` },
    expected: { en: "0 or 1", zh: "0 或 1" },
    example: null,
  });
}

function parseEndpoint(value: string, variable: string): string {
  try {
    return checkEndpoint(value).href;
  } catch (error) {
    if (!(error instanceof KugouInputError)) throw error;
    throw new KugouInputError(variable, error);
  }
}
