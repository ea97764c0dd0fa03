import { assertEquals } from "@std/assert";
import { linesOf, numbersOf, numbersTo } from "./cli.ts";
import { respond } from "./responder.ts";

const CLI = new URL("../../cli.ts", import.meta.url).pathname;
const LINES = 600;

/** Makes stdout a pipe that does not wait, then becomes the program. */
const UNWAITING = `use Fcntl;
  fcntl(STDOUT, F_SETFL, fcntl(STDOUT, F_GETFL, 0) | O_NONBLOCK) or die;
  exec @ARGV`;

const hasPerl = await new Deno.Command("perl", { args: ["-v"], stdout: "null" })
  .output().then(({ success }) => success, () => false);

Deno.test({
  name:
    "a reader that is slow gets each line once from a pipe that does not wait",
  ignore: !hasPerl,
  async fn() {
    await using server = respond();
    const dir = await Deno.makeTempDir();
    const input = `${dir}/in`;
    await Deno.writeTextFile(
      input,
      numbersTo(LINES).map((number) => `P/${number}\n`).join(""),
    );
    const child = new Deno.Command("perl", {
      args: [
        ...["-e", UNWAITING, Deno.execPath(), "run"],
        ...JSON.parse(Deno.env.get("KUGOU_DENO_ARGS") ?? "[]"),
        ...["--no-prompt", "--no-check", "--allow-net=127.0.0.1"],
        ...["--allow-env=KUGOU_ACCESS_TOKEN", `--allow-read=${input}`, CLI],
        ...["batch", input, "--quiet", "--endpoint", server.endpoint],
      ],
      env: { KUGOU_ACCESS_TOKEN: "a-token" },
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    // More than the pipe holds.
    while (server.asked.size < 120) {
      await new Promise((go) => setTimeout(go, 20));
    }
    const [{ code }, out] = await Promise.all([
      child.status,
      new Response(child.stdout).text(),
    ]);
    assertEquals(code, 0);
    assertEquals(numbersOf(linesOf(out)), numbersTo(LINES));
    await Deno.remove(dir, { recursive: true });
  },
});
