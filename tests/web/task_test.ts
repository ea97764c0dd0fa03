import { assert, assertEquals, assertMatch } from "@std/assert";
import { startSandbox } from "../../lib/sandbox/mod.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/** Starts what the task "web" starts, on any free port. */
function start(env: Record<string, string> = {}, ...args: string[]) {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", `${ROOT}tasks/web.ts`, ...args],
    env: { PORT: "0", ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** Reads lines as they come, up to the end. */
function readLines(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
  let rest = "";
  return stream.pipeThrough(new TextDecoderStream()).pipeThrough(
    new TransformStream<string, string>({
      transform(chunk, controller) {
        const lines = (rest + chunk).split("\n");
        rest = lines.pop()!;
        for (const line of lines) controller.enqueue(line);
      },
    }),
  ).getReader();
}

async function readUrl(lines: ReadableStreamDefaultReader<string>) {
  while (true) {
    const { done, value } = await lines.read();
    assert(!done, "The page did not start");
    const [, url] = value.match(/"listening":"(http:[^"]+)"/) ?? [];
    if (url) return url;
  }
}

Deno.test({
  name:
    "the page is built, served and looks up on loopback, once for each port, and stops when it is told to",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    await using sandbox = await startSandbox();
    const { accessToken, endpoint } = sandbox;
    // Nothing listens there: what stays within this machine goes through none.
    const proxy = "http://127.0.0.1:1/";
    const child = start({ HTTP_PROXY: proxy, KUGOU_ENDPOINT: endpoint });
    const stderr = new Response(child.stderr).text();
    const lines = readLines(child.stdout);
    const url = await readUrl(lines);
    assertMatch(url, /^http:\/\/127\.0\.0\.1:\d+\/$/);

    const page = await fetch(url);
    assertEquals(page.status, 200);
    const html = await page.text();
    const [, script] = html.match(/ from "(\/[^"]+\.js)"/)!;
    for (const path of [script!, "/styles.css", "/healthz"]) {
      const response = await fetch(new URL(path, url));
      assertEquals(response.status, 200, path);
      await response.body?.cancel();
    }

    const body = JSON.stringify({ deviceId: "LAEG4YJE1A/dev01", accessToken });
    const headers = { "content-type": "application/json" };
    const answer = await fetch(new URL("/api/user-info", url), {
      method: "POST",
      ...{ body, headers },
    });
    assertEquals(answer.status, 200, await answer.text());

    const second = start({ PORT: new URL(url).port }, "--built");
    const taken = await second.output();
    assertEquals(taken.code, 2);
    assertMatch(
      new TextDecoder().decode(taken.stderr),
      /(^|\n)Cannot use HOST or PORT: cannot listen on 127\.0\.0\.1:\d+ .*\n$/,
    );

    child.kill("SIGTERM");
    while (!(await lines.read()).done);
    assertEquals((await child.status).code, 0, await stderr);
    await stderr;
  },
});

Deno.test("a setting that cannot be ends it in one line", async () => {
  const settings = [{ PORT: "http" }, { KUGOU_ENDPOINT: "there" }];
  for (const env of settings) {
    const child = start(env);
    const { code, stdout, stderr } = await child.output();
    assertEquals(code, 2);
    assertEquals(stdout.length, 0);
    assertMatch(
      new TextDecoder().decode(stderr),
      new RegExp(`(^|\\n)Cannot use ${Object.keys(env)[0]}: .*\n$`),
    );
  }
});
