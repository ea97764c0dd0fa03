import { assert, assertEquals, assertMatch } from "@std/assert";
import { runHere, SECRET } from "./run.ts";

/** Each input that can never be right, and what is said about it. */
const BAD: readonly (readonly [
  name: string,
  args: readonly string[],
  title: RegExp,
  field: string | null,
])[] = [
  ["an empty device id", [""], /DEVICE_ID: it is empty/, "deviceId"],
  [
    "a device id with a space",
    ["a b/c"],
    /DEVICE_ID: .*white space/,
    "deviceId",
  ],
  [
    "a device id without a slash",
    ["dev01"],
    /DEVICE_ID: it has no slash/,
    "deviceId",
  ],
  [
    "a device id with two slashes",
    ["a/b/c"],
    /more than one slash/,
    "deviceId",
  ],
  [
    "a device id without a name",
    ["LAEG4YJE1A/"],
    /after the slash/,
    "deviceId",
  ],
  [
    "a device id that is too long",
    [`a/${"b".repeat(127)}`],
    /more than 128/,
    "deviceId",
  ],
  [
    "a device id with a control character",
    ["a/b\u0007"],
    /control character/,
    "deviceId",
  ],
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
    "an endpoint with credentials",
    ["a/b", "--endpoint", "https://me:pw@example.com/"],
    /user name or password/,
    "endpoint",
  ],
  [
    "an endpoint that is no URL",
    ["a/b", "--endpoint", "example"],
    /not a URL/,
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
    "an option with an empty value",
    ["a/b", "--params", ""],
    /--params: its value is missing/,
    "params",
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
  ["a word too many", ["a/b", "c"], /too many arguments/, null],
  ["no device id", [], /DEVICE_ID: it is missing/, "deviceId"],
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
    const dry = (path: string) =>
      runHere([
        "user-info",
        "a/b",
        "--dry-run",
        "--json",
        "--params",
        `@${path}`,
      ]);
    const [good, bad, long, missing, directory] = [
      await dry(`${dir}/good.json`),
      await dry(`${dir}/bad.json`),
      await dry(`${dir}/long.json`),
      await dry(`${dir}/missing.json`),
      await dry(dir),
    ];

    assertEquals(JSON.parse(good.stdout).request.KugouParams, { a: 1 });
    assertMatch(bad.stdout, /Cannot use params: it is not JSON/);
    assertMatch(long.stdout, /Cannot use params: it is too long/);
    assertMatch(missing.stdout, /Cannot use params: the file does not exist/);
    assertMatch(directory.stdout, /Cannot use params: it is a directory/);
    for (const { code } of [bad, long, missing, directory]) {
      assertEquals(code, 2);
    }
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

Deno.test("a token on the command line is refused and not repeated", async () => {
  for (
    const args of [["--token", SECRET], [`--token=${SECRET}`], [
      `--access-token=${SECRET}`,
    ], ["-token", SECRET]]
  ) {
    for (const json of [[], ["--json"]]) {
      const { code, stdout, stderr } = await runHere([
        "user-info",
        "a/b",
        ...args,
        ...json,
      ]);

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
