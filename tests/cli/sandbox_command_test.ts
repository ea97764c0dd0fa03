import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import {
  SANDBOX_ACCESS_TOKEN,
  SANDBOX_DEVICES,
} from "../../lib/sandbox/mod.ts";
import { unicodeWidth } from "@std/cli/unicode-width";
import { NET, run, runHere, SECRET, spawn } from "./run.ts";

const WINDOWS = Deno.build.os === "windows";

/** A sandbox that runs as a process, and what it has said so far. */
class Running implements AsyncDisposable {
  readonly child: Deno.ChildProcess;
  readonly #reader: ReadableStreamDefaultReader<string>;
  text = "";

  constructor(args: readonly string[]) {
    this.child = spawn(["sandbox", ...args], { permissions: [NET] });
    const text = this.child.stdout.pipeThrough(new TextDecoderStream());
    this.#reader = text.getReader();
  }

  /** Reads until it has said this. */
  async until(said: RegExp): Promise<string> {
    while (!said.test(this.text)) {
      const { value, done } = await this.#reader.read();
      assert(!done, this.text);
      this.text += value;
    }
    return said.exec(this.text)![0];
  }

  /** Asks it to end, and says how it did. */
  async end(signal: Deno.Signal): Promise<number> {
    this.child.kill(signal);
    return (await this.child.status).code;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.child.kill("SIGTERM");
    } catch {
      // It has ended already.
    }
    await this.child.status;
    await this.#reader.cancel();
    await this.child.stderr.cancel();
  }
}

const URL_PATTERN = /http:\/\/127\.0\.0\.1:\d+\/api\/exploreropen\/tokenapi/;

Deno.test(
  "sandbox says where it listens, its token, its devices and how to try it",
  { ignore: WINDOWS },
  async () => {
    await using sandbox = new Running(["--port=0"]);
    await sandbox.until(/Requests, until Ctrl-C:\n/);
    const { text } = sandbox;

    assertMatch(text, URL_PATTERN);
    assertStringIncludes(text, SANDBOX_ACCESS_TOKEN);
    for (const { id, title } of SANDBOX_DEVICES) {
      assertMatch(text, new RegExp(`^  ${id} +\\S`, "m"));
      assertStringIncludes(text, title.en);
    }
    assertEquals(await sandbox.end("SIGTERM"), 0);
  },
);

Deno.test(
  "sandbox answers the command that it shows, and logs it without the token",
  { ignore: WINDOWS },
  async () => {
    await using sandbox = new Running(["--port=0"]);
    await sandbox.until(/Requests, until Ctrl-C:\n/);
    const command = /^ {2}curl (?:.+\n)+/m.exec(sandbox.text)![0];
    const { stdout } = await new Deno.Command("bash", {
      args: ["-c", command],
      stderr: "null",
    }).output();
    const line = await sandbox.until(/\n.*LAEG4YJE1A\/dev01.*token ok.*\n/);

    const { Response } = JSON.parse(new TextDecoder().decode(stdout));
    assertEquals(Response.Data.userid, "1000000001");
    assertMatch(
      line,
      /\d\d:\d\d:\d\d {2}LAEG4YJE1A\/dev01 {2}data {2}token ok {2}\d+ ms {2}[0-9a-f-]{36}/,
    );
    assertEquals(line.includes(SANDBOX_ACCESS_TOKEN), false);
    assertEquals(await sandbox.end("SIGINT"), 130);
  },
);

