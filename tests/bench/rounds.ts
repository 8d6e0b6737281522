// The measurements. Each runs in rounds, and each round measures the pages one after the other. So what disturbs the
// machine for a while disturbs all pages.

import type { BrowserContext } from "@playwright/test";

import { withNewProfile } from "./browser";
import { type Line, LINE_A } from "./conditions";
import { canMeasureMemory, rendererPrivateBytes } from "./memory";
import { PAGE_NAMES, type PageName, type ServedPage } from "./pages";
import { limitBrowser } from "./quota";
import { visit, type Visit } from "./visit";

/** What was measured of each page: one value a round. */
export type Figures<T extends string> = Record<PageName, Record<T, number[]>>;

/** How many times slower the processor is than this machine's. */
const CPU_SLOWDOWN = 6;
/** How many times slower it is when the length of a single task is measured. */
const TASK_CPU_SLOWDOWN = 4;
/** How long a page may rest before its memory is measured, in milliseconds. */
const REST_MS = 2000;

/** Figures of two visits with the same profile. */
export type LineFigure = Exclude<keyof Visit, "longestTask" | "wasmBytes"> | "secondUsable" | "secondWasmBytes";
export type UntouchedFigure = "longestTask" | "layoutShift";
export type HalfCoreFigure = "usable" | "firstPaint" | "blocking";

/** Visits each page twice over a line, with the processor slowed down. Types into each. */
export const measureLine = (pages: ServedPage[], rounds: number, line: Line): Promise<Figures<LineFigure>> =>
  inRounds(`line ${line.name}`, pages, rounds, ({ backend }) =>
    withNewProfile(async (context) => {
      const options = { line, cpuSlowdown: CPU_SLOWDOWN, typing: true };
      const url = `${backend.origin}/`;
      const { longestTask: _, wasmBytes: __, ...first } = await visit(context, url, options);
      const second = await visit(context, url, { ...options, observedMs: 0 });
      const shift = Math.max(first.layoutShift, second.layoutShift);
      return { ...first, layoutShift: shift, secondUsable: second.usable, secondWasmBytes: second.wasmBytes };
    }),
  );

/** Visits each page and touches nothing. Input would hide a layout shift, and add tasks of its own. */
export const measureUntouched = (pages: ServedPage[], rounds: number): Promise<Figures<UntouchedFigure>> =>
  inRounds("untouched", pages, rounds, ({ backend }) =>
    withNewProfile(async (context) => {
      const options = { line: LINE_A, cpuSlowdown: TASK_CPU_SLOWDOWN, typing: false };
      const { longestTask, layoutShift } = await visit(context, `${backend.origin}/`, options);
      return { longestTask, layoutShift };
    }),
  );

/** Measures the memory of each page after the first screen. Returns `undefined` if this system can't tell it. */
export async function measureMemory(pages: ServedPage[], rounds: number): Promise<Figures<"bytes"> | undefined> {
  if (!canMeasureMemory()) return undefined;
  return inRounds("memory", pages, rounds, ({ backend }) =>
    withNewProfile(async (context) => ({ bytes: await memoryOfFirstScreen(context, `${backend.origin}/`) })),
  );
}

async function memoryOfFirstScreen(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "networkidle" });
  await page.waitForTimeout(REST_MS);
  return rendererPrivateBytes(context);
}

/** Visits each page over line A with half a core. Returns `undefined` if this system can't limit a browser. */
export async function measureHalfCore(
  pages: ServedPage[],
  rounds: number,
): Promise<Figures<HalfCoreFigure> | undefined> {
  const limited = limitBrowser();
  if (!limited) return undefined;
  try {
    return await inRounds("half a core", pages, rounds, ({ backend }) =>
      withNewProfile(async (context) => {
        const options = { line: LINE_A, cpuSlowdown: 1, typing: true };
        const { usable, firstPaint, blocking } = await visit(context, `${backend.origin}/`, options);
        return { usable, firstPaint, blocking };
      }, { executable: limited.executable }),
    );
  } finally {
    limited.dispose();
  }
}

/** Measures each page once in each round. */
async function inRounds<T extends string>(
  what: string,
  pages: ServedPage[],
  rounds: number,
  measure: (page: ServedPage) => Promise<Record<T, number>>,
): Promise<Figures<T>> {
  const measured = new Map<PageName, Record<T, number>[]>(PAGE_NAMES.map((name) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const page of pages) measured.get(page.name)?.push(await measure(page));
    console.log(`${what}: round ${round} of ${rounds}`);
  }
  const columns = (rows: Record<T, number>[]) => {
    const names = Object.keys(rows[0] ?? {}) as T[];
    return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));
  };
  return Object.fromEntries(PAGE_NAMES.map((name) => [name, columns(measured.get(name) ?? [])])) as Figures<T>;
}
