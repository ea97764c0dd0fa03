import * as esbuild from "esbuild";
import { compare, type Line } from "../compare.ts";
import { ROOT } from "../processes.ts";

/** What a browser downloads of our own, without Preact and Fresh. */
export async function size(): Promise<Line[]> {
  const sizes = [
    ["own JavaScript, gzipped", await bundleIslands(), 8_000],
    ["own CSS, gzipped", await readStyles(), 6_000],
  ] as const;
  return await Promise.all(sizes.map(async ([what, text, limit]) =>
    compare({
      what,
      against: "the limit",
      ours: [await gzipped(text)],
      theirs: [limit],
      limit: ["≤", 1],
      format: (bytes) => `${(bytes / 1000).toFixed(2)} kB`,
    })
  ));
}

async function bundleIslands(): Promise<string> {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: decodeURIComponent(ROOT.pathname),
    entryPoints: await list("islands", ".tsx"),
    ...{ bundle: true, format: "esm", minify: true, splitting: true },
    ...{ jsx: "automatic", jsxImportSource: "preact", tsconfigRaw: {} },
    ...{ outdir: ".", packages: "external", write: false },
    target: ["chrome99", "firefox99", "safari15"],
  });
  await esbuild.stop();
  return outputFiles.map(({ text }) => text).join("");
}

async function readStyles(): Promise<string> {
  const paths = await list("static", ".css");
  const styles = paths.map((path) => Deno.readTextFile(new URL(path, ROOT)));
  return (await Promise.all(styles)).join("");
}

async function list(directory: string, ending: string): Promise<string[]> {
  const entries = await Array.fromAsync(
    Deno.readDir(new URL(directory, ROOT)),
  );
  return entries.map(({ name }) => `${directory}/${name}`)
    .filter((path) => path.endsWith(ending));
}

async function gzipped(text: string): Promise<number> {
  const stream = new Blob([text]).stream()
    .pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).bytes()).length;
}
