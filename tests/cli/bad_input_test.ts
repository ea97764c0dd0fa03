import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { runHere, SECRET } from "./run.ts";

/** Each input that can never be right, and what is said about it. */
const BAD: [
  name: string,
  args: string[],
  title: RegExp,
  field: string | null,
][] = [
  ["no device id", [], /DEVICE_ID: it is missing/, "deviceId"],
  ["an empty device id", [""], /DEVICE_ID: it is empty/, "deviceId"],
  ["a wrong device id", ["dev01"], /DEVICE_ID: it has no slash/, "deviceId"],
  ["a word too many", ["a/b", "c"], /too many arguments/, null],
  [
    "params that are no object",
    ["a/b", "--params", "[1]"],
    /--params: .*not an object/,
    "params",
  ],
  [
    "params that are no JSON",
    ["a/b", "--params", "{a:1}"],
    /--params: it is not JSON/,
    "params",
  ],
  [
    "params that would lose digits",
    ["a/b", "--params", '{"a":9007199254740993}'],
    /lose digits/,
    "params",
  ],
  [
    "an option with an empty value",
    ["a/b", "--params", ""],
    /--params: its value is missing/,
    "params",
  ],
  [
    "a request id that is no UUID",
    ["a/b", "--request-id", "1"],
    /--request-id: it is not a UUID/,
    "requestId",
  ],
  [
    "an endpoint without https",
    ["a/b", "--endpoint", "http://example.com/"],
    /--endpoint: .*unencrypted/,
    "endpoint",
  ],
  [
    "a duration without a unit",
    ["a/b", "--timeout", "10"],
    /--timeout: it has no unit/,
    "timeoutMs",
  ],
  [
    "a negative duration",
    ["a/b", "--timeout", "-5s"],
    /--timeout: it is negative/,
    "timeoutMs",
  ],
  [
    "a negative number of retries",
    ["a/b", "--retries", "-1"],
    /--retries: .*whole number/,
    "retry.limit",
  ],
  [
    "--sandbox together with --endpoint",
    ["a/b", "--sandbox", "--endpoint=https://a.example/"],
    /--sandbox: .*--endpoint/,
    "--sandbox",
  ],
  [
    "an unknown option",
    ["a/b", "--no-such"],
    /there is no option --no-such/,
    null,
  ],
  [
    "an option of another command",
    ["a/b", "--port", "1"],
    /there is no option --port/,
    null,
  ],
  [
    "an option without its value",
    ["a/b", "--timeout"],
    /--timeout: its value is missing/,
    "timeoutMs",
  ],
  [
    "a flag with a value",
    ["a/b", "--verbose=no"],
    /--verbose: it takes no value/,
    "--verbose",
  ],
  [
    "a repeated option",
    ["a/b", "--retries=1", "--retries=2"],
    /--retries: .*more than once/,
    "retry.limit",
  ],
  [
    "a language that it does not speak",
    ["a/b", "--lang", "fr"],
    /--lang: .*not one of the choices/,
    "--lang",
  ],
];

for (const [name, args, title, field] of BAD) {
  Deno.test(`user-info refuses ${name} before anything is sent`, async () => {
    // A request would end with 7.
    const env = {
      KUGOU_ACCESS_TOKEN: SECRET,
      KUGOU_ENDPOINT: "http://127.0.0.1:9/",
    };
    const { code, stdout, stderr } = await runHere(["user-info", ...args], env);
    const json = await runHere(["user-info", ...args, "--json"], env);

    assertEquals([code, stdout], [2, ""], stderr);
    const [first = "", second] = stderr.split("\n");
    assertMatch(first, /^✗ Cannot (?:use|read) /);
    assertMatch(first, title);
    assertEquals(second, "");
    assertMatch(stderr, /^ {2}Expected +\S/m);
    assertJson(json, field);
  });
}

function assertJson(
  { code, stdout, stderr }: { code: number; stdout: string; stderr: string },
  field: string | null,
): void {
  assertEquals([code, stderr], [2, ""]);
  const { ok, error, attempts } = JSON.parse(stdout);
  assertEquals([ok, attempts], [false, 0]);
  assertEquals([error.kind, error.retryable], ["input", false]);
  assertEquals(error.field, field ?? "commandLine");
  assertMatch(error.message, /^Cannot use .+: expected /);
  assert(/\p{Script=Han}/u.test(error.reason.zh), error.reason.zh);
}

Deno.test("user-info refuses --raw together with --json", async () => {
  const { code, stdout } = await runHere([
    "user-info",
    "a/b",
    "--raw",
    "--json",
  ]);

  assertEquals(code, 2);
  assertMatch(stdout, /Cannot use --raw: it cannot be combined with --json/);
});

Deno.test("an endpoint from the environment is called by its name", async () => {
  const { code, stderr } = await runHere(["user-info", "a/b"], {
    KUGOU_ENDPOINT: "http://example.com/",
  });

  assertEquals(code, 2);
  assertMatch(stderr, /^✗ Cannot use KUGOU_ENDPOINT: /);
});

Deno.test("params from a file are read, and its faults are told apart", async () => {
  const dir = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${dir}/good.json`, '\ufeff{"a": 1}\n');
    await Deno.writeTextFile(`${dir}/bad.json`, "{a");
    await Deno.writeTextFile(`${dir}/long.json`, " ".repeat(1024 * 1024));
    const dry = (name: string) => {
      const params = ["--params", `@${dir}/${name}`];
      return runHere(["user-info", "a/b", "--dry-run", "--json", ...params]);
    };
    const good = await dry("good.json");
    assertEquals(JSON.parse(good.stdout).request.KugouParams, { a: 1 });
    for (
      const [name, reason] of [
        ["bad.json", "it is not JSON"],
        ["long.json", "it is too long"],
        ["missing.json", "the file does not exist"],
        ["", "it is a directory"],
      ] as const
    ) {
      const { code, stdout } = await dry(name);
      assertEquals(code, 2);
      assertStringIncludes(stdout, `Cannot use params: ${reason}`);
    }
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

Deno.test("a token on the command line is refused and not repeated", async () => {
  const forms = [
    ...[["--token", SECRET], ["-token", SECRET]],
    ...[[`--token=${SECRET}`], [`--access-token=${SECRET}`]],
  ];
  for (const form of forms) {
    for (const json of [[], ["--json"]]) {
      const args = ["user-info", "a/b", ...form, ...json];
      const { code, stdout, stderr } = await runHere(args);

      assertEquals(code, 2);
      assertMatch(stdout + stderr, /can be read by everybody/);
      assertEquals((stdout + stderr).includes(SECRET), false);
    }
  }
});

Deno.test("a secret in the wrong place is not repeated", async () => {
  const places = [
    [SECRET],
    ["user-info", SECRET],
    ["user-info", "a/b", SECRET],
    ["user-info", "a/b", `--${SECRET}`],
    ["user-info", "a/b", "--timeout", SECRET],
    ["user-info", "a/b", "--lang", SECRET],
    ["user-info", "a/b", "--token-file", SECRET],
    ["user-info", "a/b", "--request-id", SECRET],
    ["user-info", "a/b", "--params", SECRET],
    ["user-info", "a/b", "--tokne", SECRET],
    ["completions", SECRET],
  ];
  for (const args of places) {
    for (const json of [[], ["--json"]]) {
      const { code, stdout, stderr } = await runHere([...args, ...json]);

      assertEquals(code, 2, args.join(" "));
      assertEquals((stdout + stderr).includes(SECRET), false, args.join(" "));
    }
  }
});