Deno.test(
  "sandbox logs errors, faults and strangers",
  { ignore: WINDOWS },
  async () => {
    await using sandbox = new Running(["--port=0", "--lang=zh"]);
    const endpoint = await sandbox.until(URL_PATTERN);
    await sandbox.until(/按 Ctrl-C 结束/);
    const ask = (device: string) =>
      run(["user-info", device, "--retries=0"], {
        env: { KUGOU_ACCESS_TOKEN: SECRET, KUGOU_ENDPOINT: endpoint },
      });
    await ask("SANDBOXERR/InternalError");
    const response = await fetch(new URL("/elsewhere", endpoint));
    await response.body?.cancel();
    await sandbox.until(/GET \/elsewhere {2}404/);
    const log = sandbox.text.slice(sandbox.text.indexOf("按 Ctrl-C 结束"));

    assertMatch(log, /SANDBOXERR\/InternalError {2}\S+ {2}令牌不正确/);
    assertEquals(log.includes(SECRET), false);
    const titles = sandbox.text.split("\n")
      .flatMap((line) => /^ {2}LAEG4YJE1A\/\S+ +(?=\S)/.exec(line)?.[0] ?? [])
      .map((before) => unicodeWidth(before));
    assertEquals(new Set(titles).size, 1);
  },
);

Deno.test(
  "sandbox --json prints one object a line",
  { ignore: WINDOWS },
  async () => {
    await using sandbox = new Running([
      "--port=0",
      "--json",
      "--envelope=gateway",
    ]);
    await sandbox.until(/\n/);
    const { event, endpoint, accessToken, devices } = JSON.parse(sandbox.text);
    const { code } = await run(["user-info", "LAEG4YJE1A/dev01"], {
      env: { KUGOU_ACCESS_TOKEN: accessToken, KUGOU_ENDPOINT: endpoint },
    });
    await sandbox.until(/\n.*\n/);
    const entry = JSON.parse(sandbox.text.split("\n")[1]!);

    assertEquals([event, devices.length], ["start", SANDBOX_DEVICES.length]);
    assertEquals(code, 0);
    assertEquals(
      [entry.event, entry.deviceId, entry.token, entry.outcome, entry.code],
      ["request", "LAEG4YJE1A/dev01", "valid", "data", "0"],
    );
  },
);

Deno.test(
  "sandbox ends when its reader has gone",
  { ignore: WINDOWS },
  async () => {
    const child = spawn(["sandbox", "--port=0"], { permissions: [NET] });
    await child.stdout.cancel();
    const { code } = await child.status;
    await child.stderr.cancel();

    assertEquals(code, 0);
  },
);

Deno.test("sandbox refuses a port that is taken", async () => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  const { code, stdout, stderr } = await run(["sandbox", `--port=${port}`]);

  assertEquals([code, stdout], [2, ""]);
  assertMatch(
    stderr,
    /^✗ Cannot use --port: another program listens on this port\n/,
  );
});

Deno.test("sandbox refuses what can never be right", async () => {
  const bad = [
    ["--port=65536", /--port: it is not a whole number in the range/],
    ["--port=-1", /--port: it is not a whole number in the range/],
    ["--port=x", /--port: it is not a whole number in the range/],
    ["--latency=5", /--latency: it has no unit/],
    ["--envelope=soap", /--envelope: its value is not one of the choices/],
    ["--faults=nonsense", /--faults: no fault is named "nonsense"/],
    ["--faults=503:2", /--faults: the share of 503 is 2/],
  ] as const;
  for (const [arg, title] of bad) {
    const { code, stdout, stderr } = await runHere(["sandbox", arg]);

    assertEquals([code, stdout], [2, ""], arg);
    assertMatch(stderr, title);
    assertMatch(stderr, /^ {2}Example +\S/m);
  }
});

Deno.test("sandbox answers late and breaks at random when it is asked to", {
  ignore: WINDOWS,
}, async () => {
  const args = ["--port=0", "--latency=200ms", "--faults=503:1", "--json"];
  await using sandbox = new Running(args);
  await sandbox.until(/\n/);
  const { endpoint, accessToken } = JSON.parse(sandbox.text);
  const start = performance.now();
  const { code } = await run(
    ["user-info", "LAEG4YJE1A/dev01", "--retries=0"],
    { env: { KUGOU_ACCESS_TOKEN: accessToken, KUGOU_ENDPOINT: endpoint } },
  );

  assertEquals(code, 8);
  assert(performance.now() - start >= 200);
});
