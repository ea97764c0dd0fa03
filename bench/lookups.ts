/**
 * The lookups that the client is compared with.
 *
 * @module
 */

import { DEVICE, TOKEN } from "./answer.ts";
import type { Contestant } from "./interleave.ts";

/** Looks the device up once. */
export type Lookup = () => Promise<unknown>;

interface Answer {
  readonly Response: { readonly ErrorCode: number; readonly Data: unknown };
}

/**
 * A lookup as one writes it by hand: the same fields, the same headers, a UUID,
 * and a look at the error code.
 *
 * @param endpoint Where to.
 * @param more What else `fetch` is given, each time anew.
 * @returns The lookup.
 */
export function bareLookup(
  endpoint: string,
  more?: () => RequestInit,
): Lookup {
  return async () => {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: {
        accept: "application/json",
        "content-type": "application/json",
      },
      redirect: "manual",
      body: JSON.stringify({
        AccessToken: TOKEN,
        RequestId: crypto.randomUUID(),
        Action: "AppKugouUserCommand",
        KGCommand: "user_info",
        DeviceId: DEVICE,
        KugouParams: {},
      }),
      ...more?.(),
    });
    const { Response }: Answer = await response.json();
    if (Response.ErrorCode !== 0) throw new Error(`${Response.ErrorCode}`);
    return Response.Data;
  };
}

/**
 * A lookup by hand that does the same as the client's: it has a time limit, and
 * knows of each membership when it ends.
 *
 * @param endpoint Where to.
 * @returns The lookup.
 */
export function sameLookup(endpoint: string): Lookup {
  const limit = () => ({ signal: AbortSignal.timeout(10_000) });
  const lookup = bareLookup(endpoint, limit);
  return async () => {
    const data = await lookup() as Record<string, string>;
    return {
      id: data["userid"],
      nickname: data["nick_name"],
      avatarUrl: data["img"],
      vip: readEnd(data["vip_end_time"]),
      car: readEnd(data["car_vip_end_time"]),
      svip: readEnd(data["svip_end_time"]),
      data,
    };
  };
}

/** An end in China Standard Time, as one reads it by hand. */
function readEnd(text: string | undefined): Date | null {
  return text ? new Date(`${text.replace(" ", "T")}+08:00`) : null;
}

/**
 * Looks up one after the other.
 *
 * @param lookup The lookup.
 * @param count How many times.
 * @returns What can be measured.
 */
export function inSequence(lookup: Lookup, count: number): Contestant {
  const run = async () => {
    for (let i = 0; i < count; i++) await lookup();
  };
  return { run, count };
}

/**
 * Looks up several at a time.
 *
 * @param lookup The lookup.
 * @param count How many times in all.
 * @param lanes How many at a time.
 * @returns What can be measured.
 */
export function inLanes(
  lookup: Lookup,
  count: number,
  lanes: number,
): Contestant {
  const run = async () => {
    let left = count;
    const lane = async () => {
      while (left-- > 0) await lookup();
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  };
  return { run, count };
}
