/**
 * What the catalogue says about an error code.
 *
 * @module
 */

/**
 * The family of an API error, for deciding what to do without knowing every
 * code.
 *
 * - `input`: the request was wrong; send a different one.
 * - `auth`: the token or the app's permission was wrong.
 * - `not-found`: the device, product or app does not exist.
 * - `unsupported`: it exists, but cannot do this.
 * - `limit`: too much at once, or a quota is used up.
 * - `server`: the fault is on the other side.
 * - `unknown`: a code whose family is not documented.
 */
export type KugouErrorClass =
  | "input"
  | "auth"
  | "not-found"
  | "unsupported"
  | "limit"
  | "server"
  | "unknown";

/**
 * Whether the same lookup may succeed when it is sent again: `"yes"`, `"no"`,
 * or only with a `"fresh-token"`.
 */
export type KugouErrorRetry = "yes" | "no" | "fresh-token";

/** One text for people in English (`en`) and in Simplified Chinese (`zh`). */
export interface LocalizedText {
  /** The text in English. */
  readonly en: string;
  /** The text in Simplified Chinese. */
  readonly zh: string;
}

/** What is known about one error code. */
export interface KugouErrorInfo {
  /** The family that the code belongs to. */
  readonly class: KugouErrorClass;
  /** Whether sending the lookup again is worth it. */
  readonly retry: KugouErrorRetry;
  /** What the code means. */
  readonly meaning: LocalizedText;
  /** What to do next. */
  readonly hint: LocalizedText;
  /**
   * Where the code is documented: `page` is Tencent Cloud's document
   * 1081/60575, `tme` are Tencent's music-service documents (1081/68800), and
   * `sibling` are other pages of the same endpoint.
   */
  readonly source: "page" | "tme" | "sibling";
}
