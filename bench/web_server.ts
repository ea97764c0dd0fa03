/**
 * Starts what serves, as a process of its own, and looks at it from outside.
 *
 * @module
 */

import type { Program } from "./process.ts";

/** A server that runs until it is disposed of. */
export interface Server extends AsyncDisposable {
  /** Its port on loopback. */
  readonly port: number;
  /** The milliseconds of CPU that it has used since it started. */
  readonly cpuMs: () => Promise<number>;
  /** The bytes of memory that it holds now. */
  readonly rss: () => Promise<number>;
}

const ROOT = new URL("../", import.meta.url);
const START_MS = 20_000;
const STOP_MS = 5_000;

/**
 * Starts a server. What it logs goes into a file, as on a real machine, which
 * costs nothing of what is measured beside it.
 *
 * @param program What serves: it logs a line with the URL.
 * @returns The server, which is ready.
 * @throws {Error} If it does not start.
 */
export async function startServer(program: Program): Promise<Server> {
  const log = await Deno.makeTempFile();
  const child = spawn(program, log);
  const stop = async () => {
    await end(child);
    await Deno.remove(log);
  };
  try {
    const port = await readPort(child, log, program.args[0]!);
    return {
      port,
      cpuMs: () => cpuOf(child.pid),
      rss: () => rssOf(child.pid),
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function spawn(
  { options, args, env = {} }: Program,
  log: string,
): Deno.ChildProcess {
  const extra = JSON.parse(Deno.env.get("KUGOU_DENO_ARGS") ?? "[]");
  const deno = ["run", ...extra, "--no-prompt", ...options, ...args];
  return new Deno.Command("sh", {
    args: ["-c", 'log=$1; shift; exec "$@" > "$log"', "sh"]
      .concat(log, Deno.execPath(), deno),
    cwd: ROOT,
    env: { ...env, DENO_NO_UPDATE_CHECK: "1" },
    stdin: "null",
    stdout: "null",
    stderr: "inherit",
  }).spawn();
}

async function readPort(
  child: Deno.ChildProcess,
  log: string,
  name: string,
): Promise<number> {
  let hasEnded = false;
  child.status.finally(() => hasEnded = true);
  const end = performance.now() + START_MS;
  while (!hasEnded && performance.now() < end) {
    const text = await grep("listening", log);
    const [, port] = /"listening":"http:[^"]+:(\d+)\/"/.exec(text) ?? [];
    if (port !== undefined) return Number(port);
    await new Promise((go) => setTimeout(go, 50));
  }
  throw new Error(`Cannot start ${name}: it did not listen`);
}

/** Asks it to end, and ends it where it does not. */
async function end(child: Deno.ChildProcess): Promise<void> {
  const kill = (signal: Deno.Signal) => {
    try {
      child.kill(signal);
    } catch {
      // It has ended already.
    }
  };
  kill("SIGTERM");
  const late = setTimeout(() => kill("SIGKILL"), STOP_MS);
  await child.status;
  clearTimeout(late);
}

/** A tick of Linux' clock for processes, in milliseconds. */
const TICK_MS = 10;

async function cpuOf(pid: number): Promise<number> {
  const text = await grep("", `/proc/${pid}/stat`);
  // The name before may have blanks in it.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

async function rssOf(pid: number): Promise<number> {
  const text = await grep("VmRSS", `/proc/${pid}/status`);
  return Number(/\d+/.exec(text)?.[0]) * 1024;
}

/** Deno itself reads nothing below /proc without all permissions. */
async function grep(pattern: string, path: string): Promise<string> {
  const { stdout } = await new Deno.Command("grep", {
    args: [pattern, path],
    stdout: "piped",
    stderr: "null",
  }).output();
  return new TextDecoder().decode(stdout);
}
