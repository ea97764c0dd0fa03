/**
 * What the sandbox has to say to a request, before it is wrapped.
 *
 * @module
 */

import { explainErrorCode } from "../client/error_codes.ts";
import type { WireData } from "./device.ts";

/** An answer: `Data`, or an API error. */
export type Answer = DataAnswer | ErrorAnswer;

/** The `Data` of a device. */
export interface DataAnswer {
  readonly kind: "data";
  readonly data: WireData;
}

/** An API error with its code in text, even where the wire has a number. */
export interface ErrorAnswer {
  readonly kind: "error";
  readonly code: string;
  readonly message: string;
}

/** An API error; without a message, it gets the meaning of its code. */
export function apiError(
  code: string,
  message: string = explainErrorCode(code).meaning.en,
): ErrorAnswer {
  return { kind: "error", code, message };
}
