import { isJsonObject, type JsonValue, parseJson } from "../../mod.ts";
import { cleanDeviceId, trimInvisible } from "../text/clean.ts";
import { Refusal } from "./refusal.ts";
import { linesOf } from "./views/devices.ts";

/** A lookup as it was asked for, unchecked. */
export interface RawLookup {
  readonly deviceId: unknown;
  readonly accessToken: unknown;
  /** The parameters, or what was typed for them. */
  readonly params: unknown;
}

/** Lookups as a form asks for them. */
export interface FormLookup extends Omit<RawLookup, "deviceId"> {
  /** At least one, which may be empty. */
  readonly deviceIds: readonly [string, ...string[]];
  /** What was typed for the parameters. */
  readonly paramsText: string;
}

/** Reads a form; parameters that are no JSON stay text, to be refused by name. */
export function readForm(body: string): FormLookup {
  const form = new URLSearchParams(body);
  const paramsText = form.get("params")?.trim() ?? "";
  return {
    deviceIds: readDevices(form.get("deviceId") ?? ""),
    accessToken: trimInvisible(form.get("accessToken") ?? ""),
    params: paramsText === "" ? {} : parseOrNothing(paramsText) ?? paramsText,
    paramsText,
  };
}

/** Takes the device ids out of what was typed, each once. */
export function readDevices(text: string): [string, ...string[]] {
  const ids = new Set(linesOf(text).map(cleanDeviceId));
  if (ids.size > 1) ids.delete("");
  const [first = "", ...others] = ids;
  return [first, ...others];
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
