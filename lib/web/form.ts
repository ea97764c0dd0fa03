import { isJsonObject, type JsonValue, parseJson } from "../../mod.ts";
import { Refusal } from "./refusal.ts";

/** A lookup as it was asked for, unchecked. */
export interface RawLookup {
  readonly deviceId: unknown;
  readonly accessToken: unknown;
  /** The parameters, or what was typed for them. */
  readonly params: unknown;
}

/** Reads a form; parameters that are no JSON stay text, to be refused by name. */
export function readForm(body: string): RawLookup {
  const form = new URLSearchParams(body);
  const text = (name: string) => form.get(name)?.trim() ?? "";
  const params = text("params");
  return {
    deviceId: text("deviceId"),
    accessToken: text("accessToken"),
    params: params === "" ? {} : parseOrNothing(params) ?? params,
  };
}

/** Reads what programs send. */
export function readJson(body: string): RawLookup {
  const json = parseOrNothing(body);
  if (!isJsonObject(json)) throw new Refusal(400);
  const { deviceId, accessToken, params = {} } = json;
  return { deviceId, accessToken, params };
}

function parseOrNothing(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** Tells the page's own script, which wants the answer alone, from a browser. */
export function wantsJson(request: Request): boolean {
  return request.headers.get("accept") === "application/json";
}
