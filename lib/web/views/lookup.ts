import { hideToken } from "../hide_token.ts";
import type { FormLookup } from "../form.ts";
import type { Outcome } from "../lookup.ts";
import type { State } from "../state.ts";
import { viewAnswer } from "./answer.ts";
import { viewFailure } from "./failure.ts";
import { linkTo } from "./links.ts";
import type { Filled, LookupAnswer, LookupView, ResultView } from "./types.ts";

/** No product id is longer, but a token is, even one with a slash in it. */
const MAX_PRODUCT_ID = 24;

/** Gives a device id that may be shown; not a token in the wrong field. */
export function showableId(deviceId: unknown): string {
  const id = typeof deviceId === "string" ? deviceId : "";
  const [productId = ""] = id.split("/");
  return productId.length > MAX_PRODUCT_ID ? "" : id;
}

/** Makes the view of how a lookup ended, without its token. */
export function viewOutcome(
  outcome: Outcome,
  raw: FormLookup,
  state: State,
): Required<LookupAnswer> {
  const { deviceId, params } = hideToken(refill(raw), raw.accessToken);
  const result = outcome.errors === undefined
    ? viewAnswer(outcome.info, deviceId, state)
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
