/** Endpoints that a lookup must not trust. */

/** Servers that send a lookup on to another one, by each status. */
export interface Movers extends AsyncDisposable {
  readonly endpoints: readonly string[];
  /** How often the other one was asked. */
  readonly asked: () => number;
}

const STATUSES = [301, 302, 303, 307, 308];

/** Starts the servers; what they send a lookup to answers as the endpoint. */
export function startMovers(): Movers {
  let asked = 0;
  const other = serve(() => {
    asked++;
    return Response.json({ Response: { Data: { userid: "1" }, ErrorCode: 0 } });
  });
  const mover = serve((request) =>
    new Response(null, {
      status: Number(new URL(request.url).pathname.slice(1)),
      headers: { location: origin(other) },
    })
  );
  return {
    endpoints: STATUSES.map((status) => `${origin(mover)}/${status}`),
    asked: () => asked,
    async [Symbol.asyncDispose]() {
      await Promise.all([mover.shutdown(), other.shutdown()]);
    },
  };
}

function serve(handler: (request: Request) => Response) {
  const options = { hostname: "127.0.0.1", port: 0, onListen() {} };
  return Deno.serve(options, handler);
}

function origin({ addr }: Deno.HttpServer<Deno.NetAddr>): string {
  return `http://127.0.0.1:${addr.port}`;
}

/** A proxy that answers everything by itself. */
export function startProxy(): AsyncDisposable & {
  readonly url: string;
  /** How often it was asked. */
  readonly asked: () => number;
} {
  let asked = 0;
  const server = serve(() => {
    asked++;
    return Response.json({ Response: { Data: { userid: "1" }, ErrorCode: 0 } });
  });
  return {
    url: origin(server),
    asked: () => asked,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}
