/**
 * Measures the client and the command line against other ways to do the same:
 *
 * ```sh
 * deno task bench             # all rows; writes RESULTS.md
 * deno task bench client cli  # some rows, or what they begin with
 * deno task bench --quick     # only as much as shows that it works
 * ```
 *
 * The table goes to stdout, progress to stderr. It ends with 1 where a limit is
 * not held or a row could not be measured, and with 2 where it was asked for
 * what there is not. Only a whole run that is not quick writes `RESULTS.md`, so
 * that the file is always of one run.
 *
 * @module
 */

import { readArgs } from "./args.ts";
import { format } from "./format.ts";
import { describeMachine } from "./machine.ts";
import { endProgress, say } from "./progress.ts";
import { allHold, type Outcome, type Row } from "./row.ts";
import { ROWS } from "./rows/mod.ts";
import { renderOutcomes } from "./table.ts";

const RESULTS = new URL("RESULTS.md", import.meta.url);

async function measure(row: Row, quick: boolean): Promise<Outcome> {
  try {
    const options = {
      quick,
      say: (text: string) => say(`${row.name}: ${text}`),
    };
    return { row, lines: await row.run(options), failure: null };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { row, lines: [], failure };
  } finally {
    endProgress();
  }
}

async function run(args: readonly string[]): Promise<number> {
  const { rows, isWhole, quick } = readArgs(args, ROWS);
  const outcomes: Outcome[] = [];
  for (const row of rows) outcomes.push(await measure(row, quick));
  const markdown = await format(
    `# Measured\n\nWritten by \`deno task bench\`. A ratio is the median of the ` +
      `ratios of all rounds: below 1, ours takes less.\n\n` +
      `${describeMachine(new Date())}\n\n${renderOutcomes(outcomes)}`,
  );
  await Deno.stdout.write(new TextEncoder().encode(markdown));
  if (isWhole && !quick) await Deno.writeTextFile(RESULTS, markdown);
  return allHold(outcomes) ? 0 : 1;
}

if (import.meta.main) {
  try {
    Deno.exit(await run(Deno.args));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    say(error.message);
    endProgress();
    Deno.exit(2);
  }
}
