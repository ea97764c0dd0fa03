import { KugouApiError, KugouError, KugouProtocolError } from "../../mod.ts";

/** Counts what lines ended in, by kind. */
export class Tally {
  readonly #failed = new Map<string, number>();
  ok = 0;
  failures = 0;

  get done(): number {
    return this.ok + this.failures;
  }

  /** How many failed for each reason, the most frequent first. */
  get failed(): readonly (readonly [kind: string, count: number])[] {
    return [...this.#failed].sort(([, a], [, b]) => b - a);
  }

  fail(error: unknown): void {
    this.failures++;
    const kind = kindOf(error);
    this.#failed.set(kind, (this.#failed.get(kind) ?? 0) + 1);
  }
}

/** The server's errors are told apart by class, as they call for different acts. */
function kindOf(error: unknown): string {
  if (error instanceof KugouApiError) return error.class;
  if (error instanceof KugouProtocolError && error.status === 429) {
    return "limit";
  }
  return error instanceof KugouError ? error.kind : "other";
}
