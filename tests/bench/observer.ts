// What the browser itself records about a visit. The functions below run in the page.

import type { Page } from "@playwright/test";

/** A task that kept the main thread busy for more than 50 ms. Times are in milliseconds since the navigation started. */
export type LongTask = { start: number; duration: number };

/** The recording of one visit. Times are in milliseconds since the navigation started. */
export type Recording = {
  firstPaint: number | undefined;
  /** When the page handled the first letter that was typed into the search field. */
  firstLetter: number | undefined;
  longTasks: LongTask[];
  /** Sum of the layout shifts that followed no input of the person. */
  layoutShift: number;
};

/** The search field. It has the same type on each page. */
export const SEARCH_FIELD = "input[type=search]";

const FIELD_SEEN = "motcuaFieldSeen";

/** A page that records its visits. */
type RecordingWindow = typeof window & { recording: Recording; [FIELD_SEEN]?: () => void };

/**
 * Makes the page record its next visit. If `onField` is given, the search field gets the focus in the first frame that
 * shows it, and `onField` is called.
 */
export async function recordVisits(page: Page, onField?: () => void): Promise<void> {
  if (onField) await page.exposeFunction(FIELD_SEEN, onField);
  await page.addInitScript(record, { field: SEARCH_FIELD, callback: FIELD_SEEN });
}

function record({ field, callback }: { field: string; callback: string }): void {
  const own = window as RecordingWindow;
  const recording: Recording = { firstPaint: undefined, firstLetter: undefined, longTasks: [], layoutShift: 0 };
  own.recording = recording;
  const observe = (type: string, handle: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(handle)).observe({ type, buffered: true });
  observe("longtask", ({ startTime, duration }) => recording.longTasks.push({ start: startTime, duration }));
  observe("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") recording.firstPaint = startTime;
  });
  observe("layout-shift", (entry) => {
    const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!shift.hadRecentInput) recording.layoutShift += shift.value;
  });
  const onInput = () => {
    recording.firstLetter ??= performance.now();
  };
  addEventListener("input", onInput, { capture: true });
  const onFieldSeen = (own as unknown as Record<string, (() => void) | undefined>)[callback];
  if (!onFieldSeen) return;
  // No frame is drawn before the style sheets that block rendering have come. So the field in a frame is a field that a
  // person can see.
  const look = () => {
    const control = document.querySelector<HTMLInputElement>(field);
    if (!control || control.getBoundingClientRect().width === 0) {
      requestAnimationFrame(look);
      return;
    }
    control.focus();
    onFieldSeen();
  };
  requestAnimationFrame(look);
}

/** Returns the recording of the present visit. */
export const readRecording = (page: Page): Promise<Recording> =>
  page.evaluate(() => (window as RecordingWindow).recording);

/** The text of the search field, and whether the field has the focus. */
export const readSearchField = (page: Page): Promise<{ text: string; focused: boolean }> =>
  page.evaluate((selector) => {
    const control = document.querySelector<HTMLInputElement>(selector);
    return { text: control?.value ?? "", focused: control !== null && document.activeElement === control };
  }, SEARCH_FIELD);

/** The texts that a page shows: headings, links, labels and buttons. */
export const readShownTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("h1, h2, a, label, button, footer p")]
      .filter((element) => element.checkVisibility())
      .map((element) => element.innerText.trim())
      .filter((text) => text !== ""),
  );
