// What comes after sending a dossier: its result, messages with the office, the rating, withdrawing it, and filing a
// similar one.

import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { heading, press } from "../../kit/citizen";
import { createDossier, decideDossier, registerAndSignIn } from "../../kit/api_setup";
import { expectNoHorizontalOverflow } from "../../kit/accessibility";
import { jpegPhoto } from "../../kit/files";
import { expect, test } from "../../kit/test";

/** A signed PDF file of about `size` bytes. */
function signedPdf(size: number): Buffer {
  const head =
    "%PDF-1.7\n1 0 obj <</Type /Page>> endobj\n2 0 obj <</Type /Sig /ByteRange [0 9 20 5] /Contents <00ff> " +
    "/Name (UBND xa Trieu Phong) /M (D:20261124093000+07'00')>> endobj\n%";
  const end = "\nxref\ntrailer <<>>\nstartxref\n0\n%%EOF\n";
  return Buffer.from(head + "x".repeat(size) + end, "latin1");
}

/** Attaches a file as the result, with the form of `/demo`. */
async function attachResult(page: Page, code: string, name: string, buffer: Buffer): Promise<void> {
  const origin = new URL(page.url()).origin;
  const response = await page.request.post(`/demo/dossiers/${code}/results`, {
    headers: { "sec-fetch-site": "same-origin", origin },
    multipart: { name, number: "125/TLKS", issued_on: "2026-11-24", file: { name: "trich-luc.pdf", mimeType: "application/pdf", buffer } },
  });
  expect(response.ok()).toBe(true);
}

test.beforeEach(async ({ page, person }) => registerAndSignIn(page, person));

