/**
 * The command line's help as a whole process against a script of one line.
 *
 * @module
 */

import { compare } from "../compare.ts";
import { interleave } from "../interleave.ts";
import { atMost } from "../limit.ts";
import { asProcess, commandLine } from "../process.ts";
import { cliHelp, hello } from "../programs.ts";
import type { Row } from "../row.ts";

/** The row. */
export const cliHelpRow: Row = {
  name: "cli-help",
  how: "As in `cli-start`.",
  commands: () => [cliHelp, hello].map(commandLine),
  async run({ quick, say }) {
    const rounds = quick ? 3 : 50;
    const [ours, theirs] = await interleave(
      [asProcess(cliHelp), asProcess(hello)],
      {
        rounds,
        warmUps: quick ? 1 : 3,
        budgetMs: quick ? 5_000 : 60_000,
        onRound: (round) => say(`round ${round} of ${rounds}`),
      },
    ) as [number[], number[]];
    return [compare({
      what: "`cli.ts --help` as a process",
      against: '`console.log("hi")`',
      ours,
      theirs,
      judge: (ratio) => atMost(ratio, 1.5),
    })];
  },
};
