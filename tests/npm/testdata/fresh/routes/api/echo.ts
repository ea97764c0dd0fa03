import { define } from "../../define.ts";

export const handler = define.handlers({
  async POST({ info, params, req, url }) {
    const { hostname } = info.remoteAddr as Deno.NetAddr;
    return Response.json({
      body: await req.text(),
      hostname,
      params: { ...params },
      path: url.pathname,
    });
  },
});
