import { assertEquals, assertMatch } from "@std/assert";
import {
  type CommandName,
  COMMANDS,
  optionsOf,
} from "../../lib/cli/commands.ts";
import { run } from "./run.ts";

const ZSH_DRIVER = new URL("testdata/complete.zsh", import.meta.url).pathname;

const NAMES = Object.keys(COMMANDS) as CommandName[];

/** Says whether a shell is there; a test of one that is not says so. */
function hasShell(name: string): boolean {
  try {
    return new Deno.Command(name, { args: ["--version"] }).outputSync().success;
  } catch {
    const line = `${name} is absent: its completions are not tested`;
    Deno.stderr.writeSync(new TextEncoder().encode(`${line}\n`));
    return false;
  }
}

async function script(shell: string, args: string[] = []): Promise<string> {
  const { code, stdout, stderr } = await run(["completions", shell, ...args]);
  assertEquals([code, stderr], [0, ""]);
  return stdout;
}

async function runShell(
  shell: string,
  args: readonly string[],
  commands: string,
): Promise<string> {
  const child = new Deno.Command(shell, {
    args: [...args],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(commands));
  await writer.close();
  const { stdout, stderr } = await child.output();
  assertEquals(new TextDecoder().decode(stderr), "");
  return new TextDecoder().decode(stdout);
}

/** What bash offers for the last of the words. */
async function bashOffers(words: readonly string[]): Promise<string[]> {
  const list = words.map((word) => `'${word}'`).join(" ");
  const reply = await runShell(
    "bash",
    ["--norc"],
    `${await script("bash")}
COMP_WORDS=(${list})
COMP_CWORD=${words.length - 1}
_kugou_iot
printf '%s\\n' "\${COMPREPLY[@]}"
`,
  );
  return reply.split("\n").filter(Boolean);
}

Deno.test({
  name: "bash completes commands, options and values",
  ignore: !hasShell("bash"),
  async fn() {
    assertEquals(await bashOffers(["kugou-iot", ""]), [
      ...NAMES,
      ...optionsOf(null).map((it) => `--${it}`),
    ]);
    assertEquals(await bashOffers(["kugou-iot", "user"]), ["user-info"]);
    assertEquals(
      await bashOffers(["kugou-iot", "user-info", "--"]),
      optionsOf("user-info").map((it) => `--${it}`),
    );
    assertEquals(await bashOffers(["kugou-iot", "--lang", ""]), ["en", "zh"]);
    assertEquals(
      await bashOffers(["kugou-iot", "--lang", "=", "z"]),
      ["zh"],
    );
    assertEquals(
      await bashOffers(["kugou-iot", "sandbox", "--envelope", "=", "g"]),
      ["gateway"],
    );
    assertEquals(
      await bashOffers(["kugou-iot", "completions", "f"]),
      ["fish"],
    );
    assertEquals(
      await bashOffers(["kugou-iot", "explain", "20000"]),
      ["200001", "200002", "200003", "200004", "200005", "200006"],
    );
    assertEquals(
      await bashOffers(["kugou-iot", "user-info", "--timeout", ""]),
      [],
    );
    assertEquals(
      await bashOffers(["kugou-iot", "user-info", "--token-file", "deno.js"]),
      ["deno.json"],
    );
  },
});

Deno.test({
  name: "fish completes commands, options and values, and says what they do",
  ignore: !hasShell("fish"),
  async fn() {
    const source = await script("fish");
    const offers = async (line: string) =>
      (await runShell(
        "fish",
        ["--no-config"],
        `${source}
complete --do-complete '${line}'
`,
      )).split("\n").filter(Boolean);

    const commands = await offers("kugou-iot ");
    assertEquals(
      commands.map((it) => it.split("\t")[0]!).toSorted(),
      [...NAMES].toSorted(),
    );
    assertEquals(await offers("kugou-iot --lang "), [
      "en\tlanguage for people",
      "zh\tlanguage for people",
    ]);
    assertEquals(
      await offers("kugou-iot user-info --dr"),
      ["--dry-run\tsend nothing; print the request and a curl command"],
    );
    assertEquals(await offers("kugou-iot completions z"), ["zsh"]);
    assertEquals(
      (await offers("kugou-iot sandbox --")).map((it) => it.split("\t")[0]!)
        .toSorted(),
      optionsOf("sandbox").map((it) => `--${it}`).toSorted(),
    );
  },
});

Deno.test({
  name: "zsh completes commands, options and values",
  ignore: !hasShell("zsh"),
  async fn() {
    const file = await Deno.makeTempFile({ suffix: ".zsh" });
    try {
      await Deno.writeTextFile(file, await script("zsh"));
      const offer = async (typed: string) => {
        const { stdout } = await new Deno.Command("zsh", {
          args: ["-f", ZSH_DRIVER],
          env: { SCRIPT: file, TYPED: typed, TERM: "dumb" },
          stdin: "null",
          signal: AbortSignal.timeout(15_000),
        }).output();
        return new TextDecoder().decode(stdout);
      };

      const expected = [
        ["kugou-iot user-i", "kugou-iot user-info"],
        ["kugou-iot user-info --dry", "kugou-iot user-info --dry-run"],
        [
          "kugou-iot sandbox --envelope=g",
          "kugou-iot sandbox --envelope=gateway",
        ],
        ["kugou-iot completions f", "kugou-iot completions fish"],
      ];
      await Promise.all(expected.map(async ([typed = "", completed]) => {
        assertMatch(await offer(typed), new RegExp(`\nOFFER ${completed}\\b`));
      }));
    } finally {
      await Deno.remove(file);
    }
  },
});

Deno.test("completions speak the language of the person", async () => {
  assertMatch(
    await script("fish", ["--lang=zh"]),
    /-d '查询设备背后的酷狗用户'/,
  );
  assertMatch(
    await script("zsh", ["--lang=zh"]),
    /'user-info:查询设备背后的酷狗用户'/,
  );
});
