// Accessibility of the messages and dialogs about an expired session, sign-out, and shared devices.

import { enterCode, enterPassword, fill, heading, press, selectPlace } from "../../kit/citizen";
import { signInOnOtherDevice } from "../../kit/other_device";
import {
  BIRTH_PROCEDURE, COPY_PROCEDURE, createCompleteDraft, createDraft, registerAccount, registerAndSignIn,
} from "../../kit/api_setup";
import { expireSession, renewalSheet, requestRenewalCode, statusLine } from "../../kit/session";
import { accessibilitySweep } from "../../kit/accessibility_sweep";
import { waitForHeader } from "../../kit/chunks";
import { expect, test } from "../../kit/test";

test.use({ ownBackend: true });

const OWNER_NAME = "Họ, chữ đệm, tên của chủ hồ sơ";
const CHILD_NAME = "Họ, chữ đệm, tên của người được khai sinh";
const SIGN_OUT_ONE_DEVICE = /^Đăng xuất (?!khỏi)/;

test("the renewal sheet is accessible in light and dark mode", accessibilitySweep(async ({ page, person, browser, backend, browserErrors }) => {
  browserErrors.allowStatuses(401, 403);
  await registerAndSignIn(page, person);
  const { id: birthDraft } = await createDraft(page, BIRTH_PROCEDURE);
  const { id: completeDraft } = await createCompleteDraft(page, person);
  return { birthDraft, completeDraft, otherDevice: await signInOnOtherDevice(browser, backend, person) };
}, [
  ["devices", "with the dialog for a code after an old sign-in", async ({ page, backend, otherDevice }) => {
    await backend.advanceClock(16 * 60);
    await page.goto("/account/devices");
    await page.getByRole("main").getByRole("button", { name: SIGN_OUT_ONE_DEVICE }).click();
    await expect(page.getByRole("dialog").getByText("Bạn đăng nhập đã lâu")).toBeVisible();
    await otherDevice.close();
  }],
  ["form", "under the renewal sheet", async ({ page, backend, birthDraft }) => {
    await page.goto(`/drafts/${birthDraft}/form/2`);
    // Waits until the app has saved the data that it prefilled from the account. So the next request that the backend
    // refuses is the one that saves the typed text.
    await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
    await expireSession(backend);
    await fill(page, CHILD_NAME, "Trần Minh Thử");
    await expect(renewalSheet(page).getByText("Những gì bạn đã nhập vẫn còn nguyên")).toBeVisible();
  }],
  ["renewal sheet", "after a code was sent", async ({ page, person }) => {
    await requestRenewalCode(page, person);
    await expect(renewalSheet(page).getByText("Không đọc mã này cho bất kỳ ai")).toBeVisible();
  }],
  ["renewal sheet", "with too few digits", async ({ page }) => {
    await fill(renewalSheet(page), "Mã xác thực (OTP)", "12");
    await renewalSheet(page).getByRole("button", { name: "Xác nhận" }).click();
    await expect(renewalSheet(page).getByText("Mã xác thực gồm đúng 6 chữ số.")).toBeVisible();
  }],
  ["renewal sheet", "with a wrong code", async ({ page, person }) => {
    const rightCode = await person.lastCode();
    await fill(renewalSheet(page), "Mã xác thực (OTP)", rightCode === "000000" ? "000001" : "000000");
    await renewalSheet(page).getByRole("button", { name: "Xác nhận" }).click();
    await expect(renewalSheet(page).getByText("Mã này không đúng. Bạn còn 4 lần thử.")).toBeVisible();
    await fill(renewalSheet(page), "Mã xác thực (OTP)", rightCode);
    await renewalSheet(page).getByRole("button", { name: "Xác nhận" }).click();
    await expect(renewalSheet(page)).toBeHidden();
  }],
  ["review", "after the renewal sheet was closed", async ({ page, backend, completeDraft }) => {
    await page.goto(`/drafts/${completeDraft}/review`);
    await expect(page.getByText("Trực tiếp tại nơi nộp")).toBeVisible();
    await expireSession(backend);
    await press(page, "Gửi hồ sơ");
    await renewalSheet(page).getByRole("button", { name: "Để sau" }).click();
    await expect(statusLine(page)).toContainText("Thay đổi của bạn đang chờ trên máy này");
  }],
  ["renewal sheet", "when a code isn't enough any more", async ({ page, backend }) => {
    await backend.advanceClock(25 * 3600);
    await statusLine(page).getByRole("button", { name: "Xác nhận lại để làm tiếp" }).click();
    await renewalSheet(page).getByRole("button", { name: "Nhận mã" }).click();
    await expect(renewalSheet(page).getByText("Không gửi được mã")).toBeVisible();
  }],
]));

