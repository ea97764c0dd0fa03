/**
 * `sandbox`: runs a stand-in for the endpoint until Ctrl-C; other commands run
 * it behind one lookup.
 *
 * @module
 */

import { KugouInputError } from "../../mod.ts";
import {
  parseFaults,
  type Sandbox,
  type SandboxEnvelope,
  type SandboxOptions,
  startSandbox,
} from "../sandbox/mod.ts";
import { type App, untilInterrupted } from "./app.ts";
import { EXIT_CODES } from "./exit_codes.ts";
import { readCount, readDuration } from "./lookup.ts";
import { type Args, UsageError } from "./parse.ts";
import { withPermission } from "./permission.ts";
import { jsonVoice, textVoice } from "./sandbox_voice.ts";

/** A fixed port, so that a command can be copied from one day to the next. */
const DEFAULT_PORT = 8787;

/**
 * Runs the command.
 *
 * @param args What it is given.
 * @param app Where to write.
 * @returns The exit code, once somebody asks the sandbox to end.
 */
export function run(args: Args, app: App): Promise<number> {
  return untilInterrupted(async (signal) => {
    const voice = args.options.has("json")
      ? jsonVoice(app)
      : await textVoice(app);
    const ended = Promise.withResolvers<void>();
    await using sandbox = await openSandbox({
      ...readOptions(args),
      signal,
      onRequest: (entry) => {
        voice.request(entry);
        // Nobody reads any more.
        if (app.out.isClosed) ended.resolve();
      },
    });
    await voice.start(sandbox);
    if (app.out.isClosed) ended.resolve();
    await untilTerminated(ended.promise);
    return EXIT_CODES.found;
  });
}

function readOptions(args: Args): SandboxOptions {
  const port = readCount(args, "port", 65_535) ?? DEFAULT_PORT;
  const latencyMs = readDuration(args, "latency");
  const envelope = args.options.get("envelope") as SandboxEnvelope | undefined;
  const faults = args.options.get("faults");
  return {
    port,
    ...envelope !== undefined && { envelope },
    ...latencyMs !== undefined && { latencyMs },
    ...faults !== undefined && { faults: readFaults(faults) },
  };
}

function readFaults(text: string): ReturnType<typeof parseFaults> {
  try {
    return parseFaults(text);
  } catch (error) {
    if (!(error instanceof KugouInputError)) throw error;
    const detail = error.reason.en;
    throw new UsageError("--faults", ({ faults }) => faults(detail));
  }
}

/** SIGTERM is how services are asked to end, and no failure. */
async function untilTerminated(ended: Promise<void>): Promise<void> {
  const asked = Promise.withResolvers<void>();
  // Windows has no such signal to listen for.
  const hasSignal = Deno.build.os !== "windows";
  if (hasSignal) Deno.addSignalListener("SIGTERM", asked.resolve);
  try {
    await Promise.race([asked.promise, ended]);
  } finally {
    if (hasSignal) Deno.removeSignalListener("SIGTERM", asked.resolve);
  }
}

/**
 * Starts the sandbox.
 *
 * @param options Its options.
 * @returns The running sandbox.
 * @throws {UsageError} If the port cannot be had.
 * @throws {MissingPermission} If Deno does not let it listen.
 */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  try {
    return await withPermission(
      "--allow-net=127.0.0.1",
      () => startSandbox(options),
    );
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "EADDRINUSE") {
      throw new UsageError("--port", ({ portTaken }) => portTaken);
    }
    if (code === "EACCES") {
      throw new UsageError("--port", ({ portDenied }) => portDenied);
    }
    throw error;
  }
}
