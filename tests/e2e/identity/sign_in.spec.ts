// Step 2 of the journey (R4.2–R4.4): signing in with citizen id or phone number, password and one-time code, and
// signing out.

import { enterCode, enterPassword, errorSummary, fill, follow, heading, press, signIn } from "../../kit/citizen";
import { holdResponses } from "../../kit/delayed_responses";
import { PROVIDER_BUTTON, offerIdentityProvider } from "../../kit/portal";
import { BIRTH_PROCEDURE, registerAccount } from "../../kit/api_setup";
import { expect, test } from "../../kit/test";

test("a citizen signs in with phone, password and code, and signs out", async ({ page, person }) => {
  await registerAccount(page, person);
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: "Đăng nhập" }).click();
  await expect(heading(page, "Đăng nhập")).toBeVisible();
  await enterPassword(page, person.phone, person.password);
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
  await enterCode(page, person);
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  await press(page, "Đăng xuất");
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  await page.getByRole("link", { name: "Hồ sơ của tôi" }).click();
  await expect(heading(page, "Đăng nhập")).toBeVisible();
});

test("the citizen id works instead of the phone, grouped as on the identity card", async ({ page, person }) => {
  await registerAccount(page, person);
  await page.goto("/sign-in");
  await enterPassword(page, person.citizenId.replace(/(...)/g, "$1 ").trim(), person.password);
  await enterCode(page, person);
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
});

test("a failed sign-in doesn't reveal which of number and password is wrong, and keeps the number", async ({ page, person, browserErrors }) => {
  browserErrors.allowStatuses(401, 403);
  await registerAccount(page, person);
  await page.goto("/sign-in");
  await enterPassword(page, person.phone, "không phải câu này");
  await expect(errorSummary(page)).toContainText("Số đã nhập hoặc mật khẩu không đúng");
  await expect(errorSummary(page)).toBeFocused();
  await expect(page).toHaveTitle(/^Lỗi: Đăng nhập/);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Đăng nhập");
  await enterCode(page, person);
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
});

test("sign-in methods are those of the backend, single sign-on comes first, and its link returns to the requested page", async ({ page }) => {
  await offerIdentityProvider(page);
  await page.goto("/dossiers?tab=processing");
  const providerLink = page.getByRole("link", { name: PROVIDER_BUTTON });
  await expect(providerLink).toHaveAttribute("href", "/api/single-sign-on/dvcqg?back=%2Fdossiers%3Ftab%3Dprocessing");
  await expect(page.getByRole("heading", { name: "Hoặc đăng nhập bằng mật khẩu" })).toBeVisible();
  const isBeforePassword = await providerLink.evaluate((link, selector) => {
    const passwordField = document.querySelector(selector);
    return Boolean(passwordField && link.compareDocumentPosition(passwordField) & Node.DOCUMENT_POSITION_FOLLOWING);
  }, "input[type=password]");
  expect(isBeforePassword).toBe(true);
});

test("until the sign-in methods are known, nothing is shown that would move", async ({ page }) => {
  const releasePortal = await holdResponses(page, "**/api/portal");
  await page.goto("/sign-in");
  await expect(heading(page, "Đăng nhập")).toBeVisible();
  await expect(page.getByText("Đang tải").first()).toBeAttached();
  await expect(page.getByLabel("Mật khẩu", { exact: true })).toHaveCount(0);
  await releasePortal();
  await expect(page.getByLabel("Mật khẩu", { exact: true })).toBeVisible();
});

test("an error at the identity provider is explained, and sign-in still leads to the requested page", async ({ page, person }) => {
  await registerAccount(page, person);
  await page.goto("/dossiers?tab=processing");
  await expect(heading(page, "Đăng nhập")).toBeVisible();
  for (const [reason, message] of [
    ["cancelled", "Bạn đã dừng đăng nhập"], ["expired", "đã quá lâu"], ["unverified", "số định danh 12 chữ số"],
    ["failed", "Chưa đăng nhập được"], ["<b>made up</b>", "Chưa đăng nhập được"],
  ] as const) {
    await page.goto(`/sign-in?trouble=${encodeURIComponent(reason)}`);
    await expect(page.getByRole("status").filter({ hasText: message })).toBeVisible();
  }
  await enterPassword(page, person.phone, person.password);
  await enterCode(page, person);
  await expect(page).toHaveURL(/\/dossiers\?tab=processing/);
});

test("the password can be shown before it is sent", async ({ page }) => {
  await page.goto("/sign-in");
  const password = page.getByLabel("Mật khẩu", { exact: true });
  await password.fill("một câu dễ nhớ");
  await expect(password).toHaveAttribute("type", "password");
  await press(page, "Hiện");
  await expect(password).toHaveAttribute("type", "text");
  await press(page, "Ẩn");
  await expect(password).toHaveAttribute("type", "password");
  await expect(password).toHaveValue("một câu dễ nhớ");
  // A form that is sent, even with a mistake, leaves no password to be read on the screen.
  await press(page, "Hiện");
  await expect(password).toHaveAttribute("type", "text");
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await expect(errorSummary(page)).toBeVisible();
  await expect(password).toHaveAttribute("type", "password");
});

test("a guest who starts filing signs in and continues at the same step", async ({ page, person }) => {
  await registerAccount(page, person);
  await page.goto(`/procedures/${BIRTH_PROCEDURE}`);
  await page.getByRole("link", { name: "Nộp hồ sơ" }).first().click();
  await page.getByRole("link", { name: "Tiếp tục" }).click();
  await expect(heading(page, "Đăng nhập")).toBeVisible();
  await enterPassword(page, person.phone, person.password);
  await enterCode(page, person);
  await expect(heading(page, "Lựa chọn cơ quan thực hiện")).toBeVisible();
});

test("a guest returns to the requested URL with its whole query", async ({ page, person }) => {
  await registerAccount(page, person);
  await page.goto("/dossiers?tab=processing&page=1");
  await expect(heading(page, "Đăng nhập")).toBeVisible();
  await enterPassword(page, person.phone, person.password);
  await enterCode(page, person);
  await expect(page.getByRole("link", { name: /^Đang xử lý/ })).toHaveAttribute("aria-current", "page");
  await expect(page).toHaveURL(/\/dossiers\?tab=processing/);
});

test("switching the language keeps the typed text", async ({ page, person }) => {
  await registerAccount(page, person);
  await page.goto("/sign-in");
  await fill(page, "Số định danh / CCCD hoặc số điện thoại", person.phone);
  await press(page, "English");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("textbox", { name: "mobile number" })).toHaveValue(/^0912/);
  await press(page, "Tiếng Việt");
  await signIn(page, person);
});

test("a citizen who is signed in already is told so on the pages to sign in and to register", async ({ page, person }) => {
  await registerAccount(page, person);
  await signIn(page, person);
  for (const path of ["/register", "/register/phone", "/sign-in?next=/account/devices"]) {
    await page.goto(path);
    await expect(page.getByText("Bạn đang đăng nhập là")).toContainText(person.name);
  }
  await follow(page, "Tiếp tục với tài khoản này");
  await expect(page).toHaveURL(/\/account\/devices$/);
});
