/**
 * The one answer that the responder gives, and what every lookup here asks.
 *
 * @module
 */

/** Where the endpoint stands on its host. */
export const PATH = "/api/exploreropen/tokenapi";

/** The device that is asked about. */
export const DEVICE = "LAEG4YJE1A/dev01";

/** The token that is sent; any would do. */
export const TOKEN = "0123456789abcdef0123456789abcdef";

/** An envelope: as the page shows it, or as Tencent's own SDK reads it. */
export type Envelope = "response" | "gateway";

const INSIDE = {
  Data: {
    userid: "1000000001",
    nick_name: "示例用户",
    img: "https://example.com/avatar.jpg",
    is_vip: 1,
    vip_end_time: "2037-01-01 08:00:00",
    car_vip_end_time: "2025-01-01 08:00:00",
    svip_end_time: "",
  },
  ErrorCode: 0,
  ErrorMsg: "",
  RequestId: "01926f9c-8a40-7c7e-b1d2-3f4a5b6c7d8e",
};

/**
 * The answer to every request.
 *
 * @param envelope Its envelope.
 * @returns The body, JSON.
 */
export function answer(envelope: Envelope): string {
  return JSON.stringify(
    envelope === "response"
      ? { Response: INSIDE }
      : { code: 0, msg: "", data: INSIDE },
  );
}
