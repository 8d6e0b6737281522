import { answer, enterCode, follow, heading, press, type } from "../kit/citizen";
import { BIRTH, COPY, drafted, registered, sent, signedIn } from "../kit/prepared";
import { test, expect } from "../kit/test";
test.use({ colorScheme: (process.env.DARK ? "dark" : "light") as "dark" | "light" });
const dir = process.env.SHOTS ?? "/tmp/shots";
let n = 0;
const shot = async (page: import("@playwright/test").Page, name: string) => { await page.waitForTimeout(400); await page.screenshot({ path: `${dir}/${String(n++).padStart(2, "0")}-${name}.png`, fullPage: true }); };
test("shots", async ({ page, person, other, backend }) => {
  test.setTimeout(200_000);
  await page.goto("/register"); await shot(page, "register");
  await page.goto("/register/phone"); await expect(page.getByRole("textbox").first()).toBeVisible(); await shot(page, "register-phone");
  await answer(page, "Loại tài khoản", "Tổ chức / doanh nghiệp"); await press(page, "Đăng ký"); await shot(page, "register-org-faults");
  await registered(page, person);
  await page.goto("/sign-in"); await expect(page.getByRole("textbox").first()).toBeVisible(); await shot(page, "sign-in");
  await follow(page, "Quên mật khẩu?"); await shot(page, "forgotten");
  await page.goto("/sign-in");
  await type(page, /Số định danh|CCCD|điện thoại/, person.phone);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Đăng nhập");
  await expect(page.getByText("6 chữ số").first()).toBeVisible(); await shot(page, "code");
  await enterCode(page, person);
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await page.goto("/account"); await expect(heading(page, "Tài khoản của tôi")).toBeVisible(); await shot(page, "account");
  for (const [p] of [["password"], ["phone"], ["devices"], ["consents"], ["data"], ["close"]]) {
    await page.goto(`/account/${p}`); await expect(page.getByRole("heading", { level: 1 })).toBeVisible(); await page.waitForTimeout(700); await shot(page, `account-${p}`);
  }
  await page.goto("/account/devices"); await press(page, "Đăng xuất khỏi mọi thiết bị"); await shot(page, "everywhere");
  const { id } = await drafted(page, COPY);
  await page.goto(`/drafts/${id}/form/1`); await expect(page.getByRole("textbox").first()).toBeVisible(); await shot(page, "form");
  await backend.messages(person.phone);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await shot(page, "form2");
});
