import { assertEquals } from "@std/assert";
import { webWords } from "../../lib/i18n/web.ts";
import { deviceIdProblem } from "../../lib/web/device_id_problem.ts";

const problem = (value: string, language: "en" | "zh" = "en") =>
  deviceIdProblem(value, webWords(language).form, language);

Deno.test("nothing is wrong with a device id, nor with white space around it", () => {
  assertEquals(problem("LAEG4YJE1A/dev01"), null);
  assertEquals(problem(" LAEG4YJE1A/dev01\n"), null);
});

Deno.test("a wrong device id is explained in the visitor's language", () => {
  assertEquals(
    problem("dev01"),
    "This cannot be right: it has no slash. Expected: a product id and a device name joined by one slash, such as LAEG4YJE1A/dev01",
  );
  assertEquals(
    problem("dev01", "zh"),
    "填写有误：缺少斜杠。应为：产品 ID 与设备名称，以一个斜杠连接，例如 LAEG4YJE1A/dev01",
  );
});
