// Measures how long typing one character keeps the main thread busy, on a page with 200 questions and with a CPU slowed
// down six times. The same page without the app is measured as the baseline, because it shows the browser's own cost of
// rendering. Also measures how long adding or removing one of 19 household members takes. Runs only with `make bench`.

import type { CDPSession, Locator, Page } from "@playwright/test";

import { COPY_PROCEDURE, createDraft, registerAndSignIn } from "../../kit/api_setup";
import { expect, test } from "../../kit/test";

const FIELDS = 200;
const LETTERS = 60;
const CPU_SLOWDOWN = 6;
/** Duration of one frame at 60 frames a second, in milliseconds. */
const FRAME_MS = 16;

// A Playwright trace takes a snapshot of the page at each key press. This would distort the measurement.
test.use({ trace: "off" });

test("measures the cost of typing a letter among 200 questions", { tag: ["@bench", "@desktop"] }, async ({ page, person, browserErrors, context }) => {
  test.setTimeout(180_000);
  // The app shows a form that the backend doesn't know, so the backend refuses the answers with 422.
  browserErrors.allowStatuses(422);
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, COPY_PROCEDURE);
  await page.route("**/api/forms/*", (route) => route.fulfill({ json: largeForm() }));
  await page.goto(`/drafts/${id}/form/1`);
  const field = page.getByRole("textbox", { name: "Câu hỏi 100" });
  await expect(field).toBeVisible();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable");
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  const app = await measureTyping(page, devtools, field);
  await expect(field).toHaveValue("a".repeat(LETTERS));
  // Replaces the content of `main` by a copy of the same elements. The copy has no event listeners of the app, so it
  // serves as the baseline.
  await page.locator("main").evaluate((main) => main.replaceChildren(...main.cloneNode(true).childNodes));
  const baseline = await measureTyping(page, devtools, field);
  const print = (label: string, cost: number) => console.log(`${label.padEnd(34)} ${cost.toFixed(1)} ms`);
  console.log(`one letter among ${FIELDS} questions, ${CPU_SLOWDOWN}× slower, median of ${LETTERS}:`);
  print("script, with the app", app.script);
  print("script, without the app", baseline.script);
  print("whole task, with the app", app.task);
  print("whole task, without the app", baseline.task);
  const addedScript = app.script - baseline.script;
  print("script added by the app", addedScript);
  print("whole task, added by the app", app.task - baseline.task);
  expect(addedScript, "script time added by the app per letter, in milliseconds").toBeLessThan(FRAME_MS);
});

/** The longest time that adding or removing a household member may take, in milliseconds. */
const MEMBER_MS = 100;

test("measures the cost of adding and removing one of 19 members", { tag: ["@bench", "@desktop"] }, async ({ page, person, browserErrors, context }) => {
  test.setTimeout(180_000);
  browserErrors.allowStatuses(412);
  await registerAndSignIn(page, person);
  const members = Array.from({ length: 18 }, (_, index) => ({ _id: `m${index}`, name: `Trần Văn ${index}` }));
  const { id } = await createDraft(page, "1.004222", { members });
  await page.goto(`/drafts/${id}/form/3`);
  const names = page.getByRole("textbox", { name: "Họ, chữ đệm và tên của thành viên" });
  await expect(names).toHaveCount(18);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  const add = page.getByRole("button", { name: "Thêm thành viên" });
  const removeFirst = page.getByRole("button", { name: /^Xóa Thành viên 1$/ });
  const costs: Record<string, number[]> = { adding: [], removing: [] };
  for (let round = 0; round < 5; round += 1) {
    costs.adding?.push(await timeOfPress(page, add, 19));
    await expect(names).toHaveCount(19);
    costs.removing?.push(await timeOfPress(page, removeFirst, 18));
    await expect(names).toHaveCount(18);
  }
  for (const [what, times] of Object.entries(costs)) {
    const median = times.sort((one, other) => one - other)[2] ?? 0;
    console.log(`${what} one of 19 members, ${CPU_SLOWDOWN}× slower, median of 5: ${median.toFixed(1)} ms`);
    expect.soft(median, `${what} a member, in milliseconds`).toBeLessThan(MEMBER_MS);
  }
});

/** Presses a button in the page, and returns the time until the page has the expected number of members. */
const timeOfPress = (page: Page, button: Locator, members: number): Promise<number> =>
  button.evaluate(async (element, count) => {
    const entries = () => document.querySelectorAll(".group-entry").length;
    const begin = performance.now();
    (element as HTMLButtonElement).click();
    while (entries() !== count) await new Promise((resolve) => setTimeout(resolve));
    document.body.getBoundingClientRect();
    return performance.now() - begin;
  }, members);

type Cost = { task: number; script: number };

/**
 * Types characters into a field, one at a time, and waits after each until the page is rendered. Returns the median
 * cost of one character, in milliseconds.
 */
async function measureTyping(page: Page, devtools: CDPSession, field: Locator): Promise<Cost> {
  const readMetrics = async (): Promise<Cost> => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    const ms = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0);
    return { task: ms("TaskDuration"), script: ms("ScriptDuration") };
  };
  await field.focus();
  const costs: Cost[] = [];
  for (let letter = 0; letter < LETTERS; letter += 1) {
    const before = await readMetrics();
    await page.keyboard.press("a");
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const after = await readMetrics();
    costs.push({ task: after.task - before.task, script: after.script - before.script });
  }
  const median = (of: (cost: Cost) => number) =>
    costs.map(of).sort((one, other) => one - other)[Math.floor(LETTERS / 2)] ?? 0;
  return { task: median(({ task }) => task), script: median(({ script }) => script) };
}

/**
 * A form with 200 questions of different types. Every tenth question is shown only under a condition, and half of the
 * questions are required.
 */
function largeForm(): object {
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
  const numbers = Array.from({ length: FIELDS }, (_, index) => index + 1);
  const properties = Object.fromEntries(
    numbers.map((number) => [`q${number}`, { title: `Câu hỏi ${number}`, ...kinds[number % kinds.length] }]),
  );
  const showRule = (number: number) => ({
    effect: "SHOW",
    condition: { scope: `#/properties/q${number - 8}`, schema: { not: { const: "Nam" } } },
  });
  const elements = numbers.map((number) => ({
    type: "Control",
    scope: `#/properties/q${number}`,
    ...(number % 10 === 0 && number !== 100 ? { rule: showRule(number) } : {}),
  }));
  const required = numbers.filter((number) => number % 2 === 1).map((number) => `q${number}`);
  return {
    key: "general-declaration",
    version: 1,
    title: "Hai trăm câu hỏi",
    schema: { type: "object", properties, required, additionalProperties: false },
    ui_schema: { type: "VerticalLayout", elements },
  };
}
