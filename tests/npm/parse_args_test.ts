import { assertEquals, assertThrows } from "@std/assert";
import { parseArgs, type ParseOptions } from "@std/cli/parse-args";
import fc from "fast-check";
// deno-lint-ignore no-import-prefix -- std's parser descends from this one
import minimist from "npm:minimist@^1.2.8";

/** Options like those of the command line here. */
const LOOKUP: ParseOptions = {
  boolean: ["json", "help"],
  string: ["_", "lang"],
  alias: { help: "h", lang: "l" },
};

const OFF = { json: false, help: false, h: false };

const CASES: [argv: string, expected: unknown, options?: ParseOptions][] = [
  ["", { _: [] }],
  ["a b", { _: ["a", "b"] }],
  ["7 0x10 1e3 7a", { _: [7, 16, 1000, "7a"] }],
  ["007", { _: ["007"] }, { string: "_" }],
  ["--a", { _: [], a: true }],
  ["--a b c", { _: ["c"], a: "b" }],
  ["--a=b=c", { _: [], a: "b=c" }],
  ["--a=", { _: [], a: "" }],
  ["--a 12", { _: [], a: 12 }],
  ["--a 12", { _: [], a: "12" }, { string: "a" }],
  ["--a", { _: [], a: "" }, { string: ["a"] }],
  ["--a --b", { _: [], a: "", b: true }, { string: ["a"] }],
  ["--a -1", { _: [], a: true, 1: true }],
  ["--a -", { _: ["-"], a: true }],
  ["-a -", { _: [], a: "-" }],
  ["-a ---", { _: [], a: "---" }],
  ["--a true b", { _: ["b"], a: true }, { boolean: "a" }],
  ["--a false b", { _: ["b"], a: false }, { boolean: "a" }],
  ["--a maybe", { _: ["maybe"], a: true }, { boolean: "a" }],
  ["--a=false", { _: [], a: false }, { boolean: "a" }],
  ["--a=0", { _: [], a: true }, { boolean: "a" }],
  ["--a b -c d", { _: ["b"], a: true, c: "d" }, { boolean: true }],
  ["--no-a", { _: [], "no-a": true }],
  ["--no-a=1", { _: [], a: 1 }],
  ["--a 1 --a 2", { _: [], a: 2 }],
  ["--a 1 --a 2", { _: [], a: [1, 2] }, { collect: "a" }],
  ["", { _: [], a: [] }, { collect: ["a"], string: ["a"] }],
  ["", { _: [], a: [] }, { collect: ["a"], boolean: ["a"] }],
  ["", { _: [] }, { collect: ["a"] }],
  ["-a 1 --all 2", { _: [], a: ["1", "2"], all: ["1", "2"] }, {
    collect: ["all"],
    string: ["all"],
    alias: { all: "a" },
  }],
  ["-abc", { _: [], a: true, b: true, c: true }],
  ["-abc d", { _: [], a: true, b: true, c: "d" }],
  ["-ab", { _: [], a: "", b: true }, { string: "a" }],
  ["-p80", { _: [], p: 80 }],
  ["-p80", { _: [], p: "80" }, { string: "p" }],
  ["-f=a=b", { _: [], f: "a=b" }],
  ["-f=", { _: [], f: "" }],
  ["-f-", { _: [], f: "-" }],
  ["-xI/a/b", { _: [], x: true, I: "/a/b" }],
  ["-123 4", { _: [], 1: true, 2: true, 3: 4 }],
  ["-h", { _: [], h: true, help: true }, {
    alias: { h: "help" },
    boolean: "h",
  }],
  ["-h b", { _: ["b"], h: true, help: true, "?": true }, {
    alias: { help: ["h", "?"] },
    boolean: ["help"],
  }],
  ["--a -- --b c", { _: ["--b", "c"], a: true }],
  ["a -- --b", { _: ["a"], "--": ["--b"] }, { "--": true }],
  ["--a b c --d", { _: ["c", "--d"], a: "b" }, { stopEarly: true }],
  ["", { _: [], a: "x", b: "x" }, { default: { a: "x" }, alias: { a: "b" } }],
  ["--b y", { _: [], a: "y", b: "y" }, {
    default: { a: "x" },
    alias: { a: "b" },
  }],
  ["", { _: [], a: true }, { boolean: "a", default: { a: true } }],
  ["--__proto__ x --constructor y", { _: [] }],
  ["get 1/2 -l zh", { _: ["get", "1/2"], lang: "zh", l: "zh", ...OFF }, LOOKUP],
  ["get --json 12", { _: ["get", "12"], ...OFF, json: true }, LOOKUP],
];

