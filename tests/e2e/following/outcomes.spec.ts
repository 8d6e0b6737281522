// What comes after sending a dossier: its result, messages with the office, the rating, withdrawing it, and filing a
// similar one.

import { readFile } from "node:fs/promises";

import { heading, press } from "../../kit/citizen";
import { createDossier, decideDossier, registerAndSignIn } from "../../kit/api_setup";
import { expectNoHorizontalOverflow } from "../../kit/accessibility";
import { jpegPhoto, signedPdf } from "../../kit/files";
import { attachResult, writeAsOffice } from "../../kit/officer";
import { expect, test } from "../../kit/test";

/** The largest file that an office can attach as a result. */
const LARGEST_RESULT = 40 * 1024 * 1024;

test.beforeEach(async ({ page, person }) => registerAndSignIn(page, person));

test("a signed result of 40 MB is viewed, and downloaded whole although the line is cut, and the handling is rated", async ({ page, person, browserErrors }) => {
  const { code } = await createDossier(page, person);
  await page.goto(`/dossiers/${code}`);
  for (const move of ["Tiếp nhận", "Chuyển xử lý"]) await decideDossier(page, code, move);
  const { buffer: file, ...rest } = signedPdf(LARGEST_RESULT);
  await attachResult(page, code, { ...rest, buffer: file });
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

test("a result is shared with the browser's dialog, and without it the link to the dossier is copied", async ({ page, person }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const { code } = await createDossier(page, person);
  for (const move of ["Tiếp nhận", "Chuyển xử lý"]) await decideDossier(page, code, move);
  await attachResult(page, code, signedPdf(3_000));
  await page.goto(`/dossiers/${code}`);
  const share = page.locator(".result").getByRole("button", { name: /^Chia sẻ/ });
  const status = page.locator(".result").getByRole("status");
  // The press was too long ago for the browser, because the file had to arrive first.
  await page.evaluate(() => {
    const shared: string[] = [];
    Object.assign(window, { shared });
    navigator.canShare = (data) => data?.files?.length === 1;
    navigator.share = () => Promise.reject(new DOMException("", "NotAllowedError"));
  });
  await share.click();
  await expect(status).toHaveText("Tệp đã sẵn sàng. Hãy bấm «Chia sẻ» lần nữa.");
  await page.evaluate(() => {
    navigator.share = async (data) => {
      for (const { name, type, size } of data?.files ?? []) (window as never as { shared: string[] }).shared.push(`${name} ${type} ${size}`);
    };
  });
  await share.click();
  await expect.poll(() => page.evaluate(() => (window as never as { shared: string[] }).shared)).toEqual(["trich-luc.pdf application/pdf 3000"]);
  await expect(status).toHaveText("");
  await page.evaluate(() => Object.assign(navigator, { canShare: undefined, share: undefined }));
  await share.click();
  await expect(status).toContainText("Đã sao chép liên kết tới hồ sơ");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(new RegExp(`^http.*/dossiers/${code}$`));
});

test("a message reaches the office, survives a cut line, and answers arrive by themselves and are new until they are read", async ({ page, person, context, browserErrors }) => {
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
  await page.goto(`/dossiers/${code}`);
  await expect(page.getByText("Số tin nhắn: 1")).toBeVisible();
  const desk = await context.newPage();
  await desk.goto("/demo");
  const entry = desk.getByRole("article", { name: code });
  await expect(entry).toContainText("Tôi đi làm xa.");
  await entry.getByText("Nhắn tin cho công dân").click();
  await entry.getByLabel("Tin nhắn", { exact: true }).fill("Ngày mai có kết quả.");
  await entry.getByRole("button", { name: "Gửi tin nhắn" }).click();
  await desk.close();
  await expect(page.getByText("Tin mới: 1")).toBeVisible();
  await page.getByRole("link", { name: "Xem và gửi tin nhắn" }).click();
  await expect(page.locator(".message").last()).toContainText("Ngày mai có kết quả.");
  await expectNoHorizontalOverflow(page);
  // The office writes again while the citizen is typing: nothing that they type is lost, and it is announced once.
  await field.fill("Cảm ơn, tôi sẽ");
  await writeAsOffice(page, code, "Nhớ mang thẻ căn cước.");
  await expect(page.locator(".message").last()).toContainText("Nhớ mang thẻ căn cước.");
  await expect(page.getByRole("status").filter({ hasText: "Cơ quan gửi tin nhắn" })).toHaveCount(1);
  await expect(field).toHaveValue("Cảm ơn, tôi sẽ");
  await expect(field).toBeFocused();
  await field.fill("");
  await page.goto(`/dossiers/${code}`);
  await expect(page.getByText("Số tin nhắn: 3")).toBeVisible();
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
  await expect(page.locator(".dossier-status__lead")).toContainText("đã được rút");
});
