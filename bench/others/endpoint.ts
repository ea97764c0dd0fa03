import type { Program } from "../processes.ts";

export const DEVICE = "LAEG4YJE1A/dev01";
export const TOKEN = "0123456789abcdef0123456789abcdef";

/** What answers in the place of the endpoint. */
export const RESPONDER: Program = {
  args: ["--allow-net=127.0.0.1", "bench/others/responder.ts"],
};

export function requestBody(deviceId: string = DEVICE): object {
  return {
    AccessToken: TOKEN,
    RequestId: crypto.randomUUID(),
    Action: "AppKugouUserCommand",
    KGCommand: "user_info",
    DeviceId: deviceId,
    KugouParams: {},
  };
}

/** An answer of the endpoint, in the envelope that Tencent's SDK can read. */
export interface Answer {
  readonly code: number;
  readonly data: { readonly Data: unknown };
}

export function readAnswer({ code, data }: Answer): unknown {
  if (code !== 0) throw new Error(`The endpoint answered with ${code}`);
  return data.Data;
}
