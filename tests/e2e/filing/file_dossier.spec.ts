// Step 4 of the journey (R1.18–R1.21, R2.11–R2.12, R4.8–R4.13): agency, form, attachments, delivery, review, and
// sending («Gửi hồ sơ»). Each test starts at the page that it tests. A complete filing from the first screen to the
// receipt is in app/whole_journey.spec.ts.

import type { Page } from "@playwright/test";

import {
  attachFile, chooseDelivery, chooseRadio, componentCard, continueTo, continueToAttachments,
  declineOptionalComponents, errorSummary, fill, follow, heading, press, selectOption, selectPlace, sendDossier,
  startDraft,
} from "../../kit/citizen";
import { jpegPhoto, pdfFile } from "../../kit/files";
import { holdResponses } from "../../kit/delayed_responses";
import {
  BIRTH_PROCEDURE, COPY_PROCEDURE, birthAnswers, createCompleteDraft, createDraft, findPlace, registerAndSignIn,
} from "../../kit/api_setup";
import { controlUploadSpeed } from "../../kit/upload_speed";
import { expectNoHorizontalOverflow } from "../../kit/accessibility";
import { expect, test } from "../../kit/test";

const BIRTH_CERTIFICATE_NAME = "Giấy chứng sinh; không có thì";

test.beforeEach(async ({ page, person }) => registerAndSignIn(page, person));

test("the agency is chosen from 34 provinces and their communes, also typed without accents", async ({ page }) => {
  await page.goto(`/procedures/${BIRTH_PROCEDURE}`);
  await follow(page, "Nộp hồ sơ");
  await follow(page, "Tiếp tục");
  const provinces = page.getByRole("combobox", { name: "Tỉnh, thành phố" }).locator("option:not([value=''])");
  await expect(provinces).toHaveCount(34);
  await press(page, "Thêm mới");
  await expect(errorSummary(page)).toContainText("Chọn tỉnh, thành phố, rồi chọn xã, phường");
  await selectOption(page, "Tỉnh, thành phố", "Hồ Chí Minh");
  const communes = page.getByRole("combobox", { name: "Xã, phường, đặc khu" }).locator("option:not([value=''])");
  await expect(communes).toHaveCount(168);
  await fill(page, "Gõ tên xã, phường", "ba diem");
  await expect(communes).toHaveCount(1);
  await fill(page, "Gõ tên xã, phường", "không có đâu");
  await expect(page.getByText("Không có xã, phường nào như vậy")).toBeVisible();
  await selectPlace(page);
  // Another province by a slip of the finger, and back: the commune is there again.
  const commune = page.getByRole("combobox", { name: "Xã, phường, đặc khu" });
  const chosen = await commune.inputValue();
  const province = await page.getByRole("combobox", { name: "Tỉnh, thành phố" }).inputValue();
  await selectOption(page, "Tỉnh, thành phố", "Hồ Chí Minh");
  await expect(commune).toHaveValue("");
  await page.getByRole("combobox", { name: "Tỉnh, thành phố" }).selectOption(province);
  await expect(commune).toHaveValue(chosen);
  await press(page, "Thêm mới");
  await expect(page.getByText("Hồ sơ đã được lưu thành bản nháp")).toBeVisible();
  await page.goBack();
  await expect(heading(page, "Chuẩn bị hồ sơ")).toBeVisible();
});

test("if neither parent is named, the page about the second parent shows an error", async ({ page }) => {
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
  await page.goto(`/drafts/${id}/form/3`);
  await expect(heading(page, "Mẹ")).toBeVisible();
  await press(page, "Tiếp tục");
  await expect(heading(page, "Cha")).toBeVisible();
  await press(page, "Tiếp tục");
  await expect(errorSummary(page)).toContainText("Họ, chữ đệm, tên của cha: Hãy trả lời câu này, hoặc câu «Họ, chữ đệm, tên của mẹ».");
  await page.goBack();
  await fill(page, "Họ, chữ đệm, tên của mẹ", "Trần Thị Lan");
  await page.goto(`/drafts/${id}/form/4`);
  await expect(heading(page, "Cha")).toBeVisible();
  await press(page, "Tiếp tục");
  await expect(heading(page, "Kết hôn, bản sao")).toBeVisible();
});

