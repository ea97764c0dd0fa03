/** The client for the Kugou commands of Tencent Cloud IoT Explorer. */

import { call, type KugouCommandResult } from "./call.ts";
import { isJsonObject, type JsonObject } from "./json.ts";
import {
  checkManyOptions,
  checkRequests,
  type KugouManyOptions,
  type KugouManyRequest,
  type KugouSettled,
  lookUpMany,
} from "./many.ts";
import {
  type KugouClientOptions,
  resolveOptions,
  type Settings,
} from "./options.ts";
import type { KugouRequest } from "./request.ts";
import { type KugouUserInfo, readKugouUser } from "./user.ts";

/** What a single call may be given besides the request. */
export interface KugouCallOptions {
  /** Ends the call early; it then rejects with the signal's reason. */
  signal?: AbortSignal | null;
}

/**
 * A client for the Kugou commands of Tencent Cloud IoT Explorer.
 *
 * It keeps no state between calls, so one client serves any number of them at
 * a time.
 *
 * @example Is the membership still valid?
 * ```ts
 * import { KugouClient } from "@kugou-iot/client";
 * import { startSandbox } from "@kugou-iot/client/sandbox";
 * import { assertEquals } from "@std/assert";
 *
 * // Without `endpoint`, requests go to production.
 * await using sandbox = await startSandbox();
 * const client = new KugouClient({
 *   accessToken: sandbox.accessToken,
 *   endpoint: sandbox.endpoint,
 * });
 *
 * const { user } = await client.userInfo({ deviceId: "LAEG4YJE1A/dev01" });
 * assertEquals(user.memberships.vip.state, "active");
 * ```
 */
export class KugouClient {
  // Private, so that inspection and JSON show no token.
  readonly #settings: Settings;

  /**
   * Makes a client. Nothing is sent until a method is called.
   *
   * @param options The access token, and how calls are made.
   * @throws {KugouInputError} If an option can never be right.
   */
  constructor(options: KugouClientOptions) {
    this.#settings = resolveOptions(options);
  }

