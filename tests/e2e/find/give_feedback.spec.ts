// Sending feedback («Góp ý») without signing in.

import { errorSummary, fill, follow, heading, press } from "../../kit/citizen";
import { solveCaptcha } from "../../kit/captcha";
import { expect, test } from "../../kit/test";

test("feedback is sent after the captcha is solved, and a wrong answer loses no text", async ({ page, browserErrors }) => {
  browserErrors.allowStatuses(422);
  await page.goto("/");
  await follow(page, "Góp ý");
  await expect(heading(page, "Góp ý")).toBeVisible();
  await press(page, "Gửi góp ý");
  await expect(errorSummary(page)).toBeFocused();
  await fill(page, "Họ tên", "Nguyễn Thị Thử");
  await fill(page, "Tiêu đề", "Chữ hơi nhỏ");
  await fill(page, "Nội dung", "Bà tôi đọc không rõ.");
  await fill(page, /Mã kiểm tra/, "99");
  await press(page, "Gửi góp ý");
  await expect(page.getByText(/Câu trả lời chưa đúng/).first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Nội dung" })).toHaveValue("Bà tôi đọc không rõ.");
  await fill(page, /Mã kiểm tra/, await solveCaptcha(page));
  await press(page, "Gửi góp ý");
  await expect(page.getByText("Đã nhận góp ý của bạn")).toBeVisible();
});
