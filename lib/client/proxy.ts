/** Keeps http on this machine away from proxies, which would read the token. */

import { KugouInputError } from "./errors.ts";

/** What Node.js and Bun say of themselves; a bundler's stand-in may say less. */
interface Process {
  readonly versions?: Readonly<Record<string, string | undefined>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Throws where the runtime's own `fetch` would go through a proxy. */
export function checkDirect({ protocol, hostname }: URL): void {
  const { versions = {}, env = {} } =
    (globalThis as { process?: Process }).process ?? {};
  // Deno would ask for a permission to read its environment.
  if (protocol !== "http:" || versions.deno) return;
  const obeysProxies = versions.bun || env.NODE_USE_ENV_PROXY === "1";
  const proxy = env.http_proxy || env.HTTP_PROXY;
  const direct = (env.no_proxy || env.NO_PROXY || "").split(",")
    .map((host) => host.trim());
  if (!obeysProxies || !proxy) return;
  if (direct.includes("*") || direct.includes(hostname)) return;
  throw new KugouInputError("endpoint", {
    reason: {
      en: "HTTP_PROXY would have the token sent through a proxy in clear text",
      zh: "HTTP_PROXY 会使令牌以明文经过代理",
    },
    expected: {
      en: `NO_PROXY to name ${hostname}`,
      zh: `NO_PROXY 中包含 ${hostname}`,
    },
    example: `NO_PROXY=${hostname}`,
  });
}
