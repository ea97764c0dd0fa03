import { assertEquals } from "@std/assert";
import { explainErrorCode, KUGOU_ERROR_CODES } from "../../mod.ts";
import { startSandbox } from "../../lib/sandbox/mod.ts";
import { answerFor } from "./ask.ts";

Deno.test("every documented code is answered on demand with its meaning", async () => {
  await using sandbox = await startSandbox();
  for (const code of Object.keys(KUGOU_ERROR_CODES)) {
    const answer = await answerFor(sandbox, `SANDBOXERR/${code}`);
    const sent = answer.Error?.Code ?? String(answer.ErrorCode);
    const message = answer.Error?.Message ?? answer.ErrorMsg;
    assertEquals(sent, code);
    assertEquals(message, explainErrorCode(code).meaning.en);
    assertEquals(answer.Error === undefined, /^\d+$/.test(code));
  }
});

Deno.test("a code that is not documented is answered as it is", async () => {
  await using sandbox = await startSandbox();
  const text = await answerFor(sandbox, "SANDBOXERR/LimitExceeded.Sample");
  assertEquals(text.Error?.Code, "LimitExceeded.Sample");
  const number = await answerFor(sandbox, "SANDBOXERR/200999");
  assertEquals(number.ErrorCode, 200999);
});

Deno.test("an error can be for the first requests to a device id only", async () => {
  await using sandbox = await startSandbox();
  const codes = [];
  for (let i = 0; i < 4; i++) {
    const answer = await answerFor(sandbox, "SANDBOXERR/LimitExceeded@2");
    codes.push(answer.Error?.Code ?? answer.Data?.userid);
  }
  const userid = sandbox.devices[0]?.data(new Date()).userid;
  assertEquals(codes, ["LimitExceeded", "LimitExceeded", userid, userid]);
});

Deno.test("requests are counted for each device id and each sandbox apart", async () => {
  await using sandbox = await startSandbox();
  await using other = await startSandbox();
  const isError = async (box: typeof sandbox, id: string) =>
    (await answerFor(box, id)).Data?.userid === undefined;
  assertEquals(await isError(sandbox, "SANDBOXERR/200002@1"), true);
  assertEquals(await isError(sandbox, "SANDBOXERR/200002@1"), false);
  assertEquals(await isError(sandbox, "SANDBOXERR/200006@1"), true);
  assertEquals(await isError(other, "SANDBOXERR/200002@1"), true);
  assertEquals(await isError(sandbox, "SANDBOXERR/200002"), true);
  assertEquals(await isError(sandbox, "SANDBOXERR/200002@0"), false);
});
