// Accessibility of the list of dossiers («Hồ sơ của tôi»), the page of one dossier, and what comes after sending it.

import { fill, heading, press } from "../../kit/citizen";
import { holdResponses } from "../../kit/delayed_responses";
import {
  BIRTH_PROCEDURE, addEmail, createCompleteDraft, createDossier, createDraft, decideDossier, registerAndSignIn, submitDraft,
} from "../../kit/api_setup";
import { jpegPhoto, pdfFile, signedPdf } from "../../kit/files";
import { askAtDesk, askForFee, attachResult, handOver, writeAsOffice } from "../../kit/officer";
import { type SweepContext, type SweepRow, accessibilitySweep } from "../../kit/accessibility_sweep";
import { expect, test } from "../../kit/test";

const DRAFT = "Bản nháp";

test("my dossiers and a dossier are accessible in light and dark mode", accessibilitySweep(async ({ page, person }) => (await registerAndSignIn(page, person), {}), [
  ["my dossiers", "empty", async ({ page }) => {
    await page.goto("/dossiers?tab=new");
    await expect(page.getByRole("link", { name: /^Hồ sơ mới\s*0$/ })).toBeVisible();
  }],
  ["my dossiers", "with a draft and a dossier", async ({ page, person }) => {
    await createDraft(page, BIRTH_PROCEDURE);
    const { code } = await createDossier(page, person);
    await page.goto("/dossiers?tab=new");
    await expect(page.getByText(code)).toBeVisible();
    await expect(page.getByText(DRAFT, { exact: true })).toBeVisible();
  }],
  ["my dossiers", "with the delete dialog", async ({ page }) => {
    await page.getByRole("button", { name: /^Xóa/ }).first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
  }],
  ["my dossiers", "with the last tab, which is empty", async ({ page }) => {
    await page.goto("/dossiers?tab=new");
    await page.getByRole("link", { name: /^Đã hoàn thành trả kết quả/ }).click();
    await expect(page.getByRole("link", { name: /^Đã hoàn thành trả kết quả/ })).toHaveAttribute("aria-current", "page");
  }],
  ["my dossiers", "loading", async ({ page }) => {
    const releaseResponses = await holdResponses(page, "**/api/dossiers?*");
    await page.goto("/dossiers?tab=processing");
    await expect(page.locator(".skeleton").first()).toBeVisible();
    void releaseResponses;
  }],
  ["my dossiers", "without a connection", async ({ page, browserErrors }) => {
    browserErrors.allowNetworkErrors();
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.route("**/api/dossiers?*", (route) => route.abort());
    await page.goto("/dossiers?tab=processing");
    await expect(page.getByRole("alert").filter({ hasText: "Chưa kết nối được với máy chủ" }).first()).toBeVisible();
    await page.unrouteAll({ behavior: "ignoreErrors" });
  }],
  ["notices", "with unread ones", async ({ page }) => {
    await page.goto("/notices");
    await expect(page.getByText("Mới", { exact: true }).first()).toBeVisible();
  }],
  ["notices", "chosen channels", async ({ page }) => {
    await page.goto("/account/notices");
    await expect(page.getByRole("checkbox", { name: "Zalo" })).toBeVisible();
  }],
  ["notices", "a new e-mail address", async ({ page }) => {
    await page.goto("/account/email");
    await expect(page.getByRole("textbox", { name: "Email mới" })).toBeVisible();
  }],
  ["dossier", "accepted", async ({ page, person }) => {
    const { code } = await createDossier(page, person);
    await decideDossier(page, code, "Tiếp nhận");
    await page.goto(`/dossiers/${code}`);
    await expect(page.getByText("Cán bộ tiếp nhận (bản thử)").first()).toBeVisible();
  }],
  ["dossier", "with a requested supplement", async ({ page, person }) => {
    const { code } = await createDossier(page, person);
    await decideDossier(page, code, "Yêu cầu bổ sung trước tiếp nhận", "Nộp thêm giấy báo tử <bản gốc>");
    await page.goto(`/dossiers/${code}`);
    await expect(page.getByText("Nộp thêm giấy báo tử <bản gốc>").first()).toBeVisible();
  }],
  ["reply", "with everything missing", async ({ page, person }) => {
    const { code } = await createDossier(page, person);
    await askAtDesk(page, code, { reason: "Thiếu", items: { "q:request": "Chưa rõ" }, otherPaper: "Giấy báo tử" });
    await page.goto(`/dossiers/${code}/supplement`);
    await page.getByRole("button", { name: "Gửi bổ sung" }).click();
    await expect(page.getByRole("group", { name: "Có thông tin cần sửa" })).toBeVisible();
  }],
  ["reply", "that nobody waits for", async ({ page, person, browserErrors }) => {
    browserErrors.allowNetworkErrors();
    browserErrors.allowStatuses(409);
    const { code } = await createDossier(page, person);
    await page.goto(`/dossiers/${code}/supplement`);
    await expect(page.getByText(/Cơ quan không chờ mục này nữa/)).toBeVisible();
  }],
  ["dossier", "refused", async ({ page, person }) => {
    const { code } = await createDossier(page, person);
    await decideDossier(page, code, "Từ chối tiếp nhận", "Không thuộc thẩm quyền");
    await page.goto(`/dossiers/${code}`);
    await expect(page.getByText("Không thuộc thẩm quyền").first()).toBeVisible();
  }],
  ["fee", "that can be paid", async ({ page, person }) => {
    const { code } = await createDossier(page, person);
    await decideDossier(page, code, "Yêu cầu nộp phí");
    await page.goto(`/dossiers/${code}`);
    await page.getByRole("link", { name: /^Xem và nộp/ }).click();
    await expect(page.getByRole("img", { name: "Mã VietQR để chuyển khoản" })).toBeVisible();
  }],
  ["fee", "paid, with its receipt", async ({ page, person }) => {
    const { code } = await createDossier(page, person);
    await decideDossier(page, code, "Yêu cầu nộp phí");
    await decideDossier(page, code, "Đã thanh toán trước tiếp nhận");
    await page.goto(`/dossiers/${code}`);
    await page.getByRole("link", { name: /^Xem biên lai/ }).click();
    await expect(page.getByRole("heading", { name: "Biên lai thu tiền" })).toBeVisible();
  }],
  ["dossier", "finished, with the rating", async ({ page, person }) => {
    const { code } = await createDossier(page, person);
    for (const move of ["Tiếp nhận", "Chuyển xử lý", "Có kết quả"]) await decideDossier(page, code, move);
    await page.goto(`/dossiers/${code}`);
    await expect(page.getByRole("heading", { name: "Đánh giá" })).toBeVisible();
  }],
  ["dossier", "with the dialog before a withdrawal", async ({ page, person }) => {
    const { code } = await createDossier(page, person);
    await page.goto(`/dossiers/${code}`);
    await press(page, "Rút hồ sơ");
    await expect(page.getByRole("dialog")).toBeVisible();
  }],
  ["messages", "without any", async ({ page, person }) => {
    const { code } = await createDossier(page, person);
    await page.goto(`/dossiers/${code}/messages`);
    await expect(heading(page, "Trao đổi với cơ quan")).toBeVisible();
  }],
  ["dossier", "with the explanation of its due date", async ({ page, person }) => {
    const { code } = await createDossier(page, person);
    await page.goto(`/dossiers/${code}`);
    await page.getByText("Vì sao là ngày này?").click();
    await expect(page.getByText("Tính từ")).toBeVisible();
  }],
  ["my dossiers", "with the second page of a long list", async ({ page }) => {
    for (let number = 0; number < 21; number += 1) await createDraft(page, BIRTH_PROCEDURE);
    await page.goto("/dossiers?tab=new&page=2");
    await expect(page.getByRole("link", { name: "Trang trước" })).toBeVisible();
    await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  }],
  // The search is the last row, because it stays in the tab.
  ["my dossiers", "with a search and its filters", async ({ page }) => {
    await page.getByText("Lọc theo cơ quan và thời gian").click();
    await fill(page, "Tìm trong hồ sơ của tôi", "trich luc");
    await press(page, "Tìm");
    await expect(page.getByRole("heading", { name: "Kết quả tìm" })).toBeVisible();
  }],
]));

