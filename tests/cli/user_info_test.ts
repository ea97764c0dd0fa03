import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { run } from "./run.ts";
import { startBench } from "./sandbox.ts";

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/;

Deno.test("user-info shows the user on a card", async () => {
  await using bench = await startBench();
  const { code, stdout, stderr } = await bench.userInfo(
    "LAEG4YJE1A/dev01",
    [],
    { env: { TZ: "UTC" } },
  );

  assertEquals(stderr, "");
  assertEquals(code, 0);
  const lines = stdout.split("\n");
  assertEquals(lines.slice(0, 5), [
    "Device             LAEG4YJE1A/dev01",
    "Nickname           Sample User",
    "User id            1000000001",
    "Avatar             https://avatars.example/sample-user.png",
    "VIP flag           yes",
  ]);
  assertMatch(
    lines[6]!,
    /^VIP {16}✓ active {2}90 days left {2}until \d{4}-\d\d-\d\d \d\d:\d\d \(.+ in China\)$/,
  );
  assertMatch(lines[7]!, /^In-car VIP {9}✓ active {2}30 days left {2}until /);
  assertEquals(lines[8], "SVIP               - none");
  assertMatch(lines[10]!, new RegExp(`^Request id {9}${UUID.source}$`));
  assertMatch(lines[11]!, /^Server request id {2}sandbox/);
});

Deno.test("user-info speaks Chinese, in columns as wide as its characters", async () => {
  await using bench = await startBench();
  const { stdout } = await bench.userInfo("LAEG4YJE1A/nick-chinese", [
    "--lang",
    "zh",
  ]);

  const lines = stdout.split("\n");
  assertEquals(lines.slice(0, 3), [
    "设备           LAEG4YJE1A/nick-chinese",
    "昵称           示例用户：车里听歌",
    "用户 ID        1000000001",
  ]);
  assertMatch(lines[6]!, /^VIP {12}✓ 有效 {2}剩余 90 天 {2}\d{4}-/);
  assertEquals(lines[7], "车载 VIP       - 未开通");
});

Deno.test("user-info leaves out the time in China where that is the time here", async () => {
  await using bench = await startBench();
  const { stdout } = await bench.userInfo("LAEG4YJE1A/dev01", [], {
    env: { TZ: "Asia/Shanghai" },
  });

  assertMatch(stdout, /until \d{4}-\d\d-\d\d \d\d:\d\d\n/);
});

Deno.test("user-info shows every state of a membership", async () => {
  await using bench = await startBench();
  const expired = await bench.userInfo("LAEG4YJE1A/vip-expired");
  const unreadable = await bench.userInfo("LAEG4YJE1A/vip-unreadable");
  const missing = await bench.userInfo("LAEG4YJE1A/fields-missing");

  assertMatch(expired.stdout, /^VIP +✗ expired {2}30 days ago +since /m);
  assertMatch(unreadable.stdout, /^VIP +\? unknown {2}sent as "2099年末"$/m);
  assertMatch(missing.stdout, /^VIP +\? unknown {2}not sent$/m);
  assertMatch(missing.stdout, /^VIP flag +not sent$/m);
});

Deno.test("user-info loses nothing that the server sent", async () => {
  await using bench = await startBench();
  const { stdout } = await bench.userInfo("LAEG4YJE1A/field-extra");

  assertStringIncludes(
    stdout,
    'Other fields\n  sample_level  {"name":"sample","value":7}\n',
  );
});

Deno.test("user-info shows what would move the cursor or reverse the text", async () => {
  await using bench = await startBench();
  const hostile = "LAEG4YJE1A/nick-hostile";
  const card = await bench.userInfo(hostile);
  const raw = await bench.userInfo(hostile, ["--raw"]);

  assertStringIncludes(card.stdout, "\\u{1b}[31m\\u{7}\\r\\n\\u{202e}elpmaS\n");
  for (const { stdout } of [card, raw]) {
    assertEquals(/(?!\n)\p{Cc}|\u202e/u.test(stdout), false);
  }
  assertStringIncludes(
    JSON.parse(raw.stdout).nick_name,
    "\u001b[31m\u0007\r\n\u202e",
  );
});

