import { assertEquals } from "@std/assert";
import { Sink } from "../../lib/batch/sink.ts";
import { denoArgs } from "../cli/run.ts";
import { startBench, TOKEN } from "./bench.ts";
import { devices, linesOf, numbersOf, numbersTo } from "./lines.ts";

Deno.test("a full pipe that does not wait by itself is waited for", async () => {
  let room = 0;
  const written: number[] = [];
  const to = {
    write(bytes: Uint8Array): Promise<number> {
      if (room === 0) {
        room = 5;
        return Promise.reject(new Deno.errors.WouldBlock("full"));
      }
      const taken = bytes.slice(0, room);
      room = 0;
      written.push(...taken);
      return Promise.resolve(taken.length);
    },
  };
  const sink = new Sink(to);
  await sink.add('{"line":1,"ok":true}');
  await sink.add('{"line":2,"ok":true}');
  await sink.flush();
  const text = new TextDecoder().decode(new Uint8Array(written));
  assertEquals(text, '{"line":1,"ok":true}\n{"line":2,"ok":true}\n');
});

Deno.test("what a write threw is thrown once more, and nothing is written after it", async () => {
  let writes = 0;
  const to = {
    write(): Promise<number> {
      writes++;
      return Promise.reject(new Deno.errors.BrokenPipe("gone"));
    },
  };
  const sink = new Sink(to);
  await sink.add("one");
  for (let i = 0; i < 2; i++) {
    const error = await sink.flush().catch((error) => error);
    assertEquals(error instanceof Deno.errors.BrokenPipe, true);
  }
  assertEquals(writes, 1);
});

const LINES = 600;

/** Makes stdout a pipe that does not wait, then becomes the program. */
const UNWAITING = `use Fcntl;
  fcntl(STDOUT, F_SETFL, fcntl(STDOUT, F_GETFL, 0) | O_NONBLOCK) or die;
  exec @ARGV`;

const hasPerl = await new Deno.Command("perl", { args: ["-v"], stdout: "null" })
  .output().then(({ success }) => success, () => false);

Deno.test(
  "a reader that is slow gets each line once from a pipe that does not wait",
  { ignore: !hasPerl },
  async () => {
    await using bench = await startBench({ input: devices(LINES) });
    const { input, server, allow } = bench;
    const args = ["batch", input, "--quiet", "--endpoint", server.endpoint];
    const child = new Deno.Command("perl", {
      args: ["-e", UNWAITING, Deno.execPath(), ...denoArgs(args, { allow })],
      env: { KUGOU_ACCESS_TOKEN: TOKEN },
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    // More than the pipe holds.
    await server.untilRequests(120, child);
    const [{ code }, stdout] = await Promise.all([
      child.status,
      new Response(child.stdout).text(),
    ]);
    assertEquals(code, 0);
    assertEquals(numbersOf(linesOf(stdout)), numbersTo(LINES));
  },
);
