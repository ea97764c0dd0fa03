/**
 * Measures this project against what people would use instead.
 *
 * ```sh
 * deno task bench         # all rows; writes RESULTS.md
 * deno task bench lookup  # one row: lookup, cli, batch, memory, report, web or size
 * ```
 *
 * `KUGOU_DENO_ARGS`, a JSON list, names the dependencies of every process that
 * is measured; `deno task` sets it. Without the task, any import map will do:
 * `KUGOU_DENO_ARGS='["--import-map=…"]' deno run -A --import-map=… bench/main.ts web`
 *
 * @module
 */

import { cpus } from "node:os";
import type { Line } from "./compare.ts";
import { stopped } from "./processes.ts";
import { batch } from "./rows/batch.ts";
import { cli } from "./rows/cli.ts";
import { lookup } from "./rows/lookup.ts";
import { memory } from "./rows/memory.ts";
import { report } from "./rows/report.ts";
import { size } from "./rows/size.ts";
import { web } from "./rows/web.ts";
import { renderTable } from "./table.ts";

const ROWS = { lookup, cli, batch, memory, report, web, size };
const RESULTS = new URL("RESULTS.md", import.meta.url);

function write(stream: typeof Deno.stdout | typeof Deno.stderr, text: string) {
  stream.writeSync(new TextEncoder().encode(text));
}

async function run(name: string): Promise<readonly Line[]> {
  const say = (text: string) => write(Deno.stderr, `${name}: ${text}\n`);
  const row = ROWS[name as keyof typeof ROWS];
  try {
    return await row(say);
  } catch (error) {
    say(`cannot be measured: ${error}`);
    return [];
  }
}

function render(lines: readonly Line[]): string {
  const processors = cpus();
  return `# Measured

Written by \`deno task bench\`, in one run on one machine. The alternatives take
turns; each figure is the median of all rounds, and so is each ratio, ours by
theirs.

${renderTable(lines)}
${new Date().toISOString().slice(0, 10)}, Deno ${Deno.version.deno},
${Deno.build.target}, ${processors.length} × ${processors[0]?.model.trim()},
dependencies from ${Deno.env.get("KUGOU_DEPS") ?? "an import map"}.
`;
}

async function save(markdown: string): Promise<void> {
  await Deno.writeTextFile(RESULTS, markdown);
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--quiet", RESULTS.pathname],
  }).output();
  if (!success) throw new Error("Cannot format RESULTS.md");
}

async function main(names: readonly string[]): Promise<number> {
  const all = Object.keys(ROWS);
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined) {
    write(Deno.stderr, `No row "${unknown}": there are ${all.join(", ")}\n`);
    return 2;
  }
  const measured: (readonly Line[])[] = [];
  for (const name of names.length > 0 ? names : all) {
    measured.push(await run(name));
    if (stopped.aborted) return 130;
  }
  const isComplete = measured.every((lines) => lines.length > 0);
  const markdown = render(measured.flat());
  write(Deno.stdout, markdown);
  if (names.length === 0 && isComplete) await save(markdown);
  return isComplete && measured.flat().every((line) => line.holds) ? 0 : 1;
}

if (import.meta.main) Deno.exit(await main(Deno.args));
