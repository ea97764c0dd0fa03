/** `sandbox`: runs a stand-in for the endpoint until it is asked to end. */

import { badInput } from "../i18n/bad_input.ts";
import { words } from "../i18n/words.ts";
import {
  parseFaults,
  type Sandbox,
  type SandboxEnvelope,
  type SandboxOptions,
  startSandbox,
} from "../sandbox/mod.ts";
import type { Context } from "./context.ts";
import { Interrupted, withPermission } from "./errors.ts";
import { EXIT_CODES } from "./exit_codes.ts";
import { untilInterrupted } from "./interrupt.ts";
import type { Args } from "./parse.ts";
import { logRequest, welcome } from "./sandbox_log.ts";
import { readCount, readDuration } from "./values.ts";

export async function run(args: Args, context: Context): Promise<number> {
  const isJson = args.options.has("json");
  const { out } = context;
  try {
    return await untilInterrupted(async (signal) => {
      const closed = Promise.withResolvers<void>();
      await using sandbox = await openSandbox({
        ...readOptions(args),
        signal,
        onRequest: (entry) => {
          try {
            logRequest(context, entry, isJson);
          } catch (error) {
            closed.reject(error);
          }
          if (out.isClosed) closed.resolve();
        },
      });
      welcome(context, sandbox, isJson);
      if (!out.isClosed) await closed.promise;
      return EXIT_CODES.found;
    });
  } catch (error) {
    // This is how services are asked to end, and no failure.
    const isAsked = error instanceof Interrupted && error.signal === "SIGTERM";
    if (isAsked) return EXIT_CODES.found;
    throw error;
  }
}

function readOptions(args: Args): SandboxOptions {
  const port = readCount(args, "port", 65_535);
  const latencyMs = readDuration(args, "latency");
  const envelope = args.options.get("envelope") as SandboxEnvelope | undefined;
  const faults = args.options.get("faults");
  return {
    ...port !== undefined && { port },
    ...envelope !== undefined && { envelope },
    ...latencyMs !== undefined && { latencyMs },
    ...faults !== undefined && { faults: parseFaults(faults) },
  };
}

/** Starts the sandbox behind a lookup, and says whose data it will be. */
export async function openSampleServer(
  { err, language }: Context,
): Promise<Sandbox> {
  const sandbox = await openSandbox({});
  const { lookup } = words(language);
  err.line(err.paint("yellow", lookup.sandbox(sandbox.endpoint)));
  return sandbox;
}

async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  try {
    return await withPermission(
      () => "--allow-net=127.0.0.1",
      () => startSandbox(options),
    );
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "EADDRINUSE") {
      throw badInput("--port", ({ input }) => input.portTaken);
    }
    if (code === "EACCES") {
      throw badInput("--port", ({ input }) => input.portDenied);
    }
    throw error;
  }
}
