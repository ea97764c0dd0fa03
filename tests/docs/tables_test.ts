import { assertEquals } from "@std/assert";
import { deno, readColumn, readDocument } from "./documents.ts";

const readme = readDocument("README.md");
const inChinese = readDocument("README.zh.md");
const help = await deno("run", "-A", "cli.ts", "--help");

/** The first words of the lines of a section of the help. */
function readSection(title: string): string[] {
  const section = new RegExp(`^${title}:\n((?: .*\n)+)`, "m").exec(help)![1]!;
  return section.trimEnd().split("\n").map((line) =>
    line.trim().split(" ")[0]!
  );
}

Deno.test("the README lists the exit codes that the help lists", () => {
  const codes = readSection("Exit codes");
  assertEquals(readColumn("code", readme), codes);
  assertEquals(readColumn("退出码", inChinese), codes);
});

Deno.test("the README lists the commands that the help lists", () => {
  const commands = readSection("Commands");
  const firstWord = (it: string) => it.split(" ")[0]!.split("（")[0]!;
  assertEquals(readColumn("command", readme).map(firstWord), commands);
  assertEquals(readColumn("命令", inChinese).map(firstWord), commands);
});

/** Read by a dependency or to name a build, and set by platforms. */
const NOT_SETTINGS = /^(NODE_ENV|CI_COMMIT_SHA|GITHUB_SHA|DENO_\w+)$/;

Deno.test("the README lists the variables that the page is allowed to read", async () => {
  const flags: string[] = JSON.parse(
    await deno("run", "-A", "tasks/permissions.ts", "."),
  );
  const allowed = flags.find((it) => it.startsWith("--allow-env="))!
    .split("=")[1]!.split(",");
  const settings = allowed.filter((it) => !NOT_SETTINGS.test(it));
  assertEquals(readColumn("variable", readme), settings);
  assertEquals(readColumn("变量", inChinese), settings);
});
