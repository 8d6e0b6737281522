// The account pages («Tài khoản của tôi»): the overview, and every change that a citizen can make to their account.

import { readFile } from "node:fs/promises";

import { enterCode, enterPassword, errorSummary, fill, follow, heading, press, selectPlace } from "../../kit/citizen";
import { signInOnOtherDevice } from "../../kit/other_device";
import { COPY_PROCEDURE, createDossier, createDraft, registerAndSignIn } from "../../kit/api_setup";
import { expect, test } from "../../kit/test";

test.beforeEach(async ({ page, person }) => registerAndSignIn(page, person));

test("the account page shows the name and masks citizen id and phone", async ({ page, person }) => {
  await page.goto("/account");
  await expect(heading(page, "Tài khoản của tôi")).toBeVisible();
  await expect(page.getByText(person.name)).toBeVisible();
  await expect(page.getByText("Mức 1: đã xác minh số điện thoại")).toBeVisible();
  // On a phone, the header is at most two lines high.
  expect((await page.getByRole("banner").boundingBox())?.height).toBeLessThan(120);
  await expect(page.getByRole("main").getByText(`09•• ••• ${person.phone.slice(-3)}`)).toBeVisible();
  const pageText = await page.locator("body").innerText();
  expect(pageText).not.toContain(person.phone);
  expect(pageText).not.toContain(person.citizenId);
});

test("a guest is asked to sign in and returns to the account page", async ({ page, person }) => {
  await page.context().clearCookies();
  await page.goto("/account");
  await expect(heading(page, "Đăng nhập")).toBeVisible();
  await enterPassword(page, person.phone, person.password);
  await enterCode(page, person);
  await expect(heading(page, "Tài khoản của tôi")).toBeVisible();
});

