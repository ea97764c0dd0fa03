/**
 * From what a visitor typed, or a program sent, to a lookup.
 *
 * @module
 */

import type { JsonValue } from "../../mod.ts";
import { isJsonObject, parseJson } from "../client/json.ts";
import { Refusal } from "./refusal.ts";

/** A lookup as it was asked for, unchecked. */
export interface RawLookup {
  /** The device id. */
  readonly deviceId: unknown;
  /** The access token. */
  readonly accessToken: unknown;
  /** The parameters, or what was typed for them. */
  readonly params: unknown;
}

/**
 * Reads the form.
 *
 * @param body The body of the request, as browsers send forms.
 * @returns The lookup. White space around a value is from copying, and is left
 * out; parameters that are no JSON stay text, for the check to refuse.
 */
export function readForm(body: string): RawLookup {
  const form = new URLSearchParams(body);
  const text = (name: string) => form.get(name)?.trim() ?? "";
  return {
    // A sample of the demo is a button of the same form.
    deviceId: text("sample") || text("deviceId"),
    accessToken: text("accessToken"),
    params: parseParams(text("params")),
  };
}

/**
 * Reads the JSON that the API takes.
 *
 * @param body The body of the request.
 * @returns The lookup; parameters that are not given are `{}`.
 * @throws {Refusal} With 400 if it is no JSON object.
 */
export function readJson(body: string): RawLookup {
  const json = parseOrNothing(body);
  if (!isJsonObject(json)) throw new Refusal(400);
  const { deviceId, accessToken, params = {} } = json;
  return { deviceId, accessToken, params };
}

function parseParams(text: string): unknown {
  return text === "" ? {} : parseOrNothing(text) ?? text;
}

function parseOrNothing(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
