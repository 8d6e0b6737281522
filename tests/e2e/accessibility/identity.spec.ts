// Accessibility of registration, sign-in and password reset, and of the account pages («Tài khoản của tôi»).

import {
  chooseRadio, enterCode, enterPassword, errorSummary, fill, follow, heading, press, tickAllConsents,
} from "../../kit/citizen";
import { holdResponses } from "../../kit/delayed_responses";
import { signInOnOtherDevice } from "../../kit/other_device";
import { PROVIDER_BUTTON, offerIdentityProvider } from "../../kit/portal";
import { COPY_PROCEDURE, createDossier, createDraft, registerAccount, registerAndSignIn } from "../../kit/api_setup";
import { accessibilitySweep, noPreparation } from "../../kit/accessibility_sweep";
import { expect, test } from "../../kit/test";

const KIND = "Loại tài khoản";
const ORGANISATION = "Tổ chức / doanh nghiệp";
const SHARED = "Nhiều người cùng dùng máy này";
const NEW_PASSWORD = "câu mới cũng dễ nhớ";

test("registration pages are accessible in light and dark mode", accessibilitySweep(noPreparation, [
  ["registration methods", "loaded", async ({ page }) => {
    await page.goto("/register");
    await expect(page.getByText("Mức 1: xác minh số điện thoại")).toBeVisible();
  }],
  ["registration methods", "with an identity provider and a shared device", async ({ page }) => {
    await offerIdentityProvider(page);
    await page.goto("/register");
    await page.getByRole("checkbox", { name: SHARED }).check();
    await expect(page.getByRole("link", { name: /cổng DVC Quốc gia/ })).toBeVisible();
    await page.unrouteAll({ behavior: "ignoreErrors" });
  }],
  ["registration form", "of an organisation, with errors", async ({ page }) => {
    await page.goto("/register/phone");
    await chooseRadio(page, KIND, ORGANISATION);
    await press(page, "Đăng ký");
    await expect(errorSummary(page)).toContainText("Hãy nhập mã số thuế");
  }],
  ["registration form", "with errors", async ({ page, person }) => {
    await chooseRadio(page, KIND, "Công dân");
    await fill(page, "Họ và tên", "😀");
    await fill(page, "Số định danh / CCCD / CMND", person.citizenId);
    await fill(page, "Ngày sinh", "31/2/1990");
    await press(page, "Đăng ký");
    await expect(errorSummary(page)).toContainText("Hãy nhập đủ ngày, tháng, năm sinh");
    await expect(errorSummary(page)).toContainText("Hãy đọc rồi đánh dấu vào ô này");
  }],
  ["registration form", "without a connection", async ({ page, person, browserErrors }) => {
    browserErrors.allowNetworkErrors();
    await page.route("**/api/registrations", (route) => route.abort());
    await fill(page, "Họ và tên", person.name);
    await fill(page, "Ngày sinh", "15/3/1990");
    await fill(page, "Số điện thoại di động", person.phone);
    await tickAllConsents(page);
    await press(page, "Đăng ký");
    await expect(page.getByRole("alert").filter({ hasText: "Chưa kết nối được với máy chủ" }).first()).toBeVisible();
    await page.unrouteAll({ behavior: "ignoreErrors" });
  }],
  ["registration form", "loaded", async ({ page }) => {
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Họ và tên" })).not.toHaveValue("");
    await tickAllConsents(page);
  }],
  ["code", "just sent", async ({ page }) => {
    await press(page, "Đăng ký");
    await expect(page.getByText("Không đọc mã này cho bất kỳ ai")).toBeVisible();
  }],
  ["code", "wrong", async ({ page, person, browserErrors }) => {
    browserErrors.allowStatuses(403);
    await fill(page, "Mã xác thực (OTP)", (await person.lastCode()) === "000000" ? "000001" : "000000");
    await press(page, "Xác nhận");
    await expect(errorSummary(page)).toContainText("Bạn còn 4 lần thử.");
  }],
  ["code", "wrong five times", async ({ page }) => {
    for (const attemptsLeft of [3, 2, 1]) {
      await press(page, "Xác nhận");
      await expect(errorSummary(page)).toContainText(`Bạn còn ${attemptsLeft} lần thử.`);
    }
    await press(page, "Xác nhận");
    await expect(page.getByText("Bạn đã nhập sai quá nhiều lần")).toBeVisible();
  }],
  ["new password", "on a shared device", async ({ page, person }) => {
    await follow(page, "Về phiếu đăng ký để nhận mã mới");
    await tickAllConsents(page);
    await press(page, "Đăng ký");
    await enterCode(page, person);
    await expect(page.getByText("Ít nhất 8 ký tự")).toBeVisible();
    await page.getByRole("checkbox", { name: SHARED }).check();
  }],
  ["new password", "too common", async ({ page, person, browserErrors }) => {
    browserErrors.allowStatuses(403, 422);
    await page.getByLabel("Mật khẩu", { exact: true }).fill(person.phone);
    await press(page, "Đặt mật khẩu");
    await expect(errorSummary(page)).toContainText("Mật khẩu này quá dễ đoán.");
  }],
  ["first screen", "signed in", async ({ page, person }) => {
    await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
    await press(page, "Đặt mật khẩu");
    await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  }],
]));

