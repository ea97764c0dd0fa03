/**
 * What a browser says about the page.
 *
 * @module
 */

import { time } from "../compare.ts";
import { commandLine, type Program, runProgram } from "../process.ts";
import type { Line, Row, RunOptions } from "../row.ts";
import { startResponder } from "../serving.ts";
import { spread } from "../stats.ts";
import type { Facts } from "../web_facts.ts";
import { buildPages, servePage } from "../web_programs.ts";
import { startServer } from "../web_server.ts";

/** The row. */
export const webFacts: Row = {
  name: "web-facts",
  how: "A real Chromium without a window visits the built page on loopback, " +
    "each time with an empty cache, and looks a user up. Beside each fact " +
    "stands what browser vendors call good; shifts are added up, also those " +
    "right after a click, which they leave out.",
  commands: () => [commandLine(visits("$URL", 5))],
  async run(options) {
    options.say("build");
    await buildPages();
    return await measure(options);
  },
};

function visits(url: string, times: number): Program {
  const args = ["bench/web_facts.ts", url, `${times}`];
  return { options: ["--allow-all"], args };
}

async function measure({ quick, say }: RunOptions): Promise<Line[]> {
  await using responder = await startResponder();
  await using server = await startServer(servePage(responder));
  const times = quick ? 1 : 5;
  say(`${times} visits`);
  const url = `http://127.0.0.1:${server.port}/`;
  return linesOf(JSON.parse(await runProgram(visits(url, times))));
}

function linesOf(all: readonly Facts[]): Line[] {
  const line = (
    what: string,
    name: keyof Facts,
    good: number,
    write: (value: number) => string,
  ): Line => {
    const { median, min, max } = spread(all.map((facts) => facts[name]));
    return {
      what,
      against: "what is called good",
      figures: `${write(median)} / ${write(good)}`,
      ratio: { median: median / good, min: min / good, max: max / good },
      verdict: null,
    };
  };
  const asked = (what: string, name: keyof Facts, limit: number): Line => {
    const most = Math.max(...all.map((facts) => facts[name]));
    const verdict = { limit: `≤ ${limit}`, holds: most <= limit };
    return { ...line(what, name, 1, String), against: "one request", verdict };
  };
  const share = (value: number) => value.toFixed(3);
  return [
    line("largest contentful paint of `/`", "paint", 2_500, time),
    line("layout shift of `/`", "shift", 0.1, share),
    line("blocking time of `/`", "blocked", 200, time),
    asked("requests after `/` was loaded, but for the icon", "requests", 0),
    line("from the click to the answer", "answer", 200, time),
    line("layout shift of an answer", "answerShift", 0.1, share),
    line("blocking time of an answer", "answerBlocked", 200, time),
    asked("requests for an answer, but for the avatar", "answerRequests", 1),
  ];
}
