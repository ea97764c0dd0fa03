/** A lookup as a script of one's own: script.ts ENDPOINT TOKEN DEVICE */
const [endpoint = "", AccessToken, DeviceId] = Deno.args;
const response = await fetch(endpoint, {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({
    AccessToken,
    RequestId: crypto.randomUUID(),
    Action: "AppKugouUserCommand",
    KGCommand: "user_info",
    DeviceId,
    KugouParams: {},
  }),
  signal: AbortSignal.timeout(10_000),
});
const { code, data } = await response.json();
if (code !== 0) throw new Error(`The endpoint answered with ${code}`);
// deno-lint-ignore no-console -- a script of this size writes its answer so
console.log(data.Data);