test("sign-in and password reset pages are accessible in light and dark mode", accessibilitySweep(async ({ page, person }) => (await registerAccount(page, person), {}), [
  ["sign-in", "loading", async ({ page }) => {
    await holdResponses(page, "**/api/portal");
    await page.goto("/sign-in");
    await expect(page.getByText("Đang tải").first()).toBeAttached();
  }],
  ["sign-in", "loaded", async ({ page }) => {
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.goto("/sign-in");
    await expect(page.getByLabel("Mật khẩu", { exact: true })).toBeVisible();
  }],
  ["sign-in", "of an organisation", async ({ page }) => {
    await chooseRadio(page, KIND, ORGANISATION);
    await expect(page.getByRole("textbox", { name: "Mã số thuế" })).toBeVisible();
  }],
  ["sign-in", "with a wrong password", async ({ page, person, browserErrors }) => {
    browserErrors.allowStatuses(401, 403);
    await chooseRadio(page, KIND, "Công dân");
    await enterPassword(page, person.phone, "không phải câu này");
    await expect(errorSummary(page)).toContainText("Số đã nhập hoặc mật khẩu không đúng");
  }],
  ["sign-in", "with an identity provider and a shared device", async ({ page }) => {
    await offerIdentityProvider(page);
    await page.goto("/sign-in");
    await page.getByRole("checkbox", { name: SHARED }).check();
    await expect(page.getByRole("link", { name: PROVIDER_BUTTON })).toBeVisible();
    await page.unrouteAll({ behavior: "ignoreErrors" });
  }],
  ["sign-in", "after an error at the identity provider", async ({ page }) => {
    await page.goto("/sign-in?trouble=unverified");
    await expect(page.getByRole("status").filter({ hasText: "số định danh 12 chữ số" })).toBeVisible();
  }],
  ["sign-in code", "on a shared device", async ({ page, person }) => {
    await enterPassword(page, person.phone, person.password);
    await page.getByRole("checkbox", { name: SHARED }).check();
  }],
  ["my account", "after marking the device as shared failed", async ({ page, person, browserErrors }) => {
    browserErrors.allowNetworkErrors();
    const sessionUrl = "**/api/session";
    await page.route(sessionUrl, (route) => (route.request().method() === "PATCH" ? route.abort() : route.continue()));
    await enterCode(page, person);
    await expect(page.getByText("chưa bật được «Máy dùng chung»")).toBeVisible();
    await page.unroute(sessionUrl);
  }],
  ["phone release", "loaded", async ({ page }) => {
    await page.goto("/phone-release");
    await expect(page.getByRole("textbox", { name: "Số điện thoại di động" })).toBeVisible();
  }],
  ["phone release", "recorded", async ({ page, person }) => {
    await fill(page, "Số điện thoại di động", person.phone);
    await press(page, "Gửi mã xác thực");
    await enterCode(page, person);
    await expect(page.getByText("Số sẽ rời tài khoản cũ vào ngày")).toBeVisible();
  }],
  ["forgotten password", "loaded", async ({ page }) => {
    await page.context().clearCookies();
    await page.goto("/forgotten-password");
    await expect(page.getByRole("textbox", { name: "Số điện thoại di động" })).toBeVisible();
  }],
  ["forgotten password", "with errors", async ({ page }) => {
    await press(page, "Gửi mã xác thực");
    await expect(errorSummary(page)).toBeFocused();
  }],
  ["password reset code", "just sent", async ({ page, person }) => {
    await fill(page, "Số định danh / CCCD / CMND", person.citizenId);
    await fill(page, "Số điện thoại di động", person.phone);
    await press(page, "Gửi mã xác thực");
    await expect(page.getByText("Không đọc mã này cho bất kỳ ai")).toBeVisible();
  }],
  ["password reset", "on a shared device", async ({ page, person }) => {
    await enterCode(page, person);
    await expect(heading(page, "Đặt mật khẩu mới")).toBeVisible();
    await page.getByRole("checkbox", { name: SHARED }).check();
  }],
  ["password reset", "expired", async ({ page, browserErrors }) => {
    browserErrors.allowStatuses(404);
    await page.goto("/forgotten-password/nothing-there");
    await expect(page.getByText("Lần lấy lại mật khẩu này đã quá lâu hoặc đã xong")).toBeVisible();
  }],
]));

