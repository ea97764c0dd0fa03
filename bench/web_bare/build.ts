/**
 * Builds the barest page, as `build.ts` builds ours.
 *
 * @module
 */

import { Builder } from "fresh/dev";

await new Builder({ root: import.meta.dirname! }).build();
