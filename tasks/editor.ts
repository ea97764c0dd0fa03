// deno-lint-ignore-file no-console -- tasks talk to whoever runs them
/** Writes a configuration for editors where JSR does not answer. */

import config from "../deno.json" with { type: "json" };

const { compilerOptions, unstable, lint, fmt, exclude } = config;

await Deno.writeTextFile(
  `${import.meta.dirname}/../editor.json`,
  JSON.stringify({
    importMap: "./npm/import_map.json",
    nodeModulesDir: "none",
    lock: false,
    compilerOptions,
    unstable,
    lint,
    fmt,
    exclude,
  }),
);
console.error('Written: name it in your editor, "deno.config": "editor.json"');
