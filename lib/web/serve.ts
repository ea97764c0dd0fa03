/**
 * Serves the page until it is told to stop.
 *
 * @module
 */

import { writeLogLine } from "./access_log.ts";
import type { Settings } from "./env.ts";
import type { Handler } from "./guard.ts";

/** Windows has no SIGTERM to listen to. */
const SIGNALS: readonly Deno.Signal[] = Deno.build.os === "windows"
  ? ["SIGINT"]
  : ["SIGINT", "SIGTERM"];

/**
 * Serves a handler. At the first signal no new request is taken, and those in
 * flight are finished; a second one ends the process at once.
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
  const stop = () => {
    for (const signal of SIGNALS) Deno.removeSignalListener(signal, stop);
    server.shutdown();
  };
  for (const signal of SIGNALS) Deno.addSignalListener(signal, stop);
  await server.finished;
}

function writeHost(hostname: string): string {
  return hostname.includes(":") ? `[${hostname}]` : hostname;
}