test("a signed result is viewed, and downloaded whole although the line is cut, and the handling is rated", async ({ page, person, browserErrors }) => {
  const { code } = await createDossier(page, person);
  await page.goto(`/dossiers/${code}`);
  for (const move of ["Tiếp nhận", "Chuyển xử lý"]) await decideDossier(page, code, move);
  const file = signedPdf(1_500_000);
  await attachResult(page, code, "Trích lục khai sinh (bản sao)", file);
  await page.reload();
  const result = page.locator(".result");
  await expect(result.getByRole("heading", { name: "Trích lục khai sinh (bản sao)" })).toBeVisible();
  await expect(result).toContainText("Có chữ ký số: UBND xa Trieu Phong");
  await expect(page.locator("#results")).not.toContainText("hợp lệ");
  await expectNoHorizontalOverflow(page);
  const view = result.getByRole("link", { name: /^Xem/ });
  const shown = await page.request.get((await view.getAttribute("href")) ?? "");
  expect(shown.headers()["content-disposition"]).toContain("inline");
  expect((await shown.body()).equals(file)).toBe(true);
  // The line is cut during the second part.
  browserErrors.allowNetworkErrors();
  let parts = 0;
  await page.route(/\/files\//, (route) => (++parts === 2 ? route.abort("connectionreset") : route.continue()));
  const saving = page.waitForEvent("download");
  await result.getByRole("button", { name: /^Tải về/ }).click();
  const saved = await (await saving).path();
  expect((await readFile(saved)).equals(file)).toBe(true);
  expect(parts).toBeGreaterThan(2);
  await page.unroute(/\/files\//);

  await press(page, "Gửi đánh giá");
  await expect(page.getByText("Hãy chọn một mức hài lòng.")).toBeVisible();
  await page.getByRole("radio", { name: "Hài lòng", exact: true }).check();
  await page.getByLabel("Góp ý thêm").fill("Nhanh hơn tôi nghĩ.");
  await page.reload();
  await expect(page.getByLabel("Góp ý thêm")).toHaveValue("Nhanh hơn tôi nghĩ.");
  await press(page, "Gửi đánh giá");
  await expect(page.getByText("Bạn đã đánh giá: Hài lòng")).toBeVisible();
  await press(page, "Sửa đánh giá");
  await page.getByRole("radio", { name: "Rất hài lòng" }).check();
  await press(page, "Gửi đánh giá");
  await expect(page.getByText("Bạn đã đánh giá: Rất hài lòng")).toBeVisible();
});

test("a message reaches the office, survives a cut line, and the answer is marked as new until it is read", async ({ page, person, context, browserErrors }) => {
  const { code } = await createDossier(page, person);
  await page.goto(`/dossiers/${code}`);
  await page.getByRole("link", { name: "Xem và gửi tin nhắn" }).click();
  await expect(heading(page, "Trao đổi với cơ quan")).toBeVisible();
  await press(page, "Gửi tin nhắn");
  await expect(page.getByText("Hãy viết nội dung tin nhắn.")).toBeVisible();
  const field = page.getByLabel("Tin nhắn cho cơ quan");
  await field.fill("Bao giờ có kết quả?\nTôi đi làm xa.");
  browserErrors.allowNetworkErrors();
  await context.setOffline(true);
  await press(page, "Gửi tin nhắn");
  await expect(page.getByRole("alert")).toBeVisible();
  await context.setOffline(false);
  await page.reload();
  await expect(field).toHaveValue("Bao giờ có kết quả?\nTôi đi làm xa.");
  await press(page, "Gửi tin nhắn");
  await expect(page.locator(".message")).toHaveCount(1);
  await expect(field).toHaveValue("");
  const desk = await context.newPage();
  await desk.goto("/demo");
  const entry = desk.getByRole("article", { name: code });
  await expect(entry).toContainText("Tôi đi làm xa.");
  await entry.getByText("Nhắn tin cho công dân").click();
  await entry.getByLabel("Tin nhắn", { exact: true }).fill("Ngày mai có kết quả.");
  await entry.getByRole("button", { name: "Gửi tin nhắn" }).click();
  await desk.close();
  await page.goto(`/dossiers/${code}`);
  await expect(page.getByText("Tin mới: 1")).toBeVisible();
  await page.getByRole("link", { name: "Xem và gửi tin nhắn" }).click();
  await expect(page.locator(".message").last()).toContainText("Ngày mai có kết quả.");
  await expectNoHorizontalOverflow(page);
  await page.goto(`/dossiers/${code}`);
  await expect(page.getByText("Số tin nhắn: 2")).toBeVisible();
  await expect(page.getByText("Tin mới")).toHaveCount(0);

  // A message with a file is filled in like other papers.
  await page.getByRole("link", { name: "Xem và gửi tin nhắn" }).click();
  await page.getByRole("link", { name: "Gửi tin có kèm tệp" }).click();
  await page.getByLabel(/^Nội dung gửi cơ quan/).fill("Tôi gửi thêm ảnh.");
  await page.locator("input[type=file]").setInputFiles(await jpegPhoto(page, "Ảnh nhà.jpg"));
  await expect(page.getByText("Cơ quan đã nhận")).toBeVisible();
  await press(page, "Gửi cho cơ quan");
  await expect(heading(page, "Đã gửi")).toBeVisible();
  await page.goto(`/dossiers/${code}/messages`);
  await expect(page.locator(".message").last()).toContainText("Tôi gửi thêm ảnh.");
  await expect(page.locator(".message").last().getByRole("link", { name: /Ảnh nhà.jpg/ })).toBeVisible();
});

test("a dossier is withdrawn with a reason that is kept while typing, and a similar one begins with its answers", async ({ page, person }) => {
  const { code } = await createDossier(page, person);
  await page.goto(`/dossiers/${code}`);
  await press(page, "Rút hồ sơ");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("hồ sơ này không tiếp tục được nữa")).toBeVisible();
  await dialog.getByRole("button", { name: "Gửi yêu cầu rút" }).click();
  await expect(dialog.getByText("Hãy ghi lý do rút hồ sơ")).toBeVisible();
  await dialog.getByLabel("Vì sao bạn rút hồ sơ?").fill("Tôi nộp nhầm thủ tục.");
  await page.reload();
  await press(page, "Rút hồ sơ");
  await expect(dialog.getByLabel("Vì sao bạn rút hồ sơ?")).toHaveValue("Tôi nộp nhầm thủ tục.");
  await expectNoHorizontalOverflow(page);
  await dialog.getByRole("button", { name: "Gửi yêu cầu rút" }).click();
  await expect(page.locator(".dossier-status")).toContainText("Công dân yêu cầu rút hồ sơ");
  await expect(page.getByRole("button", { name: "Rút hồ sơ" })).toHaveCount(0);
  await page.getByRole("link", { name: "Nộp hồ sơ tương tự" }).click();
  await expect(page.getByText("Hồ sơ mới bắt đầu với các câu trả lời của hồ sơ")).toContainText(code);

  // The office decides about the withdrawal (status 7). Until then the dossier is paused.
  await page.goto("/dossiers?tab=paused");
  await expect(page.locator(".dossier-cards").getByText(code)).toBeVisible();
  await decideDossier(page, code, "Đồng ý cho rút");
  await page.goto("/dossiers?tab=closed");
  await expect(page.locator(".dossier-cards").getByText(code)).toBeVisible();
  await page.goto(`/dossiers/${code}`);
  await expect(page.locator(".dossier-status__lead")).toContainText(/đã rút/i);
});
