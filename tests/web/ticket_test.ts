import { assertEquals } from "@std/assert";
import { startSandbox } from "../../lib/sandbox/mod.ts";
import { makeApp, post } from "./app.ts";

/** What the ticket says of a device, but for what each lookup has anew. */
async function ticket(deviceId: string, lang: "en" | "zh"): Promise<string> {
  await using sandbox = await startSandbox();
  const { accessToken, endpoint } = sandbox;
  const { handler } = await makeApp({ endpoint });
  const headers = { accept: "application/json" };
  const lookup = post({ deviceId, accessToken }, headers, `/?lang=${lang}`);
  const { result } = await (await handler(lookup)).json();
  const text = result.ticket;
  assertEquals(text.includes(accessToken), false);
  return text.replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, "UUID")
    .replace(/sandbox\d+-\d+/, "OTHER")
    .replace(new URL(endpoint).host, "HOST")
    .replace(/\d+ ms/, "TIME")
    .replaceAll(/\w{3} \d+, \d{4}, \d+:\d\d(:\d\d)?.[AP]M/g, "DATE")
    .replaceAll(/\d{4}年\d+月\d+日 \d\d:\d\d(:\d\d)?/g, "DATE");
}

Deno.test("a ticket says in English what an answer says", async () => {
  assertEquals(
    await ticket("LAEG4YJE1A/dev01", "en"),
    `Valid: VIP, In-car VIP
VIP: Active · 90 days left · DATE (China time)
In-car VIP: Active · 30 days left · DATE (China time)
SVIP: None · Not a member
Sample User
User id: 1000000001
VIP flag (is_vip): Yes
Device id: LAEG4YJE1A/dev01
Request id: UUID
Server request id: OTHER
Looked up: DATE (China time)
Endpoint: HOST
Time taken: TIME`,
  );
});

Deno.test("a ticket says in Chinese what failed, and what to do", async () => {
  assertEquals(
    await ticket("LAEG4YJE1A/nobody", "zh"),
    `设备未创建或已被删除
错误码：ResourceNotFound.DeviceNotExist
类别：不存在
服务端消息：The device "nobody" does not exist in the sandbox
处理办法：请在物联网开发平台控制台核对 DeviceId 的两部分（产品 ID/设备名称）
能否重试：不可以，原样重试仍会失败
设备 ID：LAEG4YJE1A/nobody
请求 ID：UUID
服务端请求 ID：OTHER
查询时间：DATE（北京时间）
接口域名：HOST`,
  );
});
