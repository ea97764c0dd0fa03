/** The same answer to every lookup, as quickly as can be. */
const body = JSON.stringify({
  code: 0,
  msg: "",
  data: {
    Data: {
      userid: "1000000001",
      nick_name: "示例用户",
      img: "https://example.com/avatar.jpg",
      is_vip: 1,
      vip_end_time: "2037-01-01 08:00:00",
      car_vip_end_time: "2025-01-01 08:00:00",
      svip_end_time: "",
    },
    ErrorCode: 0,
    ErrorMsg: "",
    RequestId: "01926f9c-8a40-7c7e-b1d2-3f4a5b6c7d8e",
  },
});
const headers = { "content-type": "application/json" };

Deno.serve({ hostname: "127.0.0.1", port: 0 }, async (request) => {
  // A connection is used again only when the request was read to its end.
  await request.arrayBuffer();
  return new Response(body, { headers });
});
