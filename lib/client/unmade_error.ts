/**
 * Errors that are made when they are needed.
 *
 * @module
 */

import type { KugouError } from "./error.ts";

/** The classes of errors, and what they need. */
type Errors = typeof import("./errors.ts");

/** What is loaded, once something has failed. */
let errors: Promise<Errors> | undefined;

/**
 * Is thrown within a call for an error that is still to be made.
 *
 * Most calls need none, and their classes with the catalogue of error codes
 * take a program that makes one call a tenth of its time to load. Whoever
 * imports `mod.ts` has them loaded.
 */
export class UnmadeError {
  readonly #make: (errors: Errors) => KugouError;

  /**
   * Says how the error is made.
   *
   * @param make Makes it of the loaded classes.
   */
  constructor(make: (errors: Errors) => KugouError) {
    this.#make = make;
  }

  /**
   * Makes the error.
   *
   * @returns The error.
   */
  async made(): Promise<KugouError> {
    errors ??= import("./errors.ts");
    return this.#make(await errors);
  }
}

/**
 * Makes an error where that is still to be done.
 *
 * @param thrown What was thrown.
 * @returns The error that was made, or what was thrown.
 */
export async function madeOf(thrown: unknown): Promise<unknown> {
  return thrown instanceof UnmadeError ? await thrown.made() : thrown;
}
