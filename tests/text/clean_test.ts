import { assertEquals } from "@std/assert";
import { cleanDeviceId } from "../../lib/text/clean.ts";

const ID = "LAEG4YJE1A/dev01";

Deno.test("a device id is taken out of what is pasted along with it", () => {
  const pasted = [
    ID,
    ` ${ID}\r\n`,
    `\ufeff${ID}`,
    `\u200b${ID}\u200e`,
    "LAEG4YJE1A\u2060/\u200ddev01",
    "LAEG4YJE1A/dev\u00ad01",
    `\u3000${ID}\u00a0`,
    `"${ID}"`,
    `'${ID}'`,
    `\u201c${ID}\u201d`,
    `\u300c ${ID} \u300d`,
    "LAEG4YJE1A\uff0fdev01",
    "\uff2c\uff21\uff25\uff27\uff14\uff39\uff2a\uff25\uff11\uff21\uff0f\uff44\uff45\uff56\uff10\uff11",
    "LAEG4YJE1A\\dev01",
    "LAEG4YJE1A\uff3cdev01",
    "LAEG4YJE1A\u2215dev01",
    "LAEG4YJE1A\u2044dev01",
    "\uff02LAEG4YJE1A/dev01\uff02",
  ];
  for (const text of pasted) {
    assertEquals(cleanDeviceId(text), ID, JSON.stringify(text));
  }
});

Deno.test("what is not clearly meant stays, so that it can be told about", () => {
  for (const text of ["a b/c", `"${ID}`, "a//b", "", '"', "设备/一"]) {
    assertEquals(cleanDeviceId(text), text);
  }
});
