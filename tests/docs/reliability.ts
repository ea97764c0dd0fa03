/**
 * Meets every fault of the sandbox with the client, the command line and the
 * page, and writes what came of it into docs/reliability.md and its translation:
 * `deno task reliability`.
 */

import { SANDBOX_FAULTS, startSandbox } from "../../lib/sandbox/mod.ts";
import { KugouClient, KugouError } from "../../mod.ts";
import { runHere } from "../cli/run.ts";
import { makeApp, postJson } from "../web/app.ts";
import { ROOT } from "./documents.ts";

type Language = "en" | "zh";

/** What came of one fault. */
interface Meeting {
  readonly name: string;
  readonly title: Readonly<Record<Language, string>>;
  /** The name of the error, or null where the lookup succeeded. */
  readonly error: string | null;
  readonly attempts: number;
  /** Whether a lookup that met it once succeeded all the same. */
  readonly isOvercome: boolean;
  readonly exitCode: number;
  readonly status: number;
}

const DEVICE = "SANDBOXFLT/";

/** What `latency` takes a tenth of stays far below the limit of an attempt. */
const SLOW_MS = 6_000;
const LIMIT_MS = 2_000;

const WORDS = {
  en: {
    head: [
      "fault",
      "what the endpoint does",
      "client",
      "met once",
      "exit code",
      "page",
    ],
    succeeded: "succeeds",
    failed: (error: string, attempts: number) =>
      `\`${error}\`, ${attempts === 1 ? "1 attempt" : `${attempts} attempts`}`,
    overcome: "succeeds",
    not: "fails",
  },
  zh: {
    head: ["故障", "接口的表现", "客户端", "仅出现一次时", "退出码", "网页"],
    succeeded: "成功",
    failed: (error: string, attempts: number) =>
      `\`${error}\`，请求 ${attempts} 次`,
    overcome: "成功",
    not: "失败",
  },
};

/** Looks up once, and gives the error or null, with the number of attempts. */
async function lookUp(client: KugouClient, deviceId: string) {
  try {
    const { attempts } = await client.userInfo({ deviceId });
    return { error: null, attempts };
  } catch (error) {
    if (!(error instanceof KugouError)) throw error;
    return { error: error.name, attempts: error.attempts };
  }
}

/** Meets all faults, each with the three. */
export async function meetFaults(): Promise<Meeting[]> {
  await using sandbox = await startSandbox({
    slowMs: SLOW_MS,
    retryAfterSeconds: 0,
  });
  const { accessToken, endpoint } = sandbox;
  const client = new KugouClient({
    accessToken,
    endpoint,
    timeoutMs: LIMIT_MS,
    retry: { baseDelayMs: 1 },
  });
  const userInfo = client.userInfo.bind(client);
  const { handler } = await makeApp({ client: { userInfo } });
  return await Promise.all(SANDBOX_FAULTS.map(async ({ name, title }) => {
    const deviceId = DEVICE + name;
    const [met, once, { code }, { status }] = await Promise.all([
      lookUp(client, deviceId),
      lookUp(client, `${deviceId}@1`),
      runHere(
        ["user-info", deviceId, "--timeout", `${LIMIT_MS}ms`],
        { KUGOU_ACCESS_TOKEN: accessToken, KUGOU_ENDPOINT: endpoint },
      ),
      handler(postJson({ deviceId, accessToken })),
    ]);
    return {
      name,
      title,
      ...met,
      isOvercome: once.error === null,
      exitCode: code,
      status,
    };
  }));
}

/** The rows of the table, with its head first. */
export function tellRows(meetings: Meeting[], language: Language): string[][] {
  const words = WORDS[language];
  return [
    words.head,
    ...meetings.map((it) => [
      `\`${it.name}\``,
      it.title[language],
      it.error === null ? words.succeeded : words.failed(it.error, it.attempts),
      it.isOvercome ? words.overcome : words.not,
      String(it.exitCode),
      String(it.status),
    ]),
  ];
}

/** The table in a document, as it stands between its two comments. */
const TABLE = /(?<=<!-- table -->\n\n)[^]*?(?=\n\n<!-- \/table -->)/;

/** Reads the rows of the table in a document. */
export function readRows(text: string): string[][] {
  return TABLE.exec(text)![0].split("\n")
    .filter((_line, index) => index !== 1)
    .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
}

async function writeRows(name: string, rows: string[][]): Promise<void> {
  const url = new URL(name, ROOT);
  const [head, ...body] = rows.map((cells) => `| ${cells.join(" | ")} |`);
  const rule = `|${" --- |".repeat(rows[0]!.length)}`;
  const text = await Deno.readTextFile(url);
  await Deno.writeTextFile(
    url,
    text.replace(TABLE, [head, rule, ...body].join("\n")),
  );
}

if (import.meta.main) {
  const meetings = await meetFaults();
  await writeRows("docs/reliability.md", tellRows(meetings, "en"));
  await writeRows("docs/reliability.zh.md", tellRows(meetings, "zh"));
  Deno.exit();
}
