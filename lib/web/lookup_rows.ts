import { KugouInputError, KugouTimeoutError } from "../../mod.ts";
import type { FormLookup } from "./form.ts";
import { hideToken } from "./hide_token.ts";
import { lookUp, type Outcome } from "./lookup.ts";
import type { State } from "./state.ts";
import { initOf } from "./status.ts";
import { isOfForm, MAX_DEVICES, showableId, textOf } from "./views/devices.ts";
import { viewRefusal } from "./views/failure.ts";
import { viewOutcome } from "./views/lookup.ts";
import type { AnsweredRow } from "./views/types.ts";

/** When the last lookup may begin, so that it ends while proxies still wait. */
const LIMIT_MS = 25_000;

/** What a form asked for, with the status of the response. */
export interface Answered {
  readonly rows: readonly [AnsweredRow, ...AnsweredRow[]];
  readonly init: ResponseInit;
}

/** Looks up what a form asks for, one device after another. */
export async function lookUpRows(
  form: FormLookup,
  state: State,
  signal: AbortSignal,
  limitMs = LIMIT_MS,
): Promise<Answered> {
  const start = Date.now();
  const [first, ...others] = form.deviceIds;
  const ask = async (deviceId: string) =>
    await lookUp({ ...form, deviceId }, state.services.client, signal);
  const show = (outcome: Outcome, deviceId: string): AnsweredRow =>
    viewOutcome(outcome, { ...form, deviceId }, state);

  const tooMany = others.length >= MAX_DEVICES;
  const outcome = tooMany ? { errors: [TOO_MANY] } as const : await ask(first);
  const init = initOf(outcome);
  const row = show(outcome, first);
  // What is wrong with the form would be said of each device anew.
  if (tooMany || isOfForm(row.result)) {
    return { rows: [show(outcome, textOf(form.deviceIds))], init };
  }
  const rows: AnsweredRow[] = [];
  for (const deviceId of others) {
    const isLate = Date.now() - start >= limitMs;
    const refusal = isLate ? null : await state.countLookup();
    rows.push(
      isLate
        ? show({ errors: [tooLate(limitMs)] }, deviceId)
        : refusal === null
        ? show(await ask(deviceId), deviceId)
        : hideToken({
          deviceId: showableId(deviceId),
          result: viewRefusal(refusal, state),
        }, form.accessToken),
    );
  }
  return { rows: [row, ...rows], init: rows.length === 0 ? init : {} };
}

const TOO_MANY = new KugouInputError("deviceId", {
  reason: {
    en: `there are more than ${MAX_DEVICES} devices`,
    zh: `设备超过 ${MAX_DEVICES} 个`,
  },
  expected: {
    en: `at most ${MAX_DEVICES}, one a line`,
    zh: `最多 ${MAX_DEVICES} 个，每行一个`,
  },
  example: null,
});

function tooLate(limitMs: number): KugouTimeoutError {
  return new KugouTimeoutError({
    phase: "wait",
    limit: "totalTimeoutMs",
    limitMs,
  });
}
