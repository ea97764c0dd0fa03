const [endpoint = "", DeviceId] = Deno.args;
const AccessToken = Deno.env.get("KUGOU_ACCESS_TOKEN");
const headers = { "content-type": "application/json" };
const response = await fetch(endpoint, {
  method: "POST",
  headers,
  body: JSON.stringify({
    AccessToken,
    RequestId: crypto.randomUUID(),
    Action: "AppKugouUserCommand",
    KGCommand: "user_info",
    DeviceId,
    KugouParams: {},
  }),
});
// deno-lint-ignore no-console -- a script of this size writes its answer so
console.log((await response.json()).Response.Data);
