/**
 * The errors that a call may end in. `UnmadeError` loads them when one
 * is made.
 *
 * @module
 */

export { KugouApiError } from "./api_error.ts";
export { isKnownErrorCode } from "./error_codes.ts";
export { KugouNetworkError } from "./network_error.ts";
export { KugouPermissionError } from "./permission_error.ts";
export { KugouProtocolError } from "./protocol_error.ts";
export { KugouTimeoutError } from "./timeout_error.ts";
