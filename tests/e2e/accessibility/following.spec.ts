// Accessibility of the list of dossiers («Hồ sơ của tôi») and of the page of one dossier.

import { fill, heading, press } from "../../kit/citizen";
import { holdResponses } from "../../kit/delayed_responses";
import { BIRTH_PROCEDURE, createDossier, createDraft, decideDossier, registerAndSignIn } from "../../kit/api_setup";
import { askAtDesk } from "../../kit/officer";
import { accessibilitySweep } from "../../kit/accessibility_sweep";
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
