import { assert, assertEquals } from "@std/assert";
import { loadableAvatar } from "../../lib/web/views/avatar.ts";
import { startSandbox } from "../../lib/sandbox/mod.ts";
import { makeApp, post } from "./app.ts";

for (
  const url of [
    "https://avatars.example/sample.png",
    "https://imge.avatars.example/stdmusic/1.jpg?size=240",
    "https://93.184.216.34/a.png",
    "https://172.32.0.1/a.png",
    "https://localhost.example/a.png",
  ]
) {
  Deno.test(`an avatar is loaded from ${url}`, () => {
    assertEquals(loadableAvatar(url), url);
  });
}

for (
  const url of [
    "javascript:alert(1)",
    "data:image/png;base64,AAAA",
    "http://avatars.example/a.png",
    "//avatars.example/a.png",
    "avatar.png",
    "",
    "blob:https://avatars.example/1",
    "https://localhost/a.png",
    "https://router/a.png",
    "https://printer.local/a.png",
    "https://wiki.corp./a.png",
    "https://metadata.google.internal/a.png",
    "https://0.0.0.0/a.png",
    "https://127.0.0.1/a.png",
    "https://2130706433/a.png",
    "https://0x7f.1/a.png",
    "https://10.1.2.3/a.png",
    "https://172.16.0.1/a.png",
    "https://172.31.255.255/a.png",
    "https://192.168.1.1/a.png",
    "https://169.254.169.254/latest/meta-data",
    "https://100.64.0.1/a.png",
    "https://198.18.0.1/a.png",
    "https://224.0.0.1/a.png",
    "https://[::1]/a.png",
    "https://[fd00::1]/a.png",
    "https://[::ffff:10.0.0.1]/a.png",
    "https://avatars.example:8443/a.png",
    "https://me:hush@avatars.example/a.png",
  ]
) {
  Deno.test(`no avatar is loaded from ${JSON.stringify(url)}`, () => {
    assertEquals(loadableAvatar(url), null);
  });
}

async function htmlOf(device: string): Promise<string> {
  await using sandbox = await startSandbox();
  const { endpoint, accessToken } = sandbox;
  const { handler } = await makeApp({ endpoint });
  const response = await handler(
    post({ deviceId: `LAEG4YJE1A/${device}`, accessToken }),
  );
  return await response.text();
}

Deno.test("a public avatar is shown, and loaded without a referrer", async () => {
  const [img] = (await htmlOf("dev01")).match(/<img[^>]*>/) ?? [];
  assert(img?.includes('src="https://avatars.example/sample-user.png"'));
  assert(img?.includes('referrerpolicy="no-referrer"'));
});

for (const device of ["img-javascript", "img-http"]) {
  Deno.test(`an odd avatar URL is text, and no image or link (${device})`, async () => {
    const html = await htmlOf(device);
    assertEquals(/<img/.test(html), false);
    assertEquals(/(?:href|src)="(?:javascript|http):/.test(html), false);
    assert(/<code>(?:javascript:alert|http:\/\/avatars)/.test(html));
  });
}
