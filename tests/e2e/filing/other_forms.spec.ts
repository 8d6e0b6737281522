// Step 4 of the journey with the forms that the other files don't test. Each form is filled in and sent once on the
// screen. No form asks a question twice.

import type { Page } from "@playwright/test";

import {
  answerPlace, attachToEveryComponent, chooseDelivery, chooseRadio, continueTo, continueToAttachments,
  declineOptionalComponents, errorSummary, fill, fillDeceasedPages, press, selectOption, sendDossier, startDraft,
} from "../../kit/citizen";
import { pdfFile } from "../../kit/files";
import { createDraft, registerAndSignIn } from "../../kit/api_setup";
import { expectNoHorizontalOverflow } from "../../kit/accessibility";
import { expect, test } from "../../kit/test";

/** Code of a residence procedure, which uses form CT01. */
const RESIDENCE = "1.004222";

test.beforeEach(async ({ page, person }) => registerAndSignIn(page, person));

test("a death at home is registered by the daughter", async ({ page }) => {
  await page.goto("/procedures/1.000656");
  await startDraft(page);
  await fillDeceasedPages(page);
  await fill(page, "Ngày chết", "20112026");
  await fill(page, "Phút", "30");
  await answerPlace(page, "Nơi chết");
  await chooseRadio(page, "Nguyên nhân chết", "Già yếu");
  await press(page, "Tiếp tục");
  await expect(errorSummary(page)).toContainText("Giờ chết");
  await fill(page, "Giờ chết", "5");
  await continueTo(page, "Giấy báo tử, bản sao và cam đoan");
  await chooseRadio(page, "Giấy báo tử hoặc giấy tờ thay thế", "Giấy báo tử");
  await expect(page.getByRole("textbox", { name: "Số Giấy báo tử" })).toBeVisible();
  await chooseRadio(page, "Giấy báo tử hoặc giấy tờ thay thế", "Không có");
  await expect(page.getByRole("textbox", { name: "Số Giấy báo tử" })).toBeHidden();
  await chooseRadio(page, "Bạn có đề nghị cấp bản sao Trích lục khai tử không?", "Không");
  await page.getByRole("checkbox", { name: "Tôi cam đoan" }).check();
  await continueToAttachments(page);
  await declineOptionalComponents(page);
  await continueTo(page, "Chọn hình thức nhận kết quả");
  await chooseDelivery(page, "Trực tiếp tại nơi nộp");
  await sendDossier(page);
});

test("a citizen who applies for their own marital status certificate isn't asked for their name twice", async ({ page }) => {
  await page.goto("/procedures/1.004873");
  await startDraft(page);
  await selectOption(page, "Quan hệ với người được cấp giấy", "Bản thân");
  await fill(page, "Ngày, tháng, năm sinh của người yêu cầu", "15/3/1990");
  await continueTo(page, "Người được cấp giấy");
  await expect(page.getByRole("textbox", { name: "Họ, chữ đệm, tên" })).toHaveCount(0);
  await chooseRadio(page, "Giới tính của người được cấp giấy", "Nữ");
  await selectOption(page, "Dân tộc của người được cấp giấy", "Kinh");
  await chooseRadio(page, "Loại nơi cư trú của người được cấp giấy", "Tạm trú");
  await answerPlace(page, "Nơi cư trú của người được cấp giấy");
  await continueTo(page, "Tình trạng hôn nhân");
  await chooseRadio(page, "Tình trạng hôn nhân", "Đã ly hôn, hiện chưa đăng ký kết hôn với ai");
  await fill(page, "Họ, chữ đệm, tên của vợ/chồng", "Trần Văn Thử");
  await fill(page, "Số bản án hoặc quyết định ly hôn", "15/2022/QĐST-HNGĐ");
  await fill(page, "Ngày của bản án hoặc quyết định ly hôn", "12-4-2022");
  await fill(page, "Tòa án", "Tòa án nhân dân khu vực 3");
  await fill(page, "Trong thời gian cư trú tại", "xã Triệu Phong");
  await press(page, "Tiếp tục");
  await expect(errorSummary(page)).toContainText("Từ ngày");
  await fill(page, "Trong thời gian cư trú tại", "");
  await continueTo(page, "Mục đích và cam đoan");
  await chooseRadio(page, "Giấy này có dùng để đăng ký kết hôn không?", "Có");
  await fill(page, "Kết hôn với", "Lê Văn Thử");
  await fill(page, "Số định danh cá nhân của người sẽ kết hôn", "045090000001");
  await fill(page, "Dự định đăng ký kết hôn tại", "Ủy ban nhân dân xã Triệu Phong");
  await fill(page, "Số bản đề nghị cấp", "3");
  await page.getByRole("checkbox", { name: "Tôi cam đoan" }).check();
  await press(page, "Tiếp tục");
  await expect(errorSummary(page)).toContainText("Số bản đề nghị cấp");
  await fill(page, "Số bản đề nghị cấp", "1");
  await continueToAttachments(page);
  await declineOptionalComponents(page);
  await continueTo(page, "Chọn hình thức nhận kết quả");
  await chooseDelivery(page, "Trực tuyến");
  await sendDossier(page);
});

test("a member beyond the largest number is refused at the button, with the reason", async ({ page }) => {
  const members = Array.from({ length: 20 }, (_, index) => ({ name: `Trần Văn ${index}` }));
  const { id } = await createDraft(page, RESIDENCE, { members });
  await page.goto(`/drafts/${id}/form/3`);
  const names = page.getByRole("textbox", { name: "Họ, chữ đệm và tên của thành viên" });
  await expect(names).toHaveCount(20);
  await press(page, "Thêm thành viên");
  await expect(page.getByRole("status").filter({ hasText: "Danh sách này chỉ nhận nhiều nhất 20 mục" })).toBeVisible();
  await expect(names).toHaveCount(20);
});

