/** Sends requests to a sandbox as a client does, over real HTTP. */

import type { Sandbox } from "../../lib/sandbox/mod.ts";

/** A sound request body for a device, and what is different about this one. */
export function wireBody(
  sandbox: Pick<Sandbox, "accessToken">,
  deviceId: string,
  different: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    AccessToken: sandbox.accessToken,
    RequestId: "test0191119-012345",
    Action: "AppKugouUserCommand",
    KGCommand: "user_info",
    DeviceId: deviceId,
    KugouParams: {},
    ...different,
  };
}

/** Sends a body, any body, and leaves the response unread. */
export function send(
  endpoint: string,
  body: unknown,
  init: RequestInit = {},
): Promise<Response> {
  return fetch(endpoint, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
    redirect: "manual",
    ...init,
  });
}

/** Looks a device up, and leaves the response unread. */
export function ask(
  sandbox: Sandbox,
  deviceId: string,
  init?: RequestInit,
): Promise<Response> {
  return send(sandbox.endpoint, wireBody(sandbox, deviceId), init);
}

/** The parts of a body in envelope 1 or 2 that tests look at. */
export interface Answered {
  readonly Data?: Record<string, unknown>;
  readonly ErrorCode?: number;
  readonly ErrorMsg?: string;
  readonly Error?: { readonly Code: string; readonly Message: string };
  readonly RequestId: string;
}

/** What stands in `Response` for a body. */
export async function answerTo(
  endpoint: string,
  body: unknown,
): Promise<Answered> {
  const response = await send(endpoint, body);
  return (await response.json()).Response;
}

/** What stands in `Response` for a device. */
export function answerFor(
  sandbox: Sandbox,
  deviceId: string,
): Promise<Answered> {
  return answerTo(sandbox.endpoint, wireBody(sandbox, deviceId));
}
