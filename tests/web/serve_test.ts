import { assert, assertEquals, assertRejects } from "@std/assert";
import { serve } from "../../lib/web/serve.ts";
import { KugouInputError } from "../../mod.ts";
import { makeApp } from "./app.ts";

const SCRIPT = new URL("testdata/server.ts", import.meta.url).pathname;

/** Starts a server in a process of its own, and reads where it listens. */
async function startServer(graceMs = 60_000) {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--no-check",
      "--no-prompt",
      "--allow-net=127.0.0.1",
      ...JSON.parse(Deno.env.get("KUGOU_DENO_ARGS") ?? "[]"),
      SCRIPT,
      String(graceMs),
    ],
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const lines = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const { value = "" } = await lines.read();
  const { listening } = JSON.parse(value);
  return { child, lines, url: String(listening) };
}

/** Sends bytes as they are. */
async function connect(url: string, text: string): Promise<Deno.TcpConn> {
  const { hostname, port } = new URL(url);
  const connection = await Deno.connect({ hostname, port: Number(port) });
  await connection.write(new TextEncoder().encode(text));
  return connection;
}

const UNFINISHED = [
  "POST /body HTTP/1.1",
  "Host: 127.0.0.1",
  "Content-Type: text/plain",
  "Content-Length: 100",
  "",
  "not all of it",
].join("\r\n");

const ignore = Deno.build.os === "windows";

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  Deno.test({
    name:
      `${signal} lets a request in flight finish, then the process exits with 0`,
    ignore,
    async fn() {
      const { child, lines, url } = await startServer();
      const connection = await connect(
        url,
        "GET /slow HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
      );
      // The script says so when the request is in flight.
      const { value = "" } = await lines.read();
      assert(value.includes("in flight"));
      child.kill(signal);
      const answer = await new Response(connection.readable).text();
      assert(answer.endsWith("done"), answer);
      // So that the client does not send the next request into nothing.
      assert(answer.includes("\r\nconnection: close\r\n"), answer);
      const { code } = await child.status;
      assertEquals(code, 0);
      await lines.cancel();
    },
  });
}

Deno.test({
  name: "a body that never ends does not keep the process alive",
  ignore,
  async fn() {
    const { child, lines, url } = await startServer(100);
    using _connection = await connect(url, UNFINISHED);
    const { value = "" } = await lines.read();
    assert(value.includes("in flight"));
    child.kill("SIGTERM");
    const { code } = await child.status;
    assertEquals(code, 0);
    await lines.cancel();
  },
});

Deno.test({
  name: "a log that nobody reads any more does not take the page down",
  ignore,
  async fn() {
    const { child, lines, url } = await startServer();
    await lines.cancel();
    for (let request = 0; request < 10; request++) {
      assertEquals(await (await fetch(url)).text(), "done");
    }
    child.kill("SIGTERM");
    assertEquals((await child.status).code, 0);
  },
});

Deno.test({
  name: "a log whose reader has stopped to read does not freeze the page",
  ignore,
  async fn() {
    const { child, lines, url } = await startServer(100);
    // More than a pipe holds.
    for (let request = 0; request < 1_000; request++) {
      await (await fetch(url)).body?.cancel();
    }
    assertEquals(await (await fetch(url)).text(), "done");
    child.kill("SIGTERM");
    assertEquals((await child.status).code, 0);
    await lines.cancel();
  },
});

for (
  const [what, host] of [
    ["is taken", "127.0.0.1"],
    ["cannot be listened on", "192.0.2.1"],
  ] as const
) {
  Deno.test(`an address that ${what} is an error that says so in one line`, async () => {
    using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const { port } = taken.addr;
    const error = await assertRejects(
      () => serve(() => new Response(), { host, port, accessLog: false }),
      KugouInputError,
      `cannot listen on ${host}:${port}`,
    );
    assertEquals(error.message.includes("\n"), false);
  });
}

/** Serves the app here. */
async function serveHere(options: Parameters<typeof makeApp>[0] = {}) {
  const { handler, log, bugs } = await makeApp(options);
  const onListen = () => {};
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen },
    handler,
  );
  return { server, log, bugs, url: `http://127.0.0.1:${server.addr.port}/` };
}

/** Serves the app here, and sends it bytes as they are. */
async function exchange(text: string) {
  const { server, log, bugs, url } = await serveHere();
  const connection = await connect(url, text);
  const answer = await new Response(connection.readable).text();
  await server.shutdown();
  return { answer, log, bugs };
}

for (const host of ["a b", "[", "a:99999", "a/b", "a?b", "a#b", "a@b"]) {
  Deno.test(`a request for the host ${host} is refused, with its headers and a line`, async () => {
    const { answer, log, bugs } = await exchange(
      `GET /secret?token=1 HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    );
    assert(answer.startsWith("HTTP/1.1 400 "), answer);
    assert(answer.includes("\r\nx-content-type-options: nosniff\r\n"));
    assert(answer.includes("\r\nx-request-id: "));
    const [{ method, path, status } = {}, ...others] = log;
    assertEquals({ method, path, status }, {
      method: "GET",
      path: "-",
      status: 400,
    });
    assertEquals([others, bugs], [[], []]);
  });
}

Deno.test("a body that its client breaks off is no bug", async () => {
  const begun = Promise.withResolvers<void>();
  const limiter = {
    take() {
      begun.resolve();
      return 0;
    },
  };
  const { server, log, bugs, url } = await serveHere({ limiter });
  const connection = await connect(
    url,
    UNFINISHED.replace("/body", "/api/user-info")
      .replace("text/plain", "application/json"),
  );
  await begun.promise;
  connection.close();
  while (log.length === 0) await new Promise((go) => setTimeout(go, 5));
  await server.shutdown();
  assert(log[0]!.status < 500);
  assertEquals(bugs, []);
});

Deno.test("a lookup that its client gives up is ended, and is no bug", async () => {
  const begun = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const { server, log, bugs, url } = await serveHere({
    fetch: (_url, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => {
          ended.resolve();
          reject(init.signal?.reason);
        });
        begun.resolve();
      }),
  });
  const body = JSON.stringify({ deviceId: "A/b", accessToken: "a-token-1234" });
  const connection = await connect(
    `${url}api/user-info`,
    [
      "POST /api/user-info HTTP/1.1",
      "Host: 127.0.0.1",
      "Content-Type: application/json",
      `Content-Length: ${body.length}`,
      "",
      body,
    ].join("\r\n"),
  );
  await begun.promise;
  connection.close();
  await ended.promise;
  while (log.length === 0) await new Promise((go) => setTimeout(go, 5));
  await server.shutdown();
  assertEquals(log.map(({ status }) => status), [499]);
  assertEquals(bugs, []);
});
