/**
 * What the lookup page shows.
 *
 * @module
 */

import type { WebWords } from "../i18n/web.ts";
import { viewAnswer } from "./answer_view.ts";
import { viewFailure, type Wording } from "./failure_view.ts";
import type { RawLookup } from "./form.ts";
import { linkTo } from "./links.ts";
import type { Outcome } from "./lookup.ts";
import type { Demo } from "./services.ts";
import type { State } from "./state.ts";
import type { DemoView, LookupView, ResultView } from "./view_types.ts";

/** What the fields hold; never the token. */
export type Filled = Pick<LookupView, "deviceId" | "params">;

/** What an empty form holds. */
export const NOTHING_FILLED: Filled = { deviceId: "", params: "" };

/** No device id without a slash is this long, but a token is. */
const MAX_WITHOUT_SLASH = 24;

/**
 * Says what the form holds when it comes back.
 *
 * @param raw The lookup as it was asked for.
 * @returns What the fields hold. What looks like a token in the wrong field is
 * left out.
 */
export function refill({ deviceId, params }: RawLookup): Filled {
  const id = typeof deviceId === "string" ? deviceId : "";
  const isOdd = id.length > MAX_WITHOUT_SLASH && !id.includes("/");
  return {
    deviceId: isOdd ? "" : id,
    params: typeof params === "string"
      ? params
      : JSON.stringify(params).replace(/^\{\}$/, ""),
  };
}

/**
 * Makes the view of how a lookup ended.
 *
 * @param outcome How it ended.
 * @param deviceId The device that was asked for.
 * @param wording The words, and the language of links.
 * @returns The view.
 */
export function viewOutcome(
  outcome: Outcome,
  deviceId: string,
  wording: Wording,
): ResultView {
  return outcome.errors === undefined
    ? viewAnswer(outcome.info, deviceId, wording.words)
    : viewFailure(outcome.errors, deviceId, wording);
}

/**
 * Makes the view of the lookup page.
 *
 * @param state What is known about the request.
 * @param filled What the fields hold.
 * @param result What is shown beside the form, or `null`.
 * @returns The view.
 */
export function viewLookup(
  { words, chosen, services }: State,
  filled: Filled,
  result: ResultView | null,
): LookupView {
  return {
    language: words.language,
    tag: words.tag,
    words: words.form,
    action: linkTo("/", chosen),
    ...filled,
    demo: services.demo && viewDemo(services.demo, words),
    result,
  };
}

function viewDemo({ accessToken, devices }: Demo, words: WebWords): DemoView {
  const { title, text, token, tokenHint, samples, moreSamples } = words.demo;
  return {
    title,
    text,
    tokenLabel: token,
    token: accessToken,
    tokenHint,
    samplesLabel: samples,
    moreLabel: moreSamples,
    samples: [...FIRST_SAMPLES, ...devices.map(({ id }) => id)]
      .filter((id, index, ids) => ids.indexOf(id) === index)
      .map((id) => ({
        id,
        title: devices.find((device) => device.id === id)
          ?.title[words.language] ?? id,
      })),
  };
}

/** One of each kind; the others fold. */
const FIRST_SAMPLES = [
  "LAEG4YJE1A/dev01",
  "LAEG4YJE1A/vip-soon",
  "LAEG4YJE1A/all-expired",
  "LAEG4YJE1A/nobody",
  "SANDBOXERR/InvalidParameterValue.InvalidAccessToken",
  "SANDBOXFLT/503",
];
