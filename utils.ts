import { createDefine } from "fresh";
import type { State } from "./lib/web/state.ts";

export type { State };

export const define = createDefine<State>();
