import { assert, assertEquals } from "@std/assert";
import { loadWords } from "../../lib/i18n/load.ts";
import type { Language, Words } from "../../lib/i18n/words.ts";

const TOPICS: readonly (keyof Words)[] = [
  "card",
  "explain",
  "failure",
  "help",
  "lookup",
  "sandbox",
  "usage",
];

/** Where each text of a topic stands, and the text; functions are left out. */
function textsOf(value: unknown, path = ""): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, it]) =>
    textsOf(it, `${path}.${key}`)
  );
}

/** Every path of a topic, with what kind of words stands there. */
function shapeOf(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) {
    return [`${path}: ${typeof value}`];
  }
  return Object.entries(value).flatMap(([key, it]) =>
    shapeOf(it, `${path}.${key}`)
  );
}

for (const topic of TOPICS) {
  Deno.test(`the words of ${topic} have one shape in both languages`, async () => {
    const en = await loadWords(topic, "en");
    const zh = await loadWords(topic, "zh");

    assertEquals(shapeOf(zh).toSorted(), shapeOf(en).toSorted());
  });

  Deno.test(`the words of ${topic} are in their language`, async () => {
    const han = /\p{Script=Han}/u;
    const en = textsOf(await loadWords(topic, "en"));
    const zh = textsOf(await loadWords(topic, "zh"));

    for (const [path, text] of en) {
      assertEquals(han.test(text), false, `${path}: ${text}`);
      assertEquals(text, text.trimStart(), path);
    }
    const untranslated = zh.filter(([path, text]) =>
      !han.test(text) && !/example|command|placeholder|\.vip$/.test(path) &&
      text !== ""
    );
    assertEquals(untranslated, []);
    // A half-width mark between Chinese characters is a slip.
    for (const [path, text] of zh) {
      assert(!/\p{Script=Han}[,;:!?]\p{Script=Han}/u.test(text), path);
    }
  });
}

/** Every text that has blanks, filled with what can be found again. */
async function filled(language: Language): Promise<string[]> {
  const card = await loadWords("card", language);
  const explain = await loadWords("explain", language);
  const { title, next, retry } = await loadWords("failure", language);
  const lookup = await loadWords("lookup", language);
  const sandbox = await loadWords("sandbox", language);
  const usage = await loadWords("usage", language);
  const problems = [
    usage.noCommand(["seven"]),
    usage.unknownCommand("seven", ["c"]),
    usage.unknownCommand(null, ["seven"]),
    usage.unknownOption("seven", "help"),
    usage.unknownOption(null, "seven"),
    usage.noValue("seven", "x"),
    usage.valueRefused("seven"),
    usage.operandMissing("seven", "x"),
    usage.operandsTooMany("seven", "x"),
    usage.notAChoice(["seven"]),
    usage.conflict("seven"),
    usage.notInRange(0, 100, "seven"),
    usage.faults("seven"),
  ];
  const attempt = {
    number: 1,
    status: 200,
    durationMs: 3.6,
    error: "Code",
    requestId: "seven",
    serverRequestId: "other",
    retryInMs: 5,
  };
  const limits = { timeoutMs: 1, totalTimeoutMs: 2, retries: 3 };
  return [
    ...(["day", "hour", "minute"] as const).flatMap((unit) => [
      card.left({ count: 7, unit }),
      card.ago({ count: 7, unit }),
    ]),
    card.left({ count: 1, unit: "day" }).replace("1", "seven"),
    card.until("seven"),
    card.since("seven"),
    card.inChina("seven"),
    card.sentAs("seven"),
    explain.basedOn("seven"),
    explain.more("seven"),
    title.input("seven", "x"),
    title.input(null, "seven"),
    title.api("seven"),
    title.timeout("wait", 7_000, 1),
    title.timeout("token", 7, 2),
    title.protocol(7),
    title.permission("seven"),
    title.bug("seven"),
    next.timeout("seven"),
    next.permission("seven"),
    retry.after(7_000),
    retry.after(7 * 60_000),
    retry.after(7 * 3_600_000),
    lookup.sandbox("seven"),
    lookup.sending("seven", limits),
    lookup.attempt(attempt),
    lookup.attempt({ ...attempt, status: null, serverRequestId: null }),
    lookup.attempt({ ...attempt, error: null, retryInMs: null }),
    sandbox.faultDevice("seven"),
    ...problems.map((problem) => JSON.stringify(problem)),
  ];
}

for (const language of ["en", "zh"] as const) {
  Deno.test(`the blanks of ${language} are filled in`, async () => {
    for (const text of await filled(language)) {
      assert(/seven|7/.test(text), text);
      assert(!/undefined|null|NaN|\[object/.test(text), text);
    }
  });
}
