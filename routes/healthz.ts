import { showHealth } from "../lib/web/health.ts";
import { byMethod } from "../lib/web/methods.ts";
import { define } from "../utils.ts";

export const handler = define.handlers(byMethod({ GET: showHealth }));
