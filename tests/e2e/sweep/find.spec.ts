// What anybody may read without signing in: procedures, groups, looking up a dossier, feedback.

import { follow, heading, press, problems, type } from "../../kit/citizen";
import { holdBack } from "../../kit/held_back";
import { BIRTH, decided, sent, signedIn } from "../../kit/prepared";
import { answerTo } from "../../kit/small_question";
import { nothingBeforehand, sweep, type Given } from "../../kit/sweep";
import { expect, test } from "../../kit/test";

const found = /^Có \d+ thủ tục$/;

test("who looks for a procedure: usable by everybody, in light and in dark", sweep(nothingBeforehand, [
  ["the first screen", "loaded", async ({ page }) => {
    await page.goto("/");
    await expect(page.locator("#shell")).toHaveCount(0);
    await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  }],
  ["the list of procedures", "loading", async ({ page }) => {
    await holdBack(page, "**/api/catalogue");
    await page.goto("/procedures");
    await expect(page.locator(".skeleton").first()).toBeVisible();
  }],
  ["the list of procedures", "without a connection", async ({ page, watch }) => {
    watch.allowOutage();
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.route("**/api/catalogue", (route) => route.abort());
    await page.goto("/procedures");
    await expect(page.getByRole("alert").filter({ hasText: "Chưa kết nối được với máy chủ" })).toBeVisible();
    await page.getByRole("searchbox").fill("ket hon");
  }],
  ["the list of procedures", "loaded", async ({ page }) => {
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.goto("/procedures");
    await expect(page.getByRole("heading", { level: 2, name: found })).toBeVisible();
  }],
  ["the list of procedures", "filtered", async ({ page }) => {
    await page.goto("/procedures?field=cu-tru&level=full");
    await expect(page.getByRole("heading", { level: 2, name: found })).toBeVisible();
    await expect(page.getByRole("combobox", { name: "Lĩnh vực" })).toHaveValue("cu-tru");
  }],
  ["the list of procedures", "nothing found", async ({ page }) => {
    await page.goto("/procedures?q=xyzxyz");
    await expect(page.getByRole("heading", { name: "Không tìm thấy thủ tục nào" })).toBeVisible();
  }],
  ["a procedure", "loaded", async ({ page }) => {
    await page.goto(`/procedures/${BIRTH}`);
    await expect(page.getByRole("heading", { name: "Thành phần hồ sơ" })).toBeVisible();
  }],
  ["a procedure", "none of that code", async ({ page, watch }) => {
    watch.allowRefusals(404);
    await page.goto("/procedures/9.999999");
    await expect(page.getByText("Không có thủ tục mang mã này.")).toBeVisible();
  }],
  ["what to prepare", "with a paper ticked off", async ({ page }) => {
    await page.goto(`/procedures/${BIRTH}/prepare`);
    await page.getByRole("checkbox", { name: /Giấy chứng sinh; không có thì/ }).check();
  }],
  ["groups of procedures", "loaded", async ({ page }) => {
    await page.goto("/groups");
    await expect(heading(page, "DỊCH VỤ CÔNG LIÊN THÔNG")).toBeVisible();
    await expect(page.getByRole("link", { name: /Đăng ký khai sinh – Đăng ký thường trú/ }).first()).toBeVisible();
  }],
  ["what to prepare for a group", "loaded", async ({ page }) => {
    await page.goto("/procedures/2.000986/prepare");
    await expect(page.getByRole("link", { name: "Tiếp tục" })).toBeVisible();
  }],
  ["a page that doesn't exist", "loaded", async ({ page }) => {
    await page.goto("/khong-co");
    await expect(heading(page, "Không có trang này")).toBeVisible();
  }],
]));

/** One that was filed, and one whose papers the office has found wanting; nobody is signed in any more. */
const twoDossiers = async ({ page, person }: Given) => {
  await signedIn(page, person);
  const [plain, lacking] = [await sent(page, person), await sent(page, person)];
  await decided(page, lacking.code, "Yêu cầu bổ sung trước tiếp nhận", "Bổ sung bản sao giấy khai sinh.");
  await page.context().clearCookies();
  return { plain, lacking };
};

test("who looks up a dossier or writes feedback: usable by everybody, in light and in dark", sweep(twoDossiers, [
  ["looking up", "loaded", async ({ page }) => {
    await page.goto("/lookup");
    await expect(heading(page, "Tra cứu hồ sơ")).toBeVisible();
  }],
  ["looking up", "with faults", async ({ page }) => {
    await press(page, "Tra cứu");
    await expect(problems(page)).toBeFocused();
  }],
  ["looking up", "no such dossier", async ({ page, plain, watch }) => {
    watch.allowRefusals(404);
    await type(page, "Mã hồ sơ", plain.code);
    await type(page, "Số điện thoại hoặc số CCCD của người nộp", "0987654321");
    await press(page, "Tra cứu");
    await expect(page.getByText("Không tìm thấy hồ sơ nào có mã này")).toBeVisible();
  }],
  ["looking up", "a dossier", async ({ page, person }) => {
    await type(page, "Số điện thoại hoặc số CCCD của người nộp", person.phone);
    await press(page, "Tra cứu");
    await expect(page.getByText("Mới đăng ký")).toBeVisible();
  }],
  ["looking up", "a dossier that lacks papers", async ({ page, lacking }) => {
    await type(page, "Mã hồ sơ", lacking.code);
    await press(page, "Tra cứu");
    await expect(page.getByText("Cơ quan có ghi chú cho người nộp.")).toBeVisible();
  }],
  ["feedback", "loaded", async ({ page }) => {
    await follow(page, "Góp ý");
    await expect(page.getByRole("textbox", { name: /Mã kiểm tra/ })).toBeVisible();
  }],
  ["feedback", "with faults", async ({ page }) => {
    await press(page, "Gửi góp ý");
    await expect(problems(page)).toBeFocused();
  }],
  ["feedback", "the small question answered wrongly", async ({ page, watch }) => {
    watch.allowRefusals(422);
    await type(page, "Họ tên", "Nguyễn Thị Thử");
    await type(page, "Tiêu đề", "Chữ hơi nhỏ");
    await type(page, "Nội dung", "Bà tôi đọc không rõ.");
    await type(page, /Mã kiểm tra/, "99");
    await press(page, "Gửi góp ý");
    await expect(page.getByText(/Câu trả lời chưa đúng/).first()).toBeVisible();
  }],
  ["feedback", "sent", async ({ page }) => {
    await type(page, /Mã kiểm tra/, await answerTo(page));
    await press(page, "Gửi góp ý");
    await expect(page.getByText("Đã nhận góp ý của bạn")).toBeVisible();
  }],
]));
