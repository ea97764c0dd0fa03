/** Tokens that the server refuses again and again. */

import { KugouApiError, type KugouSettled } from "../../mod.ts";

/** After so many lookups in a row, a token is given up. */
const LIMIT = 20;

/** More tokens than this are not counted at a time. */
const MAX_COUNTED = 10_000;

/** Counts refusals by token; the token that lines share is `null`. */
export class Refusals {
  readonly #inARow = new Map<string | null, number>();
  readonly #givenUp = new Set<string | null>();

  hasGivenUp(token: string | null): boolean {
    return this.#givenUp.has(token);
  }

  /** Learns from a lookup; tells whether its token was given up just now. */
  observe(token: string | null, settled: KugouSettled): boolean {
    const error = settled.status === "rejected" ? settled.reason : null;
    // What the server did not answer says nothing about the token.
    if (error !== null && !(error instanceof KugouApiError)) return false;
    const count = error?.retry === "fresh-token"
      ? (this.#inARow.get(token) ?? 0) + 1
      : 0;
    this.#inARow.delete(token);
    if (count === 0 || this.#givenUp.has(token)) return false;
    if (count >= LIMIT) {
      this.#givenUp.add(token);
      return true;
    }
    this.#inARow.set(token, count);
    const [oldest = null] = this.#inARow.keys();
    if (this.#inARow.size > MAX_COUNTED) this.#inARow.delete(oldest);
    return false;
  }
}
