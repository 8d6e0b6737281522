// What the browser itself records about a visit. The functions that run in the page are sent over DevTools, so that none of
// Playwright's own scripts runs in the page while it is measured.

import type { CDPSession, Page } from "@playwright/test";

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

/** A page that records its visit. */
type RecordingWindow = typeof window & { recording: Recording; [FIELD_SEEN]?: (payload: string) => void };

/**
 * Makes the page of a DevTools session record its next visit. If `onField` is given, the search field gets the focus in
 * the first frame that shows it, and `onField` is called.
 */
export async function recordVisit(devtools: CDPSession, onField?: () => void): Promise<void> {
  await devtools.send("Page.enable");
  await devtools.send("Runtime.enable");
  if (onField) {
    devtools.on("Runtime.bindingCalled", ({ name }) => {
      if (name === FIELD_SEEN) onField();
    });
    await devtools.send("Runtime.addBinding", { name: FIELD_SEEN });
  }
  const source = `(${record})(${JSON.stringify(SEARCH_FIELD)}, ${JSON.stringify(FIELD_SEEN)})`;
  await devtools.send("Page.addScriptToEvaluateOnNewDocument", { source });
}

function record(field: string, callback: typeof FIELD_SEEN): void {
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
  const onFieldSeen = own[callback];
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
    onFieldSeen("");
  };
  requestAnimationFrame(look);
}

/** Returns the recording of the present visit. */
export const readRecording = (devtools: CDPSession): Promise<Recording> =>
  callInPage(devtools, () => (window as RecordingWindow).recording);

/** Whether the app has taken over from the plain HTML (`#shell`). A page without an app has no such element. */
export const hasTakenOver = (devtools: CDPSession): Promise<boolean> =>
  callInPage(devtools, () => document.getElementById("shell") === null);

/** The text of the search field, and whether the field has the focus. */
export const readSearchField = (devtools: CDPSession): Promise<{ text: string; focused: boolean }> =>
  callInPage(devtools, (selector) => {
    const control = document.querySelector<HTMLInputElement>(selector);
    return { text: control?.value ?? "", focused: control !== null && document.activeElement === control };
  }, SEARCH_FIELD);

async function callInPage<T>(devtools: CDPSession, call: (argument: string) => T, argument = ""): Promise<T> {
  const expression = `(${call})(${JSON.stringify(argument)})`;
  const { result, exceptionDetails } = await devtools.send("Runtime.evaluate", { expression, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result.value as T;
}

/** The texts that a page shows: headings, links, labels and buttons. */
export const readShownTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("h1, h2, a, label, button, footer p")]
      .filter((element) => element.checkVisibility())
      .map((element) => element.innerText.trim())
      .filter((text) => text !== ""),
  );
