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

Deno.test({
  name: "the page can be built and loaded of what the image is given",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const read = (name: string) => Deno.readTextFile(new URL(name, ROOT));
    const given = (await read(".dockerignore")).match(/(?<=^!).+$/gm)!;
    const steps = (await read("Dockerfile"))
      .match(/(?<=^RUN )deno (task build|run ).*$/gm)!;
    const dir = await Deno.makeTempDir();
    try {
      for (const name of given) {
        await copy(new URL(name, ROOT), `${dir}/${name}`);
      }
      const { code, stderr } = await new Deno.Command("sh", {
        args: ["-c", steps.join(" && ")],
        cwd: dir,
        env: { KUGOU_DEPS: "npm" },
      }).output();
      assertEquals(code, 0, new TextDecoder().decode(stderr));
      assertEquals(steps.length, 2);
    } finally {
      await Deno.remove(dir, { recursive: true });
    }
  },
});
