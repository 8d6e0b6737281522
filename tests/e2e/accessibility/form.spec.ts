// Accessibility of the page for choosing the agency, and of the pages of the forms.

import type { Page } from "@playwright/test";

import { errorSummary, fill, heading, press, selectOption } from "../../kit/citizen";
import { restoreForm, serveChangedForm, serveUnusableForm } from "../../kit/changed_form";
import { deathAnswers } from "../../kit/group_answers";
import {
  BIRTH_PROCEDURE, COPY_PROCEDURE, birthAnswers, createDossier, createDraft, findPlace, registerAndSignIn,
} from "../../kit/api_setup";
import { accessibilitySweep, noPreparation } from "../../kit/accessibility_sweep";
import { expect, test } from "../../kit/test";

const CHILD_NAME = "Họ, chữ đệm, tên của người được khai sinh";

test.beforeEach(async ({ page, person }) => registerAndSignIn(page, person));

test("agency choice and birth form are accessible in light and dark mode", accessibilitySweep(async ({ page, person }) => {
  const place = await findPlace(page, "Quảng Trị", "Triệu Phong");
  const answers = birthAnswers(person, place);
  return {
    completeDraft: await createDraft(page, BIRTH_PROCEDURE, answers),
    marriedDraft: await createDraft(page, BIRTH_PROCEDURE, { ...answers, parents_married: true, copies_wanted: true }),
    partialDraft: await createDraft(page, BIRTH_PROCEDURE, {
      requester_relation: "Mẹ", requester_name: person.name, requester_birth_date: "15/03/1990",
      requester_citizen_id: person.citizenId,
    }),
  };
}, [
  ["preparation", "for another person", async ({ page }) => {
    await page.goto(`/procedures/${BIRTH_PROCEDURE}/prepare`);
    await page.getByRole("radio", { name: "Tôi nộp giúp người khác" }).check();
  }],
  ["agency", "with errors", async ({ page }) => {
    await page.goto(`/procedures/${BIRTH_PROCEDURE}/file`);
    await expect(page.getByRole("combobox", { name: "Tỉnh, thành phố" })).toBeVisible();
    await press(page, "Thêm mới");
    await expect(errorSummary(page)).toContainText("Chọn tỉnh, thành phố, rồi chọn xã, phường");
  }],
  ["agency", "with an unknown commune", async ({ page }) => {
    await selectOption(page, "Tỉnh, thành phố", "Hồ Chí Minh");
    await fill(page, "Gõ tên xã, phường", "không có đâu");
    await expect(page.getByText("Không có xã, phường nào như vậy")).toBeVisible();
  }],
  ["agency of a draft", "half chosen", async ({ page, partialDraft }) => {
    await page.goto(`/drafts/${partialDraft.id}/agency`);
    await selectOption(page, "Tỉnh, thành phố", "Thành phố Hà Nội");
    await expect(page.getByText("Bạn chưa chọn xong nơi nhận hồ sơ")).toBeVisible();
  }],
  ["birth form", "about the applicant", ({ page, completeDraft }) => openFormPage(page, completeDraft, 1, "Người yêu cầu")],
  ["birth form", "about the child", ({ page, completeDraft }) => openFormPage(page, completeDraft, 2, "Người được khai sinh")],
  ["birth form", "about the mother", ({ page, completeDraft }) => openFormPage(page, completeDraft, 3, "Mẹ")],
  ["birth form", "about the father", ({ page, completeDraft }) => openFormPage(page, completeDraft, 4, "Cha")],
  ["birth form", "about marriage, copies and oath", ({ page, completeDraft }) => openFormPage(page, completeDraft, 5, "Kết hôn, bản sao")],
  ["birth form", "with the offer to copy the applicant's details", async ({ page, partialDraft }) => {
    await openFormPage(page, partialDraft, 3, "Mẹ");
    await expect(page.getByRole("button", { name: "Giống như: Người yêu cầu" })).toBeVisible();
  }],
  ["birth form", "with errors", async ({ page, partialDraft }) => {
    await openFormPage(page, partialDraft, 2, "Người được khai sinh");
    await fill(page, CHILD_NAME, "😀");
    await fill(page, "Ngày, tháng, năm sinh của người được khai sinh", "31/02/2024");
    await press(page, "Tiếp tục");
    await expect(errorSummary(page)).toBeFocused();
  }],
  ["birth form", "with neither parent named", async ({ page, partialDraft }) => {
    await openFormPage(page, partialDraft, 4, "Cha");
    await press(page, "Tiếp tục");
    await expect(errorSummary(page)).toContainText("hoặc câu «Họ, chữ đệm, tên của mẹ»");
  }],
  ["birth form", "about marriage and copies, with errors", async ({ page, marriedDraft }) => {
    await openFormPage(page, marriedDraft, 5, "Kết hôn, bản sao");
    await fill(page, "Số lượng bản sao", "hai");
    await press(page, "Tiếp tục");
    await expect(errorSummary(page)).toContainText("Số Giấy chứng nhận kết hôn");
  }],
  ["birth form", "saved only on this device", async ({ page, browserErrors, partialDraft }) => {
    browserErrors.allowNetworkErrors();
    await openFormPage(page, partialDraft, 2, "Người được khai sinh");
    const draftUrl = `**/api/drafts/${partialDraft.id}`;
    await page.route(draftUrl, (route) => (route.request().method() === "PATCH" ? route.abort() : route.continue()));
    await fill(page, CHILD_NAME, "Trần Minh Thử");
    await expect(page.getByText("Đã lưu trên máy này, chưa gửi được lên máy chủ")).toBeVisible();
    await page.unroute(draftUrl);
  }],
]));

