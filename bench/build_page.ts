/** Builds a page into its `_fresh/`, by whichever Fresh is there. */
import { Builder } from "fresh/dev";

await new Builder({ root: Deno.args[0]! }).build();
