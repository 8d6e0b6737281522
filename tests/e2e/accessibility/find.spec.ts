// Accessibility of the pages that need no sign-in: procedures, groups, look-up and feedback.

import { errorSummary, fill, follow, heading, press } from "../../kit/citizen";
import { holdResponses } from "../../kit/delayed_responses";
import { BIRTH_PROCEDURE, createDossier, decideDossier, registerAndSignIn } from "../../kit/api_setup";
import { solveCaptcha } from "../../kit/captcha";
import { type SweepContext, accessibilitySweep, noPreparation } from "../../kit/accessibility_sweep";
import { expect, test } from "../../kit/test";

const RESULT_HEADING = /^Có \d+ thủ tục$/;

test("search, procedure and preparation pages are accessible in light and dark mode", accessibilitySweep(noPreparation, [
  ["first screen", "loaded", async ({ page }) => {
    await page.goto("/");
    await expect(page.locator("#shell")).toHaveCount(0);
    await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  }],
  ["list of procedures", "loading", async ({ page }) => {
    await holdResponses(page, "**/api/catalogue");
    await page.goto("/procedures");
    await expect(page.locator(".skeleton").first()).toBeVisible();
  }],
  ["list of procedures", "without a connection", async ({ page, browserErrors }) => {
    browserErrors.allowNetworkErrors();
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.route("**/api/catalogue", (route) => route.abort());
    await page.goto("/procedures");
    await expect(page.getByRole("alert").filter({ hasText: "Chưa kết nối được với máy chủ" })).toBeVisible();
    await page.getByRole("searchbox").fill("ket hon");
  }],
  ["list of procedures", "loaded", async ({ page }) => {
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.goto("/procedures");
    await expect(page.getByRole("heading", { level: 2, name: RESULT_HEADING })).toBeVisible();
  }],
  ["list of procedures", "filtered", async ({ page }) => {
    await page.goto("/procedures?field=cu-tru&level=full");
    await expect(page.getByRole("heading", { level: 2, name: RESULT_HEADING })).toBeVisible();
    await expect(page.getByRole("combobox", { name: "Lĩnh vực" })).toHaveValue("cu-tru");
  }],
  ["list of procedures", "without results", async ({ page }) => {
    await page.goto("/procedures?q=xyzxyz");
    await expect(page.getByRole("heading", { name: "Không tìm thấy thủ tục nào" })).toBeVisible();
  }],
  ["procedure", "loaded", async ({ page }) => {
    await page.goto(`/procedures/${BIRTH_PROCEDURE}`);
    await expect(page.getByRole("heading", { name: "Thành phần hồ sơ" })).toBeVisible();
  }],
  ["procedure", "with an unknown code", async ({ page, browserErrors }) => {
    browserErrors.allowStatuses(404);
    await page.goto("/procedures/9.999999");
    await expect(page.getByText("Không có thủ tục mang mã này.")).toBeVisible();
  }],
  ["preparation", "with a component ticked off", async ({ page }) => {
    await page.goto(`/procedures/${BIRTH_PROCEDURE}/prepare`);
    await page.getByRole("checkbox", { name: /Giấy chứng sinh; không có thì/ }).check();
  }],
  ["groups of procedures", "loaded", async ({ page }) => {
    await page.goto("/groups");
    await expect(heading(page, "DỊCH VỤ CÔNG LIÊN THÔNG")).toBeVisible();
    await expect(page.getByRole("link", { name: /Đăng ký khai sinh – Đăng ký thường trú/ }).first()).toBeVisible();
  }],
  ["preparation for a group", "loaded", async ({ page }) => {
    await page.goto("/procedures/2.000986/prepare");
    await expect(page.getByRole("link", { name: "Tiếp tục" })).toBeVisible();
  }],
  ["unknown page", "loaded", async ({ page }) => {
    await page.goto("/khong-co");
    await expect(heading(page, "Không có trang này")).toBeVisible();
  }],
]));

/** Sends two dossiers, and lets the office request a supplement for one of them. Then signs out. */
const createTwoDossiers = async ({ page, person }: SweepContext) => {
  await registerAndSignIn(page, person);
  const [filed, needsSupplement] = [await createDossier(page, person), await createDossier(page, person)];
  await decideDossier(page, needsSupplement.code, "Yêu cầu bổ sung trước tiếp nhận", "Bổ sung bản sao giấy khai sinh.");
  await page.context().clearCookies();
  return { filed, needsSupplement };
};

test("look-up and feedback pages are accessible in light and dark mode", accessibilitySweep(createTwoDossiers, [
  ["look-up", "loaded", async ({ page }) => {
    await page.goto("/lookup");
    await expect(heading(page, "Tra cứu hồ sơ")).toBeVisible();
  }],
  ["look-up", "with errors", async ({ page }) => {
    await press(page, "Tra cứu");
    await expect(errorSummary(page)).toBeFocused();
  }],
  ["look-up", "with an unknown dossier", async ({ page, filed, browserErrors }) => {
    browserErrors.allowStatuses(404);
    await fill(page, "Mã hồ sơ", filed.code);
    await fill(page, "Số điện thoại hoặc số CCCD của người nộp", "0987654321");
    await press(page, "Tra cứu");
    await expect(page.getByText("Không tìm thấy hồ sơ nào có mã này")).toBeVisible();
  }],
  ["look-up", "with a result", async ({ page, person }) => {
    await fill(page, "Số điện thoại hoặc số CCCD của người nộp", person.phone);
    await press(page, "Tra cứu");
    await expect(page.getByText("Mới đăng ký")).toBeVisible();
  }],
  ["look-up", "with a dossier that needs a supplement", async ({ page, needsSupplement }) => {
    await fill(page, "Mã hồ sơ", needsSupplement.code);
    await press(page, "Tra cứu");
    await expect(page.getByText("Cơ quan có ghi chú cho người nộp.")).toBeVisible();
  }],
  ["feedback", "loaded", async ({ page }) => {
    await follow(page, "Góp ý");
    await expect(page.getByRole("textbox", { name: /Mã kiểm tra/ })).toBeVisible();
  }],
  ["feedback", "with errors", async ({ page }) => {
    await press(page, "Gửi góp ý");
    await expect(errorSummary(page)).toBeFocused();
  }],
  ["feedback", "with a wrong captcha answer", async ({ page, browserErrors }) => {
    browserErrors.allowStatuses(422);
    await fill(page, "Họ tên", "Nguyễn Thị Thử");
    await fill(page, "Tiêu đề", "Chữ hơi nhỏ");
    await fill(page, "Nội dung", "Bà tôi đọc không rõ.");
    await fill(page, /Mã kiểm tra/, "99");
    await press(page, "Gửi góp ý");
    await expect(page.getByText(/Câu trả lời chưa đúng/).first()).toBeVisible();
  }],
  ["feedback", "sent", async ({ page }) => {
    await fill(page, /Mã kiểm tra/, await solveCaptcha(page));
    await press(page, "Gửi góp ý");
    await expect(page.getByText("Đã nhận góp ý của bạn")).toBeVisible();
  }],
]));