Deno.test("user-info --raw prints the server's Data, digit for digit", async () => {
  await using bench = await startBench();
  const { stdout } = await bench.userInfo("LAEG4YJE1A/userid-number", [
    "--raw",
  ]);

  assertEquals(stdout.trimEnd().split("\n").length, 1);
  assertEquals(JSON.parse(stdout).userid, "9007199254740993123");
});

Deno.test("user-info --json prints one object whose fields stay", async () => {
  await using bench = await startBench();
  const { code, stdout, stderr } = await bench.userInfo("LAEG4YJE1A/dev01", [
    "--json",
  ]);

  assertEquals([code, stderr], [0, ""]);
  assertEquals(stdout.trimEnd().split("\n").length, 1);
  const { user, data, durationMs, ...rest } = JSON.parse(stdout);
  assertEquals(Object.keys(rest), [
    "ok",
    "deviceId",
    "requestId",
    "serverRequestId",
    "attempts",
  ]);
  assertEquals(rest.ok, true);
  assertEquals(rest.deviceId, "LAEG4YJE1A/dev01");
  assertEquals(rest.attempts, 1);
  assertEquals(typeof durationMs, "number");
  assertEquals(data.userid, "1000000001");
  const { memberships, ...fields } = user;
  assertEquals(fields, {
    id: "1000000001",
    nickname: "Sample User",
    avatarUrl: "https://avatars.example/sample-user.png",
    isVip: true,
  });
  assertEquals(Object.keys(memberships), ["vip", "car", "svip"]);
  const { state, end, raw } = memberships.vip;
  assertEquals(state, "active");
  assertEquals(new Date(end).toISOString(), end);
  assertEquals(Date.parse(`${raw.replace(" ", "T")}+08:00`), Date.parse(end));
  assertEquals(memberships.svip, { state: "none", end: null, raw: "" });
});

Deno.test("user-info --json says the same of a failure, whatever the language", async () => {
  await using bench = await startBench();
  const { code, stdout, stderr } = await bench.userInfo(
    "SANDBOXERR/LimitExceeded",
    ["--json", "--retries", "1", "--lang", "zh"],
  );

  assertEquals([code, stderr], [6, ""]);
  const { requestId, requestIds, serverRequestId, ...rest } = JSON.parse(
    stdout,
  );
  assertEquals(requestIds.length, 2);
  assertEquals(requestId, requestIds[1]);
  assertEquals(typeof serverRequestId, "string");
  assertEquals(rest, {
    ok: false,
    deviceId: "SANDBOXERR/LimitExceeded",
    error: {
      name: "KugouApiError",
      kind: "api",
      message:
        "Cannot complete the request: the server answered LimitExceeded: A limit was exceeded",
      retryable: true,
      retryAfterMs: null,
      code: "LimitExceeded",
      class: "limit",
      retry: "yes",
      meaning: { en: "A limit was exceeded", zh: "超过限制" },
      hint: {
        en: "Send fewer lookups at once, and try this one again in a moment",
        zh: "请降低并发查询数量，稍后重试",
      },
      serverMessage: "A limit was exceeded",
      status: 200,
      requestId,
      requestIds,
      serverRequestId,
      attempts: 2,
    },
    attempts: 2,
  });
});

Deno.test("user-info sends the request id and the parameters that it is given", async () => {
  await using bench = await startBench();
  const requestId = "01926f9c-8a40-7c7e-b1d2-3f4a5b6c7d8e";
  const { code, stdout } = await bench.userInfo("LAEG4YJE1A/dev01", [
    "--json",
    "--request-id",
    requestId,
    "--params",
    '{"a":[1,"b"]}',
  ]);

  assertEquals(code, 0);
  assertEquals(JSON.parse(stdout).requestId, requestId);
});

Deno.test("user-info --sandbox needs no token, and says whose data it shows", async () => {
  const { code, stdout, stderr } = await run([
    "user-info",
    "LAEG4YJE1A/dev01",
    "--sandbox",
  ]);

  assertEquals(code, 0);
  assertMatch(
    stderr,
    /^Sandbox at http:\/\/127\.0\.0\.1:\d+\/\S+: sample data, no real user\n$/,
  );
  assertStringIncludes(stdout, "Sample User");
});