/** A notice about a payment: the state in which the backend returns it, and a part of its text. */
const PAYMENT_NOTICES: [state: string, text: string][] = [
  ["open", "Bạn chưa thanh toán xong."], ["confirming", "Ngân hàng chưa xác nhận."], ["paid", "Đã nhận tiền."],
  ["cancelled", "Bạn đã hủy"], ["failed", "Ngân hàng từ chối giao dịch"], ["expired", "Trang thanh toán đã hết giờ"],
  ["refund_due", "Cơ quan sẽ hoàn lại số tiền"], ["refunded", "Cơ quan đã hoàn lại"],
];

/** One dossier that is nearly finished, for all rows, and the address of its fee. */
async function prepareOutcomes({ page, person }: SweepContext): Promise<{ code: string; fee: string }> {
  await registerAndSignIn(page, person);
  await addEmail(page, person, `thu.${person.phone}@example.vn`);
  const { code } = await createDossier(page, person);
  await askForFee(page, code);
  const { fees } = (await (await page.request.get(`/api/dossiers/${code}`)).json()) as { fees: { id: string }[] };
  for (const move of ["Tiếp nhận", "Chuyển xử lý"]) await decideDossier(page, code, move);
  return { code, fee: `/dossiers/${code}/fees/${fees[0]?.id}` };
}

