import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { KUGOU_ERROR_CODES } from "../../mod.ts";
import { runHere } from "./run.ts";

Deno.test("explain lists all codes, each source with its own, in their order", async () => {
  for (const lang of ["en", "zh"]) {
    const { code, stdout } = await runHere(["explain", `--lang=${lang}`]);
    const listed = stdout.split("\n").flatMap((line) =>
      /^ {2}(\S+) /.exec(line)?.[1] ?? []
    );

    assertEquals(code, 0);
    assertEquals(listed.length, Object.keys(KUGOU_ERROR_CODES).length);
    assertEquals(listed.slice(0, 2), [
      "InternalError",
      "InvalidParameterValue",
    ]);
    assertMatch(stdout, /1081\/60575\n(?: {2}.+\n){17}\n/);
    assertMatch(stdout, /1081\/68800\n(?: {2}.+\n){10}\n/);
  }
});

Deno.test("explain says what a code means and what to do next", async () => {
  const { code, stdout } = await runHere(["explain", "LimitExceeded"]);

  assertEquals(code, 0);
  assertEquals(stdout.split("\n"), [
    "Code       LimitExceeded",
    "Meaning    A limit was exceeded",
    "Class      limit",
    "Next       Send fewer lookups at once, and try this one again in a moment",
    "Retry      yes, it may succeed in a moment",
    "Source     Tencent Cloud, document 1081/60575",
    "Exit code  6",
    "",
  ]);
});

Deno.test("explain keeps a numeric code as it was typed", async () => {
  const { stdout } = await runHere(["explain", "200003", "--lang=zh"]);

  assertMatch(stdout, /^错误码 {4}200003\n含义 {6}登录凭证错误或已过期\n/);
});

Deno.test("explain explains an unknown code by its beginning", async () => {
  const { code, stdout } = await runHere(["explain", "LimitExceeded.Anything"]);

  assertEquals(code, 0);
  assertStringIncludes(
    stdout,
    "Known as   LimitExceeded, its longest documented prefix\n",
  );
});

Deno.test("explain ends with 4 where nothing is known about a code", async () => {
  const { code, stdout } = await runHere(["explain", "Nobody\u001bKnows"]);

  assertEquals(code, 4);
  assertMatch(
    stdout,
    /^Code {7}Nobody\\u\{1b\}Knows\nMeaning {4}A code that is not documented\n/,
  );
});

Deno.test("explain --json says the same to a program", async () => {
  const list = await runHere(["explain", "--json"]);
  const one = await runHere(["explain", "ResourceNotFoun", "--json"]);

  const { codes } = JSON.parse(list.stdout);
  assertEquals(codes.length, Object.keys(KUGOU_ERROR_CODES).length);
  assertEquals(codes[0], {
    code: "InternalError",
    isKnown: true,
    basedOn: "InternalError",
    suggestion: null,
    class: "server",
    retry: "yes",
    meaning: { en: "Internal error", zh: "内部错误" },
    hint: KUGOU_ERROR_CODES.InternalError.hint,
    source: "page",
    exitCode: 8,
  });
  assertEquals(one.code, 4);
  const { isKnown, suggestion, basedOn, source } = JSON.parse(one.stdout);
  assertEquals(
    [isKnown, suggestion, basedOn, source],
    [false, "ResourceNotFound", null, null],
  );
});
