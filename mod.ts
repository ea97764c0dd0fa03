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
 * const sandbox = await startSandbox();
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
 * await sandbox.close();
 * ```
 *
 * @module
 */

export type { KugouCallFacts, KugouCommandResult } from "./lib/client/call.ts";
export { type KugouCallOptions, KugouClient } from "./lib/client/client.ts";
export {
  explainErrorCode,
  isKnownErrorCode,
  KUGOU_ERROR_CODES,
  type KugouErrorClass,
  type KugouErrorCode,
  type KugouErrorExplanation,
  type KugouErrorInfo,
  type KugouErrorRetry,
  type KugouKnownErrorCode,
  type LocalizedText,
} from "./lib/client/error_codes.ts";
export {
  KugouApiError,
  type KugouApiErrorDetails,
  KugouError,
  type KugouErrorContext,
  type KugouErrorKind,
  KugouInputError,
  type KugouInputProblem,
  KugouNetworkError,
  KugouPermissionError,
  type KugouProtocolDetails,
  KugouProtocolError,
  type KugouTimeoutDetails,
  KugouTimeoutError,
  type KugouTimeoutPhase,
} from "./lib/client/errors.ts";
export {
  checkRequestId,
  type DeviceId,
  parseDeviceId,
} from "./lib/client/ids.ts";
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
  expiresWithin,
  isActive,
  type KugouMembershipName,
} from "./lib/client/memberships.ts";
export {
  checkEndpoint,
  KUGOU_ENDPOINT,
  type KugouAttempt,
  type KugouClientOptions,
} from "./lib/client/options.ts";
export { redact, REDACTED } from "./lib/client/redact.ts";
export {
  buildRequestBody,
  checkParams,
  type KugouRequest,
  type KugouRequestBody,
} from "./lib/client/request.ts";
export type { KugouRetryOptions } from "./lib/client/retry.ts";
export { checkAccessToken, type KugouAccessToken } from "./lib/client/token.ts";
export {
  type KugouMembership,
  type KugouMemberships,
  type KugouMembershipState,
  type KugouUser,
  type KugouUserInfo,
  readKugouUser,
} from "./lib/client/user.ts";
