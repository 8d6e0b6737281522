// Step 1 (R0.7–R0.12): a newcomer registers with a phone number and is signed in at the end.

import { openCode, openNewPassword } from "../../kit/challenge";
import { agree, enterCode, handInSlip, heading, press, problems, type } from "../../kit/citizen";
import { COPY, drafted, registered } from "../../kit/prepared";
import { agreeToCode, readsMessages, waitsNoMore } from "../../kit/read_message";
import { expectSound } from "../../kit/sound";
import { expect, test } from "../../kit/test";

test("a newcomer registers with a phone number and is signed in", async ({ page, person }) => {
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: "Đăng ký" }).click();
  await expect(heading(page, "Đăng ký tài khoản")).toBeVisible();
  await expect(page.getByText("Mức 1: xác minh số điện thoại")).toBeVisible();
  await page.getByRole("link", { name: "Thuê bao di động" }).click();
  await expect(heading(page, "Phiếu đăng ký")).toBeVisible();
  await type(page, "Họ và tên", person.name);
  await type(page, "Số định danh / CCCD / CMND", person.citizenId);
  await type(page, "Số điện thoại di động", person.phone);
  await agree(page);
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

test("a day of birth that was given stands in the declaration, and a wrong one is told at its field", async ({ page, person }) => {
  await page.goto("/register/phone");
  await type(page, "Họ và tên", person.name);
  await type(page, "Số định danh / CCCD / CMND", person.citizenId);
  await type(page, "Ngày sinh", "31/2/1990");
  await type(page, "Số điện thoại di động", person.phone);
  await agree(page);
  await press(page, "Đăng ký");
  await expect(problems(page)).toContainText("Hãy nhập đủ ngày, tháng, năm sinh");
  await type(page, "Ngày sinh", "15 3 1990");
  await press(page, "Đăng ký");
  await enterCode(page, person);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Đặt mật khẩu");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await page.goto("/account");
  await expect(page.getByText("••/••/1990")).toBeVisible();
  const { id } = await drafted(page, COPY);
  await page.goto(`/drafts/${id}/form/1`);
  await expect(page.getByRole("textbox", { name: "Ngày, tháng, năm sinh của chủ hồ sơ" })).toHaveValue("15/03/1990");
});

test("no consent is ticked beforehand, and the one that is needed is asked for at its box", async ({ page, person }) => {
  await page.goto("/register/phone");
  const needed = page.getByRole("group", { name: "Cần đồng ý để có tài khoản" });
  const optional = page.getByRole("group", { name: "Đồng ý hay không tùy bạn" });
  await expect(needed.getByRole("checkbox")).toHaveCount(1);
  await expect(optional.getByRole("checkbox")).not.toHaveCount(0);
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await type(page, "Họ và tên", person.name);
  await type(page, "Số định danh / CCCD / CMND", person.citizenId);
  await type(page, "Số điện thoại di động", person.phone);
  await press(page, "Đăng ký");
  await expect(problems(page)).toContainText("Hãy đọc rồi đánh dấu vào ô này");
  await expect(needed.getByText("Hãy đọc rồi đánh dấu vào ô này")).toBeVisible();
  await needed.getByRole("checkbox").check();
  await press(page, "Đăng ký");
  await enterCode(page, person);
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
});

