export type * from "./error_codes.ts";
