import type { AnyComponent } from "preact";
import { setBuildId } from "./build_id.ts";
import type { PageProps } from "./context.ts";
import type { HandlerByMethod } from "./define.ts";

/** A build, as JSON. */
export interface Build {
  id: string;
  root: string;
  /** From the paths of routes and the names of islands to their modules. */
  routes: [string, string][];
  islands: [string, string][];
  /** JavaScript for browsers, by file name. */
  chunks: [string, string][];
}

/** What a route exports, whatever its data. */
// deno-lint-ignore no-explicit-any -- each route has data of its own
export type Route = { default?: Page; handler?: HandlerByMethod<any, any> };
// deno-lint-ignore no-explicit-any -- each page has props of its own
type Page = AnyComponent<PageProps<any, any>>;

/** A file to send. */
export type Asset = { content: BodyInit; type: string };

/** A build that is loaded. */
export interface Loaded {
  app?: Page | undefined;
  routes: Map<string, Route>;
  islands: Map<unknown, { name: string; url: string }>;
  runtime: string;
  assets: Map<string, Asset>;
}

const TYPES: Record<string, string> = {
  css: "text/css; charset=UTF-8",
  ico: "image/vnd.microsoft.icon",
  js: "text/javascript; charset=UTF-8",
  png: "image/png",
  svg: "image/svg+xml",
};

const typeOf = (path: string) => TYPES[path.split(".").pop()!] ?? "text/plain";

/** Loads the modules and files of a build. */
export async function loadBuild(build: Build): Promise<Loaded> {
  setBuildId(build.id);
  const base = `/_fresh/js/${build.id}`;
  const assets: Loaded["assets"] = new Map();
  const directory = new URL("static/", build.root);
  for (const name of await listFiles(directory)) {
    const content = await Deno.readFile(new URL(name, directory));
    assets.set(`/${name}`, { content, type: typeOf(name) });
  }
  for (const [name, content] of build.chunks) {
    assets.set(`${base}/${name}`, { content, type: typeOf(name) });
  }
  const islands: Loaded["islands"] = new Map();
  for (const [name, module] of build.islands) {
    const { default: component } = await import(module);
    islands.set(component, { name, url: `${base}/${name}.js` });
  }
  const routes: Loaded["routes"] = new Map();
  for (const [path, module] of build.routes) {
    routes.set(path.replace(/\/?index$/, "") || "/", await import(module));
  }
  const runtime = `${base}/fresh-runtime.js`;
  const app = routes.get("/_app")?.default;
  routes.delete("/_app");
  return { app, routes, islands, runtime, assets };
}

/** Lists the files below a directory. */
export async function listFiles(directory: URL): Promise<string[]> {
  const found: string[] = [];
  for await (const { isDirectory, name } of Deno.readDir(directory)) {
    if (!isDirectory) found.push(name);
    else {
      const below = await listFiles(new URL(`${name}/`, directory));
      found.push(...below.map((it) => `${name}/${it}`));
    }
  }
  return found.sort();
}