test("the expiry warning and shared-device messages are accessible in light and dark mode", accessibilitySweep(async ({ page, person, browserErrors }) => {
  browserErrors.allowNetworkErrors();
  await page.clock.install();
  await registerAndSignIn(page, person);
  return createDraft(page, COPY_PROCEDURE);
}, [
  ["my dossiers", "shortly before the session expires", async ({ page, backend }) => {
    await page.goto("/dossiers?tab=new");
    await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
    await waitForHeader(page);
    await page.clock.fastForward("28:30");
    await backend.advanceClock(28.5 * 60);
    await expect(statusLine(page)).toContainText("Phiên đăng nhập sẽ hết sau 2 phút");
  }],
  ["form on a shared device", "with unsent text", async ({ page, id }) => {
    await page.request.patch("/api/session", { headers: { "Motcua-Request": "1" }, data: { shared_device: true } });
    const prefillSaved = page.waitForResponse((response) => response.request().method() === "PATCH");
    await page.goto(`/drafts/${id}/form/1`);
    await prefillSaved;
    await page.route(`**/api/drafts/${id}`, (route) => route.abort());
    await fill(page, OWNER_NAME, "Trần Văn Riêng");
    await expect(page.getByText("nội dung chưa gửi chỉ nằm tạm trong trang này")).toBeVisible();
    await page.unroute(`**/api/drafts/${id}`);
  }],
  ["form on a shared device", "shortly before the session expires", async ({ page, backend, id }) => {
    await page.goto(`/drafts/${id}/form/2`);
    await expect(heading(page, "Nội dung đề nghị")).toBeVisible();
    await backend.advanceClock(210);
    await page.clock.fastForward("03:30");
    await expect(statusLine(page)).toContainText("Đây là máy dùng chung");
  }],
  ["first screen", "after a shared device was signed out automatically", async ({ page, backend }) => {
    await backend.advanceClock(120);
    await page.clock.fastForward("02:00");
    await expect(statusLine(page)).toContainText("Đã tự đăng xuất");
    await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  }],
]));

test("sign-out messages are accessible in light and dark mode", accessibilitySweep(async ({ page, person, otherPerson, browserErrors }) => {
  browserErrors.allowNetworkErrors();
  await registerAccount(page, otherPerson);
  await registerAndSignIn(page, person);
  return createDraft(page, COPY_PROCEDURE);
}, [
  ["form", "with the warning that signing out loses unsaved text", async ({ page, id }) => {
    await page.goto(`/drafts/${id}/form/1`);
    await expect(page.getByRole("textbox", { name: OWNER_NAME })).not.toHaveValue("");
    await page.route(`**/api/drafts/${id}`, (route) => route.abort());
    await fill(page, OWNER_NAME, "Trần Văn Chậm");
    await press(page, "Đăng xuất");
    await expect(page.getByText("đăng xuất bây giờ là mất")).toBeVisible();
    await page.unroute(`**/api/drafts/${id}`);
  }],
  ["agency", "after another citizen signed in in another tab", async ({ page, context, otherPerson }) => {
    await page.goto(`/procedures/${COPY_PROCEDURE}/file`);
    await selectPlace(page);
    const secondTab = await context.newPage();
    await secondTab.goto("/sign-in");
    await enterPassword(secondTab, otherPerson.phone, otherPerson.password);
    await enterCode(secondTab, otherPerson);
    await expect(statusLine(page)).toContainText("Một người khác vừa đăng nhập");
    await secondTab.close();
  }],
  ["first screen", "after signing out in another tab", async ({ page, context }) => {
    await page.goto("/dossiers?tab=new");
    await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
    const secondTab = await context.newPage();
    await secondTab.goto("/");
    await press(secondTab, "Đăng xuất");
    await expect(statusLine(page)).toContainText("Bạn đã đăng xuất ở một thẻ khác.");
    await secondTab.close();
  }],
  ["first screen", "after a sign-out that the server doesn't know of", async ({ page, context, person }) => {
    await page.goto("/sign-in");
    await enterPassword(page, person.phone, person.password);
    await enterCode(page, person);
    await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
    await context.route("**/api/session", (route) => route.abort());
    await press(page, "Đăng xuất");
    await expect(statusLine(page)).toContainText(/phiên ở máy chủ có thể còn đến \d\d:\d\d/);
  }],
]));
