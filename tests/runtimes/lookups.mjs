// Plain JavaScript, as it is written in any runtime.
import { KugouClient } from "@kugou-iot/client";

/** What comes of lookups, as JSON. */
export async function lookUp({ endpoint, accessToken, busy, elsewhere }) {
  const options = { accessToken, endpoint, retry: { baseDelayMs: 0 } };
  const client = new KugouClient(options);
  const hasty = new KugouClient({ ...options, timeoutMs: 1_000, retry: false });
  const { user, attempts } = await client.userInfo({
    deviceId: "LAEG4YJE1A/dev01",
  });
  const big = await client.userInfo({ deviceId: "LAEG4YJE1A/userid-number" });
  const again = await client.userInfo({ deviceId: busy });
  return {
    user: [user.id, user.memberships.vip.state, attempts],
    digits: big.user.id,
    retried: again.attempts,
    refused: await failure(client, "LAEG4YJE1A/nobody", "class"),
    broken: await failure(client, "SANDBOXFLT/reset-body", "attempts"),
    late: await Promise.all([
      failure(hasty, "SANDBOXFLT/slow-headers", "phase"),
      failure(hasty, "SANDBOXFLT/slow-body", "phase"),
    ]),
    aborted: await abort(client),
    many: await lookUpMany(client),
    moved: await Promise.all(
      elsewhere.map((endpoint) =>
        failure(new KugouClient({ ...options, endpoint }), "A/b", "status")
      ),
    ),
  };
}

/** One client for all requests to a worker. */
let patient;

/** How a lookup with a limit of a second ends. */
export async function lookUpInTime({ deviceId, ...options }) {
  patient ??= new KugouClient({ ...options, timeoutMs: 1_000, retry: false });
  return await failure(patient, deviceId, "limitMs");
}

/** Name and a detail of the error of a lookup; nothing where it succeeds. */
async function failure(client, deviceId, detail) {
  const error = await client.userInfo({ deviceId }).catch((error) => error);
  return error instanceof Error ? [error.name, error[detail]] : [];
}

async function abort(client) {
  const controller = new AbortController();
  const slow = client.userInfo(
    { deviceId: "SANDBOXFLT/slow-headers" },
    { signal: controller.signal },
  );
  setTimeout(() => controller.abort("sample reason"), 20);
  return await slow.catch((reason) => reason);
}

async function lookUpMany(client) {
  const requests = ["LAEG4YJE1A/dev01", "LAEG4YJE1A/nobody", "dev01"]
    .map((deviceId) => ({ deviceId }));
  const results = [];
  for await (
    const { status, reason } of client.userInfoMany(requests, {
      order: "input",
    })
  ) {
    results.push(reason?.name ?? status);
  }
  return results;
}
