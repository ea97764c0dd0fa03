/** Builds the page into `_fresh/` by the stand-in for Fresh. */

import { fileURLToPath } from "node:url";
import { Builder } from "./fresh_dev.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
await new Builder({ root }).build();
