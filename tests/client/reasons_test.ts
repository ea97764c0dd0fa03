import { KugouNetworkError } from "@kugou-iot/client";
import { assertEquals, assertMatch } from "@std/assert";
import { failure, NOWHERE } from "./fixtures.ts";

/** What a lookup fails with whose `fetch` fails. */
function failureOf(reason: unknown): Promise<KugouNetworkError> {
  const fetch = () => Promise.reject(reason);
  return failure(KugouNetworkError, NOWHERE, { fetch });
}

Deno.test("a host with two addresses that refuses says what each did", async () => {
  // As Node.js puts it.
  const refusals = ["::1", "127.0.0.1"].map((address) =>
    Object.assign(new Error(`connect ECONNREFUSED ${address}:1`), {
      code: "ECONNREFUSED",
    })
  );
  const cause = Object.assign(new AggregateError(refusals), {
    code: "ECONNREFUSED",
  });
  const error = await failureOf(new TypeError("fetch failed", { cause }));
  assertMatch(
    error.message,
    /ECONNREFUSED ::1:1; .*ECONNREFUSED 127\.0\.0\.1:1/,
  );
  assertEquals([error.attempts, error.retryable], [3, true]);
});

const UNTRUSTED = {
  "Node.js and Bun": "self-signed certificate",
  "Node.js, of another host":
    "Hostname/IP does not match certificate's altnames: IP: 127.0.0.1",
  "Node.js, of the past": "certificate has expired",
  "Bun": "unable to verify the first certificate",
  "Bun, of another host": 'ERR_TLS_CERT_ALTNAME_INVALID fetching "https://',
  "Deno": "invalid peer certificate: UnknownIssuer",
};

for (const [runtime, why] of Object.entries(UNTRUSTED)) {
  Deno.test(`a certificate that is refused is not tried again (${runtime})`, async () => {
    const cause = new Error(why);
    const error = await failureOf(new TypeError("fetch failed", { cause }));
    assertEquals([error.attempts, error.retryable], [1, false]);
    assertMatch(error.message, new RegExp(why.slice(0, 20)));
  });
}

Deno.test("a server with a certificate of its own making is asked once", {
  ignore: !await hasOpenssl(),
}, async () => {
  const dir = await Deno.makeTempDir();
  const { key, cert } = await selfSigned(dir);
  let handshakes = 0;
  const listener = Deno.listenTls({
    hostname: "127.0.0.1",
    port: 0,
    key,
    cert,
  });
  const accepting = (async () => {
    for await (const connection of listener) {
      handshakes++;
      await connection.handshake().catch(() => {});
      connection.close();
    }
  })();
  try {
    const { port } = listener.addr as Deno.NetAddr;
    const error = await failure(KugouNetworkError, {
      endpoint: `https://127.0.0.1:${port}/`,
    });
    assertEquals([error.attempts, error.retryable], [1, false]);
    assertMatch(error.message, /certificate/);
    assertEquals(handshakes, 1);
  } finally {
    listener.close();
    await accepting;
    await Deno.remove(dir, { recursive: true });
  }
});

async function openssl(args: string[]): Promise<boolean> {
  try {
    const { success } = await new Deno.Command("openssl", { args }).output();
    return success;
  } catch {
    return false;
  }
}

function hasOpenssl(): Promise<boolean> {
  return openssl(["version"]);
}

async function selfSigned(dir: string): Promise<{ key: string; cert: string }> {
  const [key, cert] = [`${dir}/key.pem`, `${dir}/cert.pem`];
  await openssl([
    ..."req -x509 -nodes -days 2 -newkey rsa:2048".split(" "),
    ..."-subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1".split(" "),
    ...["-keyout", key, "-out", cert],
  ]);
  return {
    key: await Deno.readTextFile(key),
    cert: await Deno.readTextFile(cert),
  };
}
