/**
 * Bundles what of the islands is our own, all packages left out, and writes it
 * to stdout. Bundlers put Preact's hooks into the file of an island, so that
 * its size says more than how much of it is ours.
 *
 * ```sh
 * deno run --allow-all bench/web_own_script.ts
 * ```
 *
 * @module
 */

// deno-lint-ignore no-import-prefix -- the one that the stand-in for Fresh has
import * as esbuild from "npm:esbuild@^0.28.0";

const ROOT = new URL("../", import.meta.url);

if (import.meta.main) {
  const entryPoints: string[] = [];
  for await (const { name } of Deno.readDir(new URL("islands/", ROOT))) {
    if (name.endsWith(".tsx")) entryPoints.push(`islands/${name}`);
  }
  const { outputFiles } = await esbuild.build({
    absWorkingDir: decodeURIComponent(ROOT.pathname),
    entryPoints,
    ...{ bundle: true, format: "esm", minify: true, splitting: true },
    ...{ jsx: "automatic", jsxImportSource: "preact", tsconfigRaw: {} },
    ...{ outdir: ".", packages: "external", write: false },
    target: ["chrome99", "firefox99", "safari15"],
  });
  const text = outputFiles.map((file) => file.text).join("");
  await Deno.stdout.write(new TextEncoder().encode(text));
  await esbuild.stop();
}
