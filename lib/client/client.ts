/**
 * The client for the Kugou commands of Tencent Cloud IoT Explorer.
 *
 * @module
 */

import type { KugouAttempt } from "./attempt.ts";
import { Call, type Command, type KugouCallFacts } from "./call.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "./json.ts";
import {
  type KugouManyOptions,
  type KugouManyRequest,
  type KugouSettled,
  Lookups,
  type PrepareLookUp,
} from "./many.ts";
import {
  type KugouClientOptions,
  resolveOptions,
  type Settings,
} from "./options.ts";
import type { KugouRequest } from "./request.ts";
import { type KugouUser, readKugouUser } from "./user.ts";

/** What {@linkcode KugouClient.userInfo} resolves to. */
export interface KugouUserInfo extends KugouCallFacts {
  /** The user, typed and normalised. */
  readonly user: KugouUser;
  /**
   * The server's `Data`, every field of it. A number that JavaScript cannot
   * hold, such as a user id beyond 2^53, is a string with all its digits.
   */
  readonly data: JsonObject;
}

/** What {@linkcode KugouClient.command} resolves to. */
export interface KugouCommandResult extends KugouCallFacts {
  /** The server's `Data`, or `null` if it sent none. */
  readonly data: JsonValue;
}

/** What a single call may be given besides the request. */
export interface KugouCallOptions {
  /** Ends the call early; it then rejects with the signal's reason. */
  signal?: AbortSignal;
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
 * await using sandbox = startSandbox();
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
   * await using sandbox = startSandbox();
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
   * await using sandbox = startSandbox();
   * const { accessToken, endpoint } = sandbox;
   * const client = new KugouClient({ accessToken: "nobody", endpoint });
   * const { user } = await client.userInfo({
   *   deviceId: "LAEG4YJE1A/dev01",
   *   accessToken,
   * });
   * assertEquals(user.isVip, true);
   * ```
   */
  userInfo(
    request: KugouRequest,
    options: KugouCallOptions = {},
  ): Promise<KugouUserInfo> {
    return userInfo(request, this.#settings, options.signal);
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
   * await using sandbox = startSandbox();
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
    const command = anyCommand(kgCommand);
    return await new Call(command, request, this.#settings, options.signal)
      .run();
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
   * @throws {KugouInputError} If an option can never be right.
   * @throws The signal's reason, or what the requests' own iterator throws.
   *
   * @example Which memberships of a fleet have expired?
   * ```ts
   * import { KugouClient } from "@kugou-iot/client";
   * import { startSandbox } from "@kugou-iot/client/sandbox";
   * import { assertEquals } from "@std/assert";
   *
   * await using sandbox = startSandbox();
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
    const prepare: PrepareLookUp = (observe, signal) => {
      const settings = this.#observedBy(observe);
      return (request) => userInfo(request, settings, signal);
    };
    return new Lookups(requests, prepare, this.#settings.retry, options);
  }

  #observedBy(observe: (attempt: KugouAttempt) => void): Settings {
    const settings = this.#settings;
    return {
      ...settings,
      onAttempt: (attempt) => {
        observe(attempt);
        settings.onAttempt?.(attempt);
      },
    };
  }
}

function userInfo(
  request: KugouRequest,
  settings: Settings,
  signal: AbortSignal | undefined,
): Promise<KugouUserInfo> {
  return new Call(USER_INFO, request, settings, signal).run();
}

const USER_INFO: Command<JsonObject, KugouUserInfo> = {
  name: "user_info",
  accepts: isJsonObject,
  expected: "an answer whose Data is an object",
  result(data, { requestId, serverRequestId, attempts, durationMs }) {
    const user = readKugouUser(data);
    return { user, data, requestId, serverRequestId, attempts, durationMs };
  },
};

function anyCommand(name: string): Command<JsonValue, KugouCommandResult> {
  return {
    name,
    accepts: (_): _ is JsonValue => true,
    expected: "JSON",
    result: (data, facts) => ({ data, ...facts }),
  };
}
