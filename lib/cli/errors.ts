/** What can end the command line besides the client's own errors. */

/** Writes itself as JSON in the shape of the client's errors. */
abstract class CliError extends Error {
  abstract readonly kind: "interrupted" | "permission" | "bug";

  toJSON(): Record<string, unknown> {
    return {
      retryable: false,
      retryAfterMs: null,
      requestIds: [],
      serverRequestId: null,
      ...Object.fromEntries(Object.entries(this)),
      name: this.name,
      kind: this.kind,
      message: this.message,
      requestId: null,
      attempts: 0,
    };
  }
}

/** A signal, Ctrl-C mostly, asked the program to end. */
export class Interrupted extends CliError {
  override readonly name = "Interrupted";
  override readonly kind = "interrupted";

  constructor(readonly signal: Deno.Signal = "SIGINT") {
    super("Cannot continue: interrupted");
  }
}

/** Deno was not given a permission that the command line itself needs. */
export class MissingPermission extends CliError {
  override readonly name = "MissingPermission";
  override readonly kind = "permission";

  constructor(readonly flag: string) {
    super(`Cannot continue without a permission: run again with ${flag}`);
  }
}

/** The program itself is wrong. */
export class Bug extends CliError {
  override readonly name = "Bug";
  override readonly kind = "bug";

  constructor(cause: unknown) {
    const isError = cause instanceof Error;
    super(isError ? `${cause.name}: ${cause.message}` : String(cause));
    if (isError && cause.stack !== undefined) this.stack = cause.stack;
  }
}

/** Does what needs a permission, and names the flag where it is missing. */
export async function withPermission<T>(
  flag: () => string,
  work: () => T | Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) {
      throw new MissingPermission(flag());
    }
    throw error;
  }
}
