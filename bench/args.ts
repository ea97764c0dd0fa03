/**
 * What is asked of the task.
 *
 * @module
 */

/** What to run. */
export interface Request<R> {
  /** The rows. */
  readonly rows: readonly R[];
  /** Whether that is all there are. */
  readonly isWhole: boolean;
  /** Whether to do only as much as shows that it works. */
  readonly quick: boolean;
}

/**
 * Reads the arguments: names of rows, or what they begin with, and `--quick`.
 *
 * @param args The arguments.
 * @param rows All rows.
 * @returns What to run; without names, all of them.
 * @throws {RangeError} If an argument names nothing.
 */
export function readArgs<R extends { readonly name: string }>(
  args: readonly string[],
  rows: readonly R[],
): Request<R> {
  const words = args.filter((arg) => arg !== "--quick");
  for (const word of words) {
    if (rows.some(({ name }) => name.startsWith(word))) continue;
    const names = rows.map(({ name }) => name).join(", ");
    throw new RangeError(
      `Cannot run "${word}": the rows are ${names}, and --quick makes them short`,
    );
  }
  const isWhole = words.length === 0;
  const isChosen = ({ name }: R) => words.some((word) => name.startsWith(word));
  return {
    rows: isWhole ? rows : rows.filter(isChosen),
    isWhole,
    quick: args.includes("--quick"),
  };
}
