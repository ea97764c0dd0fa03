import { assert, assertEquals, assertMatch } from "@std/assert";
import { run, spawn } from "../cli/run.ts";
import { found, header, withOutputs } from "./outputs.ts";

const OUTPUTS = {
  "0.ndjson": [header("0/2"), found(2, {})],
  "1.ndjson": [header("1/2"), found(1, {})],
  "empty.html": "",
};

Deno.test("a file that holds anything is never written over, such as the answers of another shard", async () => {
  await withOutputs(OUTPUTS, async ({ dir, report }) => {
    const before = await Deno.readTextFile(`${dir}/0.ndjson`);
    for (const out of ["./0.ndjson", "0.ndjson"]) {
      for (const to of ["text", "json", "csv", "html"]) {
        const { code, stderr } = await report(
          ...["1.ndjson", "--to", to, "--out", out],
        );
        assertEquals(code, 2);
        assertMatch(stderr, /--out: it holds something already/);
      }
    }
    const { code } = await report("0.ndjson", "--out", "./0.ndjson");
    assertEquals(code, 2);
    assertEquals(await Deno.readTextFile(`${dir}/0.ndjson`), before);
  });
});

Deno.test("a new file and an empty one are written; one that cannot be is not left behind", async () => {
  await withOutputs(OUTPUTS, async ({ dir, report }) => {
    for (const out of ["new.html", "empty.html"]) {
      const { code } = await report(
        ...["0.ndjson", "--to", "html", "--out", out],
      );
      assertEquals(code, 0);
      assertMatch(await Deno.readTextFile(`${dir}/${out}`), /<\/html>/);
    }
    const { code } = await report("no.ndjson", "--out", "never.txt");
    assertEquals(code, 2);
    assert(!(await namesIn(dir)).includes("never.txt"));
  });
});

Deno.test("Ctrl-C leaves no half of a report behind", async () => {
  await withOutputs(OUTPUTS, async ({ dir }) => {
    // It reads a pipe that never ends.
    const child = spawn(["report", "--out", "half.txt"], {
      cwd: dir,
      permissions: ["--no-prompt", "--allow-write=half.txt"],
    }, "piped");
    const files = Deno.watchFs(dir);
    if (!(await namesIn(dir)).includes("half.txt")) {
      for await (const { kind } of files) if (kind === "create") break;
    } else files.close();
    const writer = child.stdin.getWriter();
    child.kill("SIGINT");
    const { code, stderr } = await child.output();
    await writer.close().catch(() => {});
    assertEquals(code, 130, new TextDecoder().decode(stderr));
    assert(!(await namesIn(dir)).includes("half.txt"));
  });
});

async function namesIn(dir: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(dir))).map(({ name }) => name);
}

Deno.test({
  name: "a full disk names the file",
  ignore: Deno.build.os !== "linux",
  async fn() {
    await withOutputs(OUTPUTS, async ({ dir }) => {
      const { code, stderr } = await run(
        ["report", "0.ndjson", "--out", "/dev/full"],
        { cwd: dir, permissions: ["--allow-all"] },
      );
      assertEquals(code, 2);
      assertMatch(stderr, /--out: no space[^]*File {6}\/dev\/full/);
    });
  },
});
