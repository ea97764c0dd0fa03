/** A batch by hand, 64 at a time: loop.ts ENDPOINT INPUT OUTPUT */
import { byFetch } from "./fetch.ts";

const [endpoint = "", input = "", output = ""] = Deno.args;
const lines = (await Deno.readTextFile(input)).trimEnd().split("\n");
const answers: string[] = [];
let next = 0;

async function lane(): Promise<void> {
  while (next < lines.length) {
    const line = next++;
    const { deviceId } = JSON.parse(lines[line]!);
    const data = await byFetch(endpoint, deviceId);
    answers.push(JSON.stringify({ line: line + 1, deviceId, data }));
  }
}

await Promise.all(Array.from({ length: 64 }, lane));
await Deno.writeTextFile(output, `${answers.join("\n")}\n`);
