/**
 * Builds the page into `_fresh/`, by whichever Fresh is there.
 *
 * @module
 */

import { Builder } from "fresh/dev";

await new Builder({ root: import.meta.dirname! }).build();
