/** The directory of the project. */
export const ROOT = new URL("../", import.meta.url);

const DENO_ARGS: string[] = JSON.parse(Deno.env.get("KUGOU_DENO_ARGS") ?? "[]");

/** No process is left behind, and none hangs for ever. */
const PROCESS_MS = 300_000;
const controller = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(signal, () => controller.abort());
}

/** Whether the bench was told to end. */
export const stopped: AbortSignal = controller.signal;

/** What to run: with `deno run` and our dependencies unless it says otherwise. */
export interface Program {
  readonly command?: string;
  readonly args: readonly string[];
  readonly env?: Record<string, string>;
  readonly cwd?: string;
}

export function spawn(
  { command, args, env = {}, cwd }: Program,
): Deno.ChildProcess {
  const run = ["run", ...DENO_ARGS, "--no-prompt", ...args];
  return new Deno.Command(command ?? Deno.execPath(), {
    args: command === undefined ? run : [...args],
    cwd: cwd ?? ROOT,
    env: { DENO_NO_UPDATE_CHECK: "1", ...env },
    signal: AbortSignal.any([stopped, AbortSignal.timeout(PROCESS_MS)]),
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** Runs a program to its end. */
export async function run(program: Program): Promise<void> {
  const { success, code, stderr } = await spawn(program).output();
  if (success) return;
  const why = new TextDecoder().decode(stderr).trim();
  throw new Error(`${program.args.join(" ")} ended with ${code}: ${why}`);
}

/** Runs a program to its end, and tells the most memory that it had, in bytes. */
export async function peakMemory(program: Program): Promise<number> {
  const child = spawn(program);
  const output = child.output();
  let hasEnded = false;
  output.finally(() => hasEnded = true);
  let peak = 0;
  while (!hasEnded) {
    // Linux keeps the peak, and drops it with the process.
    const status = await Deno.readTextFile(`/proc/${child.pid}/status`)
      .catch(() => "");
    const [, kibibytes] = /VmHWM:\s+(\d+)/.exec(status) ?? [];
    if (kibibytes !== undefined) peak = Number(kibibytes) * 1024;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { success, stderr } = await output;
  if (success) return peak;
  throw new Error(new TextDecoder().decode(stderr));
}

/** A server that runs until it is disposed of. */
export interface Server extends AsyncDisposable {
  readonly url: string;
}

/** Starts a server, which writes its URL when it is ready. */
export async function startServer(program: Program): Promise<Server> {
  const child = spawn(program);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let text = "";
  const write = (chunk: string) => {
    text += chunk;
    const [url] = /http:\/\/127\.0\.0\.1:\d+[^\s"]*/.exec(text) ?? [];
    if (url !== undefined) resolve(url);
  };
  const read = (stream: ReadableStream<BufferSource>) =>
    stream.pipeThrough(new TextDecoderStream())
      .pipeTo(new WritableStream({ write }));
  const ended = Promise.all([
    read(child.stdout),
    read(child.stderr),
    child.status,
  ]);
  ended.then(() => reject(new Error(`${program.args.join(" ")}: ${text}`)));
  const url = await promise;
  const stop = async () => {
    try {
      child.kill();
    } catch {
      // It has ended already.
    }
    await ended;
  };
  return { url, [Symbol.asyncDispose]: stop };
}
