/** A folder, a server, and the batch that may use both. */

import { type Run, run as runCli, type RunOptions, spawn } from "../cli/run.ts";
import { respond, type Responder } from "./responder.ts";

export const TOKEN = "8b4a70dd16105f18edd4e78a3bb8ec";

const NET = "--allow-net=127.0.0.1";
const ENV =
  "--allow-env=KUGOU_ACCESS_TOKEN,KUGOU_ENDPOINT,JOB_COMPLETION_INDEX";

/** Runs `cli.ts batch` to its end; it has {@linkcode TOKEN} unless told otherwise. */
export function run(
  args: readonly string[],
  options: RunOptions = {},
): Promise<Run> {
  return runCli(["batch", ...args], withDefaults(options));
}

/** Starts `cli.ts batch`, and does not wait for it; its stdin is open. */
export function start(
  args: readonly string[],
  options: RunOptions = {},
): Deno.ChildProcess {
  return spawn(["batch", ...args], withDefaults(options), "piped");
}

function withDefaults(options: RunOptions): RunOptions {
  return {
    permissions: [NET, ENV],
    ...options,
    env: { KUGOU_ACCESS_TOKEN: TOKEN, ...options.env },
  };
}

/** Ends a process, whose streams nobody reads any more. */
export async function end(
  child: Deno.ChildProcess,
  signal?: Deno.Signal,
): Promise<Deno.CommandStatus> {
  if (signal !== undefined) child.kill(signal);
  const streams = [child.stdout, child.stderr].filter(({ locked }) => !locked);
  const [status] = await Promise.all([
    child.status,
    child.stdin.locked ? null : child.stdin.close().catch(() => {}),
    ...streams.map((stream) => stream.cancel()),
  ]);
  return status;
}

/** Waits until stderr has said something; gives all that it said. */
export async function heard(child: Deno.ChildProcess, what: RegExp) {
  const reader = child.stderr.pipeThrough(new TextDecoderStream()).getReader();
  let said = "";
  const read = async () => {
    const { done, value } = await reader.read();
    said += value ?? "";
    return !done;
  };
  while (!what.test(said)) {
    if (!await read()) throw new Error(`It ended with: ${said}`);
  }
  const rest = (async () => {
    while (await read());
    return said;
  })();
  return { rest };
}

export interface Bench extends AsyncDisposable {
  readonly dir: string;
  /** Where tests put the input, and the batch its output. */
  readonly input: string;
  readonly out: string;
  readonly server: Responder;
  /** What lets a batch use the folder. */
  readonly allow: readonly string[];
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<Run>;
  readonly start: (
    args: readonly string[],
    options?: RunOptions,
  ) => Deno.ChildProcess;
}

/** Makes the folder, with an input in it, and starts the server. */
export async function startBench(
  { latencyMs = 0, input = "" } = {},
): Promise<Bench> {
  const dir = await Deno.makeTempDir();
  const server = respond(latencyMs);
  const allow = [`--allow-read=${dir}`, `--allow-write=${dir}`];
  const endpoint = ["--endpoint", server.endpoint];
  await Deno.writeTextFile(`${dir}/in.ndjson`, input);
  return {
    dir,
    input: `${dir}/in.ndjson`,
    out: `${dir}/out.ndjson`,
    server,
    allow,
    run: (args, options) => run([...args, ...endpoint], { allow, ...options }),
    start: (args, options) =>
      start([...args, ...endpoint], { allow, ...options }),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await Deno.remove(dir, { recursive: true });
    },
  };
}
