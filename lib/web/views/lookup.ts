import { formWords } from "../../i18n/form_words.ts";
import { hideToken } from "../hide_token.ts";
import { type FormLookup, readDevices } from "../form.ts";
import type { Outcome } from "../lookup.ts";
import type { State } from "../state.ts";
import { viewAnswer } from "./answer.ts";
import {
  linesOf,
  MAX_DEVICES,
  showableId,
  textOf,
  titleOf,
} from "./devices.ts";
import { viewFailure } from "./failure.ts";
import { linkTo } from "./links.ts";
import type { AnsweredRow, LookupView } from "./types.ts";

/** Reads the device ids of a link, which may hold anything. */
export function linkedDevices(text: string | null): string {
  const ids = readDevices(text ?? "").slice(0, MAX_DEVICES);
  return textOf(ids.map(showableId));
}

/** Makes the view of how a lookup ended, without its token. */
export function viewOutcome(
  outcome: Outcome,
  raw: FormLookup & { readonly deviceId: string },
  state: State,
): AnsweredRow {
  const shown = textOf(linesOf(raw.deviceId).map(showableId));
  const deviceId = hideToken(shown, raw.accessToken);
  const result = outcome.errors === undefined
    ? viewAnswer(outcome.info, deviceId, state)
    : viewFailure(outcome.errors, raw, deviceId, state);
  return { deviceId, result: hideToken(result, raw.accessToken) };
}

/** Says what the page is about once there are answers. */
export function viewTitle(
  rows: readonly AnsweredRow[],
  { words }: State,
): string {
  return titleOf(rows, formWords(words.language));
}

/** Makes the view of the lookup page. */
export function viewLookup(
  { words, chosen, services }: State,
  { deviceId, params = "", rows = [] }: Partial<LookupView>,
): LookupView {
  return {
    language: words.language,
    action: linkTo("/", chosen),
    deviceId: deviceId ?? textOf(rows.map((row) => row.deviceId)),
    params,
    needsToken: services.demo === null,
    rows,
  };
}
