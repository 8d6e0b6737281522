// Turns the measured figures into columns of a table and goals.

import { type Goal, ratio, ratioGoal } from "./goals";
import type { JourneyCost } from "./journeys";
import { PAGE_NAMES, type PageName } from "./pages";
import type { Figures, HalfCoreFigure, LineFigure, UntouchedFigure } from "./rounds";
import { median } from "./statistics";

/** A column of the table: its title, and the cell of each page. */
export type Column = { title: string; cell: (page: PageName) => string };
/** What one measurement adds to the report. */
export type Report = { columns: Column[]; goals: Goal[] };

const BLOCKING_MS = 200;
/** A task shorter than this isn't reported by the browser, so the longest one is 0. */
const LONG_TASK_MS = 50;
const FIRST_SCREEN_MEMORY_MB = 20;
const FILING_MEMORY_MB = 60;
const GUEST_KB = 260;
const FILING_KB = 500;

const asMs = (value: number): string => `${Math.round(value).toLocaleString("en")} ms`;
const asTimesBare = (value: number): string => `${value.toFixed(2)} ×`;

/** Columns and goals of a line. The second visit is judged on line A only, because nearly nothing is fetched then. */
export function reportLine(line: string, figures: Figures<LineFigure>): Report {
  const of = (figure: LineFigure) => (page: PageName) => median(figures[page][figure]);
  const timesBare = (figure: LineFigure) => (page: PageName) => asTimesBare(ratio(figures, figure, page, "bare"));
  const columns = [
    { title: `${line}: first typing`, cell: timesBare("usable") },
    { title: "first paint", cell: (page: PageName) => `${timesBare("firstPaint")(page)} (${asMs(of("firstPaint")(page))})` },
    { title: "blocking", cell: (page: PageName) => asMs(of("blocking")(page)) },
    { title: "second visit", cell: timesBare("secondUsable") },
  ];
  if (line === "A") {
    columns.push({ title: "over the line", cell: (page) => `${Math.round(of("bytes")(page) / 1000)} kB` });
  }
  const worst = (figure: LineFigure) => Math.max(...figures.ours[figure]);
  return {
    columns,
    goals: [
      ratioGoal(`line ${line}: first paint`, figures, "firstPaint", "bare"),
      ratioGoal(`line ${line}: first typing`, figures, "usable", "bare"),
      ratioGoal(`line ${line}: first typing at the second visit`, figures, "secondUsable", "bare"),
      { name: `line ${line}: blocking`, value: of("blocking")("ours"), most: BLOCKING_MS, unit: "ms" },
      { name: `line ${line}: wasm at the second visit`, value: worst("secondWasmBytes"), most: 0, unit: "bytes" },
      { name: `line ${line}: layout shift while typing`, value: worst("layoutShift"), most: 0, unit: "" },
    ],
  };
}

/** Column and goals of the visits in which nobody touches the page. */
export function reportUntouched(figures: Figures<UntouchedFigure>): Report {
  const longest = (page: PageName) => median(figures[page].longestTask);
  const cell = (page: PageName) => (longest(page) > 0 ? asMs(longest(page)) : `< ${LONG_TASK_MS} ms`);
  return {
    columns: [{ title: "longest task", cell }],
    goals: [
      { name: "longest task after the first paint", value: longest("ours"), most: LONG_TASK_MS, unit: "ms" },
      { name: "layout shift", value: Math.max(...figures.ours.layoutShift), most: 0, unit: "" },
    ],
  };
}

/** Column and goal of the memory after the first screen. */
export function reportMemory(figures: Figures<"bytes">): Report {
  const megabytes = (page: PageName) => median(figures[page].bytes) / 1e6;
  return {
    columns: [{ title: "memory", cell: (page) => `${megabytes(page).toFixed(1)} MB` }],
    goals: [{ name: "memory after the first screen", value: megabytes("ours"), most: FIRST_SCREEN_MEMORY_MB, unit: "MB" }],
  };
}

/** Columns and goals of the visits with half a core. The app is compared with React, which also has to start. */
export function reportHalfCore(figures: Figures<HalfCoreFigure>): Report {
  const cell = (figure: HalfCoreFigure) => (page: PageName) => asMs(median(figures[page][figure]));
  return {
    columns: [
      { title: "half a core: first typing", cell: cell("usable") },
      { title: "first paint", cell: cell("firstPaint") },
      { title: "blocking", cell: cell("blocking") },
    ],
    goals: [
      ratioGoal("half a core: first typing", figures, "usable", "react"),
      ratioGoal("half a core: first paint", figures, "firstPaint", "react"),
    ],
  };
}

/** Goals of whole journeys. They have no column, because only the app has such journeys. */
export function reportJourneys(guest: JourneyCost, filing: JourneyCost): Report {
  const goals = [
    { name: "received: a guest searches and reads a procedure", value: guest.receivedBytes / 1000, most: GUEST_KB, unit: "kB" },
    { name: "received: a whole birth filing", value: filing.receivedBytes / 1000, most: FILING_KB, unit: "kB" },
  ];
  if (filing.memoryBytes !== undefined) {
    const value = filing.memoryBytes / 1e6;
    goals.push({ name: "memory after a whole birth filing", value, most: FILING_MEMORY_MB, unit: "MB" });
  }
  return { columns: [], goals };
}

const ROW_TITLES: Record<PageName, string> = { bare: "bare HTML", ours: "**Một Cửa**", react: "React 19, react-router" };

/** A Markdown table with a row for each page. */
export function markdownTable(columns: Column[]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const rows = PAGE_NAMES.map((page) => line([ROW_TITLES[page], ...columns.map(({ cell }) => cell(page))]));
  return [line(["", ...columns.map(({ title }) => title)]), `|---|${"---:|".repeat(columns.length)}`, ...rows].join("\n");
}