test("a citizen's account pages are accessible in light and dark mode", accessibilitySweep(async ({ page, person, browser, backend }) => {
  await registerAndSignIn(page, person);
  await createDossier(page, person);
  await createDraft(page, COPY_PROCEDURE, { owner_name: person.name });
  return { otherDevice: await signInOnOtherDevice(browser, backend, person) };
}, [
  ["my account", "loaded", async ({ page, person }) => {
    await page.goto("/account");
    await expect(page.getByText(person.name)).toBeVisible();
  }],
  ["my account", "on a shared device", async ({ page }) => {
    await page.getByRole("checkbox", { name: SHARED }).check();
    await expect(page.getByText("Đã bật: máy này không giữ lại gì của bạn.")).toBeVisible();
  }],
  ["my data", "with masked numbers", async ({ page }) => {
    await page.goto("/account/data");
    await expect(page.getByRole("heading", { name: "Hồ sơ đang làm" })).toBeVisible();
  }],
  ["my data", "with numbers in full", async ({ page, person }) => {
    await page.getByRole("checkbox", { name: "Hiện đầy đủ" }).check();
    await expect(page.getByText(person.citizenId).first()).toBeVisible();
  }],
  ["consents", "loaded", async ({ page }) => {
    await page.goto("/account/consents");
    await expect(page.getByText("Không có sự đồng ý này thì không có tài khoản.")).toBeVisible();
  }],
  ["consents", "with one withdrawn and its history", async ({ page }) => {
    await page.getByRole("button", { name: "Rút lại đồng ý Điền sẵn" }).click();
    await expect(page.getByText("Đã rút lại sự đồng ý.")).toBeVisible();
    await page.getByText("Lịch sử").click();
    await expect(page.getByText(/^Đã rút lại lúc/).first()).toBeVisible();
  }],
  ["consent before filing", "loaded", async ({ page }) => {
    const consentsUrl = "**/api/account/consents";
    await page.route(consentsUrl, (route) => (route.request().method() === "GET" ? route.fulfill({ json: [] }) : route.continue()));
    await page.goto(`/procedures/${COPY_PROCEDURE}/file`);
    await expect(heading(page, "Trước khi nộp hồ sơ")).toBeVisible();
    await expect(page.getByRole("checkbox")).toBeVisible();
  }],
  ["consent before filing", "with errors", async ({ page }) => {
    await press(page, "Đồng ý và tiếp tục");
    await expect(errorSummary(page)).toContainText("Hãy đọc rồi đánh dấu vào ô này");
    await page.unroute("**/api/account/consents");
  }],
  ["devices", "with two signed in", async ({ page }) => {
    await page.goto("/account/devices");
    await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(2);
  }],
  ["devices", "with the dialog to sign out everywhere", async ({ page, otherDevice }) => {
    await otherDevice.close();
    await press(page, "Đăng xuất khỏi mọi thiết bị");
    await expect(page.getByRole("dialog")).toBeVisible();
  }],
  ["changing the password", "loaded", async ({ page }) => {
    await page.goto("/account/password");
    await expect(page.getByLabel("Mật khẩu hiện tại", { exact: true })).toBeVisible();
  }],
  ["changing the password", "with errors", async ({ page }) => {
    await press(page, "Đổi mật khẩu");
    await expect(errorSummary(page)).toContainText("Hãy nhập mật khẩu hiện tại.");
  }],
  ["changing the phone", "with errors", async ({ page }) => {
    await page.goto("/account/phone");
    await press(page, "Gửi mã đến số mới");
    await expect(errorSummary(page)).toContainText("Hãy nhập số điện thoại di động.");
  }],
  ["changing the phone", "after a code was sent", async ({ page, person, otherPerson }) => {
    await fill(page, "Số điện thoại mới", otherPerson.phone);
    await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
    await press(page, "Gửi mã đến số mới");
    await expect(page.getByText("đã được gửi đến số điện thoại mới")).toBeVisible();
  }],
  ["my account", "after the phone was changed", async ({ page, otherPerson }) => {
    await enterCode(page, otherPerson);
    await expect(page.getByText("Đã đổi số điện thoại của tài khoản.")).toBeVisible();
  }],
  ["closing the account", "loaded", async ({ page }) => {
    await page.goto("/account/close");
    await expect(page.getByRole("checkbox")).toBeVisible();
  }],
  ["closing the account", "with errors", async ({ page }) => {
    await press(page, "Gửi mã để đóng tài khoản");
    await expect(errorSummary(page)).toContainText("Hãy đọc rồi đánh dấu vào ô này");
  }],
  ["closing the account", "after a code was sent", async ({ page }) => {
    await page.getByRole("checkbox").check();
    await press(page, "Gửi mã để đóng tài khoản");
    await expect(page.getByText("Nhập đúng mã là tài khoản được đóng ngay")).toBeVisible();
  }],
  ["closing the account", "closed", async ({ page, otherPerson }) => {
    await fill(page, "Mã xác thực (OTP)", await otherPerson.lastCode());
    await press(page, "Đóng tài khoản");
    await expect(heading(page, "Đã đóng tài khoản")).toBeVisible();
  }],
]));