  /**
   * Looks up the Kugou user behind a device (KGCommand `user_info`).
   *
   * @param request Which device to ask about; it may bring its own token.
   * @param options What this call is given besides.
   * @returns The user, the server's `Data`, and the ids of the call.
   * @throws {KugouInputError} If a field can never be right; nothing was sent.
   * @throws {KugouApiError} If the server answered with an error code.
   * @throws {KugouNetworkError} If the server could not be reached.
   * @throws {KugouTimeoutError} If a time limit ran out.
   * @throws {KugouProtocolError} If the answer was not the endpoint's.
   * @throws {KugouPermissionError} If Deno was not given the network.
   *
   * @example Look a user up, and give up after a second
   * ```ts
   * import { KugouClient } from "@kugou-iot/client";
   * import { startSandbox } from "@kugou-iot/client/sandbox";
   * import { assertEquals } from "@std/assert";
   *
   * await using sandbox = await startSandbox();
   * const { accessToken, endpoint } = sandbox;
   * const client = new KugouClient({ accessToken, endpoint });
   * const { user, attempts } = await client.userInfo(
   *   { deviceId: "LAEG4YJE1A/dev01" },
   *   { signal: AbortSignal.timeout(1_000) },
   * );
   * assertEquals(user.isVip, true);
   * assertEquals(attempts, 1);
   * ```
   *
   * @example One client for many users, each with a token of their own
   * ```ts
   * import { KugouClient } from "@kugou-iot/client";
   * import { startSandbox } from "@kugou-iot/client/sandbox";
   * import { assertEquals } from "@std/assert";
   *
   * await using sandbox = await startSandbox();
   * const { accessToken, endpoint } = sandbox;
   * const client = new KugouClient({ accessToken: "nobody", endpoint });
   * const { user } = await client.userInfo({
   *   deviceId: "LAEG4YJE1A/dev01",
   *   accessToken,
   * });
   * assertEquals(user.isVip, true);
   * ```
   */
  async userInfo(
    request: KugouRequest,
    options: KugouCallOptions = {},
  ): Promise<KugouUserInfo> {
    return await userInfo(request, this.#settings, options);
  }

  /**
   * Sends any other KGCommand; {@linkcode KugouClient.userInfo} for one whose
   * answer is not typed here.
   *
   * @param kgCommand The KGCommand.
   * @param request The device, and the command's parameters.
   * @param options What this call is given besides.
   * @returns The server's `Data`, and the ids of the call.
   * @throws {KugouError} As {@linkcode KugouClient.userInfo} does.
   *
   * @example Send a KGCommand by name
   * ```ts
   * import { KugouClient } from "@kugou-iot/client";
   * import { startSandbox } from "@kugou-iot/client/sandbox";
   * import { assertEquals } from "@std/assert";
   *
   * await using sandbox = await startSandbox();
   * const { accessToken, endpoint } = sandbox;
   * const client = new KugouClient({ accessToken, endpoint });
   * const { data } = await client.command("user_info", {
   *   deviceId: "LAEG4YJE1A/dev01",
   *   params: {},
   * });
   * assertEquals((data as { is_vip: number }).is_vip, 1);
   * ```
   */
  async command(
    kgCommand: string,
    request: KugouRequest,
    options: KugouCallOptions = {},
  ): Promise<KugouCommandResult> {
    const command = { name: kgCommand, accepts: () => true, expected: "JSON" };
    return await call(command, request, this.#settings, options?.signal);
  }

  /**
   * Looks many devices up, several at a time. Every request ends in one
   * result: a lookup that fails ends none of the others.
   *
   * It reads no further ahead than it works: a request is taken when one of
   * the lanes is free, and a lane is free when its last result was read.
   * Leaving the loop early aborts what is under way.
   *
   * @param requests The requests, of any number; each may bring its own token.
   * @param options How many at a time, and in which order results come.
   * @returns One result for each request.
   * @throws {KugouInputError} If an option can never be right, or there is
   * nothing to iterate over.
   * @throws The signal's reason, or what the requests' own iterator throws.
   *
   * @example Which memberships of a fleet have expired?
   * ```ts
   * import { KugouClient } from "@kugou-iot/client";
   * import { startSandbox } from "@kugou-iot/client/sandbox";
   * import { assertEquals } from "@std/assert";
   *
   * await using sandbox = await startSandbox();
   * const { accessToken, endpoint } = sandbox;
   * const client = new KugouClient({ accessToken, endpoint });
   *
   * const fleet = ["dev01", "vip-expired", "nobody"]
   *   .map((name) => ({ deviceId: `LAEG4YJE1A/${name}` }));
   * const expired = [];
   * for await (const settled of client.userInfoMany(fleet, { concurrency: 2 })) {
   *   if (settled.status === "rejected") continue; // settled.reason says why
   *   const { vip } = settled.value.user.memberships;
   *   if (vip.state === "expired") expired.push(settled.deviceId);
   * }
   * assertEquals(expired, ["LAEG4YJE1A/vip-expired"]);
   * ```
   */
  userInfoMany(
    requests: Iterable<KugouManyRequest> | AsyncIterable<KugouManyRequest>,
    options: KugouManyOptions = {},
  ): AsyncGenerator<KugouSettled, void, void> {
    // Checked here: a generator would do so at its first result only.
    const checked = checkManyOptions(options);
    const list = checkRequests(requests);
    const settings = this.#settings;
    return lookUpMany(list, checked, settings.retry, (request, run) => {
      const onAttempt: Settings["onAttempt"] = (attempt) => {
        run.onAttempt(attempt);
        settings.onAttempt(attempt);
      };
      return userInfo(request, { ...settings, onAttempt }, run);
    });
  }
}

async function userInfo(
  request: KugouRequest,
  settings: Settings,
  options: KugouCallOptions,
): Promise<KugouUserInfo> {
  const { data, ...facts } = await call(
    USER_INFO,
    request,
    settings,
    options?.signal,
  );
  return {
    user: readKugouUser(data as JsonObject),
    data: data as JsonObject,
    ...facts,
  };
}

const USER_INFO = {
  name: "user_info",
  accepts: isJsonObject,
  expected: "an answer whose Data is an object",
};
