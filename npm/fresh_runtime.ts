/** Stands in for `fresh/runtime`. */

import { buildId } from "./fresh/build_id.ts";

/** Whether this runs in a browser. */
export const IS_BROWSER: boolean = typeof document !== "undefined";

/** Adds the name of the build to a path, so that it is cached for a year. */
export function asset(path: string): string {
  return `${path}?__frsh_c=${buildId}`;
}
