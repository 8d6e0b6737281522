// Looking up a dossier («TRA CỨU HỒ SƠ») without signing in (R4.14–R4.15, R4.18).

import { errorSummary, fill, follow, heading, press } from "../../kit/citizen";
import { createDossier, decideDossier, registerAndSignIn } from "../../kit/api_setup";
import { expectNoHorizontalOverflow } from "../../kit/accessibility";
import { expect, test } from "../../kit/test";

const CODE_LABEL = "Mã hồ sơ";
const FILED_BY_LABEL = "Số điện thoại hoặc số CCCD của người nộp";

test("with the dossier code and the applicant's number anyone sees the status, but no personal data", async ({ page, person, browserErrors }) => {
  browserErrors.allowStatuses(404);
  await registerAndSignIn(page, person);
  const { code } = await createDossier(page, person);
  await page.context().clearCookies();
  await page.goto("/");
  await follow(page, "Tra cứu hồ sơ");
  await expect(heading(page, "Tra cứu hồ sơ")).toBeVisible();
  await press(page, "Tra cứu");
  await expect(errorSummary(page)).toBeFocused();
  await fill(page, CODE_LABEL, code.toLowerCase());
  await fill(page, FILED_BY_LABEL, "0987654321");
  await press(page, "Tra cứu");
  await expect(page.getByText("Không tìm thấy hồ sơ nào có mã này")).toBeVisible();
  await expect(page.getByRole("textbox", { name: CODE_LABEL })).toHaveValue(code.toLowerCase());
  await fill(page, FILED_BY_LABEL, `+84 ${person.phone.slice(1)}`);
  await press(page, "Tra cứu");
  await expect(page.getByText("Mới đăng ký")).toBeVisible();
  await expect(page.getByText("Cấp bản sao trích lục hộ tịch")).toBeVisible();
  await expect(page.getByText(person.name)).toHaveCount(0);
  expect(page.url()).not.toContain(code);
});

test("looking up a dossier that needs a supplement mentions the office's note without showing it", async ({ page, person }) => {
  await registerAndSignIn(page, person);
  const { code } = await createDossier(page, person);
  await decideDossier(page, code, "Yêu cầu bổ sung trước tiếp nhận", "Bổ sung bản sao giấy khai sinh.");
  await page.goto("/lookup");
  await fill(page, CODE_LABEL, code);
  await fill(page, FILED_BY_LABEL, person.phone);
  await press(page, "Tra cứu");
  await expect(page.getByText("Cơ quan có ghi chú cho người nộp.")).toBeVisible();
  await expect(page.getByText("bên dưới")).toHaveCount(0);
  await expect(page.getByText("Bổ sung bản sao giấy khai sinh.")).toHaveCount(0);
});

test.describe("with counts of its own", () => {
  test.use({ ownBackend: true });

  test("after many wrong tries with a code, even the right number has to wait, and what was typed stays", async ({ page, person, browserErrors }) => {
    browserErrors.allowStatuses(429);
    await registerAndSignIn(page, person);
    const { code } = await createDossier(page, person);
    await page.context().clearCookies();
    for (let tries = 0; tries < 10; tries += 1) {
      const data = { code, filed_by: "0987654321" };
      const refused = await page.request.post("/api/lookups", { headers: { "Motcua-Request": "1" }, data });
      expect(refused.status()).toBe(404);
    }
    await page.goto("/lookup");
    await fill(page, CODE_LABEL, code);
    await fill(page, FILED_BY_LABEL, person.phone);
    await press(page, "Tra cứu");
    await expect(page.getByText(/Bạn đã tra cứu quá nhiều lần\. Hãy thử lại sau khoảng \d+ phút/)).toBeVisible();
    await expect(page.getByRole("textbox", { name: CODE_LABEL })).toHaveValue(code);
    await expect(page.getByText("Mới đăng ký")).toHaveCount(0);
    await expectNoHorizontalOverflow(page);
  });
});

test("text typed on a public page is removed at sign-out", async ({ page, person }) => {
  await registerAndSignIn(page, person);
  await page.goto("/lookup");
  await fill(page, FILED_BY_LABEL, person.phone);
  await page.reload();
  await expect(page.getByRole("textbox", { name: FILED_BY_LABEL })).toHaveValue(person.phone);
  await press(page, "Đăng xuất");
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  await page.goto("/lookup");
  await expect(page.getByRole("textbox", { name: FILED_BY_LABEL })).toHaveValue("");
});
