/**
 * Serves the page until it is told to stop.
 *
 * @module
 */

import { writeLogLine } from "./access_log.ts";
import type { Settings } from "./env.ts";
import type { Handler } from "./handler.ts";

/** Windows has no SIGTERM to listen to. */
const SIGNALS: readonly Deno.Signal[] = Deno.build.os === "windows"
  ? ["SIGINT"]
  : ["SIGINT", "SIGTERM"];

/** A signal within this time is the first one again: see `stop`. */
const REPEAT_MS = 1_000;

/**
 * Serves a handler. At the first signal no new request is taken, and those in
 * flight are finished; one a second later ends the process at once.
 *
 * @param handler What answers the requests.
 * @param settings Where to listen.
 * @returns A promise that resolves when the last request was answered.
 */
export async function serve(
  handler: Handler,
  { host, port }: Pick<Settings, "host" | "port">,
): Promise<void> {
  const onListen = ({ hostname, port }: Deno.NetAddr) =>
    writeLogLine({ listening: `http://${writeHost(hostname)}:${port}/` });
  const server = Deno.serve({ hostname: host, port, onListen }, handler);
  let stoppedMs: number | undefined;
  const stop = () => {
    if (stoppedMs === undefined) {
      stoppedMs = performance.now();
      server.shutdown();
      // A Ctrl-C comes from the terminal and from each process above as well.
    } else if (performance.now() - stoppedMs > REPEAT_MS) Deno.exit(130);
  };
  for (const signal of SIGNALS) Deno.addSignalListener(signal, stop);
  await server.finished;
  for (const signal of SIGNALS) Deno.removeSignalListener(signal, stop);
}

function writeHost(hostname: string): string {
  return hostname.includes(":") ? `[${hostname}]` : hostname;
}
