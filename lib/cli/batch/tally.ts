/**
 * Counts what lines ended in.
 *
 * @module
 */

import { KugouApiError, KugouError } from "../../../mod.ts";

/** Counts what lines ended in, by kind. */
export class Tally {
  readonly #failed = new Map<string, number>();
  #ok = 0;
  #failures = 0;

  /** How many lines ended. */
  get done(): number {
    return this.#ok + this.#failures;
  }

  /** How many ended with an answer. */
  get ok(): number {
    return this.#ok;
  }

  /** How many failed. */
  get failures(): number {
    return this.#failures;
  }

  /** How many failed for each reason, the most frequent first. */
  get failed(): readonly (readonly [kind: string, count: number])[] {
    return [...this.#failed].sort(([, a], [, b]) => b - a);
  }

  /** Counts an answer. */
  succeed(): void {
    this.#ok++;
  }

  /**
   * Counts a failure.
   *
   * @param error Why.
   */
  fail(error: unknown): void {
    this.#failures++;
    const kind = kindOf(error);
    this.#failed.set(kind, (this.#failed.get(kind) ?? 0) + 1);
  }
}

/** The server's errors are told apart by class, as they call for different acts. */
function kindOf(error: unknown): string {
  if (error instanceof KugouApiError) return error.class;
  return error instanceof KugouError ? error.kind : "other";
}
