import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { COMMAND_NAMES as NAMES, optionsOf } from "../../lib/cli/commands.ts";
import { KUGOU_ERROR_CODES } from "../../mod.ts";
import { denoArgs, run } from "./run.ts";
import { hasTerminal, typeOnTerminal } from "./terminal.ts";

const ZSH_DRIVER = new URL("testdata/complete.zsh", import.meta.url).pathname;

const CODES = Object.keys(KUGOU_ERROR_CODES);

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

/** The script of a shell, and a function that stands for the program. */
async function script(shell: string): Promise<string> {
  const { code, stdout, stderr } = await run(["completions", shell]);
  assertEquals([code, stderr], [0, ""]);
  const command = [Deno.execPath(), ...denoArgs([], { permissions: [] })]
    .map((word) => `'${word}'`).join(" ");
  const program = shell === "fish"
    ? `function kugou-iot; ${command} $argv; end`
    : `kugou-iot() { ${command} "$@"; }`;
  return `${program}\n${stdout}`;
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

/** What bash offers for the last of the words, of each list of them. */
async function bashOffers(
  lists: readonly (readonly string[])[],
): Promise<string[][]> {
  const calls = lists.map((words) => {
    const list = words.map((word) => `'${word}'`).join(" ");
    return `COMP_WORDS=(${list})
COMP_CWORD=${words.length - 1}
_kugou_iot
printf '%s\\n' "\${COMPREPLY[@]}" END
`;
  });
  const source = await script("bash");
  const reply = await runShell("bash", ["--norc"], source + calls.join(""));
  return reply.split("END\n").slice(0, -1)
    .map((offers) => offers.split("\n").filter(Boolean));
}

Deno.test("bash completes commands, options and values", {
  ignore: !hasShell("bash"),
}, async () => {
  const expected: [words: string[], offers: string[]][] = [
    [[""], [...NAMES, ...optionsOf(null).map((it) => `--${it}`)]],
    [["user"], ["user-info"]],
    [["user-info", "--"], optionsOf("user-info").map((it) => `--${it}`)],
    [["--lang", ""], ["en", "zh"]],
    [["--lang", "=", "z"], ["zh"]],
    [["sandbox", "--envelope", "=", "g"], ["gateway"]],
    [["completions", "f"], ["fish"]],
    [["help", "ba"], ["batch"]],
    [["explain", "20000"], CODES.filter((it) => it.startsWith("20000"))],
    [["user-info", "--timeout", ""], []],
    [["user-info", "--token-file", "deno.js"], ["deno.json"]],
    [["batch", "--out", "=", "deno.js"], ["deno.json"]],
    [["batch", "deno.js"], ["deno.json"]],
  ];
  const offers = await bashOffers(
    expected.map(([words]) => ["kugou-iot", ...words]),
  );

  assertEquals(offers, expected.map(([, it]) => it));
});

Deno.test("bash quotes the names of files, and goes on into directories", {
  ignore: !hasShell("bash") || !hasTerminal,
}, async () => {
  const dir = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${dir}/only dir`);
    await Deno.writeTextFile(`${dir}/my $list.csv`, "");
    await Deno.writeTextFile(
      `${dir}/.rc`,
      `${await script("bash")}
cd '${dir}'
PS1='READY '
show() { printf '<%s>' "$@"; echo; }
complete -F _kugou_iot show
`,
    );
    const text = await typeOnTerminal(
      ["bash", "--noprofile", "--rcfile", `${dir}/.rc`, "-i"],
      [
        // Each key is pressed when the last has had its effect.
        ["READY ", "show batch my\t"],
        [".csv", "\r"],
        ["list.csv>", "show batch onl\t"],
        ["dir/", "x\r"],
        ["/x>", "exit\r"],
      ],
    );

    assertStringIncludes(text, "<batch><my $list.csv>");
    assertStringIncludes(text, "<batch><only dir/x>");
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

Deno.test(
  "fish completes commands, options and values, and says what they do",
  { ignore: !hasShell("fish") },
  async () => {
    const source = await script("fish");
    const offers = async (line: string) =>
      (await runShell(
        "fish",
        ["--no-config"],
        `${source}
complete --do-complete '${line}'
`,
      )).split("\n").filter(Boolean);

    const expected: [line: string, offers: string[]][] = [
      ["--lang ", ["en", "zh"]],
      ["--lang=z", ["--lang=zh"]],
      ["batch deno.js", ["deno.json"]],
      ["batch --out=deno.js", ["--out=deno.json"]],
      ["user-info --dr", ["--dry-run\tcheck everything, but send nothing"]],
      ["completions z", ["zsh"]],
    ];
    for (const [line, offered] of expected) {
      assertEquals(await offers(`kugou-iot ${line}`), offered);
    }
    const names = async (line: string) =>
      (await offers(line)).map((it) => it.split("\t")[0]!).toSorted();
    const commands = await names("kugou-iot ");
    assertEquals(
      commands.filter((it) => !it.startsWith("-")),
      [...NAMES].toSorted(),
    );
    assertEquals(
      await names("kugou-iot sandbox --"),
      optionsOf("sandbox").map((it) => `--${it}`).toSorted(),
    );
  },
);

Deno.test("zsh completes commands, options and values", {
  ignore: !hasShell("zsh"),
}, async () => {
  const file = await Deno.makeTempFile({ suffix: ".zsh" });
  try {
    await Deno.writeTextFile(file, await script("zsh"));
    const offer = async (typed: string) => {
      const { stdout } = await new Deno.Command("zsh", {
        args: ["-f", ZSH_DRIVER],
        env: { SCRIPT: file, TYPED: typed, TERM: "dumb" },
        stdin: "null",
        signal: AbortSignal.timeout(60_000),
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
      ["kugou-iot batch --out=deno.js", "kugou-iot batch --out=deno.json"],
      ["kugou-iot batch deno.js", "kugou-iot batch deno.json"],
    ];
    await Promise.all(expected.map(async ([typed = "", completed]) => {
      assertMatch(await offer(typed), new RegExp(`\nOFFER ${completed}\\b`));
    }));
  } finally {
    await Deno.remove(file);
  }
});

Deno.test("completions speak the language of the person", async () => {
  const { stdout } = await run(["__complete", "--lang=zh", "user"]);

  assertEquals(stdout, "user-info\t查询设备绑定的酷狗用户\n");
});
