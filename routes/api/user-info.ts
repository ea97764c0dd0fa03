import { answerApi } from "../../lib/web/api.ts";
import { byMethod } from "../../lib/web/methods.ts";
import { define } from "../../utils.ts";

export const handler = define.handlers(byMethod({ POST: answerApi }));
