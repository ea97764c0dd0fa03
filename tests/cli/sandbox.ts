/** A sandbox for the command line to look users up in. */

import { type SandboxOptions, startSandbox } from "../../lib/sandbox/mod.ts";
import { type Run, run, runHere, type RunOptions, SECRET } from "./run.ts";

/** A running sandbox, and the command line aimed at it. */
export interface Bench extends AsyncDisposable {
  readonly endpoint: string;
  /** The environment that leads to it. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs `user-info` against it, in a process of its own where options ask. */
  readonly userInfo: (
    device: string,
    args?: readonly string[],
    options?: RunOptions,
  ) => Promise<Run>;
}

/** Starts a sandbox whose token is {@linkcode SECRET}. */
export async function startBench(options: SandboxOptions = {}): Promise<Bench> {
  const sandbox = await startSandbox({
    accessToken: SECRET,
    slowMs: 5_000,
    ...options,
  });
  const { endpoint } = sandbox;
  const env = { KUGOU_ACCESS_TOKEN: SECRET, KUGOU_ENDPOINT: endpoint };
  return {
    endpoint,
    env,
    userInfo(device, args, options) {
      const words = ["user-info", device, ...args ?? []];
      if (options === undefined) return runHere(words, env);
      return run(words, { ...options, env: { ...env, ...options.env } });
    },
    [Symbol.asyncDispose]: () => sandbox.close(),
  };
}
