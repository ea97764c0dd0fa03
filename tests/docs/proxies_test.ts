/** The page behind the proxies whose files are in deploy/web. */

import { assertEquals } from "@std/assert";
import { MemoryRateLimiter } from "../../lib/web/rate_limit.ts";
import {
  createSandboxHandler,
  SANDBOX_ACCESS_TOKEN,
} from "../../lib/sandbox/mod.ts";
import { KUGOU_ENDPOINT } from "../../mod.ts";
import { makeApp } from "../web/app.ts";
import { ROOT } from "./documents.ts";

const LOOKUP = JSON.stringify({
  deviceId: "LAEG4YJE1A/dev01",
  accessToken: SANDBOX_ACCESS_TOKEN,
});

/** Starts a proxy on a port of this machine, before the page on another. */
type Start = (port: number, page: string, dir: string) => Promise<string[]>;

/** As it stands, but in plain http, which needs no certificate. */
const startNginx: Start = async (port, page, dir) => {
  const file = new URL("deploy/web/nginx.conf", ROOT);
  const [, , site = ""] = (await Deno.readTextFile(file)).split(/^server /m);
  const plain = site.replace("listen 443 ssl http2", `listen 127.0.0.1:${port}`)
    .replace(/^.*(listen \[::\]|ssl_certificate).*\n/gm, "")
    .replaceAll(/ssl_certificate.*;/g, "")
    .replace("127.0.0.1:8000", page);
  const folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((it) => `${it}_temp_path ${dir}/${it};`);
  const config = `daemon off; pid ${dir}/pid; events {}
    http { access_log off; ${folders.join(" ")} server ${plain} }`;
  await Deno.writeTextFile(`${dir}/nginx.conf`, config);
  return ["nginx", "-e", "stderr", "-c", `${dir}/nginx.conf`];
};

const startCaddy: Start = async (_port, _page, dir) => {
  const config = await Deno.readTextFile(new URL("deploy/web/Caddyfile", ROOT));
  await Deno.writeTextFile(`${dir}/Caddyfile`, `{\nadmin off\n}\n${config}`);
  const file = `${dir}/Caddyfile`;
  return ["caddy", "run", "--adapter", "caddyfile", "--config", file];
};

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

/** Whether a program is here. */
async function isThere(command: string, ...args: string[]): Promise<boolean> {
  try {
    return (await new Deno.Command(command, { args }).output()).success;
  } catch {
    return false;
  }
}

/** Waits until the proxy answers, or has ended. */
async function untilUp(origin: string, child: Deno.ChildProcess) {
  const ended = child.status.then(() => {
    throw new Error("The proxy has ended");
  });
  const answered = async () => {
    for (;;) {
      const response = await fetch(`${origin}/healthz`).catch(() => null);
      await response?.body?.cancel();
      if (response?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await Promise.race([answered(), ended]);
}

async function behind(start: Start): Promise<void> {
  const { handler } = await makeApp({
    fetch: createSandboxHandler(),
    endpoint: KUGOU_ENDPOINT,
    limiter: new MemoryRateLimiter(1),
    trustProxy: 1,
  });
  const hostname = "127.0.0.1";
  await using server = Deno.serve(
    { hostname, port: 0, onListen() {} },
    handler,
  );
  const page = `${hostname}:${server.addr.port}`;
  const port = freePort();
  const origin = `http://${hostname}:${port}`;
  const dir = await Deno.makeTempDir();
  const [command, ...args] = await start(port, page, dir);
  const child = new Deno.Command(command!, {
    args,
    env: { SITE: origin, PAGE: page, XDG_DATA_HOME: dir, XDG_CONFIG_HOME: dir },
    stdout: "null",
    stderr: "null",
  }).spawn();
  try {
    await untilUp(origin, child);
    const ask = async (from: string, madeUp: string) => {
      const { status, body } = await fetch(`${origin}/api/user-info`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-forwarded-for": madeUp,
          "x-forwarded-host": "made-up.example",
          origin: from,
        },
        body: LOOKUP,
      });
      await body?.cancel();
      return status;
    };
    assertEquals(await ask("https://other.example", "10.0.0.1"), 403);
    assertEquals(await ask(origin, "10.0.0.2"), 200);
    assertEquals(await ask(origin, "10.0.0.3"), 429);
  } finally {
    child.kill();
    await child.status;
    await Deno.remove(dir, { recursive: true });
  }
}

for (
  const [name, start, args] of [
    ["nginx", startNginx, ["-v"]],
    ["caddy", startCaddy, ["version"]],
  ] as const
) {
  Deno.test({
    name: `behind ${name}, lookups pass, and count for who makes them`,
    ignore: !await isThere(name, ...args),
    fn: () => behind(start),
  });
}
