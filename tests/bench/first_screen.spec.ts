// Measures the app's first screen beside a bare HTML page and a React page with the same content, and prints the table in
// README.md. Fails if the app misses a goal (`report.ts`). Most goals are ratios to another page, because milliseconds
// differ between machines. Run it with `make bench-page`.
//
// ROUNDS is the number of rounds. ONLY names the parts to run, for example ONLY="A memory".

import { expect, test } from "@playwright/test";

import { withNewProfile } from "./browser";
import { LINE_A, LINE_B } from "./conditions";
import { describeGoal, isReached } from "./goals";
import { measureFiling, measureGuest } from "./journeys";
import { readShownTexts } from "./observer";
import { type ServedPage, servePages } from "./pages";
import {
  markdownTable, type Report, reportHalfCore, reportJourneys, reportLine, reportMemory, reportUntouched,
} from "./report";
import { measureHalfCore, measureLine, measureMemory, measureUntouched } from "./rounds";

const ROUNDS = Number(process.env.ROUNDS || 9);

/** The parts of the measurement. A part is `undefined` if this system can't measure it. */
const PARTS: Record<string, (pages: ServedPage[]) => Promise<Report | undefined>> = {
  A: async (pages) => reportLine("A", await measureLine(pages, ROUNDS, LINE_A)),
  B: async (pages) => reportLine("B", await measureLine(pages, ROUNDS, LINE_B)),
  tasks: async (pages) => reportUntouched(await measureUntouched(pages, ROUNDS)),
  memory: async (pages) => {
    const figures = await measureMemory(pages, ROUNDS);
    return figures && reportMemory(figures);
  },
  half: async (pages) => {
    const figures = await measureHalfCore(pages, ROUNDS);
    return figures && reportHalfCore(figures);
  },
  journeys: async (pages) => {
    const backend = pageNamed(pages, "ours").backend;
    const options = { baseURL: backend.origin };
    const guest = await withNewProfile((context) => measureGuest(context, backend), options);
    return reportJourneys(guest, await withNewProfile((context) => measureFiling(context, backend), options));
  },
};

test("the first screen is as light as bare HTML", async () => {
  const wanted = process.env.ONLY ? process.env.ONLY.trim().split(/\s+/) : Object.keys(PARTS);
  const { pages, stop } = await servePages();
  try {
    await expectSameTexts(pages);
    const reports: Report[] = [];
    for (const name of wanted) {
      const measure = PARTS[name];
      if (!measure) throw new Error(`no part named ${name}; there are ${Object.keys(PARTS).join(", ")}`);
      const report = await measure(pages);
      if (report) reports.push(report);
      else console.log(`skipped: this system can't measure the part «${name}» of the benchmark`);
    }
    const goals = reports.flatMap((report) => report.goals);
    console.log(`\n${markdownTable(reports.flatMap(({ columns }) => columns))}\n\n${goals.map(describeGoal).join("\n")}\n`);
    expect(goals.filter((goal) => !isReached(goal)).map(describeGoal), "missed goals").toEqual([]);
  } finally {
    await stop();
  }
});

/**
 * Checks that the other pages show everything that the bare page shows. Otherwise the comparison would be unfair. The app
 * adds some links to the footer when it takes over.
 */
async function expectSameTexts(pages: ServedPage[]): Promise<void> {
  const texts = async ({ backend }: ServedPage) =>
    withNewProfile(async (context) => {
      const page = await context.newPage();
      await page.goto(`${backend.origin}/`, { waitUntil: "networkidle" });
      await expect(page.locator("#shell")).toHaveCount(0);
      return readShownTexts(page);
    });
  const bare = await texts(pageNamed(pages, "bare"));
  for (const name of ["ours", "react"] as const) {
    expect(await texts(pageNamed(pages, name)), `texts of the page «${name}»`).toEqual(expect.arrayContaining(bare));
  }
}

function pageNamed(pages: ServedPage[], name: ServedPage["name"]): ServedPage {
  const page = pages.find((served) => served.name === name);
  if (!page) throw new Error(`no page named ${name}`);
  return page;
}
