/**
 * What a browser downloads for a page, by who wrote it.
 *
 * @module
 */

/** Bytes, gzipped as a server before the page would. */
export interface Sizes {
  /** JavaScript that only the islands ask for. */
  readonly islandScripts: number;
  /** JavaScript that the framework's runtime asks for. */
  readonly frameworkScripts: number;
  /** The stylesheets. */
  readonly styles: number;
}

/** Loads a text by its URL. */
export type Load = (url: URL) => Promise<string>;

/**
 * Weighs a page.
 *
 * @param page The URL of the page.
 * @param load Loads it, and what it asks for.
 * @returns What was found.
 * @throws {Error} If the page has no runtime or no stylesheet.
 */
export async function weigh(page: URL, load: Load): Promise<Sizes> {
  const html = await load(page);
  const scripts = findAll(html, /\bfrom\s*["']([^"']+\.js[^"']*)["']/g);
  const runtime = scripts.find((it) => it.includes("runtime"));
  const sheets = findAll(
    html,
    /<link\b[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g,
  );
  if (runtime === undefined || sheets.length === 0) {
    throw new Error("Cannot weigh the page: it has no runtime or no style");
  }
  const framework = await follow([new URL(runtime, page)], load);
  const own = await follow(scripts.map((it) => new URL(it, page)), load);
  for (const url of framework.keys()) own.delete(url);
  const styles = await Promise.all(sheets.map((it) => load(new URL(it, page))));
  return {
    islandScripts: await gzippedAll(own.values()),
    frameworkScripts: await gzippedAll(framework.values()),
    styles: await gzippedAll(styles),
  };
}

/** Loads scripts and all that they import. */
async function follow(
  entries: readonly URL[],
  load: Load,
): Promise<Map<string, string>> {
  const urls = new Map(entries.map((url) => [url.href, ""]));
  // A map hands out what is added to it meanwhile.
  for (const href of urls.keys()) {
    const script = await load(new URL(href));
    urls.set(href, script);
    const imports = findAll(
      script,
      /(?:\bfrom|\bimport)\s*["']([./][^"']*\.js)["']/g,
    );
    for (const specifier of imports) {
      const url = new URL(specifier, href).href;
      if (!urls.has(url)) urls.set(url, "");
    }
  }
  return urls;
}

function findAll(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found]) => found!);
}

/**
 * Weighs texts.
 *
 * @param texts The texts.
 * @returns Their bytes, each gzipped by itself.
 */
export async function gzippedAll(texts: Iterable<string>): Promise<number> {
  let sum = 0;
  for (const text of texts) {
    const stream = new Blob([text]).stream()
      .pipeThrough(new CompressionStream("gzip"));
    sum += (await new Response(stream).arrayBuffer()).byteLength;
  }
  return sum;
}