test("«Tiếp tục» lists the missing answers and links to the questions", async ({ page }) => {
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
  await page.goto(`/drafts/${id}/form/2`);
  await press(page, "Tiếp tục");
  await expect(errorSummary(page)).toBeFocused();
  await expect(page).toHaveTitle(/^Lỗi: /);
  await errorSummary(page).getByRole("link", { name: /^Họ, chữ đệm, tên của người được khai sinh/ }).click();
  await expect(page.getByRole("textbox", { name: "Họ, chữ đệm, tên của người được khai sinh" })).toBeFocused();
  await follow(page, "Để sau, sang bước tiếp");
  await expect(heading(page, "Mẹ")).toBeVisible();
});

test("known account data is prefilled, and a date is accepted in different notations", async ({ page, person }) => {
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
  await page.goto(`/drafts/${id}/form/1`);
  await expect(page.getByRole("textbox", { name: "Họ, chữ đệm, tên của người yêu cầu" })).toHaveValue(person.name);
  await expect(page.getByText("Lấy từ tài khoản, sửa được.").first()).toBeVisible();
  await page.goto(`/drafts/${id}/form/2`);
  const birthDate = page.getByRole("textbox", { name: "Ngày, tháng, năm sinh của người được khai sinh" });
  await birthDate.fill("5.10.2024");
  await birthDate.blur();
  await expect(birthDate).toHaveValue("05/10/2024");
  await expect(page.getByText(/Ngày năm tháng mười năm/i)).toBeVisible();
});

test("a question that doesn't apply is hidden, and its answer returns with it", async ({ page }) => {
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
  await page.goto(`/drafts/${id}/form/5`);
  const married = /^Cha, mẹ có Giấy chứng nhận kết hôn không/;
  await chooseRadio(page, married, "Có");
  await fill(page, "Số Giấy chứng nhận kết hôn", "25/2020");
  await chooseRadio(page, married, "Không");
  await expect(page.getByRole("textbox", { name: "Số Giấy chứng nhận kết hôn" })).toBeHidden();
  await chooseRadio(page, married, "Có");
  await expect(page.getByRole("textbox", { name: "Số Giấy chứng nhận kết hôn" })).toHaveValue("25/2020");
});

