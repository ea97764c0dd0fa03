import { assertEquals } from "@std/assert";
import { denoArgs } from "../cli/run.ts";
import { startBench, TOKEN } from "./bench.ts";
import { devices, linesOf, numbersOf, numbersTo } from "./lines.ts";

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
