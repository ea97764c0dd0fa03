// deno-lint-ignore-file camelcase -- the names of the wire
/** A real HTTP server on loopback that answers as a test says. */

import { delay } from "./fixtures.ts";

/** A request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  // deno-lint-ignore no-explicit-any -- tests look wherever they like
  readonly body: any;
  readonly at: number;
}

export interface TestServer extends AsyncDisposable {
  readonly endpoint: string;
  readonly seen: readonly Seen[];
}

export type Answer = (
  seen: Seen,
  index: number,
  request: Request,
) => Response | Promise<Response>;

/** Starts a server; the last answer serves every further request. */
export function serve(...answers: Answer[]): TestServer {
  const seen: Seen[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => {
      const { method, url, headers } = request;
      const at = performance.now();
      seen.push({ method, url, headers, body: await request.json(), at });
      const index = seen.length - 1;
      const answer = answers[Math.min(index, answers.length - 1)]!;
      return await answer(seen[index]!, index, request);
    },
  );
  return {
    endpoint: `http://127.0.0.1:${server.addr.port}/api/exploreropen/tokenapi`,
    seen,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

/** The tokens of the requests that came. */
export function tokensSent({ seen }: TestServer): string[] {
  return seen.map(({ body }) => body.AccessToken);
}

/** An answer in the envelope of the public document. */
export function data(
  value: unknown,
  requestId = "keyi20191119-012345",
): Answer {
  return () =>
    Response.json({
      Response: {
        Data: value,
        ErrorCode: 0,
        ErrorMsg: "",
        RequestId: requestId,
      },
    });
}

/** An error in the envelope of the sibling pages. */
export function error(code: string, message = ""): Answer {
  return () =>
    Response.json({
      Response: {
        Error: { Code: code, Message: message },
        RequestId: "server-1",
      },
    });
}

/** An answer of any status and text. */
export function text(body: BodyInit, init: ResponseInit = {}): Answer {
  return () => new Response(body, init);
}

/** Answers with the name of the device, the slowest first of each four. */
export const byName: Answer = async (seen) => {
  const name = seen.body.DeviceId.split("/")[1];
  await delay(((3 - Number(name) % 4) + 4) % 4 * 5);
  return Response.json({ Response: { Data: { userid: name } } });
};

/** A whole `Data`, as the music-service documents describe it. */
export const DATA = {
  userid: "1000000001",
  nick_name: "Sample User",
  img: "https://avatars.example/1.png",
  is_vip: 1,
  vip_end_time: "2999-12-31 23:59:59",
  car_vip_end_time: "2001-01-01 00:00:00",
  svip_end_time: "",
};