test("a form with earlier answers and a changed form are accessible in light and dark mode", accessibilitySweep(async ({ page, person }) => {
  await createDossier(page, person);
  return {
    newDraft: await createDraft(page, COPY_PROCEDURE, { owner_name: "Trần Văn Khác" }),
    olderDraft: await createDraft(page, COPY_PROCEDURE, { request: "Hai bản sao cho ông nội.", note: "Cần trước Tết." }),
  };
}, [
  ["general declaration", "with answers of an earlier dossier offered", async ({ page, newDraft }) => {
    await openFormPage(page, newDraft, 1, "Chủ hồ sơ");
    await expect(page.getByText(/^Bạn đã khai mẫu này trong hồ sơ /)).toBeVisible();
  }],
  ["general declaration", "with answers of an earlier dossier filled in", async ({ page }) => {
    await press(page, "Điền các câu còn trống từ hồ sơ đó");
    await expect(page.getByText("Đã điền các câu còn trống ở: Chủ hồ sơ.")).toBeVisible();
  }],
  ["general declaration", "changed, with a notice on another page", async ({ page, olderDraft, browserErrors }) => {
    browserErrors.allowStatuses(422);
    await serveChangedForm(page);
    await openFormPage(page, olderDraft, 1, "Chủ hồ sơ");
    await expect(page.getByText("Mẫu tờ khai đã thay đổi")).toBeVisible();
  }],
  ["general declaration", "changed, with the old answers", async ({ page }) => {
    await page.getByRole("link", { name: "Giấy cần cấp bản sao" }).click();
    await expect(page.getByText("Hai bản sao cho ông nội.")).toBeVisible();
  }],
  ["general declaration", "with an old answer removed", async ({ page }) => {
    const removedQuestion = page.getByRole("listitem").filter({ hasText: "Cần trước Tết." });
    await removedQuestion.getByRole("button", { name: "Bỏ" }).click();
    await expect(page.getByText("Đã bỏ câu trả lời cũ.")).toBeVisible();
  }],
  ["general declaration", "unusable", async ({ page, olderDraft }) => {
    await restoreForm(page);
    await serveUnusableForm(page);
    await page.goto(`/drafts/${olderDraft.id}/form/1`);
    await expect(page.getByText("Mẫu tờ khai của thủ tục này bị lỗi")).toBeVisible();
  }],
]));

test("death, marital status and residence forms are accessible in light and dark mode", accessibilitySweep(noPreparation, [
  ["death form", "about the deceased", async ({ page, person }) => {
    const place = await findPlace(page, "Quảng Trị", "Triệu Phong");
    const draft = await createDraft(page, "1.000656", deathAnswers(person, place));
    await openFormPage(page, draft, 2, "Người chết");
  }],
  ["death form", "about copies and oath", async ({ page }) => {
    await page.goto(page.url().replace("/form/2", "/form/4"));
    await expect(heading(page, "Giấy báo tử, bản sao và cam đoan")).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "Tôi cam đoan" })).toBeVisible();
  }],
  ["marital status form", "about the person", async ({ page }) => {
    const answers = { requester_relation: "Bản thân", marital_status: "divorced", period_place: "xã Triệu Phong" };
    await openFormPage(page, await createDraft(page, "1.004873", answers), 2, "Người được cấp giấy");
  }],
  ["marital status form", "with errors", async ({ page }) => {
    await page.goto(page.url().replace("/form/2", "/form/3"));
    await expect(page.getByRole("textbox", { name: "Tòa án" })).toBeVisible();
    await press(page, "Tiếp tục");
    await expect(errorSummary(page)).toContainText("Từ ngày");
  }],
  ["residence form", "with errors", async ({ page }) => {
    const members = [{ name: "Trần Thị Thử" }];
    await openFormPage(page, await createDraft(page, "1.004222", { members }), 1, /./);
    await fill(page, "Email của người kê khai", "lan.vn");
    await press(page, "Tiếp tục");
    await expect(errorSummary(page)).toContainText("Email của người kê khai");
  }],
  ["residence form", "with errors at a member", async ({ page }) => {
    await page.goto(page.url().replace("/form/1", "/form/3"));
    await press(page, "Thêm thành viên");
    await press(page, "Tiếp tục");
    await expect(errorSummary(page)).toContainText("Thành viên 2");
  }],
  ["residence form", "with a removed member", async ({ page }) => {
    await page.getByRole("button", { name: "Xóa Thành viên 1" }).click();
    await expect(page.getByText("Thành viên 1 đã được xóa.")).toBeVisible();
  }],
  ["residence declaration", "with a list of members", async ({ page }) => {
    await press(page, "Hoàn tác");
    await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
    await page.goto(page.url().replace(/\/form\/3.*/, "/declarations"));
    await expect(page.getByRole("term").filter({ hasText: "Thành viên 1 – Họ, chữ đệm và tên" })).toBeVisible();
  }],
]));

/** Opens one page of the form of a draft, and waits until the page shows its title and its questions. */
async function openFormPage(page: Page, { id }: { id: string }, number: number, title: string | RegExp): Promise<void> {
  await page.goto(`/drafts/${id}/form/${number}`);
  await expect(heading(page, title)).toBeVisible();
  await expect(page.getByRole("button", { name: "Tiếp tục" })).toBeVisible();
}
