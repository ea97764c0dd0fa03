/**
 * What Deno allows.
 *
 * @module
 */

/** Deno was not given a permission that the command line itself needs. */
export class MissingPermission extends Error {
  /** For `switch` and for JSON, as in the client's errors. */
  readonly kind = "permission";
  /** The Deno flag to add. */
  readonly flag: string;

  /**
   * Makes the error.
   *
   * @param flag The Deno flag to add.
   */
  constructor(flag: string) {
    super(`Cannot continue without a permission: run again with ${flag}`);
    this.flag = flag;
  }
}

/**
 * Tells whether an environment variable may be read, without asking anybody.
 *
 * @param variable The name of the variable.
 * @returns Whether it may.
 */
export function mayReadEnv(variable: string): boolean {
  const query = { name: "env", variable } as const;
  return Deno.permissions.querySync(query).state === "granted";
}

/**
 * Reads a variable that the program can do without.
 *
 * @param variable The name of the variable.
 * @returns Its value; nothing where it is not set or must not be read.
 */
export function grantedEnv(variable: string): string | undefined {
  return mayReadEnv(variable) ? Deno.env.get(variable) : undefined;
}

/**
 * Does what needs a permission.
 *
 * @param flag The Deno flag that gives it.
 * @param work What to do.
 * @returns What it gave.
 * @throws {MissingPermission} If Deno did not let it.
 */
export async function withPermission<T>(
  flag: string,
  work: () => T | Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) {
      throw new MissingPermission(flag);
    }
    throw error;
  }
}