test("account pages of an organisation and of an account without a password are accessible in light and dark mode", accessibilitySweep(noPreparation, [
  ["my account", "of an organisation", async ({ page, person }) => {
    const organisation = { name: "Công ty TNHH Thử Nghiệm", tax_code: `01${person.phone.slice(2)}`, position: "Giám đốc" };
    await registerAndSignIn(page, person, organisation);
    await page.goto("/account");
    await expect(page.getByText(organisation.name)).toBeVisible();
  }],
  ["my account", "after the password was changed", async ({ page, person }) => {
    await page.goto("/account/password");
    await page.getByLabel("Mật khẩu hiện tại", { exact: true }).fill(person.password);
    await page.getByLabel("Mật khẩu mới", { exact: true }).fill(NEW_PASSWORD);
    await press(page, "Đổi mật khẩu");
    await expect(page.getByText("Đã đổi mật khẩu.")).toBeVisible();
  }],
  ["changing the phone", "of an account without a password", async ({ page }) => {
    await page.route("**/api/session", async (route) => {
      const response = await route.fetch();
      const session = (await response.json()) as { account: object };
      await route.fulfill({ response, json: { ...session, account: { ...session.account, lacks_password: true } } });
    });
    await page.goto("/account/phone");
    await expect(page.getByRole("textbox", { name: "Số điện thoại mới" })).toBeVisible();
    await expect(page.getByLabel("Mật khẩu", { exact: true })).toHaveCount(0);
  }],
  ["setting the first password", "of an account without a password", async ({ page }) => {
    await page.goto("/account/password");
    await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
  }],
]));
