import { type JsonValue, redact } from "../../mod.ts";

/**
 * Takes the token out of whatever goes back: the server may send it, and it may
 * have been typed into a wrong field. Names of members stay as they are, but in
 * the server's `data`.
 */
export function hideToken<T>(value: T, token: unknown): T {
  if (typeof token !== "string") return value;
  const json = JSON.stringify(value);
  if (redact(json, [token]) === json) return value;
  return JSON.parse(json, (name, item: JsonValue) => {
    const isForeign = typeof item === "string" || name === "data";
    return isForeign ? redact(item, [token]) : item;
  });
}
