// Step 4 with the other forms: each is filled in and sent as a citizen would, nothing asked that he has answered.

import {
  answer, beginDraft, chooseDelivery, enterPlace, goOn, heading, needsNoOtherPaper, pick, press, problems, readOver, send, type,
} from "../kit/citizen";
import { signedIn } from "../kit/prepared";
import { expectSound } from "../kit/sound";
import { expect, test } from "../kit/test";

test.beforeEach(async ({ page, person }) => signedIn(page, person));

test("a daughter registers the death of her father, who died at home", async ({ page }) => {
  await page.goto("/procedures/1.000656");
  await beginDraft(page);
  await pick(page, "Quan hệ với người chết", "Con");
  await type(page, "Ngày, tháng, năm sinh của người yêu cầu", "15/3/1975");
  await goOn(page, "Người chết");
  await type(page, "Họ của người chết", "Nguyễn");
  await type(page, "Tên của người chết", "Thử");
  await type(page, "Ngày, tháng, năm sinh của người chết", "1940");
  await answer(page, "Giới tính của người chết", "Nam");
  await pick(page, "Dân tộc của người chết", "Kinh");
  await answer(page, "Loại nơi cư trú cuối cùng của người chết", "Thường trú");
  await enterPlace(page, "Nơi cư trú cuối cùng của người chết");
  await expectSound(page);
  await goOn(page, "Sự kiện chết");
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
  await expectSound(page);
  await readOver(page);
  await needsNoOtherPaper(page);
  await goOn(page, "Chọn hình thức nhận kết quả");
  await chooseDelivery(page, "Trực tiếp tại nơi nộp");
  await send(page);
});

test("who asks for his own certificate of marital status isn't asked for his name twice", async ({ page }) => {
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
  await expectSound(page);
  await goOn(page, "Tình trạng hôn nhân");
  await answer(page, "Tình trạng hôn nhân", "Đã ly hôn, hiện chưa đăng ký kết hôn với ai");
  await type(page, "Họ, chữ đệm, tên của vợ/chồng", "Trần Văn Thử");
  await type(page, "Số bản án hoặc quyết định ly hôn", "15/2022/QĐST-HNGĐ");
  await type(page, "Ngày của bản án hoặc quyết định ly hôn", "12-4-2022");
  await type(page, "Tòa án", "Tòa án nhân dân khu vực 3");
  await type(page, "Trong thời gian cư trú tại", "xã Triệu Phong");
  await press(page, "Tiếp tục");
  await expect(problems(page)).toContainText("Từ ngày");
  await expectSound(page);
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
  await expect(heading(page, "Giấy xác nhận đã gửi hồ sơ")).toBeVisible();
});
