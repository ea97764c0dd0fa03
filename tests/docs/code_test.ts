import { assertEquals } from "@std/assert";
import config from "../../deno.json" with { type: "json" };
import { deno, documents, listBlocks } from "./documents.ts";

Deno.test("code in the docs that is not run, for it asks production, has the right types", async () => {
  const directory = await Deno.makeTempDir();
  try {
    const files = await Promise.all(
      listBlocks("ts ignore").map(async ({ text }, index) => {
        const file = `${directory}/${index}.ts`;
        await Deno.writeTextFile(file, text);
        return file;
      }),
    );
    await deno("check", "--config=deno.json", ...files);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});

/** Each command of the shell blocks, without comments, on one line. */
function* listCommands(): Generator<{ at: string; words: string[] }> {
  for (const { at, text } of listBlocks("sh")) {
    const lines = text.replaceAll(/\\\n/g, " ").split("\n");
    for (const command of lines.flatMap((line) => line.split(/&&|\||;/))) {
      const words = command.replace(/(^|\s)#.*$/, "").trim().split(/\s+/);
      yield { at, words };
    }
  }
}

Deno.test("every task that the docs name is there", () => {
  const missing = [...listCommands()]
    .map(({ at, words }) => {
      const task = words[words.indexOf("task") + 1]!;
      const isTask = /\bdeno(@\S+)? task /.test(words.join(" "));
      return isTask && !(task in config.tasks) ? `${at}: ${task}` : null;
    })
    .filter((it) => it !== null);
  assertEquals(missing, []);
});

/** The arguments that a command gives the command line, if it runs that. */
function readCliArgs(words: string[]): string[] {
  const index = words[0] === "kugou-iot"
    ? 0
    : words.findIndex((it) =>
      /^(cli\.ts|jsr:@kugou-iot\/client\/cli)$/.test(it)
    );
  return index < 0 ? [] : words.slice(index + 1);
}

Deno.test("every command and option that the docs name is there", async () => {
  const helps = new Map<string, string>();
  const unknown: string[] = [];
  for (const { at, words } of listCommands()) {
    const [command, ...args] = readCliArgs(words);
    if (command === undefined) continue;
    if (!helps.has(command)) {
      helps.set(command, await deno("run", "-A", "cli.ts", command, "--help"));
    }
    const help = helps.get(command)!;
    for (const option of args.filter((it) => it.startsWith("--"))) {
      const isThere = new RegExp(`${option.split("=")[0]}\\b`).test(help);
      if (!isThere) unknown.push(`${at}: ${option}`);
    }
  }
  assertEquals(unknown, []);
});

Deno.test("the docs let the command line read the variables that its task does", () => {
  const inDocs = documents.flatMap(({ text }) =>
    text.match(/--allow-env=KUGOU_ACCESS_TOKEN\S+/g) ?? []
  );
  const wanted = config.tasks.cli.command.match(/--allow-env=\S+/g)!;
  assertEquals([...new Set(inDocs)], [...wanted]);
});

/** Without what differs by the time of day. */
function withoutTimes(text: string): string {
  return text.replaceAll(/\([\d-]+ (\S+ in China\))/g, "($1")
    .replaceAll(/(（北京时间) [\d-]+( \S+）)/g, "$1$2")
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<id>")
    .replaceAll(/\d/g, "0").replaceAll(/ +/g, " ").trim();
}

Deno.test("what a README shows of a terminal is what is printed there", async () => {
  for (const { at, text } of listBlocks("console")) {
    const [command, ...shown] = text.split("\n");
    const args = command!.replace("$ kugou-iot ", "").split(" ");
    const printed = await deno("run", "-A", "cli.ts", ...args);
    assertEquals(withoutTimes(printed), withoutTimes(shown.join("\n")), at);
  }
});
