import { assert, assertEquals } from "@std/assert";
import {
  formatAnswer,
  type LineAnswer,
} from "../../../lib/cli/batch/line_answer.ts";
import { escapeJson } from "../../../lib/text/escape.ts";

function answer(nickname: string): LineAnswer {
  const none = { state: "none", end: null, raw: "" } as const;
  return {
    line: 1,
    ok: true,
    deviceId: "P/1",
    user: {
      id: "1",
      nickname,
      avatarUrl: null,
      isVip: true,
      memberships: { vip: none, car: none, svip: none },
    },
    data: {},
    requestId: "r",
    serverRequestId: null,
    attempts: 1,
    durationMs: 1,
  };
}

Deno.test("what is unsafe on a terminal is escaped as user-info does it", () => {
  for (let unit = 0; unit < 0x10000; unit++) {
    const value = answer(`a${String.fromCharCode(unit)}b`);
    assertEquals(formatAnswer(value, "") === escapeJson(value, false), true);
  }
});

Deno.test("a token that the server sends back goes no further", () => {
  for (const token of ["s3cr3t-token", `quote"and\\slash`]) {
    const line = formatAnswer(answer(`my ${token}!`), token);
    assert(!line.includes(JSON.stringify(token).slice(1, -1)));
    assertEquals(JSON.parse(line).user.nickname, "my ***!");
  }
});
