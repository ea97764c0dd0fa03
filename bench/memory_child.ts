/**
 * Looks up many times in one process and writes, as JSON, what it holds now and
 * then: after the garbage is collected, so that growth is told from garbage.
 *
 * ```sh
 * deno run --v8-flags=--expose-gc --allow-net=127.0.0.1 \
 *   bench/memory_child.ts client http://127.0.0.1:PORT/… 10 10000
 * ```
 *
 * @module
 */

import { KugouClient } from "../mod.ts";
import { DEVICE, TOKEN } from "./answer.ts";
import { bareLookup, inLanes, type Lookup } from "./lookups.ts";

/** What a process holds, in bytes. */
export interface Memory {
  /** Objects on the heap, without garbage. */
  readonly heap: number;
  /** What the system counts as the process's. */
  readonly rss: number;
}

const LANES = 16;

function makeLookup(name: string, endpoint: string): Lookup {
  if (name === "fetch") return bareLookup(endpoint);
  const client = new KugouClient({ accessToken: TOKEN, endpoint });
  return () => client.userInfo({ deviceId: DEVICE });
}

async function weigh(): Promise<Memory> {
  const { gc } = globalThis as unknown as { gc: () => void };
  for (let i = 0; i < 3; i++) {
    gc();
    // What is held weakly is let go between two turns of the event loop.
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const { heapUsed, rss } = Deno.memoryUsage();
  return { heap: heapUsed, rss };
}

if (import.meta.main) {
  const [name = "", endpoint = "", times, count] = Deno.args;
  const { run } = inLanes(makeLookup(name, endpoint), Number(count), LANES);
  const weights: Memory[] = [];
  for (let i = 0; i < Number(times); i++) {
    await run();
    weights.push(await weigh());
  }
  const json = JSON.stringify(weights);
  await Deno.stdout.write(new TextEncoder().encode(json));
}
