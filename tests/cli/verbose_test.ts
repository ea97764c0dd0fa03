import { assertEquals, assertMatch } from "@std/assert";
import { startBench } from "./sandbox.ts";

Deno.test("--verbose tells about each attempt on stderr", async () => {
  await using bench = await startBench();
  const args = ["--verbose", "--timeout=5s"];
  const { code, stdout, stderr } = await bench.userInfo(
    "SANDBOXERR/InternalError@1",
    args,
  );

  assertEquals(code, 0);
  assertMatch(stdout, /^Attempts {2,}2$/m);
  const [sending = "", first = "", second = "", end] = stderr.split("\n");
  assertEquals(
    sending,
    `POST ${bench.endpoint} (at most 5000 ms per attempt, 30000 ms in total, retries: 2)`,
  );
  assertMatch(
    first,
    /^Attempt 1: HTTP 200, InternalError after \d+ ms, request id [0-9a-f-]{36}, server request id \S+, retrying in \d+ ms$/,
  );
  assertMatch(
    second,
    /^Attempt 2: HTTP 200 after \d+ ms, request id [0-9a-f-]{36}, server request id \S+$/,
  );
  assertEquals(end, "");
});

Deno.test("--verbose says where no answer came", async () => {
  await using bench = await startBench();
  const { stderr } = await bench.userInfo("SANDBOXFLT/reset", [
    "--verbose",
    "--retries=0",
    "--lang=zh",
  ]);

  assertMatch(stderr, /^第 1 次：无响应，network，用时 \d+ 毫秒，请求 ID /m);
});
