// Accessibility of the list of dossiers («Hồ sơ của tôi») and of the page of one dossier.

import { fill, heading, press } from "../../kit/citizen";
import { holdResponses } from "../../kit/delayed_responses";
import { BIRTH_PROCEDURE, createDossier, createDraft, decideDossier, registerAndSignIn } from "../../kit/api_setup";
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
  ["dossier", "refused", async ({ page, person }) => {
    const { code } = await createDossier(page, person);
    await decideDossier(page, code, "Từ chối tiếp nhận", "Không thuộc thẩm quyền");
    await page.goto(`/dossiers/${code}`);
    await expect(page.getByText("Không thuộc thẩm quyền").first()).toBeVisible();
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
