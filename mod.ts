/**
 * Who is the Kugou user behind an IoT Explorer device, and is the membership
 * still valid?
 *
 * This module is the typed client for Action `AppKugouUserCommand` of Tencent
 * Cloud IoT Explorer. It runs in Deno, Node.js, Bun, workers and browsers.
 *
 * ```ts
 * import { KugouApiError, KugouClient } from "@kugou-iot/client";
 * import { startSandbox } from "@kugou-iot/client/sandbox";
 * import { assertEquals } from "@std/assert";
 *
 * // A stand-in for the real endpoint; leave it out to reach production.
 * await using sandbox = startSandbox();
 * const { accessToken, endpoint } = sandbox;
 *
 * const client = new KugouClient({ accessToken, endpoint });
 * try {
 *   const { user } = await client.userInfo({ deviceId: "LAEG4YJE1A/dev01" });
 *   assertEquals(user.memberships.vip.state, "active");
 * } catch (error) {
 *   if (!(error instanceof KugouApiError)) throw error;
 *   console.error(error.code, error.hint.en);
 * }
 * ```
 *
 * @module
 */

export {
  checkAccessToken,
  type KugouAccessToken,
} from "./lib/client/access_token.ts";
export type { KugouApiErrorDetails } from "./lib/client/api_error.ts";
export type { KugouAttempt } from "./lib/client/attempt.ts";
export type { KugouCallFacts } from "./lib/client/call.ts";
export {
  type KugouCallOptions,
  KugouClient,
  type KugouCommandResult,
  type KugouUserInfo,
} from "./lib/client/client.ts";
export { type DeviceId, parseDeviceId } from "./lib/client/device_id.ts";
export {
  KugouError,
  type KugouErrorContext,
  type KugouErrorKind,
} from "./lib/client/error.ts";
export {
  explainErrorCode,
  isKnownErrorCode,
  KUGOU_ERROR_CODES,
  type KugouErrorCode,
  type KugouErrorExplanation,
  type KugouKnownErrorCode,
} from "./lib/client/error_codes.ts";
export type { MusicErrorCode } from "./lib/client/error_codes_music.ts";
export type {
  PageErrorCode,
  SiblingErrorCode,
} from "./lib/client/error_codes_page.ts";
export type {
  KugouErrorClass,
  KugouErrorInfo,
  KugouErrorRetry,
  LocalizedText,
} from "./lib/client/error_info.ts";
// One file for all, so that a call that fails finds them loaded.
export {
  KugouApiError,
  KugouNetworkError,
  KugouPermissionError,
  KugouProtocolError,
  KugouTimeoutError,
} from "./lib/client/errors.ts";
export {
  KugouInputError,
  type KugouInputProblem,
} from "./lib/client/input_error.ts";
export {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseJson,
} from "./lib/client/json.ts";
export type {
  KugouFulfilled,
  KugouManyOptions,
  KugouManyRequest,
  KugouRejected,
  KugouSettled,
} from "./lib/client/many.ts";
export {
  checkEndpoint,
  KUGOU_ENDPOINT,
  type KugouClientOptions,
} from "./lib/client/options.ts";
export type { KugouProtocolDetails } from "./lib/client/protocol_error.ts";
export { redact, REDACTED } from "./lib/client/redact.ts";
export {
  buildRequestBody,
  checkParams,
  checkRequestId,
  type KugouRequest,
  type KugouRequestBody,
} from "./lib/client/request.ts";
export type { KugouRetryOptions } from "./lib/client/retry.ts";
export type {
  KugouTimeoutDetails,
  KugouTimeoutPhase,
} from "./lib/client/timeout_error.ts";
export {
  type KugouMembership,
  type KugouMemberships,
  type KugouMembershipState,
  type KugouUser,
  readKugouUser,
} from "./lib/client/user.ts";
