import { define } from "../../define.ts";

export const handler = define.handlers(async (ctx) => {
  const { info, params, req, url } = ctx;
  const { hostname } = info.remoteAddr as Deno.NetAddr;
  return Response.json({
    body: await req.text(),
    hostname,
    method: req.method,
    params: { ...params },
    path: url.pathname,
  });
});
