// «Tài khoản của tôi»: what it shows, and every change of it.

import { readFile } from "node:fs/promises";

import { enterCode, enterPassword, follow, heading, pickPlace, press, problems, type } from "../../kit/citizen";
import { otherDevice } from "../../kit/other_device";
import { COPY, drafted, sent, signedIn } from "../../kit/prepared";
import { expect, test } from "../../kit/test";

test.beforeEach(async ({ page, person }) => signedIn(page, person));

test("it shows who one is, with citizen id and phone masked", async ({ page, person }) => {
  await page.goto("/account");
  await expect(heading(page, "Tài khoản của tôi")).toBeVisible();
  await expect(page.getByText(person.name)).toBeVisible();
  await expect(page.getByText("Mức 1: đã xác minh số điện thoại")).toBeVisible();
  // Two lines on the smallest phone.
  expect((await page.getByRole("banner").boundingBox())?.height).toBeLessThan(120);
  await expect(page.getByRole("main").getByText(`09•• ••• ${person.phone.slice(-3)}`)).toBeVisible();
  const words = await page.locator("body").innerText();
  expect(words).not.toContain(person.phone);
  expect(words).not.toContain(person.citizenId);
});

test("a guest is led to signing in and comes back", async ({ page, person }) => {
  await page.context().clearCookies();
  await page.goto("/account");
  await expect(heading(page, "Đăng nhập")).toBeVisible();
  await enterPassword(page, person.phone, person.password);
  await enterCode(page, person);
  await expect(heading(page, "Tài khoản của tôi")).toBeVisible();
});

test("the password is changed by who knows the present one", async ({ page, person, watch }) => {
  watch.allowRefusals(401, 403);
  await page.goto("/account");
  await follow(page, "Đổi mật khẩu");
  await expect(heading(page, "Đổi mật khẩu")).toBeVisible();
  await press(page, "Đổi mật khẩu");
  await expect(problems(page)).toContainText("Hãy nhập mật khẩu hiện tại.");
  await page.getByLabel("Mật khẩu hiện tại", { exact: true }).fill("không phải câu này");
  await page.getByLabel("Mật khẩu mới", { exact: true }).fill("câu mới cũng dễ nhớ");
  await press(page, "Đổi mật khẩu");
  await expect(problems(page)).toContainText("Mật khẩu hiện tại không đúng");
  await expect(page.getByLabel("Mật khẩu mới", { exact: true })).toHaveValue("câu mới cũng dễ nhớ");
  await page.getByLabel("Mật khẩu hiện tại", { exact: true }).fill(person.password);
  await press(page, "Đổi mật khẩu");
  await expect(page.getByText("Đã đổi mật khẩu.")).toBeVisible();
  await press(page, "Đăng xuất");
  await page.goto("/sign-in");
  await enterPassword(page, person.phone, "câu mới cũng dễ nhớ");
  await enterCode(page, person);
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
});

test("the phone is changed by a code to the new one, and a wrong number can be corrected", async ({ page, person, other, backend }) => {
  await page.goto("/account/phone");
  await press(page, "Gửi mã đến số mới");
  await expect(problems(page)).toContainText("Hãy nhập số điện thoại di động.");
  await type(page, "Số điện thoại mới", "0987 654 321");
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Gửi mã đến số mới");
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
  await expect(page.getByText("đã được gửi đến số điện thoại mới")).toBeVisible();
  await page.getByText("Không nhận được tin nhắn?").click();
  await follow(page, "Sửa số điện thoại");
  await type(page, "Số điện thoại mới", other.phone);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Gửi mã đến số mới");
  await enterCode(page, other);
  await expect(heading(page, "Tài khoản của tôi")).toBeVisible();
  await expect(page.getByText("Đã đổi số điện thoại của tài khoản.")).toBeVisible();
  await expect(page.getByRole("main").getByText(`09•• ••• ${other.phone.slice(-3)}`)).toBeVisible();
  expect(page.url()).not.toContain(other.phone);
  const [warning] = await backend.messages(person.phone);
  expect(warning?.code).toBeNull();
});

test("devices are listed, one is signed out, then all", async ({ page, person, browser, backend }) => {
  const device = await otherDevice(browser, backend, person);
  await page.goto("/account");
  await follow(page, "Thiết bị đang đăng nhập");
  await expect(page.getByText("Thiết bị này", { exact: true })).toHaveCount(1);
  await page.getByRole("main").getByRole("button", { name: /^Đăng xuất (?!khỏi)/ }).click();
  await expect(page.getByText("Đã đăng xuất thiết bị đó.")).toBeVisible();
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);
  expect(await (await device.request.get("/api/session")).json()).toBeNull();
  await device.close();
  await press(page, "Đăng xuất khỏi mọi thiết bị");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Đăng xuất khỏi mọi thiết bị" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  await page.goto("/account");
  await expect(heading(page, "Đăng nhập")).toBeVisible();
});

test("a consent is withdrawn and given again, and a required one says how", async ({ page }) => {
  await page.goto("/account");
  await follow(page, "Sự đồng ý của bạn");
  await expect(page.getByText("Không có sự đồng ý này thì không có tài khoản.")).toBeVisible();
  await page.getByRole("button", { name: "Rút lại đồng ý Điền sẵn" }).click();
  await expect(page.getByText("Đã rút lại sự đồng ý.")).toBeVisible();
  await expect(page.getByText(/^Đã rút lại lúc/).first()).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Đồng ý Điền sẵn" }).click();
  await expect(page.getByText("Đã ghi nhận sự đồng ý.")).toBeVisible();
  await page.getByText("Lịch sử").click();
  await expect(page.getByText(/^Đã rút lại lúc/).first()).toBeVisible();
});

