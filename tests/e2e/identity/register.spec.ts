// Step 1 of the journey (R0.7–R0.12): a citizen registers with a phone number and is signed in afterwards.

import { openCodePage, openNewPasswordPage } from "../../kit/challenge";
import {
  enterCode, errorSummary, fill, heading, press, submitRegistrationForm, tickAllConsents,
} from "../../kit/citizen";
import { COPY_PROCEDURE, createDraft, registerAccount } from "../../kit/api_setup";
import { deliverCode, enableWebOtp, isOtpRequestAborted } from "../../kit/web_otp";
import { expectAccessible } from "../../kit/accessibility";
import { expect, test } from "../../kit/test";

test("a citizen registers with a phone number and is signed in", async ({ page, person }) => {
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: "Đăng ký" }).click();
  await expect(heading(page, "Đăng ký tài khoản")).toBeVisible();
  await expect(page.getByText("Mức 1: xác minh số điện thoại")).toBeVisible();
  await page.getByRole("link", { name: "Thuê bao di động" }).click();
  await expect(heading(page, "Phiếu đăng ký")).toBeVisible();
  await fill(page, "Họ và tên", person.name);
  await fill(page, "Số định danh / CCCD / CMND", person.citizenId);
  await fill(page, "Số điện thoại di động", person.phone);
  await tickAllConsents(page);
  await press(page, "Đăng ký");
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
  await expect(page.getByText("Không đọc mã này cho bất kỳ ai")).toBeVisible();
  await enterCode(page, person);
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
  await expect(page.getByText("Ít nhất 8 ký tự")).toBeVisible();
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Đặt mật khẩu");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
});

test("a date of birth is prefilled in declarations, and an impossible one shows an error at its field", async ({ page, person }) => {
  await page.goto("/register/phone");
  await fill(page, "Họ và tên", person.name);
  await fill(page, "Số định danh / CCCD / CMND", person.citizenId);
  await fill(page, "Ngày sinh", "31/2/1990");
  await fill(page, "Số điện thoại di động", person.phone);
  await tickAllConsents(page);
  await press(page, "Đăng ký");
  await expect(errorSummary(page)).toContainText("Hãy nhập đủ ngày, tháng, năm sinh");
  await fill(page, "Ngày sinh", "15 3 1990");
  await press(page, "Đăng ký");
  await enterCode(page, person);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Đặt mật khẩu");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await page.goto("/account");
  await expect(page.getByText("••/••/1990")).toBeVisible();
  const { id } = await createDraft(page, COPY_PROCEDURE);
  await page.goto(`/drafts/${id}/form/1`);
  await expect(page.getByRole("textbox", { name: "Ngày, tháng, năm sinh của chủ hồ sơ" })).toHaveValue("15/03/1990");
});

test("no consent is preselected, and a missing required consent shows an error at its checkbox", async ({ page, person }) => {
  await page.goto("/register/phone");
  const requiredConsents = page.getByRole("group", { name: "Cần đồng ý để có tài khoản" });
  const optionalConsents = page.getByRole("group", { name: "Đồng ý hay không tùy bạn" });
  await expect(requiredConsents.getByRole("checkbox")).toHaveCount(1);
  await expect(optionalConsents.getByRole("checkbox")).not.toHaveCount(0);
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await fill(page, "Họ và tên", person.name);
  await fill(page, "Số định danh / CCCD / CMND", person.citizenId);
  await fill(page, "Số điện thoại di động", person.phone);
  await press(page, "Đăng ký");
  await expect(errorSummary(page)).toContainText("Hãy đọc rồi đánh dấu vào ô này");
  await expect(requiredConsents.getByText("Hãy đọc rồi đánh dấu vào ô này")).toBeVisible();
  await requiredConsents.getByRole("checkbox").check();
  await press(page, "Đăng ký");
  await enterCode(page, person);
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
});

