/**
 * Starts what asks the servers, as a process of its own.
 *
 * @module
 */

import type { Order, Report } from "./web_load.ts";

/** What asks the servers, until it is disposed of. */
export interface Loader extends AsyncDisposable {
  /** Carries out one order; the next one only after it. */
  readonly carryOut: (order: Order) => Promise<Report>;
}

const SCRIPT = import.meta.resolve("./web_load.ts");

/**
 * Starts it.
 *
 * @returns What asks the servers.
 */
export function startLoader(): Loader {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-config", "--allow-net=127.0.0.1", SCRIPT],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const writer = child.stdin.getWriter();
  const lines = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const carryOut = async (order: Order) => {
    const line = `${JSON.stringify(order)}\n`;
    await writer.write(new TextEncoder().encode(line));
    const { value } = await lines.read();
    if (value === undefined) throw new Error("Cannot ask: the asker has ended");
    return JSON.parse(value);
  };
  const stop = async () => {
    // It may have ended by itself.
    await writer.close().catch(() => {});
    await lines.cancel();
    await child.status;
  };
  return { carryOut, [Symbol.asyncDispose]: stop };
}
