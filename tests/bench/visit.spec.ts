// Tests that the measurement notices what it is there for: the bare page with a script that does one thing wrong.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "@playwright/test";

import { Backend } from "../kit/backend";
import { withNewProfile } from "./browser";
import { writeBarePage } from "./pages";
import { visit, type Visit } from "./visit";

test("a page that deletes what was typed fails", async () => {
  await expect(visitWith(later('field.value = "";'))).rejects.toThrow("lost typed text");
});

test("a page that takes the focus away fails", async () => {
  await expect(visitWith(later("field.blur();"))).rejects.toThrow("lost the focus");
});

test("a page that replaces the search field and keeps its text and focus passes", async () => {
  const { usable, firstPaint } = await visitWith(
    later("const copy = field.cloneNode(); copy.value = field.value; field.replaceWith(copy); copy.focus();"),
  );
  expect(usable).toBeGreaterThanOrEqual(firstPaint);
});

test("a text that moves the page counts as a layout shift", async () => {
  const notice = 'document.querySelector("main").before(Object.assign(document.createElement("p"), { textContent: "…" }));';
  expect((await visitWith(later(notice), false)).layoutShift).toBeGreaterThan(0);
});

test("a task that blocks the page counts from its 51st millisecond", async () => {
  const { longestTask, blocking } = await visitWith(
    later("const end = performance.now() + 300; while (performance.now() < end);"),
    false,
  );
  expect(longestTask).toBeGreaterThanOrEqual(300);
  expect(blocking).toBeGreaterThanOrEqual(longestTask - 50);
});

/** A script that does something after the person has typed. */
const later = (action: string) =>
  `setTimeout(() => { const field = document.querySelector("input[type=search]"); ${action} }, 2500);`;

/** Visits the bare page with a script, over the loopback interface at full speed. */
async function visitWith(script: string, typing = true): Promise<Visit> {
  const staging = mkdtempSync(join(tmpdir(), "motcua-bench-"));
  const folder = join(staging, "page");
  writeBarePage(folder, script);
  const backend = await Backend.launch(folder);
  try {
    return await withNewProfile((context) => visit(context, `${backend.origin}/`, { cpuSlowdown: 1, typing }));
  } finally {
    await backend.dispose();
    rmSync(staging, { recursive: true });
  }
}
