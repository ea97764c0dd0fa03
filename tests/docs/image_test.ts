import { assertEquals } from "@std/assert";
import { ROOT } from "./documents.ts";

/** Copies a file, or a directory with all that is in it. */
async function copy(from: URL, to: string): Promise<void> {
  if ((await Deno.stat(from)).isFile) return await Deno.copyFile(from, to);
  await Deno.mkdir(to);
  for await (const { name } of Deno.readDir(from)) {
    await copy(new URL(`${from.href}/${name}`), `${to}/${name}`);
  }
}

const read = (name: string) => Deno.readTextFile(new URL(name, ROOT));

/** Runs a script where there is what the image is given, and nothing else. */
async function runInImage(script: string): Promise<Deno.CommandOutput> {
  const given = (await read(".dockerignore")).match(/(?<=^!).+$/gm)!;
  const dir = await Deno.makeTempDir();
  try {
    for (const name of given) await copy(new URL(name, ROOT), `${dir}/${name}`);
    return await new Deno.Command("sh", {
      args: ["-c", script],
      cwd: dir,
      env: { KUGOU_DEPS: "npm" },
    }).output();
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

const ignore = Deno.build.os === "windows";

Deno.test({
  name: "the page can be built and loaded of what the image is given",
  ignore,
  fn: async () => {
    const steps = (await read("Dockerfile"))
      .match(/(?<=^RUN )deno (task build|run ).*$/gm)!;
    const { code, stderr } = await runInImage(steps.join(" && "));
    assertEquals(code, 0, new TextDecoder().decode(stderr));
    assertEquals(steps.length, 2);
  },
});

Deno.test({
  name: "to start without a build says what is missing",
  ignore,
  fn: async () => {
    const { code, stderr } = await runInImage("deno task --quiet start");
    const said = new TextDecoder().decode(stderr).trim().split("\n").at(-1);
    assertEquals(
      said,
      "There is nothing to serve yet: run deno task build first",
    );
    assertEquals(code, 2);
  },
});
