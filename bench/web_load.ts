/**
 * Asks a server on loopback the same many times, several at a time, and says
 * how long that took. Each line on stdin is an order, each on stdout its
 * report; it ends when its stdin does.
 *
 * ```sh
 * deno run --allow-net=127.0.0.1 bench/web_load.ts
 * ```
 *
 * @module
 */

import { Connection } from "./web_connection.ts";

/** What is asked. */
export interface Order {
  /** The port of the server. */
  readonly port: number;
  /** The requests, which take turns. */
  readonly requests: readonly Ask[];
  /** How many times in all. */
  readonly count: number;
  /** On how many connections. */
  readonly lanes: number;
}

/** One request. */
export interface Ask {
  /** The path; with a body it is a POST. */
  readonly path: string;
  /** The body, JSON. */
  readonly body?: string;
}

/** How it went. */
export interface Report {
  /** How long half of the requests took at most, in milliseconds. */
  readonly p50: number;
  /** How long 99 of 100 took at most. */
  readonly p99: number;
}

/** An order that takes longer hangs. */
const LIMIT_MS = 120_000;

const pools = new Map<number, Connection[]>();

async function poolFor(port: number, lanes: number): Promise<Connection[]> {
  const pool = pools.get(port) ?? [];
  pools.set(port, pool);
  while (pool.length < lanes) pool.push(await Connection.open(port));
  return pool.slice(0, lanes);
}

async function carryOut(
  { port, requests, count, lanes }: Order,
): Promise<Report> {
  const bytes = requests.map((ask) => write(ask, port));
  const times = new Float64Array(count);
  let next = 0;
  const lane = async (connection: Connection) => {
    while (next < count) {
      const index = next++;
      const start = performance.now();
      const status = await connection.ask(bytes[index % bytes.length]!);
      times[index] = performance.now() - start;
      if (status !== 200) throw new Error(`Cannot measure: HTTP ${status}`);
    }
  };
  const pool = await poolFor(port, lanes);
  await Promise.all(pool.map(lane));
  times.sort();
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

function quantile(sorted: Float64Array, part: number): number {
  return sorted[Math.ceil(sorted.length * part) - 1]!;
}

/** Writes a request as a browser or a program would, but for its length. */
function write({ path, body }: Ask, port: number): Uint8Array {
  const content = new TextEncoder().encode(body);
  const lines = [
    `${body === undefined ? "GET" : "POST"} ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    `accept: ${body === undefined ? "text/html" : "application/json"}`,
    "accept-language: en-US,en;q=0.9",
    ...body === undefined
      ? []
      : ["content-type: application/json", `content-length: ${content.length}`],
  ];
  const head = new TextEncoder().encode(`${lines.join("\r\n")}\r\n\r\n`);
  return new Uint8Array([...head, ...content]);
}

async function main(): Promise<void> {
  const lines = Deno.stdin.readable.pipeThrough(new TextDecoderStream());
  for await (const line of lines) {
    // Whoever gave the order is told by the end of this process.
    const watch = setTimeout(() => Deno.exit(1), LIMIT_MS);
    const report = await carryOut(JSON.parse(line));
    clearTimeout(watch);
    const text = `${JSON.stringify(report)}\n`;
    await Deno.stdout.write(new TextEncoder().encode(text));
  }
  for (const pool of pools.values()) {
    for (const connection of pool) connection[Symbol.dispose]();
  }
}

if (import.meta.main) await main();
