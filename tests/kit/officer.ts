// Acts as the officer who decides on a dossier, on the page `/demo`. Functions that a test isn't about send the forms of
// that page without opening it on the screen.

import { expect, type Page } from "@playwright/test";

import type { ChosenFile } from "./files";

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

/** The fields of a fee that the office asks for, as the form of `/demo` names them. */
export const FEE: Record<string, string> = {
  kind1: "duty", name1: "Lệ phí cấp bản sao", amount1: "8.000", basis1: "Thông tư 281/2016/TT-BTC",
  kind2: "charge", name2: "Phí khai thác dữ liệu", amount2: "42.000",
  reason: "Cấp 2 bản sao trích lục", until: "2099-12-31", counter: "Quầy số 3", online: "1",
};

/** Asks for a fee. */
export const askForFee = (page: Page, code: string, form = FEE): Promise<void> => postForm(page, `${code}/fees`, { form });

/** Attaches a file as the result of a dossier. */
export const attachResult = (page: Page, code: string, file: ChosenFile, name = "Trích lục khai sinh (bản sao)"): Promise<void> =>
  postForm(page, `${code}/results`, { multipart: { name, number: "125/TLKS", issued_on: "2026-11-24", file } });

/** Records that the result was handed over at the counter. */
export const handOver = (page: Page, code: string): Promise<void> =>
  postForm(page, `${code}/handover`, { form: { channel: "counter", note: "Người nhận: mẹ" } });

/** Writes a message to the citizen. */
export const writeAsOffice = (page: Page, code: string, text: string): Promise<void> =>
  postForm(page, `${code}/messages`, { form: { text } });

async function postForm(page: Page, path: string, body: Parameters<Page["request"]["post"]>[1]): Promise<void> {
  const desk = await page.request.get("/demo");
  const headers = { "sec-fetch-site": "same-origin", origin: new URL(desk.url()).origin };
  const response = await page.request.post(`/demo/dossiers/${path}`, { ...body, headers });
  expect(response.ok(), `${path}: ${response.status()}`).toBe(true);
}
