import type { State } from "../state.ts";
import { cut, formatMoment, formatNumber } from "./format.ts";
import type { FactView } from "./types.ts";

interface Call {
  readonly requestId: string | null;
  readonly serverRequestId: string | null;
  readonly attempts: number;
  /** Unknown where it failed. */
  readonly durationMs?: number;
}

/** Makes the view of what support asks for about a lookup, however it ended. */
export function viewCall(
  { attempts, durationMs, requestId, serverRequestId }: Call,
  deviceId: string,
  { services, words }: Pick<State, "services" | "words">,
): FactView[] {
  // Nothing was sent, so there is nothing that support could look for.
  if (requestId === null) return [];
  const { call, demo, tag, terms, zones } = words;
  const now = formatMoment(
    new Date().toISOString(),
    tag,
    "Asia/Shanghai",
    "medium",
  );
  return [
    { label: call.device, value: deviceId, copy: true },
    { label: terms.requestId, value: requestId, copy: true },
    // The server may answer with an id of its own.
    ...serverRequestId === null || serverRequestId === requestId ? [] : [{
      label: terms.serverRequestId,
      value: cut(serverRequestId),
      copy: true,
    }],
    { label: call.time, value: call.inZone(now, zones.china) },
    { label: call.endpoint, value: services.endpointHost ?? demo.title },
    ...durationMs === undefined
      ? []
      : [{ label: call.timeTaken, value: terms.duration(durationMs) }],
    ...attempts > 1
      ? [{ label: call.attempts, value: formatNumber(attempts, tag) }]
      : [],
  ];
}