test("changing the password requires the current one", async ({ page, person, browserErrors }) => {
  browserErrors.allowStatuses(401, 403);
  await page.goto("/account");
  await follow(page, "Đổi mật khẩu");
  await expect(heading(page, "Đổi mật khẩu")).toBeVisible();
  await press(page, "Đổi mật khẩu");
  await expect(errorSummary(page)).toContainText("Hãy nhập mật khẩu hiện tại.");
  await page.getByLabel("Mật khẩu hiện tại", { exact: true }).fill("không phải câu này");
  await page.getByLabel("Mật khẩu mới", { exact: true }).fill("câu mới cũng dễ nhớ");
  await press(page, "Đổi mật khẩu");
  await expect(errorSummary(page)).toContainText("Mật khẩu hiện tại không đúng");
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

test("changing the phone requires a code sent to the new number, and a wrong number can be corrected", async ({ page, person, otherPerson, backend }) => {
  await page.goto("/account/phone");
  await press(page, "Gửi mã đến số mới");
  await expect(errorSummary(page)).toContainText("Hãy nhập số điện thoại di động.");
  await fill(page, "Số điện thoại mới", "0987 654 321");
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Gửi mã đến số mới");
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
  await expect(page.getByText("đã được gửi đến số điện thoại mới")).toBeVisible();
  await page.getByText("Không nhận được tin nhắn?").click();
  await follow(page, "Sửa số điện thoại");
  await fill(page, "Số điện thoại mới", otherPerson.phone);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Gửi mã đến số mới");
  await enterCode(page, otherPerson);
  await expect(heading(page, "Tài khoản của tôi")).toBeVisible();
  await expect(page.getByText("Đã đổi số điện thoại của tài khoản.")).toBeVisible();
  await expect(page.getByRole("main").getByText(`09•• ••• ${otherPerson.phone.slice(-3)}`)).toBeVisible();
  expect(page.url()).not.toContain(otherPerson.phone);
  const [warning] = await backend.messages(person.phone);
  expect(warning?.code).toBeNull();
});

test("signed-in devices are listed and can be signed out, one or all", async ({ page, person, browser, backend }) => {
  const device = await signInOnOtherDevice(browser, backend, person);
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

test("a consent can be withdrawn and given again, and a required one explains its consequence", async ({ page }) => {
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

test("a missing required consent is requested once, before filing", async ({ page }) => {
  let consentRequests = 0;
  await page.route("**/api/account/consents", async (route) => {
    if (route.request().method() !== "GET") return route.continue();
    consentRequests += 1;
    await route.fulfill({ json: [] });
  });
  await page.goto(`/procedures/${COPY_PROCEDURE}/file`);
  await expect(heading(page, "Trước khi nộp hồ sơ")).toBeVisible();
  await press(page, "Đồng ý và tiếp tục");
  await expect(errorSummary(page)).toContainText("Hãy đọc rồi đánh dấu vào ô này");
  await page.getByRole("checkbox").check();
  await press(page, "Đồng ý và tiếp tục");
  await expect(heading(page, "Lựa chọn cơ quan thực hiện")).toBeVisible();
  expect(consentRequests).toBe(1);
});

test("a request refused for a missing consent shows the consent page, and the chosen agency is kept", async ({ page, browserErrors }) => {
  browserErrors.allowStatuses(403);
  await page.goto(`/procedures/${COPY_PROCEDURE}/file`);
  await selectPlace(page);
  let draftRequests = 0;
  await page.route("**/api/drafts", async (route) => {
    if (draftRequests++) return route.continue();
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

test("my data can be read on the page and downloaded as a file", async ({ page, person }) => {
  const { code } = await createDossier(page, person);
  await createDraft(page, COPY_PROCEDURE, { owner_name: person.name });
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
  const download = page.waitForEvent("download");
  await press(page, "Tải về (JSON)");
  const file = await download;
  expect(file.suggestedFilename()).toBe("du-lieu-cua-toi.json");
  const exported = JSON.parse(await readFile(await file.path(), "utf8"));
  expect(exported.account.citizen_id).toBe(person.citizenId);
  expect(exported.dossiers.map((dossier: { code: string }) => dossier.code)).toEqual([code]);
  expect(exported.drafts[0].answers.owner_name).toBe(person.name);
  expect(exported.consents).not.toEqual([]);
  expect(exported.devices).toHaveLength(1);
});

test("a device can be marked as shared, and the mark is kept", async ({ page }) => {
  await page.goto("/account");
  await page.getByRole("checkbox", { name: "Nhiều người cùng dùng máy này" }).check();
  await expect(page.getByText("Đã bật: máy này không giữ lại gì của bạn.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("checkbox", { name: "Nhiều người cùng dùng máy này" })).toBeChecked();
});

test("a device can be marked as shared before sign-in, and a failure is reported", async ({ page, person, browserErrors }) => {
  browserErrors.allowStatuses(503);
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

test("the account is closed with a code, and signing in fails afterwards", async ({ page, person, browserErrors }) => {
  browserErrors.allowStatuses(401, 403);
  await page.goto("/account");
  await follow(page, "Đóng tài khoản");
  await expect(heading(page, "Đóng tài khoản")).toBeVisible();
  await press(page, "Gửi mã để đóng tài khoản");
  await expect(errorSummary(page)).toContainText("Hãy đọc rồi đánh dấu vào ô này");
  await page.getByRole("checkbox").check();
  await press(page, "Gửi mã để đóng tài khoản");
  await expect(page.getByText("Nhập đúng mã là tài khoản được đóng ngay")).toBeVisible();
  await fill(page, "Mã xác thực (OTP)", await person.lastCode());
  await press(page, "Đóng tài khoản");
  await expect(heading(page, "Đã đóng tài khoản")).toBeVisible();
  // The address alone claims nothing.
  await page.reload();
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  await page.goto("/sign-in");
  await enterPassword(page, person.phone, person.password);
  await expect(errorSummary(page)).toContainText("Số đã nhập hoặc mật khẩu không đúng");
});
