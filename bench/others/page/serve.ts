// No build is there when this file is checked.
const built = new URL("_fresh/server.js", import.meta.url).href;
const { default: { fetch } } = await import(built);

Deno.serve({ hostname: "127.0.0.1", port: 0 }, fetch);
