// Step 4 with the other forms: each is filled in and sent by hand once, and asks nothing that has been answered.

import type { Page } from "@playwright/test";

import {
  answer, attachToEach, beginDraft, chooseDelivery, declareDeceased, enterPlace, goOn, needsNoOtherPaper, pick, press,
  problems, readOver, send, type,
} from "../../kit/citizen";
import { paper } from "../../kit/files";
import { drafted, signedIn } from "../../kit/prepared";
import { expectFits } from "../../kit/sound";
import { expect, test } from "../../kit/test";

/** The residence form, CT01. */
const RESIDENCE = "1.004222";

test.beforeEach(async ({ page, person }) => signedIn(page, person));

test("a daughter registers the death of her father, who died at home", async ({ page }) => {
  await page.goto("/procedures/1.000656");
  await beginDraft(page);
  await declareDeceased(page);
  await type(page, "Ngày chết", "20112026");
  await type(page, "Phút", "30");
  await enterPlace(page, "Nơi chết");
  await answer(page, "Nguyên nhân chết", "Già yếu");
  await press(page, "Tiếp tục");
  await expect(problems(page)).toContainText("Giờ chết");
  await type(page, "Giờ chết", "5");
  await goOn(page, "Giấy báo tử, bản sao và cam đoan");
  await answer(page, "Giấy báo tử hoặc giấy tờ thay thế", "Giấy báo tử");
  await expect(page.getByRole("textbox", { name: "Số Giấy báo tử" })).toBeVisible();
  await answer(page, "Giấy báo tử hoặc giấy tờ thay thế", "Không có");
  await expect(page.getByRole("textbox", { name: "Số Giấy báo tử" })).toBeHidden();
  await answer(page, "Bạn có đề nghị cấp bản sao Trích lục khai tử không?", "Không");
  await page.getByRole("checkbox", { name: "Tôi cam đoan" }).check();
  await readOver(page);
  await needsNoOtherPaper(page);
  await goOn(page, "Chọn hình thức nhận kết quả");
  await chooseDelivery(page, "Trực tiếp tại nơi nộp");
  await send(page);
});

test("who asks for their own certificate of marital status isn't asked for the name twice", async ({ page }) => {
  await page.goto("/procedures/1.004873");
  await beginDraft(page);
  await pick(page, "Quan hệ với người được cấp giấy", "Bản thân");
  await type(page, "Ngày, tháng, năm sinh của người yêu cầu", "15/3/1990");
  await goOn(page, "Người được cấp giấy");
  await expect(page.getByRole("textbox", { name: "Họ, chữ đệm, tên" })).toHaveCount(0);
  await answer(page, "Giới tính của người được cấp giấy", "Nữ");
  await pick(page, "Dân tộc của người được cấp giấy", "Kinh");
  await answer(page, "Loại nơi cư trú của người được cấp giấy", "Tạm trú");
  await enterPlace(page, "Nơi cư trú của người được cấp giấy");
  await goOn(page, "Tình trạng hôn nhân");
  await answer(page, "Tình trạng hôn nhân", "Đã ly hôn, hiện chưa đăng ký kết hôn với ai");
  await type(page, "Họ, chữ đệm, tên của vợ/chồng", "Trần Văn Thử");
  await type(page, "Số bản án hoặc quyết định ly hôn", "15/2022/QĐST-HNGĐ");
  await type(page, "Ngày của bản án hoặc quyết định ly hôn", "12-4-2022");
  await type(page, "Tòa án", "Tòa án nhân dân khu vực 3");
  await type(page, "Trong thời gian cư trú tại", "xã Triệu Phong");
  await press(page, "Tiếp tục");
  await expect(problems(page)).toContainText("Từ ngày");
  await type(page, "Trong thời gian cư trú tại", "");
  await goOn(page, "Mục đích và cam đoan");
  await answer(page, "Giấy này có dùng để đăng ký kết hôn không?", "Có");
  await type(page, "Kết hôn với", "Lê Văn Thử");
  await type(page, "Số định danh cá nhân của người sẽ kết hôn", "045090000001");
  await type(page, "Dự định đăng ký kết hôn tại", "Ủy ban nhân dân xã Triệu Phong");
  await type(page, "Số bản đề nghị cấp", "3");
  await page.getByRole("checkbox", { name: "Tôi cam đoan" }).check();
  await press(page, "Tiếp tục");
  await expect(problems(page)).toContainText("Số bản đề nghị cấp");
  await type(page, "Số bản đề nghị cấp", "1");
  await readOver(page);
  await needsNoOtherPaper(page);
  await goOn(page, "Chọn hình thức nhận kết quả");
  await chooseDelivery(page, "Trực tuyến");
  await send(page);
});