test("what comes after sending is accessible in light and dark mode", accessibilitySweep(prepareOutcomes, [
  ["reply", "sent, with a file", async ({ page, code }) => {
    await page.goto(`/dossiers/${code}/reply/message`);
    await fill(page, /^Nội dung gửi cơ quan/, "Tôi gửi thêm giấy tờ.");
    await page.locator("input[type=file]").setInputFiles(pdfFile());
    await expect(page.getByText("Cơ quan đã nhận")).toBeVisible();
    await press(page, "Gửi cho cơ quan");
    await expect(heading(page, "Đã gửi")).toBeVisible();
  }],
  ["messages", "with files and an answer", async ({ page, code }) => {
    await writeAsOffice(page, code, "Cơ quan đã nhận.");
    await page.goto(`/dossiers/${code}/messages`);
    await expect(page.locator(".message")).toHaveCount(2);
    await expect(page.locator(".message__files").getByRole("link")).toBeVisible();
  }],
  ...PAYMENT_NOTICES.map(([state, text]): SweepRow<{ code: string; fee: string }> =>
    ["fee", `with a payment that is ${state}`, async ({ page, code, fee }) => {
      const url = state === "open" ? "https://example.vn/pay" : undefined;
      const json = { id: "p", dossier: code, fee: fee.split("/").at(-1), amount: 50_000, state, url, expires_at: "2099-12-31T01:00:00Z" };
      await page.route("**/api/payments/p", (route) => route.fulfill({ json }));
      await page.goto(`${fee}?payment=p`);
      await expect(page.getByText(text)).toBeVisible();
    }]),
  ["dossier", "that has changed while the citizen is typing", async ({ page, code }) => {
    await attachResult(page, code, signedPdf(3_000));
    await page.goto(`/dossiers/${code}`);
    await page.getByLabel("Góp ý thêm").fill("Nhanh");
    await decideDossier(page, code, "Trả kết quả");
    await expect(page.getByText("Hồ sơ vừa có thay đổi.")).toBeVisible();
  }],
  ["dossier", "with a signed result that was handed over", async ({ page, code }) => {
    await handOver(page, code);
    await page.goto(`/dossiers/${code}`);
    await expect(page.getByText(/^Đã giao kết quả/)).toBeVisible();
    await expect(page.locator(".result")).toContainText("Có chữ ký số");
  }],
  ["reply", "to a draft certificate", async ({ page, person }) => {
    const { code } = await submitDraft(page, await createCompleteDraft(page, person, BIRTH_PROCEDURE, await jpegPhoto(page)));
    await decideDossier(page, code, "Tiếp nhận");
    await askAtDesk(page, code, { certificate: true });
    await page.goto(`/dossiers/${code}/supplement`);
    await expect(page.getByRole("radio", { name: "Có chỗ sai" })).toBeVisible();
    await expect(page.getByText("Nội dung sẽ in")).toBeVisible();
  }],
  ["notices", "with the dialog that removes the e-mail address", async ({ page }) => {
    await page.goto("/account/notices");
    await press(page, "Bỏ email");
    await expect(page.getByRole("dialog")).toBeVisible();
  }],
]));
