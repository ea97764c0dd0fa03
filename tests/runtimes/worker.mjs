import { lookUp, lookUpInTime } from "./lookups.mjs";

export default {
  async fetch(request) {
    const input = await request.json();
    const work = input.deviceId ? lookUpInTime(input) : lookUp(input);
    return Response.json(await work);
  },
};
