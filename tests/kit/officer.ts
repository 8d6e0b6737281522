// Acts as the officer who decides on a dossier, on the page `/demo`.

import { expect, type Page } from "@playwright/test";

/**
 * Decides on the dossier with the code `code`: opens `/demo` in a new tab, and presses the dossier's button with the
 * label `move`. `note` is the officer's note to the citizen.
 */
export async function decideAtDesk(page: Page, code: string, move: string, note = ""): Promise<void> {
  const desk = await page.context().newPage();
  await desk.goto("/demo");
  const dossier = desk.getByRole("article", { name: code });
  if (note) await dossier.getByRole("textbox").fill(note);
  await dossier.getByRole("button", { name: move, exact: true }).click();
  await expect(desk.getByRole("heading", { level: 1, name: "Trang thử nghiệm" })).toBeVisible();
  await expect(desk.getByRole("alert")).toHaveCount(0);
  await desk.close();
}
