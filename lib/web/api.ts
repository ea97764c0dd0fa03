import { type KugouError, KugouInputError } from "../../mod.ts";
import type { Outcome } from "./lookup.ts";

/** Says in JSON how a lookup ended; `static/openapi.json` is its schema. */
export function outcomeJson({ info, errors }: Outcome): object {
  return errors === undefined
    ? { ...info, durationMs: Math.round(info.durationMs) }
    : { error: errorJson(errors) };
}

function errorJson([error, ...others]: readonly [KugouError, ...KugouError[]]) {
  const problems = [error, ...others]
    .filter((it) => it instanceof KugouInputError)
    .map(({ field, reason, expected, example }) => ({
      field,
      reason,
      expected,
      example,
    }));
  return problems.length === 0
    ? error.toJSON()
    : { ...error.toJSON(), problems };
}