test("a household moves: two members come along, one of them removed and brought back", async ({ page, person }) => {
  test.setTimeout(90_000);
  await page.goto(`/procedures/${RESIDENCE}`);
  await beginDraft(page);
  await expect(page.getByRole("textbox", { name: "Họ, chữ đệm và tên khai sinh" })).toHaveValue(person.name);
  await type(page, "Ngày, tháng, năm sinh của người kê khai", "15.3.1990");
  await answer(page, "Giới tính của người kê khai", "Nữ");
  await type(page, "Email của người kê khai", "lan.vn");
  await press(page, "Tiếp tục");
  await expect(problems(page)).toContainText("Email của người kê khai");
  await type(page, "Email của người kê khai", "lan@example.vn");
  await goOn(page, "Chủ hộ nơi đăng ký");
  await pick(page, "Mối quan hệ của người kê khai với chủ hộ", "Chủ hộ");
  await goOn(page, "Nội dung đề nghị");
  await answer(page, "Chỗ ở hợp pháp", "Thuê, mượn, ở nhờ");
  await type(page, "Nội dung đề nghị", "Đăng ký thường trú tại thôn Hà Tây, xã Triệu Phong.");
  await addMember(page, 1, "Trần Thị Thử", "045216000001");
  await addEntry(page, 2);
  await press(page, "Tiếp tục");
  await expect(problems(page)).toContainText("Thành viên 2");
  await fillMember(page, 2, "Trần Văn Thử", "045216000002");
  await page.getByRole("button", { name: "Xóa Thành viên 1" }).click();
  await expect(page.getByText("Thành viên 1 đã được xóa.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Hoàn tác" })).toBeFocused();
  await expectFits(page);
  await press(page, "Hoàn tác");
  const names = page.getByRole("textbox", { name: "Họ, chữ đệm và tên của thành viên" });
  await expect(names.nth(0)).toHaveValue("Trần Thị Thử");
  await page.reload();
  await expect(names.nth(1)).toHaveValue("Trần Văn Thử");
  await goOn(page, "Ý kiến đồng ý");
  await goOn(page, "Xem lại các tờ khai chi tiết");
  await expect(page.getByRole("term").filter({ hasText: "Thành viên 2 – Họ, chữ đệm và tên" })).toBeVisible();
  await page.getByRole("link", { name: "Sửa Thành viên 2 – Họ, chữ đệm và tên của thành viên" }).click();
  await expect(names.nth(1)).toBeFocused();
  await goOn(page, "Xem lại các tờ khai chi tiết");
  await goOn(page, "Đính kèm thành phần hồ sơ");
  await needsNoOtherPaper(page);
  await attachToEach(page, paper);
  await goOn(page, "Chọn hình thức nhận kết quả");
  await chooseDelivery(page, "Trực tuyến");
  await send(page);
});

test("a slow finger presses what it meant, though the sentence above it goes away", async ({ page }) => {
  const { id } = await drafted(page, RESIDENCE);
  await page.goto(`/drafts/${id}/form/1`);
  const born = page.getByRole("textbox", { name: "Ngày, tháng, năm sinh của người kê khai" });
  await born.fill("15/13/1990");
  await born.blur();
  await expect(born).toHaveAttribute("aria-invalid", "true");
  await born.fill("15/3/1990");
  const woman = page.getByRole("radio", { name: "Nữ", exact: true });
  await woman.scrollIntoViewIfNeeded();
  const place = await woman.boundingBox();
  // The finger stays down longer than most presses take, by the page's own clock, which goes on only as told.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1_000);
  await page.mouse.move((place?.x ?? 0) + 10, (place?.y ?? 0) + 10);
  await page.mouse.down();
  await page.clock.runFor(700);
  await expect(born).toHaveAttribute("aria-invalid", "true");
  await page.mouse.up();
  await page.clock.resume();
  await expect(woman).toBeChecked();
  await expect(born).not.toHaveAttribute("aria-invalid", "true");
});

async function addMember(page: Page, number: number, name: string, id: string): Promise<void> {
  await addEntry(page, number);
  await fillMember(page, number, name, id);
}

/** Adds an entry, which takes the focus. */
async function addEntry(page: Page, number: number): Promise<void> {
  await press(page, "Thêm thành viên");
  const member = page.getByRole("group", { name: `Thành viên ${number}`, exact: true });
  await expect(member.getByRole("textbox", { name: "Họ, chữ đệm và tên của thành viên" })).toBeFocused();
}

async function fillMember(page: Page, number: number, name: string, id: string): Promise<void> {
  const member = page.getByRole("group", { name: `Thành viên ${number}`, exact: true });
  await type(member, "Họ, chữ đệm và tên của thành viên", name);
  await type(member, "Ngày, tháng, năm sinh", "1/2/2016");
  await member.getByRole("radio", { name: "Nam", exact: true }).check();
  await type(member, "Số định danh cá nhân", id);
  await pick(member, "Mối quan hệ của thành viên với chủ hộ", "Con đẻ");
}