test("typing a letter changes nothing in the page but its own field", async ({ page, person }) => {
  const place = await findPlace(page, "Quảng Trị", "Triệu Phong");
  const { id } = await createDraft(page, BIRTH_PROCEDURE, birthAnswers(person, place));
  await page.goto(`/drafts/${id}/form/2`);
  const field = page.getByRole("textbox", { name: "Họ, chữ đệm, tên của người được khai sinh" });
  await expect(field).toBeVisible();
  const releaseSave = await holdResponses(page, `**/api/drafts/${id}`);
  await field.pressSequentially("a");
  // The first typed character changes the text «Đã lưu» to «Đang lưu». The test holds back the response to the save, so
  // this text doesn't change again.
  await expect(page.getByText("Đang lưu")).toBeVisible();
  const mutations = await field.evaluate(async (input: HTMLInputElement) => {
    const changes: string[] = [];
    const observer = new MutationObserver((records) => changes.push(...records.map(({ type, target }) => `${type} ${target.nodeName}`)));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    for (const letter of "bcdef") {
      input.value += letter;
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
    return changes;
  });
  await releaseSave();
  expect(mutations).toEqual([]);
  await expect(page.getByText(/^Đã lưu lúc \d\d:\d\d/)).toBeVisible();
});

test("typed text is saved automatically, survives a reload in the middle of a word, and appears on another device", async ({ page, context }) => {
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
  await page.goto(`/drafts/${id}/form/2`);
  const name = (on: Page) => on.getByRole("textbox", { name: "Họ, chữ đệm, tên của người được khai sinh" });
  const patched = page.waitForResponse((response) => response.request().method() === "PATCH" && response.ok());
  await name(page).fill("Trần Minh");
  await patched;
  await expect(page.getByText(/^Đã lưu lúc \d\d:\d\d/)).toBeVisible();
  await name(page).fill("Trần Minh Thử");
  await page.reload();
  await expect(name(page)).toHaveValue("Trần Minh Thử");
  await expect(page.getByText(/^Đã lưu lúc \d\d:\d\d/)).toBeVisible();
  const device = await context.newPage();
  await device.goto(`/drafts/${id}/form/2`);
  await expect(name(device)).toHaveValue("Trần Minh Thử");
});

test("files are attached, previewed and deleted", { tag: "@desktop" }, async ({ page }) => {
  const answers = { requester_relation: "Người được ủy quyền", requester_citizen_id: "045190000001" };
  const { id } = await createDraft(page, BIRTH_PROCEDURE, answers);
  await page.goto(`/drafts/${id}/attachments`);
  await expect(heading(page, "Đính kèm thành phần hồ sơ")).toBeVisible();
  await declineOptionalComponents(page);
  await press(page, "Tiếp tục");
  await expect(errorSummary(page)).toContainText("Chưa có tệp cho: Giấy chứng sinh");
  await attachFile(page, BIRTH_CERTIFICATE_NAME, await jpegPhoto(page));
  await expect(componentCard(page, BIRTH_CERTIFICATE_NAME).locator("img")).toBeVisible();
  await attachFile(page, "Văn bản ủy quyền", pdfFile());
  await expectNoHorizontalOverflow(page);
  await componentCard(page, "Văn bản ủy quyền").getByRole("button", { name: /^Xóa/ }).click();
  await expect(page.getByRole("dialog", { name: "Xóa tệp này?" })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Xóa" }).click();
  await expect(componentCard(page, "Văn bản ủy quyền").getByText("Cơ quan đã nhận")).toBeHidden();
  await page.reload();
  await expect(componentCard(page, BIRTH_CERTIFICATE_NAME).getByRole("button", { name: "Xóa Giấy chứng sinh.jpg" })).toBeVisible();
  await press(page, "Tiếp tục");
  await expect(errorSummary(page)).toContainText("Chưa có tệp cho: Văn bản ủy quyền");
  await attachFile(page, "Văn bản ủy quyền", pdfFile());
  await continueTo(page, "Chọn hình thức nhận kết quả");
});

test("a large photo shows its upload progress", async ({ page }) => {
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
  const photo = await jpegPhoto(page);
  await page.goto(`/drafts/${id}/attachments`);
  await expect(heading(page, "Đính kèm thành phần hồ sơ")).toBeVisible();
  const setSpeed = await controlUploadSpeed(page);
  await setSpeed(500_000);
  await page.getByLabel(BIRTH_CERTIFICATE_NAME).setInputFiles(photo);
  const bar = componentCard(page, BIRTH_CERTIFICATE_NAME).getByRole("progressbar");
  await expect.poll(() => bar.getAttribute("value").then(Number)).toBeGreaterThan(0);
  await expect(page.getByText("Số tệp đang tải lên: 1")).toBeVisible();
  await expectNoHorizontalOverflow(page);
  await setSpeed(-1);
  await expect(componentCard(page, BIRTH_CERTIFICATE_NAME).getByText("Cơ quan đã nhận")).toBeVisible();
});

test("the result can be delivered by post, to an address that must be given", async ({ page, person }) => {
  const { id } = await createDraft(page, COPY_PROCEDURE);
  await page.goto(`/drafts/${id}/delivery`);
  await press(page, "Tiếp tục");
  await expect(errorSummary(page)).toContainText("Hãy chọn một hình thức nhận kết quả.");
  await chooseRadio(page, "Bạn muốn nhận kết quả bằng cách nào?", "Qua bưu chính công ích");
  await expect(page.getByRole("textbox", { name: "Họ tên người nhận" })).toHaveValue(person.name);
  await press(page, "Tiếp tục");
  await expect(errorSummary(page)).toContainText("Hãy chọn đủ tỉnh và xã nơi nhận.");
  await selectPlace(page);
  await fill(page, "Số nhà, đường, thôn, tổ", "Thôn Hà Tây");
  await continueTo(page, "Hoàn thiện gửi hồ sơ");
  await expect(page.getByText("Thôn Hà Tây")).toBeVisible();
});

test("an answer is corrected from the declaration, and the citizen returns to its line", async ({ page, person }) => {
  const { id } = await createCompleteDraft(page, person, BIRTH_PROCEDURE, pdfFile("Giấy chứng sinh.pdf"));
  await page.goto(`/drafts/${id}/declarations`);
  await expect(page.getByText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).toBeVisible();
  await expect(page.getByText(/Kính gửi: .*Triệu Phong/)).toBeVisible();
  await expect(page.getByText("Trần Minh Thử")).toBeVisible();
  await expect(page.getByText(/^Ngày năm tháng mười năm hai nghìn không trăm hai mươi bốn$/)).toBeVisible();
  await expect(page.getByText(/^Xã Triệu Phong, ngày \d\d tháng \d+ năm \d{4}$/)).toBeVisible();
  await expect(page.getByText("(Ký, ghi rõ họ tên)")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Chưa trả lời").first()).toBeHidden();
  await expect(page.getByRole("banner")).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("link", { name: "Sửa Họ, chữ đệm, tên của người được khai sinh" }).click();
  const name = page.getByRole("textbox", { name: "Họ, chữ đệm, tên của người được khai sinh" });
  await expect(name).toBeFocused();
  await name.fill("Trần Minh Sửa");
  await continueTo(page, "Xem lại các tờ khai chi tiết");
  await expect(page.getByText("Trần Minh Sửa")).toBeInViewport();
  await follow(page, "Hoàn thiện gửi hồ sơ");
  await expect(page.getByText("Giấy chứng sinh.pdf")).toBeVisible();
  await page.getByRole("link", { name: /^Xem lại Tờ khai/ }).click();
  await expect(page.getByText("Trần Minh Sửa")).toBeVisible();
  await follow(page, "Hoàn thiện gửi hồ sơ");
  await sendDossier(page);
});

test("«Gửi hồ sơ» on an incomplete draft lists everything that is missing", async ({ page }) => {
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
  await page.goto(`/drafts/${id}/review`);
  await press(page, "Gửi hồ sơ");
  await expect(errorSummary(page)).toBeFocused();
  await expect(errorSummary(page)).toContainText("Chưa có tệp cho: Giấy chứng sinh");
  await expect(errorSummary(page)).toContainText("Hãy chọn một hình thức nhận kết quả.");
  await expect(errorSummary(page)).toContainText("Họ, chữ đệm, tên của người được khai sinh");
});

test("a procedure without its own form uses the general declaration", { tag: "@desktop" }, async ({ page }) => {
  await page.goto(`/procedures/${COPY_PROCEDURE}`);
  await startDraft(page);
  await fill(page, "Ngày, tháng, năm sinh của chủ hồ sơ", "1990");
  await selectPlace(page.getByRole("group", { name: "Nơi cư trú của chủ hồ sơ" }));
  await continueTo(page, "Nội dung đề nghị");
  await fill(page, "Nội dung đề nghị", "Đề nghị cấp 2 bản sao trích lục khai tử của ông nội tôi.");
  await page.getByRole("checkbox", { name: "Tôi cam đoan" }).check();
  await continueToAttachments(page);
  await declineOptionalComponents(page);
  await continueTo(page, "Chọn hình thức nhận kết quả");
  await chooseDelivery(page, "Trực tiếp tại nơi nộp");
  await sendDossier(page);
});
