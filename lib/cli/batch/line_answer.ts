/**
 * What the output says of a line: what `user-info --json` says, and its number.
 *
 * @module
 */

import { KugouError, type KugouFulfilled } from "../../../mod.ts";
import { escapeJson } from "../../text/escape.ts";
import { failureAnswer, successAnswer } from "../answer.ts";

/** What the output says of a line. */
export type LineAnswer =
  & { readonly line: number }
  & (ReturnType<typeof successAnswer> | ReturnType<typeof failureAnswer>);

/**
 * Makes the answer for a line whose user was found.
 *
 * @param line Its number.
 * @param settled What its lookup brought.
 * @returns The answer.
 */
export function toLineAnswer(
  line: number,
  { deviceId, value }: KugouFulfilled,
): LineAnswer {
  return { line, ...successAnswer(deviceId, value) };
}

/**
 * Makes the answer for a line that failed.
 *
 * @param line Its number.
 * @param deviceId The device that was asked about.
 * @param error Why it failed.
 * @returns The answer.
 */
export function toFailedLine(
  line: number,
  deviceId: string,
  error: unknown,
): LineAnswer {
  // Anything else is a mistake in the program, and not in the line.
  if (!(error instanceof KugouError)) throw error;
  // A wrong input is not shown: it may be a token in the wrong place.
  const shown = error.kind === "input" ? null : deviceId;
  return { line, ...failureAnswer(shown, error) };
}

/**
 * Writes an answer as one line of JSON. The server may have sent the token
 * back in its data: it does not go on from here.
 *
 * @param answer The answer.
 * @param token The token that the line was looked up with, `""` for none.
 * @returns The JSON, without a line break.
 */
export function formatAnswer(answer: LineAnswer, token: string): string {
  const json = escapeJson(answer, false);
  if (token === "" || !json.includes(inJson(token))) return json;
  const masked = JSON.parse(
    json,
    (_, value) =>
      typeof value === "string" ? value.replaceAll(token, "***") : value,
  );
  return escapeJson(masked, false);
}

function inJson(token: string): string {
  return JSON.stringify(token).slice(1, -1);
}
