// What the newcomer does as the officer, on the demonstration's page `/demo`.

import { expect, type Page } from "@playwright/test";

/** Opens the desk in a new tab and makes one move with a dossier, with words for the citizen where given. */
export async function decide(page: Page, code: string, move: string, note = ""): Promise<void> {
  const desk = await page.context().newPage();
  await desk.goto("/demo");
  const dossier = desk.getByRole("article", { name: code });
  if (note) await dossier.getByRole("textbox").fill(note);
  await dossier.getByRole("button", { name: move, exact: true }).click();
  await expect(desk.getByRole("heading", { level: 1, name: "Trang thử nghiệm" })).toBeVisible();
  await expect(desk.getByRole("alert")).toHaveCount(0);
  await desk.close();
}
