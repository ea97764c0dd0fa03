/**
 * Starts the responder as a process of its own, so that what it costs is not
 * measured with the client.
 *
 * @module
 */

import type { Envelope } from "./answer.ts";

/** A responder that runs until it is disposed of. */
export interface Responder extends AsyncDisposable {
  /** Where it answers. */
  readonly endpoint: string;
}

const RESPONDER = import.meta.resolve("./responder.ts");

/**
 * Starts a responder.
 *
 * @param envelope The envelope of its answer.
 * @returns The responder, which is ready.
 * @throws {Error} If it does not start.
 */
export async function startResponder(
  envelope: Envelope = "response",
): Promise<Responder> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-config", "--allow-net=127.0.0.1", RESPONDER, envelope],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const lines = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const stop = async () => {
    await child.stdin.close();
    await lines.cancel();
    await child.status;
  };
  const { value } = await lines.read();
  if (value === undefined) {
    await stop();
    throw new Error("Cannot start the responder: it ended at once");
  }
  return { endpoint: value.trim(), [Symbol.asyncDispose]: stop };
}
