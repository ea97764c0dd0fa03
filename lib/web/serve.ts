import { KugouInputError } from "../../mod.ts";
import { guard, type Handler } from "./guard.ts";
import { bugEntry, openLog, type WriteLine } from "./log.ts";
import type { Settings } from "./settings.ts";

/** Windows has no SIGTERM to listen to. */
const SIGNALS: readonly Deno.Signal[] = Deno.build.os === "windows"
  ? ["SIGINT"]
  : ["SIGINT", "SIGTERM"];

/** A signal within this time is the first one again, from a process above. */
const REPEAT_MS = 1_000;

/** What is not done by then is cut: containers are killed after 10 s. */
const GRACE_MS = 8_000;

/**
 * Serves until the first signal. Then no new connection is taken, and requests
 * in flight are finished, for a while.
 */
export async function serve(
  handler: Handler,
  { host, port, accessLog }: Pick<Settings, "host" | "port" | "accessLog">,
  graceMs: number = GRACE_MS,
): Promise<void> {
  const log = openLog();
  const guarded = guard(
    handler,
    accessLog ? log : null,
    (error, requestId) => log(bugEntry(error, requestId)),
  );
  let stopping: number | null = null;
  const server = listen({ host, port }, log, async (request, info) => {
    const response = await guarded(request, info);
    if (stopping !== null) response.headers.set("connection", "close");
    return response;
  });
  const grace = Promise.withResolvers<void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    if (stopping === null) {
      stopping = performance.now();
      server.shutdown();
      timer = setTimeout(grace.resolve, graceMs);
    } else if (performance.now() - stopping > REPEAT_MS) Deno.exit(130);
  };
  for (const signal of SIGNALS) Deno.addSignalListener(signal, stop);
  await Promise.race([server.finished, grace.promise]);
  for (const signal of SIGNALS) Deno.removeSignalListener(signal, stop);
  await Promise.race([log({ stopped: true }), grace.promise]);
  clearTimeout(timer);
}

function listen(
  { host, port }: Pick<Settings, "host" | "port">,
  log: WriteLine,
  handler: Handler,
): Deno.HttpServer {
  const onListen = ({ hostname, port }: Deno.NetAddr) => {
    const host = hostname.includes(":") ? `[${hostname}]` : hostname;
    log({ listening: `http://${host}:${port}/` });
  };
  try {
    return Deno.serve({ hostname: host, port, onListen }, handler);
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) throw error;
    throw new KugouInputError("HOST or PORT", {
      reason: {
        en: `cannot listen on ${host}:${port} (${(error as Error).message})`,
        zh: `无法监听 ${host}:${port}（${(error as Error).message}）`,
      },
      expected: { en: "a free address", zh: "未被占用的地址" },
      example: null,
    });
  }
}
