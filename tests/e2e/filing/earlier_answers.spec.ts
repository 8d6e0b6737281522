// Answers from the past: those to a form that has changed since the draft was created, and those of an earlier dossier
// with the same form. The app deletes no answer unless the citizen asks for it.

import { serveChangedForm, serveUnusableForm } from "../../kit/changed_form";
import { errorSummary, heading, press } from "../../kit/citizen";
import { COPY_PROCEDURE, createDossier, createDraft, registerAndSignIn } from "../../kit/api_setup";
import { expect, test } from "../../kit/test";

test.beforeEach(async ({ page, person }) => registerAndSignIn(page, person));

test("after a form has changed, old answers can still be read and copied, and the questions are asked again", async ({ page, browserErrors }) => {
  browserErrors.allowStatuses(422);
  const { id } = await createDraft(page, COPY_PROCEDURE, { request: "Hai bản sao cho ông nội.", note: "Cần trước Tết." });
  await serveChangedForm(page);
  // The page with the changed question shows the old answer. The other pages of the form link to that page.
  await page.goto(`/drafts/${id}/form/1`);
  await expect(page.getByText("Mẫu tờ khai đã thay đổi")).toBeVisible();
  await expect(page.getByText("Hai bản sao cho ông nội.")).toHaveCount(0);
  await page.getByRole("link", { name: "Giấy cần cấp bản sao" }).click();
  await expect(page.getByText("Mẫu tờ khai đã thay đổi")).toBeVisible();
  await expect(page.getByText("Hai bản sao cho ông nội.")).toBeVisible();
  await expect(page.getByText("Cần trước Tết.")).toBeVisible();
  await press(page, "Tiếp tục");
  await expect(errorSummary(page)).toContainText("Giấy cần cấp bản sao");
  await expect(page.getByText("Hai bản sao cho ông nội.")).toBeVisible();
  const removedQuestion = page.getByRole("listitem").filter({ hasText: "Cần trước Tết." });
  await removedQuestion.getByRole("button", { name: "Bỏ" }).click();
  await expect(page.getByText("Cần trước Tết.")).toHaveCount(0);
  // The citizen can undo the removal of an old answer.
  await press(page, "Hoàn tác");
  await expect(page.getByText("Cần trước Tết.")).toBeVisible();
  await removedQuestion.getByRole("button", { name: "Bỏ" }).click();
  await expect(page.getByText("Đã bỏ câu trả lời cũ.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Hai bản sao cho ông nội.")).toBeVisible();
  await expect(page.getByText("Cần trước Tết.")).toHaveCount(0);
});

test("a form that the app can't use shows an error that names the cause, not a server error", async ({ page }) => {
  const { id } = await createDraft(page, COPY_PROCEDURE);
  await serveUnusableForm(page);
  await page.goto(`/drafts/${id}/form/1`);
  await expect(page.getByText("Mẫu tờ khai của thủ tục này bị lỗi")).toBeVisible();
  await expect(page.getByText("slider")).toBeVisible();
});

test("answers from an earlier dossier fill empty questions and change no given answer", async ({ page, person }) => {
  await createDossier(page, person);
  const { id } = await createDraft(page, COPY_PROCEDURE, { owner_name: "Trần Văn Khác" });
  await page.goto(`/drafts/${id}/form/1`);
  await expect(page.getByText(/^Bạn đã khai mẫu này trong hồ sơ /)).toBeVisible();
  const fillButton = page.getByRole("button", { name: "Điền các câu còn trống từ hồ sơ đó" });
  await fillButton.click();
  await expect(page.getByText("Đã điền các câu còn trống ở: Chủ hồ sơ.")).toBeVisible();
  // The focus stays on the button that fills in the answers, so that people who use a keyboard can continue from there.
  await expect(fillButton).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Họ, chữ đệm, tên của chủ hồ sơ" })).toHaveValue("Trần Văn Khác");
  await expect(page.getByRole("textbox", { name: "Ngày, tháng, năm sinh của chủ hồ sơ" })).toHaveValue("1990");
  await press(page, "Tiếp tục");
  await expect(heading(page, "Nội dung đề nghị")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Tôi cam đoan" })).not.toBeChecked();
  // The app doesn't copy the answer to the question about the request, because it differs from dossier to dossier.
  await expect(page.getByRole("textbox", { name: "Nội dung đề nghị" })).toHaveValue("");
});
