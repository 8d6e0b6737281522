// «TRA CỨU HỒ SƠ» without signing in (R4.14–R4.15, R4.18) and «Góp ý»: what anybody may ask and say.

import { follow, heading, press, problems, type } from "../../kit/citizen";
import { decided, sent, signedIn } from "../../kit/prepared";
import { answerTo } from "../../kit/small_question";
import { expect, test } from "../../kit/test";

const CODE = "Mã hồ sơ";
const FILED_BY = "Số điện thoại hoặc số CCCD của người nộp";

test("whoever knows the code and who filed sees how the dossier stands, and nothing personal", async ({ page, person, watch }) => {
  watch.allowRefusals(404);
  await signedIn(page, person);
  const { code } = await sent(page, person);
  await page.context().clearCookies();
  await page.goto("/");
  await follow(page, "Tra cứu hồ sơ");
  await expect(heading(page, "Tra cứu hồ sơ")).toBeVisible();
  await press(page, "Tra cứu");
  await expect(problems(page)).toBeFocused();
  await type(page, CODE, code.toLowerCase());
  await type(page, FILED_BY, "0987654321");
  await press(page, "Tra cứu");
  await expect(page.getByText("Không tìm thấy hồ sơ nào có mã này")).toBeVisible();
  await expect(page.getByRole("textbox", { name: CODE })).toHaveValue(code.toLowerCase());
  await type(page, FILED_BY, `+84 ${person.phone.slice(1)}`);
  await press(page, "Tra cứu");
  await expect(page.getByText("Mới đăng ký")).toBeVisible();
  await expect(page.getByText("Cấp bản sao trích lục hộ tịch")).toBeVisible();
  await expect(page.getByText(person.name)).toHaveCount(0);
  expect(page.url()).not.toContain(code);
});

test("who looks up a dossier that lacks papers is told where the office's note is, and never sent to nothing", async ({ page, person }) => {
  await signedIn(page, person);
  const { code } = await sent(page, person);
  await decided(page, code, "Yêu cầu bổ sung trước tiếp nhận", "Bổ sung bản sao giấy khai sinh.");
  await page.goto("/lookup");
  await type(page, CODE, code);
  await type(page, FILED_BY, person.phone);
  await press(page, "Tra cứu");
  await expect(page.getByText("Cơ quan có ghi chú cho người nộp.")).toBeVisible();
  await expect(page.getByText("bên dưới")).toHaveCount(0);
  await expect(page.getByText("Bổ sung bản sao giấy khai sinh.")).toHaveCount(0);
});

test("what was typed into a public page goes with the citizen who signs out", async ({ page, person }) => {
  await signedIn(page, person);
  await page.goto("/lookup");
  await type(page, FILED_BY, person.phone);
  await page.reload();
  await expect(page.getByRole("textbox", { name: FILED_BY })).toHaveValue(person.phone);
  await press(page, "Đăng xuất");
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  await page.goto("/lookup");
  await expect(page.getByRole("textbox", { name: FILED_BY })).toHaveValue("");
});

test("feedback is sent by whoever answers the small question, and a wrong answer loses nothing", async ({ page, watch }) => {
  watch.allowRefusals(422);
  await page.goto("/");
  await follow(page, "Góp ý");
  await expect(heading(page, "Góp ý")).toBeVisible();
  await press(page, "Gửi góp ý");
  await expect(problems(page)).toBeFocused();
  await type(page, "Họ tên", "Nguyễn Thị Thử");
  await type(page, "Tiêu đề", "Chữ hơi nhỏ");
  await type(page, "Nội dung", "Bà tôi đọc không rõ.");
  await type(page, /Mã kiểm tra/, "99");
  await press(page, "Gửi góp ý");
  await expect(page.getByText(/Câu trả lời chưa đúng/).first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Nội dung" })).toHaveValue("Bà tôi đọc không rõ.");
  await type(page, /Mã kiểm tra/, await answerTo(page));
  await press(page, "Gửi góp ý");
  await expect(page.getByText("Đã nhận góp ý của bạn")).toBeVisible();
});
