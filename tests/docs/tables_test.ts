import { assertEquals } from "@std/assert";
import { deno, readColumn } from "./documents.ts";

const help = await deno("run", "-A", "cli.ts", "--help");

/** The first words of the lines of a section of the help. */
function readSection(title: string): string[] {
  const section = new RegExp(`^${title}:\n((?: .*\n)+)`, "m").exec(help)![1]!;
  return section.trimEnd().split("\n").map((line) =>
    line.trim().split(" ")[0]!
  );
}

Deno.test("the README lists the exit codes that the help lists", () => {
  assertEquals(readColumn("code"), readSection("Exit codes"));
});

Deno.test("the README lists the commands that the help lists", () => {
  const listed = readColumn("command").map((it) => it.split(" ")[0]!);
  assertEquals(listed, readSection("Commands"));
});

/** Read by a dependency or to name a build, and set by platforms. */
const NOT_SETTINGS = /^(NODE_ENV|CI_COMMIT_SHA|GITHUB_SHA|DENO_\w+)$/;

Deno.test("the README lists the variables that the page is allowed to read", async () => {
  const flags: string[] = JSON.parse(
    await deno("run", "-A", "tasks/permissions.ts", "."),
  );
  const allowed = flags.find((it) => it.startsWith("--allow-env="))!
    .split("=")[1]!.split(",");
  assertEquals(
    readColumn("variable"),
    allowed.filter((it) => !NOT_SETTINGS.test(it)),
  );
});
