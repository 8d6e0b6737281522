// How much main-thread time one typed letter costs on a page of 200 questions, on a core slowed down six times: what
// the app adds (its script, and the difference to the same page without the app), beside what the browser alone takes to
// draw so large a page. Not a test of right and wrong but a measurement, taken when asked for: make bench

import type { CDPSession, Locator, Page } from "@playwright/test";

import { drafted, COPY, signedIn } from "../../kit/prepared";
import { expect, test } from "../../kit/test";

const FIELDS = 200;
const LETTERS = 60;
const SLOWED = 6;
/** One frame at 60 pictures a second, in milliseconds. */
const FRAME = 16;

// A trace takes a picture of the whole page at each key, at the page's own expense.
test.use({ trace: "off" });

test("a letter among 200 questions", { tag: ["@bench", "@desktop"] }, async ({ page, person, watch, context }) => {
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
  const app = await typed(page, line, field);
  await expect(field).toHaveValue("a".repeat(LETTERS));
  // The same elements, with nobody listening.
  await page.locator("main").evaluate((main) => main.replaceChildren(...main.cloneNode(true).childNodes));
  const bare = await typed(page, line, field);
  const say = (what: string, cost: number) => console.log(`${what.padEnd(34)} ${cost.toFixed(1)} ms`);
  console.log(`one letter among ${FIELDS} questions, ${SLOWED}× slower, median of ${LETTERS}:`);
  say("script, with the app", app.script);
  say("script, the page without it", bare.script);
  say("whole task, with the app", app.task);
  say("whole task, the page without it", bare.task);
  const adds = app.script - bare.script;
  say("what the app adds, script", adds);
  say("what the app adds, whole task", app.task - bare.task);
  expect(adds, "what the app's script adds to a letter, in milliseconds").toBeLessThan(FRAME);
});

type Cost = { task: number; script: number };

/** Types letters into a field, each drawn before the next; the median cost of one, in milliseconds. */
async function typed(page: Page, line: CDPSession, field: Locator): Promise<Cost> {
  const spent = async (): Promise<Cost> => {
    const { metrics } = await line.send("Performance.getMetrics");
    const ms = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0);
    return { task: ms("TaskDuration"), script: ms("ScriptDuration") };
  };
  await field.focus();
  const costs: Cost[] = [];
  for (let letter = 0; letter < LETTERS; letter += 1) {
    const before = await spent();
    await page.keyboard.press("a");
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const after = await spent();
    costs.push({ task: after.task - before.task, script: after.script - before.script });
  }
  const median = (of: (cost: Cost) => number) =>
    costs.map(of).sort((one, other) => one - other)[Math.floor(LETTERS / 2)] ?? 0;
  return { task: median(({ task }) => task), script: median(({ script }) => script) };
}

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
