import { assertEquals, assertRejects } from "@std/assert";
import { readWhole } from "../../bench/web_connection.ts";
import { forwardTo } from "../../bench/web_forward.ts";
import { servePage } from "../../bench/web_programs.ts";
import { gzippedAll, weigh } from "../../bench/web_sizes.ts";

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text.replaceAll("\n", "\r\n"));
}

Deno.test("an answer of a known length is whole when all of it is there", () => {
  const answer = bytes("HTTP/1.1 404 Not Found\nContent-Length: 5\n\nhello");
  assertEquals(readWhole(answer), 404);
  assertEquals(readWhole(answer.subarray(0, -1)), null);
  assertEquals(readWhole(answer.subarray(0, 20)), null);
});

Deno.test("an answer in chunks is whole when the last one is there", () => {
  const head = "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n";
  assertEquals(readWhole(bytes(`${head}5\nhello\n`)), null);
  assertEquals(readWhole(bytes(`${head}5\nhello\n0\n\n`)), 200);
});

const FILES: Record<string, string> = {
  "/": '<link rel="stylesheet" href="/a.css">' +
    '<script>import{boot}from "/js/runtime.js";import A from "/js/A.js";</script>',
  "/a.css": "a{}",
  "/js/runtime.js": 'import"./shared.js";',
  "/js/shared.js": "shared",
  "/js/A.js": 'import{h}from"./shared.js";import"./own.js";',
  "/js/own.js": "own",
};

Deno.test("what the runtime imports is the framework's, the rest is ours", async () => {
  const load = ({ pathname }: URL) => Promise.resolve(FILES[pathname]!);
  const sum = (...paths: string[]) => gzippedAll(paths.map((it) => FILES[it]!));
  assertEquals(await weigh(new URL("http://127.0.0.1/"), load), {
    islandScripts: await sum("/js/A.js", "/js/own.js"),
    frameworkScripts: await sum("/js/runtime.js", "/js/shared.js"),
    styles: await sum("/a.css"),
  });
});

Deno.test("a page that shows neither script nor style is not weighed", async () => {
  await assertRejects(
    () => weigh(new URL("http://127.0.0.1/"), () => Promise.resolve("")),
    Error,
    "no runtime",
  );
});

Deno.test("the bare server sends the call on, and hands back its answer", async () => {
  await using upstream = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => Response.json({ got: await request.json() }),
  );
  const forward = forwardTo(`http://127.0.0.1:${upstream.addr.port}/`);
  const request = new Request("http://127.0.0.1/", {
    method: "POST",
    body: JSON.stringify({ deviceId: "P/d", accessToken: "t" }),
  });
  const { got } = await (await forward(request)).json();
  assertEquals({ ...got, RequestId: "" }, {
    AccessToken: "t",
    RequestId: "",
    Action: "AppKugouUserCommand",
    KGCommand: "user_info",
    DeviceId: "P/d",
    KugouParams: {},
  });
});

Deno.test("the page is served with no permission but its own", () => {
  const { options } = servePage({ endpoint: "http://127.0.0.1:9/" });
  assertEquals(options.map((it) => it.split("=")[0]), [
    "--allow-net",
    "--allow-env",
    "--allow-read",
  ]);
  assertEquals(options[0], "--allow-net=127.0.0.1:0,127.0.0.1:9");
});
