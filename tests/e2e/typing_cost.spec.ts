// How much main-thread time one typed letter costs on a page of 200 questions, on a core slowed down six times.
// Not a test of right and wrong but a measurement, taken when asked for: make bench

import { drafted, COPY, signedIn } from "../kit/prepared";
import { expect, test } from "../kit/test";

const FIELDS = 200;
const LETTERS = 60;
const SLOWED = 6;
/** One frame at 60 pictures a second, in milliseconds. */
const FRAME = 16;

test("a letter among 200 questions", async ({ page, person, watch, context }) => {
  test.setTimeout(180_000);
  // The backend's own form is another: it takes no answer to these questions.
  watch.allowRefusals(422);
  await signedIn(page, person);
  const { id } = await drafted(page, COPY);
  await page.route("**/api/forms/*", (route) => route.fulfill({ json: form() }));
  await page.goto(`/drafts/${id}/form/1`);
  const field = page.getByRole("textbox", { name: "Câu hỏi 100" });
  await expect(field).toBeVisible();
  const line = await context.newCDPSession(page);
  await line.send("Performance.enable");
  await line.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  const busy = async () => {
    const { metrics } = await line.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  };
  await field.focus();
  const costs: number[] = [];
  for (let letter = 0; letter < LETTERS; letter += 1) {
    const before = await busy();
    await page.keyboard.press("a");
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    costs.push((await busy()) - before);
  }
  costs.sort((one, other) => one - other);
  const at = (share: number) => (costs[Math.floor(share * (LETTERS - 1))] ?? 0).toFixed(1);
  console.log(`${FIELDS} questions, ${SLOWED}× slower: a letter costs ${at(0.5)} ms (median), ${at(0.9)} ms (9 of 10)`);
  await expect(field).toHaveValue("a".repeat(LETTERS));
  console.log(Number(at(0.5)) < FRAME ? "within a frame" : "longer than a frame");
});

/** Texts, choices, dates, counts and citizen ids, every tenth shown by a rule, half of them required. */
function form(): object {
  const kinds = [
    { type: "string", maxLength: 200 },
    { type: "string", format: "person-name" },
    { type: "string", enum: ["Nam", "Nữ"] },
    { type: "string", format: "vn-date" },
    { type: "integer", minimum: 1, maximum: 50 },
    { type: "string", format: "citizen-id" },
    { type: "string", format: "vn-phone" },
    { type: "boolean" },
    { type: "string", maxLength: 500 },
    { type: "string", format: "partial-date" },
  ];
  const all = Array.from({ length: FIELDS }, (_, index) => index + 1);
  const properties = Object.fromEntries(
    all.map((number) => [`q${number}`, { title: `Câu hỏi ${number}`, ...kinds[number % kinds.length] }]),
  );
  const shown = (number: number) => ({
    effect: "SHOW",
    condition: { scope: `#/properties/q${number - 8}`, schema: { not: { const: "Nam" } } },
  });
  const elements = all.map((number) => ({
    type: "Control",
    scope: `#/properties/q${number}`,
    ...(number % 10 === 0 && number !== 100 ? { rule: shown(number) } : {}),
  }));
  const required = all.filter((number) => number % 2 === 1).map((number) => `q${number}`);
  return {
    key: "general-declaration",
    version: 1,
    title: "Hai trăm câu hỏi",
    schema: { type: "object", properties, required, additionalProperties: false },
    ui_schema: { type: "VerticalLayout", elements },
  };
}