test("what was ticked is still ticked after going back to the slip, and asked anew after a reload", async ({ page, person }) => {
  await handInSlip(page, person);
  await page.goBack();
  await expect(page.getByRole("checkbox", { checked: false })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Họ và tên" })).toHaveValue(person.name);
  await expect(page.getByRole("checkbox", { checked: false })).not.toHaveCount(0);
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
});

test("a browser that reads the message fills the code in, and the citizen presses", async ({ page, person }) => {
  await readsMessages(page);
  await openCode(page, person);
  const field = page.getByRole("textbox", { name: "Mã xác thực (OTP)" });
  await field.focus();
  const code = await person.lastCode();
  await agreeToCode(page, code);
  await expect(field).toHaveValue(code);
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
  await press(page, "Xác nhận");
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
  await expect.poll(() => waitsNoMore(page)).toBe(true);
});

test("letters in the code are told apart from too few digits", async ({ page, person }) => {
  await openCode(page, person);
  await type(page, "Mã xác thực (OTP)", "12345o");
  await press(page, "Xác nhận");
  await expect(problems(page)).toContainText("Mã xác thực chỉ gồm chữ số");
  const wide = [...(await person.lastCode())].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join("");
  await type(page, "Mã xác thực (OTP)", wide);
  await press(page, "Xác nhận");
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
});

test("the code is one field, known to the phone, and may be pasted with a space", async ({ page, person }) => {
  await openCode(page, person);
  const field = page.getByRole("textbox", { name: "Mã xác thực (OTP)" });
  await expect(field).toHaveAttribute("autocomplete", "one-time-code");
  const code = await person.lastCode();
  await field.focus();
  await page.keyboard.insertText(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.keyboard.press("Enter");
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
});

test("a wrong code says how many tries are left, and the right one still works", async ({ page, person, watch }) => {
  watch.allowRefusals(403);
  await openCode(page, person);
  const right = await person.lastCode();
  await type(page, "Mã xác thực (OTP)", right === "000000" ? "000001" : "000000");
  await press(page, "Xác nhận");
  await expect(problems(page)).toContainText("Mã này không đúng. Bạn còn 4 lần thử.");
  await expect(problems(page)).toBeFocused();
  await enterCode(page, person);
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
});

test("after five wrong codes the way leads back to the slip, which is still filled in", async ({ page, person, watch }) => {
  watch.allowRefusals(403);
  await handInSlip(page, person);
  const wrong = (await person.lastCode()) === "000000" ? "000001" : "000000";
  for (const left of [4, 3, 2, 1]) {
    await type(page, "Mã xác thực (OTP)", wrong);
    await press(page, "Xác nhận");
    await expect(problems(page)).toContainText(`Bạn còn ${left} lần thử.`);
  }
  await press(page, "Xác nhận");
  await expect(page.getByText("Bạn đã nhập sai quá nhiều lần")).toBeVisible();
  await page.getByRole("link", { name: "Về phiếu đăng ký để nhận mã mới" }).click();
  await expect(page.getByRole("textbox", { name: "Họ và tên" })).toHaveValue(person.name);
  await press(page, "Đăng ký");
  await enterCode(page, person);
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
});

test("the number can be corrected without typing the rest again", async ({ page, person }) => {
  await handInSlip(page, { ...person, phone: "0987654321" });
  await page.getByText("Không nhận được tin nhắn?").click();
  await page.getByRole("link", { name: "Sửa số điện thoại" }).click();
  await expect(page.getByRole("textbox", { name: "Họ và tên" })).toHaveValue(person.name);
  await type(page, "Số điện thoại di động", person.phone);
  await press(page, "Đăng ký");
  await enterCode(page, person);
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
});

test("a reload on the way loses nothing", async ({ page, person }) => {
  await handInSlip(page, person);
  await page.reload();
  await expect(page.getByText("Có thể gửi lại mã sau")).toBeVisible();
  await enterCode(page, person);
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
  await page.reload();
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Đặt mật khẩu");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
});

test("who has an account already is told so by message, and gets no second one", async ({ page, person, backend, watch }) => {
  watch.allowRefusals(403);
  await registered(page, person);
  await handInSlip(page, person);
  const [message] = await backend.messages(person.phone);
  expect(message?.code).toBeNull();
  expect(message?.text).toContain("đã có tài khoản");
  await page.getByText("Không nhận được tin nhắn?").click();
  await expect(page.getByText("hãy đăng nhập bằng tài khoản đó")).toBeVisible();
});

test.describe("when the time goes by", () => {
  test.use({ alone: true });

  test("an expired code says so, and another one may be sent", async ({ page, person, backend, watch }) => {
    watch.allowRefusals(403);
    await openCode(page, person);
    await backend.later(301);
    await enterCode(page, person);
    await expect(problems(page)).toContainText("Mã này đã hết hiệu lực");
    await expectSound(page);
    await page.reload();
    await press(page, "Gửi lại mã");
    await expect(page.getByText("Đã gửi mã mới.")).toBeVisible();
    await enterCode(page, person);
    await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
  });

  test("another code can be asked for after the countdown, not before", async ({ page, person, backend }) => {
    await page.clock.install();
    await openCode(page, person);
    const first = await person.lastCode();
    const again = page.getByRole("button", { name: "Gửi lại mã" });
    await expect(again).toHaveAttribute("aria-disabled", "true");
    await again.click({ force: true });
    expect(await backend.messages(person.phone)).toHaveLength(1);
    await backend.later(50);
    await page.reload();
    await expect(page.getByText(/Có thể gửi lại mã sau 0:(0\d|10)/)).toBeVisible();
    await backend.later(10);
    await page.clock.runFor(10_000);
    await expect(page.getByText("Bạn có thể bấm «Gửi lại mã»")).toBeVisible();
    await again.click();
    await expect(page.getByText("Đã gửi mã mới.")).toBeVisible();
    expect(await backend.messages(person.phone)).toHaveLength(2);
    await type(page, "Mã xác thực (OTP)", first);
    await press(page, "Xác nhận");
    await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
  });
});

test("a password that is guessed first is refused in words, and another may be thought of", async ({ page, person, watch }) => {
  watch.allowRefusals(422);
  await openNewPassword(page, person);
  const field = page.getByLabel("Mật khẩu", { exact: true });
  for (const guessed of ["1q2w3e4r5t", "Một Cửa 2026", person.phone]) {
    await field.fill(guessed);
    await press(page, "Đặt mật khẩu");
    await expect(problems(page)).toContainText("Mật khẩu này quá dễ đoán.");
    await expect(field).toHaveValue(guessed);
  }
  await field.fill(person.password);
  await press(page, "Đặt mật khẩu");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
});
