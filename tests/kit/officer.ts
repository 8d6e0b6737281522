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

/** What the office asks for: answers and papers by the name of their field, each with its reason; or a draft certificate. */
type Request = { reason?: string; items?: Record<string, string>; otherPaper?: string; certificate?: boolean };

/** Asks for single answers and papers, or sends the draft of a certificate, with the form that `/demo` links to. */
export async function askAtDesk(page: Page, code: string, request: Request): Promise<void> {
  const desk = await page.context().newPage();
  await desk.goto("/demo");
  await desk.getByRole("article", { name: code }).getByRole("link", { name: "Chọn từng mục cần bổ sung" }).click();
  if (request.reason) await desk.getByLabel("Lý do chung").fill(request.reason);
  for (const [field, reason] of Object.entries(request.items ?? {})) {
    await desk.locator(`[name="${field}"]`).check();
    await desk.locator(`[name="r:${field}"]`).fill(reason);
  }
  if (request.otherPaper) await desk.getByLabel("Tên giấy tờ 1").fill(request.otherPaper);
  await desk.getByRole("button", { name: request.certificate ? "Gửi bản thảo để công dân xác nhận" : "Gửi yêu cầu từng mục" }).click();
  await expect(desk.getByRole("heading", { level: 1, name: "Trang thử nghiệm" })).toBeVisible();
  await expect(desk.getByRole("alert")).toHaveCount(0);
  await desk.close();
}

/** A signed PDF file of about `size` bytes. */
export function signedPdf(size: number): Buffer {
  const head =
    "%PDF-1.7\n1 0 obj <</Type /Page>> endobj\n2 0 obj <</Type /Sig /ByteRange [0 9 20 5] /Contents <00ff> " +
    "/Name (UBND xa Trieu Phong) /M (D:20261124093000+07'00')>> endobj\n%";
  const end = "\nxref\ntrailer <<>>\nstartxref\n0\n%%EOF\n";
  return Buffer.from(head + "x".repeat(size) + end, "latin1");
}

/** Attaches a file as the result, with the form of `/demo`. */
export async function attachResult(page: Page, code: string, name: string, buffer: Buffer): Promise<void> {
  const origin = new URL(page.url()).origin;
  const response = await page.request.post(`/demo/dossiers/${code}/results`, {
    headers: { "sec-fetch-site": "same-origin", origin },
    multipart: { name, number: "125/TLKS", issued_on: "2026-11-24", file: { name: "trich-luc.pdf", mimeType: "application/pdf", buffer } },
  });
  expect(response.ok()).toBe(true);
}
