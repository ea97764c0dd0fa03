import { readKugouUser } from "../../mod.ts";
import { compare, formatTime, type Line, race } from "../compare.ts";
import { peakMemory, type Program, run } from "../processes.ts";

const FEW = 100_000;
const MANY = 1_000_000;

/** Five microseconds a line are 200,000 lines a second. */
const LIMITS = { lineMs: 0.005, bytes: 150e6 };

/** How many memberships are in which state: by `report`, and by hand. */
export async function report(say: (text: string) => void): Promise<Line[]> {
  const directory = await Deno.makeTempDir();
  try {
    const [few, many] = [`${directory}/few`, `${directory}/many`];
    await writeAnswers(few, FEW);
    await writeAnswers(many, MANY);
    const { ours, byHand } = await race({
      ours: () => run(cliReport(few)),
      byHand: () => run(jq(few)),
    }, { rounds: 5, onRound: say });
    const million = await race(
      { ours: () => run(cliReport(many)) },
      { rounds: 3, onRound: (text) => say(`a million lines, ${text}`) },
    );
    return [
      compare({
        what: "a line of `report`, a hundred thousand lines",
        against: "`jq`, `sort` and `uniq -c`",
        ours: ours.map((ms) => ms / FEW),
        theirs: byHand.map((ms) => ms / FEW),
        limit: ["≤", 1],
        format: formatTime,
      }),
      compare({
        what: "a line of `report`, a million lines",
        against: "the limit",
        ours: million.ours.map((ms) => ms / MANY),
        theirs: million.ours.map(() => LIMITS.lineMs),
        limit: ["≤", 1],
        format: formatTime,
      }),
      compare({
        what: "peak memory of `report`, a million lines",
        against: "the limit",
        ours: [await peakMemory(cliReport(many))],
        theirs: [LIMITS.bytes],
        limit: ["≤", 1],
        format: (bytes) => `${(bytes / 1e6).toFixed(0)} MB`,
      }),
    ];
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

function cliReport(file: string): Program {
  return { args: [`--allow-read=${file}`, "cli.ts", "report", file] };
}

/** What a person would type, for each of the three memberships. */
function jq(file: string): Program {
  const filter =
    '.user.memberships // {} | to_entries[] | "\\(.key) \\(.value.state)"';
  const script = 'jq -r "$1" "$2" | sort | uniq -c';
  return { command: "sh", args: ["-c", script, "sh", filter, file] };
}

/** Answers as `batch` writes them, of as many bytes. */
async function writeAnswers(path: string, count: number): Promise<void> {
  using file = await Deno.open(path, { write: true, create: true });
  const encoder = new TextEncoder();
  for (let line = 1; line <= count;) {
    const lines: string[] = [];
    for (; lines.length < 10_000 && line <= count; line++) {
      lines.push(`${answer(line)}\n`);
    }
    await file.write(encoder.encode(lines.join("")));
  }
}

function answer(line: number): string {
  const head = { line, hash: "1f0a3c5d" };
  const ids = { requestId: crypto.randomUUID(), serverRequestId: `s${line}` };
  const deviceId = `LAEG4YJE1A/dev${line}`;
  if (line % 20 === 0) {
    const error = { kind: "api", code: "ResourceNotFound.DeviceNotExist" };
    return JSON.stringify({ ...head, ok: false, deviceId, error, ...ids });
  }
  const day = `2027-${String(1 + line % 12).padStart(2, "0")}-15 08:00:00`;
  const data = {
    "userid": String(1_000_000_000 + line),
    "nick_name": "示例用户",
    "img": "https://example.com/avatar.jpg",
    "is_vip": 1,
    "vip_end_time": day,
    "car_vip_end_time": "2025-01-01 08:00:00",
    "svip_end_time": "",
  };
  const user = readKugouUser(data);
  const found = { ...head, ok: true, deviceId, user, data, ...ids };
  return JSON.stringify({ ...found, attempts: 1, durationMs: 31.2 });
}
