// Step 6 of the journey (R2.13–R2.16, R3.7): the eight tabs of «Hồ sơ của tôi» with the number of dossiers in each, and
// the page of one dossier with its history.

import type { Page } from "@playwright/test";

import { follow, heading } from "../../kit/citizen";
import { decideAtDesk } from "../../kit/officer";
import { BIRTH_PROCEDURE, createDossier, createDraft, decideDossier, registerAndSignIn } from "../../kit/api_setup";
import { expectNoHorizontalOverflow } from "../../kit/accessibility";
import { expect, test } from "../../kit/test";

const TABS = [
  "Hồ sơ mới", "Bổ sung hồ sơ", "Đang xử lý", "Nghĩa vụ tài chính", "Thanh toán phí", "Đang tạm dừng",
  "Hoàn thành thụ lý", "Đã hoàn thành trả kết quả",
];
const tab = (page: Page, name: string) => page.getByRole("link", { name: new RegExp(`^${name}\\s*\\d+$`) });

test.beforeEach(async ({ page, person }) => registerAndSignIn(page, person));

test("all eight tabs are shown, each with its count", { tag: "@desktop" }, async ({ page, person }) => {
  await createDraft(page, BIRTH_PROCEDURE);
  await createDossier(page, person);
  await page.goto("/");
  await follow(page, "Hồ sơ của tôi");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  await expect(tab(page, "Hồ sơ mới")).toHaveText(/2$/);
  for (const name of TABS) await expect(tab(page, name)).toBeVisible();
  await expect(tab(page, "Hồ sơ mới")).toHaveAttribute("aria-current", "page");
  await expectNoHorizontalOverflow(page);
  for (const name of TABS.slice(1)) {
    await tab(page, name).click();
    await expect(tab(page, name)).toHaveAttribute("aria-current", "page");
  }
});

test("a draft under «Hồ sơ mới» can be continued or deleted, and an empty list explains how to start", async ({ page }) => {
  await createDraft(page, BIRTH_PROCEDURE);
  await page.goto("/dossiers?tab=new");
  await expect(page.getByText("Bản nháp", { exact: true }).first()).toBeVisible();
  await follow(page, /^Tiếp tục/);
  await expect(heading(page, "Người yêu cầu")).toBeVisible();
  await page.goBack();
  await page.getByRole("button", { name: /^Xóa/ }).first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: /^Xóa/ }).click();
  await expect(tab(page, "Hồ sơ mới")).toHaveText(/0$/);
  await expect(page.getByText("Bạn chưa có hồ sơ mới hay bản nháp nào.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Tìm thủ tục để nộp" })).toBeVisible();
});

test("the declared answers are printed although they are collapsed on the screen", async ({ page, person }) => {
  const { code } = await createDossier(page, person);
  await page.goto(`/dossiers/${code}`);
  const declaredAnswer = page.getByText("Đề nghị cấp 2 bản sao trích lục khai tử của ông nội tôi.");
  await expect(declaredAnswer).toBeAttached();
  await expect(declaredAnswer).toBeHidden();
  await declaredAnswer.evaluate((element) => {
    addEventListener("beforeprint", () => {
      document.documentElement.dataset.answer = element.checkVisibility() ? "on paper" : "left out";
    });
  });
  await page.pdf({ format: "A4" });
  await expect(page.locator("html")).toHaveAttribute("data-answer", "on paper");
  await expect(declaredAnswer).toBeHidden();
});

test("an accepted dossier moves to «Đang xử lý» and shows its officer and history", async ({ page, person }) => {
  const { code } = await createDossier(page, person);
  await page.goto("/dossiers?tab=new");
  await expect(page.getByText(code, { exact: true })).toBeVisible();
  await decideAtDesk(page, code, "Tiếp nhận");
  await page.getByRole("button", { name: "Làm mới" }).click();
  await expect(tab(page, "Hồ sơ mới")).toHaveText(/0$/);
  await tab(page, "Đang xử lý").click();
  await expect(page.getByText(code, { exact: true })).toBeVisible();
  await expect(page.getByText("Được tiếp nhận").first()).toBeVisible();
  await page.getByRole("link", { name: /Cấp bản sao Trích lục hộ tịch/ }).first().click();
  await expect(page).toHaveURL(/\/dossiers\/H/);
  await expect(page.getByText("Được tiếp nhận").first()).toBeVisible();
  await expect(page.getByText("Cán bộ tiếp nhận (bản thử)").first()).toBeVisible();
  await expect(page.getByText("Triệu Phong").first()).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Tiếp nhận" }).first()).toBeVisible();
  await expectNoHorizontalOverflow(page);
});

test("a dossier that needs a supplement moves to «Bổ sung hồ sơ» and shows the office's note", async ({ page, person }) => {
  const { code } = await createDossier(page, person);
  await decideDossier(page, code, "Yêu cầu bổ sung trước tiếp nhận", "Nộp thêm giấy báo tử <bản gốc>");
  await page.goto("/dossiers?tab=supplement");
  await expect(tab(page, "Bổ sung hồ sơ")).toHaveText(/1$/);
  await page.getByRole("link", { name: /Cấp bản sao Trích lục hộ tịch/ }).first().click();
  await expect(page.getByText("Nộp thêm giấy báo tử <bản gốc>").first()).toBeVisible();
});

test("a refused dossier has its own tab, which is hidden if it is empty", async ({ page, person }) => {
  const { code } = await createDossier(page, person);
  await page.goto("/dossiers?tab=new");
  await expect(tab(page, "Hồ sơ mới")).toHaveText(/1$/);
  await expect(tab(page, "Không được tiếp nhận.*")).toHaveCount(0);
  await decideDossier(page, code, "Từ chối tiếp nhận", "Không thuộc thẩm quyền");
  await page.reload();
  await tab(page, "Không được tiếp nhận.*").click();
  await expect(page.getByText(code)).toBeVisible();
});

test("a long list is split into pages", async ({ page }) => {
  await Promise.all(Array.from({ length: 21 }, () => createDraft(page, BIRTH_PROCEDURE)));
  await page.goto("/dossiers?tab=new");
  await expect(tab(page, "Hồ sơ mới")).toHaveText(/21$/);
  await follow(page, "Trang sau");
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByText("Bản nháp", { exact: true })).toHaveCount(1);
  await expect(page.getByRole("heading", { name: "Hồ sơ mới – Trang 2 trên 2" })).toBeFocused();
  await page.goBack();
  await expect(page.getByText("Bản nháp", { exact: true })).toHaveCount(20);
  // An old link to a page that the list no longer has.
  await page.goto("/dossiers?tab=new&page=99");
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByText("Bản nháp", { exact: true })).toHaveCount(1);
});
