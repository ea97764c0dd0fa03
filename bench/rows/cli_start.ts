/**
 * The command line as a whole process against a bare script.
 *
 * @module
 */

import { compare } from "../compare.ts";
import { interleave } from "../interleave.ts";
import { atMost } from "../limit.ts";
import { asProcess, commandLine } from "../process.ts";
import { bareScript, cliLookup, ENDPOINT_WORD } from "../programs.ts";
import type { Row } from "../row.ts";
import { startResponder } from "../serving.ts";

/** The row. */
export const cliStart: Row = {
  name: "cli-start",
  how: "Whole processes take turns, from start to end, with the caches of " +
    "Deno warm. Both do the same call to the responder of `client`.",
  commands: () =>
    [cliLookup(ENDPOINT_WORD), bareScript(ENDPOINT_WORD)].map(commandLine),
  async run({ quick, say }) {
    await using responder = await startResponder();
    const { endpoint } = responder;
    const rounds = quick ? 3 : 50;
    const [ours, theirs] = await interleave(
      [asProcess(cliLookup(endpoint)), asProcess(bareScript(endpoint))],
      {
        rounds,
        warmUps: quick ? 1 : 3,
        budgetMs: quick ? 5_000 : 60_000,
        onRound: (round) => say(`round ${round} of ${rounds}`),
      },
    ) as [number[], number[]];
    return [compare({
      what: "`cli.ts user-info` as a process",
      against: "a bare script that does the same call",
      ours,
      theirs,
      judge: (ratio) => atMost(ratio, 1.25),
    })];
  },
};
