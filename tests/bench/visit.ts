// One visit of a page: opens it, types into the search field as soon as it is there, and waits until everything is over.

import type { BrowserContext, CDPSession, Page } from "@playwright/test";

import { applyConditions, type Conditions } from "./conditions";
import { LineCounter } from "./network";
import { hasTakenOver, type LongTask, readRecording, readSearchField, recordVisit } from "./observer";
import { sum } from "./statistics";

/** What a person types. */
const TYPED = "khai sinh";
/** Time between two letters, in milliseconds. */
const LETTER_MS = 80;
/** A first visit is observed for at least this long after the navigation has started, in milliseconds. */
const OBSERVED_MS = 5000;
/** A visit that isn't over after this long has failed, in milliseconds. */
const LIMIT_MS = 90_000;
/** The part of a task that blocks nobody, in milliseconds. */
const SHORT_TASK_MS = 50;

/** The figures of one visit. Times are in milliseconds since the navigation started. */
export type Visit = {
  /** When the first letter that the person typed was in the field on the screen. `NaN` if nothing was typed. */
  usable: number;
  firstPaint: number;
  /** Sum of the long tasks' time beyond 50 ms. */
  blocking: number;
  /** Duration of the longest task that began after the first paint, 0 if all were shorter than 50 ms. */
  longestTask: number;
  layoutShift: number;
  bytes: number;
  wasmBytes: number;
};

/** How a page is visited. `typing` is false for a visit in which nobody touches the page. */
export type VisitOptions = Conditions & { typing: boolean; observedMs?: number };

/**
 * Visits a page in a new tab, and closes the tab.
 *
 * Throws if the page loses typed text or the focus, or isn't ready in time.
 */
export async function visit(context: BrowserContext, url: string, options: VisitOptions): Promise<Visit> {
  const page = await context.newPage();
  try {
    return await observeVisit(page, url, options);
  } finally {
    await page.close();
  }
}

async function observeVisit(page: Page, url: string, options: VisitOptions): Promise<Visit> {
  const devtools = await page.context().newCDPSession(page);
  const line = await LineCounter.attach(devtools);
  let typing = Promise.resolve();
  let fieldSeen = false;
  const typeIntoField = () => {
    fieldSeen = true;
    typing = page.keyboard.type(TYPED, { delay: LETTER_MS });
  };
  await recordVisit(devtools, options.typing ? typeIntoField : undefined);
  await applyConditions(devtools, options);
  const begun = Date.now();
  await page.goto(url, { waitUntil: "load", timeout: LIMIT_MS });
  const isOver = async () =>
    line.isIdle &&
    Date.now() - begun >= (options.observedMs ?? OBSERVED_MS) &&
    (fieldSeen || !options.typing) &&
    (await hasTakenOver(devtools));
  while (!(await isOver())) {
    if (Date.now() - begun > LIMIT_MS) throw new Error(`${url} isn't ready after ${LIMIT_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await typing;
  if (options.typing) await expectTextKept(devtools, url);
  const { firstPaint, firstLetter, longTasks, layoutShift } = await readRecording(devtools);
  if (firstPaint === undefined) throw new Error(`${url} has painted nothing`);
  return {
    // A letter may be handled shortly before the first frame is on the screen.
    usable: Math.max(firstLetter ?? NaN, firstPaint),
    firstPaint,
    blocking: sum(longTasks.map(({ duration }) => Math.max(0, duration - SHORT_TASK_MS))),
    longestTask: longestAfter(longTasks, firstPaint),
    layoutShift,
    bytes: line.bytes,
    wasmBytes: line.wasmBytes,
  };
}

const longestAfter = (tasks: LongTask[], time: number): number =>
  Math.max(0, ...tasks.filter(({ start }) => start >= time).map(({ duration }) => duration));

/** Throws unless the search field still has the focus and everything that was typed. */
async function expectTextKept(devtools: CDPSession, url: string): Promise<void> {
  const { text, focused } = await readSearchField(devtools);
  if (text !== TYPED) throw new Error(`${url} lost typed text: «${text}» instead of «${TYPED}»`);
  if (!focused) throw new Error(`${url} lost the focus of the search field`);
}
