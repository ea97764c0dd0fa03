/**
 * The command line with a mistake in it.
 *
 * @module
 */

import { main } from "../../../lib/cli/main.ts";

Deno.addSignalListener = () => {
  throw new TypeError("nobody thought of this");
};

Deno.exit(await main(Deno.args));
