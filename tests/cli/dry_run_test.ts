import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { curlCommand } from "../../lib/cli/dry_run.ts";
import { runHere, SECRET } from "./run.ts";
import { startBench } from "./sandbox.ts";

const DEVICE = "LAEG4YJE1A/dev01";

Deno.test("--dry-run shows the request and sends nothing, without a token", async () => {
  const { code, stdout, stderr } = await runHere([
    "user-info",
    DEVICE,
    "--dry-run",
  ]);

  assertEquals([code, stderr], [0, "Nothing was sent\n"]);
  const [head = "", type, , ...rest] = stdout.split("\n");
  assertEquals(
    head,
    "POST https://iot.cloud.tencent.com/api/exploreropen/tokenapi",
  );
  assertEquals(type, "content-type: application/json");
  const { RequestId, ...request } = JSON.parse(
    rest.slice(0, rest.indexOf("}") + 1).join("\n"),
  );
  assertMatch(RequestId, /^[0-9a-f-]{36}$/);
  assertEquals(request, {
    AccessToken: "***",
    Action: "AppKugouUserCommand",
    KGCommand: "user_info",
    DeviceId: DEVICE,
    KugouParams: {},
  });
  assertStringIncludes(stdout, `{"AccessToken":"$KUGOU_ACCESS_TOKEN",`);
});

Deno.test("--dry-run --json is one object with the same", async () => {
  const { code, stdout } = await runHere(
    ["user-info", DEVICE, "--dry-run", "--json"],
    { KUGOU_ACCESS_TOKEN: SECRET },
  );

  assertEquals(code, 0);
  const { ok, dryRun, endpoint, request, curl } = JSON.parse(stdout);
  assertEquals([ok, dryRun], [true, true]);
  assertStringIncludes(curl, `'${endpoint}'`);
  assertEquals(request.AccessToken, "***");
  assertEquals(stdout.includes(SECRET), false);
});

Deno.test("the curl command of --dry-run does the same when bash runs it", async () => {
  await using bench = await startBench();
  // All that is special to a shell, in or out of quotes.
  const params = { a: "$HOME `id` \\ ' \" \\\\ $(id) !x\n示例", "b c": 1 };
  const { stdout } = await bench.userInfo(DEVICE, [
    "--dry-run",
    `--params=${JSON.stringify(params)}`,
    `--endpoint=${bench.endpoint}?it's=1&b=[x]`,
  ]);
  const command = stdout.slice(stdout.indexOf("\ncurl ") + 1);
  const { code, stdout: answer } = await new Deno.Command("bash", {
    args: ["-c", command],
    env: { KUGOU_ACCESS_TOKEN: SECRET },
  }).output();

  assertEquals(code, 0, command);
  const { Response } = JSON.parse(new TextDecoder().decode(answer));
  assertEquals(Response.Data.userid, "1000000001");
});

Deno.test("bash hands curl the very body that would be sent", async () => {
  const body = {
    AccessToken: "",
    RequestId: "r",
    Action: "AppKugouUserCommand",
    KGCommand: "user_info",
    DeviceId: "a/b",
    KugouParams: { x: "$HOME `id` \\ ' \" \\\\ $(id) \n\t\u202e示例" },
  } as const;
  const command = curlCommand("https://a.example/it's", body);
  // The same command, with another program in place of curl.
  const script = `curl() { cat; echo "$@"; }\n${command}`;
  const { stdout } = await new Deno.Command("bash", {
    args: ["-c", script],
    env: { KUGOU_ACCESS_TOKEN: SECRET },
  }).output();
  const [sent = "", args = ""] = new TextDecoder().decode(stdout).split("\n");

  assertEquals(JSON.parse(sent), { ...body, AccessToken: SECRET });
  assertEquals(args.includes(SECRET), false);
  assertStringIncludes(args, "https://a.example/it's");
});

Deno.test("--dry-run checks what it would send", async () => {
  const { code } = await runHere(["user-info", "dev01", "--dry-run"]);

  assertEquals(code, 2);
});