test("an account that lacks a required consent is asked once, before it files", async ({ page }) => {
  let asked = 0;
  await page.route("**/api/account/consents", async (route) => {
    if (route.request().method() !== "GET") return route.continue();
    asked += 1;
    await route.fulfill({ json: [] });
  });
  await page.goto(`/procedures/${COPY}/file`);
  await expect(heading(page, "Trước khi nộp hồ sơ")).toBeVisible();
  await press(page, "Đồng ý và tiếp tục");
  await expect(problems(page)).toContainText("Hãy đọc rồi đánh dấu vào ô này");
  await page.getByRole("checkbox").check();
  await press(page, "Đồng ý và tiếp tục");
  await expect(heading(page, "Lựa chọn cơ quan thực hiện")).toBeVisible();
  expect(asked).toBe(1);
});

test("a refusal for want of a consent asks for it in place of the page, and what was chosen is kept", async ({ page, watch }) => {
  watch.allowRefusals(403);
  await page.goto(`/procedures/${COPY}/file`);
  await pickPlace(page);
  let refused = 0;
  await page.route("**/api/drafts", async (route) => {
    if (refused++) return route.continue();
    const problem = { status: 403, code: "consent_needed", title: "The account lacks a required consent." };
    await route.fulfill({ status: 403, contentType: "application/problem+json", body: JSON.stringify(problem) });
  });
  await page.route("**/api/account/consents", async (route) => {
    if (route.request().method() !== "GET") return route.continue();
    await route.fulfill({ json: [] });
  });
  await press(page, "Thêm mới");
  await expect(heading(page, "Trước khi nộp hồ sơ")).toBeVisible();
  await page.getByRole("checkbox").check();
  await press(page, "Đồng ý và tiếp tục");
  await expect(page.getByText(/Nơi nhận hồ sơ: .*Triệu Phong/).first()).toBeVisible();
  await press(page, "Thêm mới");
  await expect(page.getByText("Hồ sơ đã được lưu thành bản nháp")).toBeVisible();
});

test("my data is there to read, and as a file", async ({ page, person }) => {
  const { code } = await sent(page, person);
  await drafted(page, COPY, { owner_name: person.name });
  await page.goto("/account");
  await follow(page, "Dữ liệu của tôi");
  await expect(page.getByText(code)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Hồ sơ đang làm" })).toBeVisible();
  await expect(page.getByRole("main").getByText("Không có.")).toHaveCount(0);
  await expect(page.getByRole("main")).not.toContainText(person.citizenId);
  await page.getByRole("checkbox", { name: "Hiện đầy đủ" }).check();
  await expect(page.getByText(person.citizenId).first()).toBeVisible();
  await expect(page.getByText(person.phone).first()).toBeVisible();
  await expect(page.getByText("Họ, chữ đệm, tên của chủ hồ sơ")).toHaveCount(2);
  const saving = page.waitForEvent("download");
  await press(page, "Tải về (JSON)");
  const file = await saving;
  expect(file.suggestedFilename()).toBe("du-lieu-cua-toi.json");
  const held = JSON.parse(await readFile(await file.path(), "utf8"));
  expect(held.account.citizen_id).toBe(person.citizenId);
  expect(held.dossiers.map((dossier: { code: string }) => dossier.code)).toEqual([code]);
  expect(held.drafts[0].answers.owner_name).toBe(person.name);
  expect(held.consents).not.toEqual([]);
  expect(held.devices).toHaveLength(1);
});

test("a device that others use is marked as such, and the mark is kept", async ({ page }) => {
  await page.goto("/account");
  await page.getByRole("checkbox", { name: "Nhiều người cùng dùng máy này" }).check();
  await expect(page.getByText("Đã bật: máy này không giữ lại gì của bạn.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("checkbox", { name: "Nhiều người cùng dùng máy này" })).toBeChecked();
});

test("that others use the device can be said before the session begins", async ({ page, person, watch }) => {
  watch.allowRefusals(503);
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await enterPassword(page, person.phone, person.password);
  await page.getByRole("checkbox", { name: "Nhiều người cùng dùng máy này" }).check();
  await page.route("**/api/session", async (route) => {
    if (route.request().method() !== "PATCH") return route.continue();
    await route.fulfill({ status: 503, contentType: "text/html", body: "<h1>503</h1>" });
  });
  await enterCode(page, person);
  await expect(page.getByText("chưa bật được «Máy dùng chung»")).toBeVisible();
  await page.unroute("**/api/session");
  await page.getByRole("checkbox", { name: "Nhiều người cùng dùng máy này" }).check();
  await expect(page.getByText("Đã bật: máy này không giữ lại gì của bạn.")).toBeVisible();
});

test("the account is closed by a code, and nothing opens it any more", async ({ page, person, watch }) => {
  watch.allowRefusals(401, 403);
  await page.goto("/account");
  await follow(page, "Đóng tài khoản");
  await expect(heading(page, "Đóng tài khoản")).toBeVisible();
  await press(page, "Gửi mã để đóng tài khoản");
  await expect(problems(page)).toContainText("Hãy đọc rồi đánh dấu vào ô này");
  await page.getByRole("checkbox").check();
  await press(page, "Gửi mã để đóng tài khoản");
  await expect(page.getByText("Nhập đúng mã là tài khoản được đóng ngay")).toBeVisible();
  await type(page, "Mã xác thực (OTP)", await person.lastCode());
  await press(page, "Đóng tài khoản");
  await expect(heading(page, "Đã đóng tài khoản")).toBeVisible();
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  await page.goto("/sign-in");
  await enterPassword(page, person.phone, person.password);
  await expect(problems(page)).toContainText("Số đã nhập hoặc mật khẩu không đúng");
});
