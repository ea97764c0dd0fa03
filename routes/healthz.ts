import { define } from "../utils.ts";

/** Asks nobody: what is wrong elsewhere must not take the page away. */
export const handler = define.handlers({
  GET: () => Response.json({ status: "ok" }),
});
