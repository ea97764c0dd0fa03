/** Stands in for `fresh/dev`: builds an app into memory, or into `_fresh/`. */

import { fileURLToPath, pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { type App, setBuild } from "./fresh/app.ts";
import { type Build, listFiles, loadBuild } from "./fresh/build.ts";

/** Resolves packages as Deno does, by the import map. */
const byImportMap: esbuild.Plugin = {
  name: "import-map",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[a-z@]/ }, ({ path }) => ({
      path: fileURLToPath(import.meta.resolve(path)),
    })),
};

/** Builds an app from the directories of its root. */
// deno-lint-ignore no-explicit-any -- as in Fresh: for an app of any state
export class Builder<State = any> {
  #root: URL;

  constructor({ root = "." }: { root?: string } = {}) {
    this.#root = pathToFileURL(`${root}/`);
  }

  /** Builds; what it returns hands a build in memory to an app. */
  async build(
    { snapshot = "disk" }: { snapshot?: "disk" | "memory" } = {},
  ): Promise<(app: App<State>) => void> {
    const routes = await this.#find("routes/");
    const islands = await this.#find("islands/");
    const build: Build = {
      root: this.#root.href,
      routes: routes.map(([name, module]) => [`/${name}`, module]),
      islands,
      ...await bundle(islands),
    };
    if (snapshot === "disk") {
      await this.#write(build);
      return () => {};
    }
    const loaded = await loadBuild(build);
    return (app) => setBuild(app, loaded);
  }

  /** Finds modules, each by its name without an ending. */
  async #find(directory: string): Promise<[string, string][]> {
    const base = new URL(directory, this.#root);
    return (await listFiles(base)).filter((it) => /\.tsx?$/.test(it))
      .map((it) => [it.replace(/\.tsx?$/, ""), new URL(it, base).href]);
  }

  /** Writes what serves a build: it needs to read files, and no bundler. */
  async #write(build: Build) {
    const out = new URL("_fresh/", this.#root);
    await Deno.mkdir(out, { recursive: true });
    await Deno.writeTextFile(
      new URL("server.js", out),
      `import { setBuild } from "${import.meta.resolve("./fresh/app.ts")}";
import { loadBuild } from "${import.meta.resolve("./fresh/build.ts")}";
import { app } from "${new URL("main.ts", this.#root)}";

setBuild(app, await loadBuild(${JSON.stringify(build)}));

export default { fetch: app.handler() };
`,
    );
  }
}

/** Bundles the islands, and what starts them, for browsers. */
async function bundle(islands: Build["islands"]) {
  const boot = import.meta.resolve("./fresh/boot.ts");
  const entries = [["fresh-runtime", boot], ...islands];
  const { outputFiles } = await esbuild.build({
    entryPoints: Object.fromEntries(
      entries.map(([name, module]) => [name, fileURLToPath(module!)]),
    ),
    ...{ bundle: true, format: "esm", minify: true, splitting: true },
    ...{ jsx: "automatic", jsxImportSource: "preact", tsconfigRaw: {} },
    ...{ outdir: ".", plugins: [byImportMap], write: false },
    target: ["chrome99", "firefox99", "safari15"],
  });
  const chunks = outputFiles.map(({ path, text }): [string, string] => [
    path.split(/[\\/]/).at(-1)!,
    text,
  ]);
  const content = new TextEncoder().encode(JSON.stringify(chunks));
  const hash = await crypto.subtle.digest("SHA-256", content);
  return { id: new Uint8Array(hash).toHex().slice(0, 32), chunks };
}