Deno.test("parseArgs() reads a command line as std documents it", async (t) => {
  for (const [argv, expected, options] of CASES) {
    const name = `${argv || "nothing"} ${JSON.stringify(options ?? {})}`;
    await t.step(name, () => {
      const words = argv.split(" ").filter((it) => it !== "");
      assertEquals(parseArgs(words, options), expected);
    });
  }
});

Deno.test("parseArgs() takes an empty word for no value", () => {
  assertEquals(parseArgs(["--a", ""]), { _: [""], a: true });
  assertEquals(parseArgs(["-a", ""], { string: "a" }), { _: [""], a: "" });
});

Deno.test("parseArgs() keeps line breaks and wide characters", () => {
  assertEquals(parseArgs(["--a=x\ny", "小"]), { _: ["小"], a: "x\ny" });
});

Deno.test("parseArgs() asks unknown() about what no option names", () => {
  const asked: unknown[] = [];
  const parsed = parseArgs(["get", "--langg", "zh", "-x", "--json"], {
    ...LOOKUP,
    unknown: (...it) => {
      asked.push(it.filter((part) => part !== undefined));
      return false;
    },
  });
  assertEquals(parsed, { _: [], ...OFF, json: true });
  assertEquals(asked, [["get"], ["--langg", "langg", "zh"], ["-x", "x", true]]);
});

Deno.test("parseArgs() keeps what unknown() does not refuse", () => {
  const unknown = () => undefined;
  assertEquals(parseArgs(["a", "--b"], { unknown }), { _: ["a"], b: true });
});

Deno.test("parseArgs() throws if an alias is undefined", () => {
  assertThrows(
    () => parseArgs([], { alias: { a: undefined } }),
    TypeError,
    "Alias value must be defined",
  );
});

Deno.test("parseArgs() agrees with minimist where std did not leave it", () => {
  const value = fc.stringMatching(/^[a-z0-9./]{1,6}$/);
  // One of each, as minimist gathers what is repeated; no `--no-`.
  const argv = fc.tuple(
    fc.constantFrom([], ["--json"], ["--json=false"], ["--json=true"]),
    fc.constantFrom([], ["-h"], ["--help"]),
    fc.oneof(fc.constant([]), value.map((it) => ["--lang", it])),
    fc.oneof(fc.constant([]), value.map((it) => [`--other=${it}`])),
    fc.array(value, { maxLength: 3 }),
    fc.oneof(fc.constant([]), fc.array(value).map((it) => ["--", ...it])),
  ).map((parts) => parts.flat());
  fc.assert(fc.property(argv, (words) => {
    const options = { boolean: ["json", "help"], string: ["_", "lang"] };
    const alias = { help: "h" };
    assertEquals(
      parseArgs(words, { ...options, alias }) as unknown,
      { ...minimist(words, { ...options, alias }) },
    );
  }));
});

Deno.test("parseArgs() types each option by what it is", () => {
  const parsed = parseArgs(["--tag", "a", "-l", "zh"], {
    boolean: ["json"],
    string: ["lang", "tag", "depth"],
    collect: ["tag"],
    alias: { lang: "l" },
    default: { depth: 3 },
    "--": true,
  });
  const json: boolean = parsed.json;
  const lang: string | undefined = parsed.lang;
  const l: string | undefined = parsed.l;
  const tags: string[] = parsed.tag;
  const depth: string | number = parsed.depth;
  const rest: string[] = parsed["--"];
  const positional: (string | number)[] = parsed._;
  // @ts-expect-error -- an option without a default may be missing
  const missing: string = parsed.lang;
  assertEquals(
    [json, lang, l, tags, depth, rest, positional, missing],
    [false, "zh", "zh", ["a"], 3, [], [], "zh"],
  );
});
