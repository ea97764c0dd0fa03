import { hideToken } from "../hide_token.ts";
import type { FormLookup } from "../form.ts";
import type { Outcome } from "../lookup.ts";
import type { State } from "../state.ts";
import { viewAnswer } from "./answer.ts";
import { viewFailure } from "./failure.ts";
import { linkTo } from "./links.ts";
import type { Filled, LookupAnswer, LookupView, ResultView } from "./types.ts";

/** No device id without a slash is this long, but a token is. */
const MAX_WITHOUT_SLASH = 24;

/** Gives a device id that may be shown; not a token in the wrong field. */
export function showableId(deviceId: unknown): string {
  const id = typeof deviceId === "string" ? deviceId : "";
  return id.length > MAX_WITHOUT_SLASH && !id.includes("/") ? "" : id;
}

/** Makes the view of how a lookup ended, without its token. */
export function viewOutcome(
  outcome: Outcome,
  raw: FormLookup,
  state: State,
): Required<LookupAnswer> {
  const { deviceId, params } = hideToken(refill(raw), raw.accessToken);
  const result = outcome.errors === undefined
    ? viewAnswer(outcome.info, deviceId, state.words)
    : viewFailure(outcome.errors, raw, deviceId, state);
  return { result: hideToken(result, raw.accessToken), deviceId, params };
}

function refill({ deviceId, paramsText }: FormLookup): Filled {
  return { deviceId: showableId(deviceId), params: paramsText };
}

/** Makes the view of the lookup page. */
export function viewLookup(
  { words, chosen, services }: State,
  { deviceId, params }: Filled,
  result: ResultView | null,
): LookupView {
  return {
    language: words.language,
    action: linkTo("/", chosen),
    deviceId,
    params,
    needsToken: services.demo === null,
    result,
  };
}
