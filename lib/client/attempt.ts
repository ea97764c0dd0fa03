export type { KugouAttempt } from "./options.ts";
