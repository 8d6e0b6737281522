// Accessibility of pages that have a different layout on a wide screen: header, lists, filters, tabs and columns.

import { attachFile, errorSummary, heading, press } from "../../kit/citizen";
import { jpegPhoto, pdfFile } from "../../kit/files";
import {
  BIRTH_PROCEDURE, birthAnswers, createCompleteDraft, createDossier, createDraft, decideDossier, findPlace,
  registerAndSignIn,
} from "../../kit/api_setup";
import { accessibilitySweep } from "../../kit/accessibility_sweep";
import { expect, test } from "../../kit/test";

test("pages on a wide screen are accessible in light and dark mode", { tag: "@wide" }, accessibilitySweep(async ({ page, person }) => {
  await registerAndSignIn(page, person);
  const answers = birthAnswers(person, await findPlace(page, "Quảng Trị", "Triệu Phong"));
  const { id } = await createDraft(page, BIRTH_PROCEDURE, { ...answers, child_name: null, requester_relation: "Người được ủy quyền" });
  const ready = await createCompleteDraft(page, person, BIRTH_PROCEDURE, pdfFile("Giấy chứng sinh.pdf"));
  const { code } = await createDossier(page, person);
  await decideDossier(page, code, "Tiếp nhận");
  return { id, ready: ready.id, code };
}, [
  ["first screen", "loaded", async ({ page }) => {
    await page.goto("/");
    await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
    await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  }],
  ["list of procedures", "loaded", async ({ page }) => {
    await page.goto("/procedures?q=khai+sinh");
    await expect(page.getByRole("combobox", { name: "Lĩnh vực" })).toBeVisible();
  }],
  ["procedure", "loaded", async ({ page }) => {
    await page.goto(`/procedures/${BIRTH_PROCEDURE}`);
    await expect(page.getByRole("heading", { name: "Thành phần hồ sơ" })).toBeVisible();
  }],
  ["preparation", "loaded", async ({ page }) => {
    await page.goto(`/procedures/${BIRTH_PROCEDURE}/prepare`);
    await expect(page.getByRole("link", { name: "Tiếp tục" })).toBeVisible();
  }],
  ["form", "with errors", async ({ page, id }) => {
    await page.goto(`/drafts/${id}/form/2`);
    await press(page, "Tiếp tục");
    await expect(errorSummary(page)).toBeFocused();
  }],
  ["attachments", "with a received file", async ({ page, id }) => {
    await page.goto(`/drafts/${id}/attachments`);
    await attachFile(page, "Giấy chứng sinh; không có thì", await jpegPhoto(page));
  }],
  ["declarations", "loaded", async ({ page, ready }) => {
    await page.goto(`/drafts/${ready}/declarations`);
    await expect(page.getByText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).toBeVisible();
  }],
  ["delivery", "loaded", async ({ page, ready }) => {
    await page.goto(`/drafts/${ready}/delivery`);
    await expect(page.getByRole("radio", { name: "Trực tiếp tại nơi nộp" })).toBeChecked();
  }],
  ["review", "loaded", async ({ page, ready }) => {
    await page.goto(`/drafts/${ready}/review`);
    await expect(page.getByText("Giấy chứng sinh.pdf")).toBeVisible();
  }],
  ["my dossiers", "with drafts", async ({ page }) => {
    await page.goto("/dossiers?tab=new");
    await expect(page.getByText("Bản nháp", { exact: true })).toHaveCount(2);
  }],
  ["my dossiers", "with the delete dialog", async ({ page }) => {
    await page.getByRole("button", { name: /^Xóa/ }).first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
  }],
  ["dossier", "accepted", async ({ page, code }) => {
    await page.goto(`/dossiers/${code}`);
    await expect(page.getByText("Được tiếp nhận").first()).toBeVisible();
  }],
  ["receipt", "loaded", async ({ page, code }) => {
    await page.goto(`/dossiers/${code}/receipt`);
    await expect(page.getByText(code).first()).toBeVisible();
  }],
  ["my account", "loaded", async ({ page, person }) => {
    await page.goto("/account");
    await expect(page.getByText(person.name)).toBeVisible();
  }],
  ["sign-in", "with errors", async ({ page }) => {
    await page.context().clearCookies();
    await page.goto("/sign-in");
    await press(page, "Đăng nhập");
    await expect(errorSummary(page)).toBeFocused();
  }],
  ["registration form", "loaded", async ({ page }) => {
    await page.goto("/register/phone");
    await expect(page.getByRole("textbox", { name: "Họ và tên" })).toBeVisible();
  }],
]));
