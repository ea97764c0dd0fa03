import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { createContext } from "../../lib/cli/context.ts";
import { exitCodeOf } from "../../lib/cli/exit_codes.ts";
import { reportFailure } from "../../lib/cli/failure.ts";
import {
  type KugouError,
  KugouNetworkError,
  KugouProtocolError,
} from "../../mod.ts";
import { Recorder, run } from "./run.ts";
import { startBench } from "./sandbox.ts";

/** What each device of the sandbox makes `user-info` end with. */
const CODES: readonly (readonly [device: string, code: number])[] = [
  ["LAEG4YJE1A/dev01", 0],
  ["SANDBOXERR/InvalidParameterValue", 2],
  ["SANDBOXERR/InvalidParameterValue.InvalidAccessToken", 3],
  ["SANDBOXERR/200003", 3],
  ["LAEG4YJE1A/nobody", 4],
  ["SANDBOXERR/UnsupportedOperation", 5],
  ["SANDBOXERR/LimitExceeded", 6],
  ["SANDBOXFLT/429", 6],
  ["SANDBOXFLT/reset", 7],
  ["SANDBOXFLT/slow-headers", 7],
  ["SANDBOXERR/InternalError", 8],
  ["SANDBOXERR/NobodyKnows", 8],
  ["SANDBOXFLT/502", 8],
  ["SANDBOXFLT/truncated", 8],
];

for (const [device, expected] of CODES) {
  Deno.test(`user-info ${device} ends with ${expected}`, async () => {
    await using bench = await startBench();
    const args = [
      "--retries=0",
      ...device.includes("slow") ? ["--timeout=1s"] : [],
    ];
    const { code, stdout, stderr } = await bench.userInfo(device, args);

    assertEquals(code, expected, stderr);
    if (code === 0) return;
    assertEquals(stdout, "");
    assertMatch(stderr, /^✗ Cannot /);
    assertMatch(stderr, /^ {2}Next +\S/m);
    assertMatch(stderr, /^ {2}Retry +\S/m);
    assertMatch(stderr, /^ {2}Request id +[0-9a-f-]{36}$/m);
  });
}

Deno.test("a failure says what it means and what to do next", async () => {
  await using bench = await startBench();
  const device = "SANDBOXERR/ResourceNotFound.DeviceNotExist";
  const { stderr } = await bench.userInfo(device);
  const zh = await bench.userInfo(device, ["--lang", "zh"]);

  assertEquals(stderr.split("\n").slice(0, 6), [
    "✗ Cannot look the user up: the device was not created or has been deleted",
    "",
    "  Code               ResourceNotFound.DeviceNotExist (not found)",
    "  Next               Check both halves of the DeviceId (product id/device name) against the IoT Explorer console",
    "  Retry              no, the same lookup fails again",
    "  More               kugou-iot explain ResourceNotFound.DeviceNotExist",
  ]);
  assertEquals(zh.stderr.split("\n").slice(0, 6), [
    "✗ 查询失败：设备未创建或已被删除",
    "",
    "  错误码         ResourceNotFound.DeviceNotExist (不存在)",
    "  建议           请在物联网开发平台控制台核对 DeviceId 的两部分（产品 ID/设备名称）",
    "  能否重试       不可以，原样重试仍会失败",
    "  详情           kugou-iot explain ResourceNotFound.DeviceNotExist",
  ]);
});

for (
  const [code, named] of [
    ["ResourceNotFound.NobodyKnows", "ResourceNotFound"],
    ["LimitExceeded.$(reboot)", "LimitExceeded"],
    ["NobodyKnows", null],
  ] as const
) {
  Deno.test(`the failure ${code} names ${named ?? "nothing"} to explain`, async () => {
    await using bench = await startBench();
    const { stderr } = await bench.userInfo(`SANDBOXERR/${code}`, [
      "--retries=0",
    ]);
    const [, command = null] = /More +kugou-iot explain (\S+)/.exec(stderr) ??
      [];

    assertEquals(command, named);
  });
}