test("ticked consents stay ticked after going back, and must be ticked again after a reload", async ({ page, person }) => {
  await submitRegistrationForm(page, person);
  await page.goBack();
  await expect(page.getByRole("checkbox", { checked: false })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Họ và tên" })).toHaveValue(person.name);
  await expect(page.getByRole("checkbox", { checked: false })).not.toHaveCount(0);
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
});

test("WebOTP fills in the code, and the citizen confirms it", async ({ page, person }) => {
  await enableWebOtp(page);
  await openCodePage(page, person);
  const field = page.getByRole("textbox", { name: "Mã xác thực (OTP)" });
  await field.focus();
  const code = await person.lastCode();
  await deliverCode(page, code);
  await expect(field).toHaveValue(code);
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
  await press(page, "Xác nhận");
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
  await expect.poll(() => isOtpRequestAborted(page)).toBe(true);
});

test("letters in the code get their own error, and full-width digits are accepted", async ({ page, person }) => {
  await openCodePage(page, person);
  await fill(page, "Mã xác thực (OTP)", "12345o");
  await press(page, "Xác nhận");
  await expect(errorSummary(page)).toContainText("Mã xác thực chỉ gồm chữ số");
  const fullWidthCode = [...(await person.lastCode())].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join("");
  await fill(page, "Mã xác thực (OTP)", fullWidthCode);
  await press(page, "Xác nhận");
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
});

test("the code is one field with autocomplete, and can be pasted with a space", async ({ page, person }) => {
  await openCodePage(page, person);
  const field = page.getByRole("textbox", { name: "Mã xác thực (OTP)" });
  await expect(field).toHaveAttribute("autocomplete", "one-time-code");
  const code = await person.lastCode();
  await field.focus();
  await page.keyboard.insertText(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.keyboard.press("Enter");
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
});

test("a citizen whose response to the code was lost goes on to the password with the same code", async ({ page, person, browserErrors }) => {
  browserErrors.allowStatuses(403);
  browserErrors.allowNetworkErrors();
  await openCodePage(page, person);
  await page.route("**/api/challenges/*/code", async (route) => {
    await route.fetch();
    await route.abort();
  }, { times: 1 });
  await enterCode(page, person);
  await press(page, "Thử lại");
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
  await expect(errorSummary(page)).toHaveCount(0);
});

test("a wrong code shows the remaining attempts, and the right one still works", async ({ page, person, browserErrors }) => {
  browserErrors.allowStatuses(403);
  await openCodePage(page, person);
  const rightCode = await person.lastCode();
  await fill(page, "Mã xác thực (OTP)", rightCode === "000000" ? "000001" : "000000");
  await press(page, "Xác nhận");
  await expect(errorSummary(page)).toContainText("Mã này không đúng. Bạn còn 4 lần thử.");
  await expect(errorSummary(page)).toBeFocused();
  await enterCode(page, person);
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
});

test("after five wrong codes a link leads back to the form, which is still filled in", async ({ page, person, browserErrors }) => {
  browserErrors.allowStatuses(403);
  await submitRegistrationForm(page, person);
  const wrongCode = (await person.lastCode()) === "000000" ? "000001" : "000000";
  for (const attemptsLeft of [4, 3, 2, 1]) {
    await fill(page, "Mã xác thực (OTP)", wrongCode);
    await press(page, "Xác nhận");
    await expect(errorSummary(page)).toContainText(`Bạn còn ${attemptsLeft} lần thử.`);
  }
  await press(page, "Xác nhận");
  await expect(page.getByText("Bạn đã nhập sai quá nhiều lần")).toBeVisible();
  await page.getByRole("link", { name: "Về phiếu đăng ký để nhận mã mới" }).click();
  await expect(page.getByRole("textbox", { name: "Họ và tên" })).toHaveValue(person.name);
  await press(page, "Đăng ký");
  await enterCode(page, person);
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
});

test("the phone number can be corrected without filling in the form again", async ({ page, person }) => {
  await submitRegistrationForm(page, { ...person, phone: "0987654321" });
  await page.getByText("Không nhận được tin nhắn?").click();
  await page.getByRole("link", { name: "Sửa số điện thoại" }).click();
  await expect(page.getByRole("textbox", { name: "Họ và tên" })).toHaveValue(person.name);
  await fill(page, "Số điện thoại di động", person.phone);
  await press(page, "Đăng ký");
  await enterCode(page, person);
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
});

test("a reload at each step loses no data", async ({ page, person }) => {
  await submitRegistrationForm(page, person);
  await page.reload();
  await expect(page.getByText("Có thể gửi lại mã sau")).toBeVisible();
  await enterCode(page, person);
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
  await page.reload();
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Đặt mật khẩu");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
});

test("a citizen who already has an account is told by text message and gets no second account", async ({ page, person, backend, browserErrors }) => {
  browserErrors.allowStatuses(403);
  await registerAccount(page, person);
  await submitRegistrationForm(page, person);
  const [message] = await backend.messages(person.phone);
  expect(message?.code).toBeNull();
  expect(message?.text).toContain("đã có tài khoản");
  await page.getByText("Không nhận được tin nhắn?").click();
  await expect(page.getByText("hãy đăng nhập bằng tài khoản đó")).toBeVisible();
});

test.describe("as time passes", () => {
  test.use({ ownBackend: true });

  test("an expired code shows an error, and a new one can be sent", async ({ page, person, backend, browserErrors }) => {
    browserErrors.allowStatuses(403);
    await openCodePage(page, person);
    await backend.advanceClock(301);
    await enterCode(page, person);
    await expect(errorSummary(page)).toContainText("Mã này đã hết hiệu lực");
    await expectAccessible(page);
    await page.reload();
    await press(page, "Gửi lại mã");
    await expect(page.getByText("Đã gửi mã mới.")).toBeVisible();
    await enterCode(page, person);
    await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
  });

  test("a new code can be requested after the countdown, not before", async ({ page, person, backend }) => {
    await page.clock.install();
    await openCodePage(page, person);
    const firstCode = await person.lastCode();
    const resendButton = page.getByRole("button", { name: "Gửi lại mã" });
    await expect(resendButton).toHaveAttribute("aria-disabled", "true");
    await resendButton.click({ force: true });
    expect(await backend.messages(person.phone)).toHaveLength(1);
    await backend.advanceClock(50);
    await page.reload();
    await expect(page.getByText(/Có thể gửi lại mã sau 0:(0\d|10)/)).toBeVisible();
    await backend.advanceClock(10);
    await page.clock.runFor(10_000);
    await expect(page.getByText("Bạn có thể bấm «Gửi lại mã»")).toBeVisible();
    await resendButton.click();
    await expect(page.getByText("Đã gửi mã mới.")).toBeVisible();
    expect(await backend.messages(person.phone)).toHaveLength(2);
    await fill(page, "Mã xác thực (OTP)", firstCode);
    await press(page, "Xác nhận");
    await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
  });
});

test("a common password is refused with an explanation, and another one can be chosen", async ({ page, person, browserErrors }) => {
  browserErrors.allowStatuses(422);
  await openNewPasswordPage(page, person);
  const field = page.getByLabel("Mật khẩu", { exact: true });
  for (const commonPassword of ["1q2w3e4r5t", "Một Cửa 2026", person.phone]) {
    await field.fill(commonPassword);
    await press(page, "Đặt mật khẩu");
    await expect(errorSummary(page)).toContainText("Mật khẩu này quá dễ đoán.");
    await expect(field).toHaveValue(commonPassword);
  }
  await field.fill(person.password);
  await press(page, "Đặt mật khẩu");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
});