test("a household registers its residence, and a removed member can be restored", async ({ page, person }) => {
  test.setTimeout(90_000);
  await page.goto(`/procedures/${RESIDENCE}`);
  await startDraft(page);
  await expect(page.getByRole("textbox", { name: "Họ, chữ đệm và tên khai sinh" })).toHaveValue(person.name);
  await fill(page, "Ngày, tháng, năm sinh của người kê khai", "15.3.1990");
  await chooseRadio(page, "Giới tính của người kê khai", "Nữ");
  await fill(page, "Email của người kê khai", "lan.vn");
  await press(page, "Tiếp tục");
  await expect(errorSummary(page)).toContainText("Email của người kê khai");
  await fill(page, "Email của người kê khai", "lan@example.vn");
  await continueTo(page, "Chủ hộ nơi đăng ký");
  await selectOption(page, "Mối quan hệ của người kê khai với chủ hộ", "Chủ hộ");
  await continueTo(page, "Nội dung đề nghị");
  await chooseRadio(page, "Chỗ ở hợp pháp", "Thuê, mượn, ở nhờ");
  await fill(page, "Nội dung đề nghị", "Đăng ký thường trú tại thôn Hà Tây, xã Triệu Phong.");
  await addMember(page, 1, "Trần Thị Thử", "045216000001");
  await addEntry(page, 2);
  await press(page, "Tiếp tục");
  await expect(errorSummary(page)).toContainText("Thành viên 2");
  await fillMember(page, 2, "Trần Văn Thử", "045216000002");
  await page.getByRole("button", { name: "Xóa Thành viên 1" }).click();
  await expect(page.getByText("Thành viên 1 đã được xóa.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Hoàn tác" })).toBeFocused();
  await expectNoHorizontalOverflow(page);
  await press(page, "Hoàn tác");
  const names = page.getByRole("textbox", { name: "Họ, chữ đệm và tên của thành viên" });
  await expect(names.nth(0)).toHaveValue("Trần Thị Thử");
  await page.reload();
  await expect(names.nth(1)).toHaveValue("Trần Văn Thử");
  await continueTo(page, "Ý kiến đồng ý");
  await continueTo(page, "Xem lại các tờ khai chi tiết");
  await expect(page.getByRole("term").filter({ hasText: "Thành viên 2 – Họ, chữ đệm và tên" })).toBeVisible();
  await page.getByRole("link", { name: "Sửa Thành viên 2 – Họ, chữ đệm và tên của thành viên" }).click();
  await expect(names.nth(1)).toBeFocused();
  await continueTo(page, "Xem lại các tờ khai chi tiết");
  await continueTo(page, "Đính kèm thành phần hồ sơ");
  await declineOptionalComponents(page);
  await attachToEveryComponent(page, pdfFile);
  await continueTo(page, "Chọn hình thức nhận kết quả");
  await chooseDelivery(page, "Trực tuyến");
  await sendDossier(page);
});

test("a long press hits the intended field although an error message above it disappears", async ({ page }) => {
  const { id } = await createDraft(page, RESIDENCE);
  await page.goto(`/drafts/${id}/form/1`);
  const birthDate = page.getByRole("textbox", { name: "Ngày, tháng, năm sinh của người kê khai" });
  await birthDate.fill("15/13/1990");
  await birthDate.blur();
  await expect(birthDate).toHaveAttribute("aria-invalid", "true");
  await birthDate.fill("15/3/1990");
  const radio = page.getByRole("radio", { name: "Nữ", exact: true });
  await radio.scrollIntoViewIfNeeded();
  const box = await radio.boundingBox();
  // Holds the mouse button down on the radio button for 700 ms, which is longer than a usual press. The page's clock is
  // paused, and the test moves it.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1_000);
  await page.mouse.move((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
  await page.mouse.down();
  await page.clock.runFor(700);
  await expect(birthDate).toHaveAttribute("aria-invalid", "true");
  await page.mouse.up();
  await page.clock.resume();
  await expect(radio).toBeChecked();
  await expect(birthDate).not.toHaveAttribute("aria-invalid", "true");
});

async function addMember(page: Page, number: number, name: string, id: string): Promise<void> {
  await addEntry(page, number);
  await fillMember(page, number, name, id);
}

/** Adds a member to the repeating group, and expects that the member's first field gets the focus. */
async function addEntry(page: Page, number: number): Promise<void> {
  await press(page, "Thêm thành viên");
  const member = page.getByRole("group", { name: `Thành viên ${number}`, exact: true });
  await expect(member.getByRole("textbox", { name: "Họ, chữ đệm và tên của thành viên" })).toBeFocused();
}

async function fillMember(page: Page, number: number, name: string, id: string): Promise<void> {
  const member = page.getByRole("group", { name: `Thành viên ${number}`, exact: true });
  await fill(member, "Họ, chữ đệm và tên của thành viên", name);
  await fill(member, "Ngày, tháng, năm sinh", "1/2/2016");
  await member.getByRole("radio", { name: "Nam", exact: true }).check();
  await fill(member, "Số định danh cá nhân", id);
  await selectOption(member, "Mối quan hệ của thành viên với chủ hộ", "Con đẻ");
}
