/**
 * A gate for routes of Hono that only members may use.
 *
 * A device sends its id in `x-device-id` and the access token of its user in
 * `authorization: Bearer …`.
 *
 * ```sh
 * deno serve --allow-net=iot.cloud.tencent.com examples/hono.ts
 * ```
 *
 * @module
 */

import {
  isActive,
  KugouApiError,
  KugouClient,
  KugouInputError,
  type KugouMembershipName,
  type KugouUser,
} from "@kugou-iot/client";
import { Hono, type MiddlewareHandler } from "hono";

type Env = { Variables: { user: KugouUser } };

/** Lets a request through if its user has a membership that is valid now. */
export function requireMembership(
  client: KugouClient,
  name: KugouMembershipName,
): MiddlewareHandler<Env> {
  return async (c, next) => {
    const [, accessToken] =
      /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "") ?? [];
    if (accessToken === undefined) return c.text("A token is missing", 401);
    const deviceId = c.req.header("x-device-id") ?? "";
    const { user } = await client.userInfo({ deviceId, accessToken });
    if (!isActive(user, name)) return c.text(`Only for ${name} members`, 403);
    c.set("user", user);
    return await next();
  };
}

export function createApp(client: KugouClient): Hono<Env> {
  return new Hono<Env>()
    .get(
      "/songs",
      requireMembership(client, "vip"),
      (c) => c.text(`Songs for ${c.get("user").nickname}`),
    )
    .onError((error, c) => {
      if (error instanceof KugouInputError) return c.text(error.message, 400);
      if (error instanceof KugouApiError && error.class === "auth") {
        return c.text(error.hint.en, 401);
      }
      return c.text("The membership cannot be looked up now", 502);
    });
}

// Every request brings a token of its own.
export default createApp(new KugouClient({ accessToken: "unused" }));