Deno.test("a failure says how long the server asks to wait", async () => {
  await using bench = await startBench();
  const { code, stderr } = await bench.userInfo("SANDBOXFLT/429-far");
  const json = await bench.userInfo("SANDBOXFLT/429-far", ["--json"]);

  assertEquals(code, 6);
  assertMatch(stderr, /Retry +yes, but the server asks to wait 24 h first/);
  const { error } = JSON.parse(json.stdout);
  assertEquals(error.retryAfterMs, 86_400_000);
  assertEquals([error.kind, error.status], ["protocol", 429]);
});

Deno.test("a timeout says which limit to raise", async () => {
  await using bench = await startBench();
  const slow = "SANDBOXFLT/slow-headers";
  const one = await bench.userInfo(slow, ["--timeout", "300ms", "--retries=0"]);
  const all = await bench.userInfo(slow, ["--total-timeout", "300ms"]);
  const json = await bench.userInfo(slow, [
    "--timeout=300ms",
    "--retries=0",
    "--json",
  ]);

  assertStringIncludes(one.stderr, "within 300 ms\n");
  assertStringIncludes(one.stderr, "such as --timeout 1s");
  assertStringIncludes(all.stderr, "such as --total-timeout 1s");
  const { error } = JSON.parse(json.stdout);
  assertEquals(
    [error.kind, error.phase, error.limit, error.limitMs],
    ["timeout", "headers", "timeoutMs", 300],
  );
});

Deno.test("an endpoint that cannot be reached is a network failure, with its detail", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  listener.close();
  const { code, stderr } = await run([
    "user-info",
    "LAEG4YJE1A/dev01",
    `--endpoint=http://127.0.0.1:${port}/`,
    "--retries=0",
  ], { env: { KUGOU_ACCESS_TOKEN: "a-token" } });

  assertEquals(code, 7);
  assertMatch(stderr, /^✗ .+: the endpoint cannot be reached$/m);
  assertMatch(stderr, /Detail +Cannot reach 127\.0\.0\.1:\d+: .*refused/);
});

/** What is told of an error, wherever it comes from. */
function reported(error: KugouError): string {
  const stderr = new Recorder();
  const context = createContext([], {
    stdout: new Recorder(),
    stderr,
    env: { mayRead: () => false, get: () => undefined },
  });
  reportFailure(error, context);
  return stderr.text;
}

Deno.test("a certificate that is refused is not called worth a retry", () => {
  const text = reported(
    new KugouNetworkError(
      "Cannot reach it: UnknownIssuer",
      "headers",
      {},
      false,
    ),
  );

  assertMatch(text, /Next +Check .+ certificate is valid/);
  assertMatch(text, /Retry +no, the same lookup fails again/);
});

Deno.test("no wait is told as endless, whatever the server asks for", () => {
  for (const retryAfterMs of [Infinity, 1e300, 1e15]) {
    const text = reported(
      new KugouProtocolError({
        status: 503,
        expected: "JSON",
        excerpt: "",
        retryAfterMs,
      }),
    );

    assertMatch(text, /asks to wait more than 100 days first/);
  }
});

Deno.test("a bug ends with 1, one line, and whom to tell", async () => {
  const script = "testdata/buggy.ts";
  const { code, stdout, stderr } = await run(["user-info", "a/b"], { script });
  const verbose = await run(["user-info", "a/b", "--verbose"], { script });

  assertEquals([code, stdout], [1, ""]);
  assertEquals(stderr.split("\n"), [
    "✗ Cannot continue because of a bug: TypeError: nobody thought of this",
    "",
    "  Next  Run again with --verbose and report what it prints to the maintainers of kugou-iot",
    "",
  ]);
  assertMatch(verbose.stderr, /\n {4}at /);
});

Deno.test("every failure has its exit code", () => {
  const kinds = [
    ["input", 2],
    ["network", 7],
    ["timeout", 7],
    ["permission", 9],
    ["interrupted", 130],
    ["bug", 1],
  ] as const;
  for (const [kind, code] of kinds) assertEquals(exitCodeOf({ kind }), code);
  assertEquals(exitCodeOf({ kind: "protocol", status: 429 }), 6);
  assertEquals(exitCodeOf({ kind: "protocol", status: 503 }), 8);
});
