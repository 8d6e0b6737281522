// A session expires while a page is open. The renewal sheet, which is a dialog over the page, asks for a one-time code.
// No typed text is lost. The requests that waited for the code continue after it is confirmed.

import type { Locator, Page } from "@playwright/test";

import {
  chooseFiles, chooseRadio, componentCard, enterCode, enterPassword, fill, heading, press, selectOption, selectPlace,
} from "../../kit/citizen";
import type { Backend } from "../../kit/backend";
import { jpegPhoto } from "../../kit/files";
import type { Person } from "../../kit/person";
import {
  BIRTH_PROCEDURE, COPY_PROCEDURE, createCompleteDraft, createDraft, registerAndSignIn,
} from "../../kit/api_setup";
import { deliverCode, enableWebOtp, isOtpRequestAborted } from "../../kit/web_otp";
import {
  expireSession, focusWindow, renewSession, renewalSheet, requestRenewalCode, statusLine,
} from "../../kit/session";
import { controlUploadSpeed } from "../../kit/upload_speed";
import { waitForHeader } from "../../kit/chunks";
import { expect, test } from "../../kit/test";

test.use({ ownBackend: true });
test.beforeEach(({ browserErrors }) => browserErrors.allowStatuses(401));

const savedMessage = (page: Page) => page.getByText(/^Đã lưu lúc \d\d:\d\d/);
const CHILD_NAME = "Họ, chữ đệm, tên của người được khai sinh";
const BIRTH_CERTIFICATE_NAME = "Giấy chứng sinh; không có thì";
const RECEIPT = "Giấy xác nhận đã gửi hồ sơ";

/**
 * Opens the list of dossiers, lets the session expire, and requests a code on the renewal sheet, the dialog over the
 * page. Returns the code field.
 */
async function openSheetWithCode(page: Page, person: Person, backend: Backend): Promise<Locator> {
  await registerAndSignIn(page, person);
  await page.goto("/dossiers?tab=new");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  await expireSession(backend);
  await focusWindow(page);
  return requestRenewalCode(page, person);
}

const countSentDossiers = async (page: Page) => {
  const list = (await (await page.request.get("/api/dossiers?tab=new")).json()) as { items: { code?: string }[] };
  return list.items.filter(({ code }) => code).length;
};

test("while filling in a form: text and focus stay, and the text is saved after the code", async ({ page, person, backend }) => {
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
  await page.goto(`/drafts/${id}/form/2`);
  const name = page.getByRole("textbox", { name: CHILD_NAME });
  await expect(name).toBeVisible();
  // Waits until the app has saved the data that it prefilled from the account. So the next request that the backend
  // refuses is the one that saves the typed text.
  await expect(savedMessage(page)).toBeVisible();
  await expireSession(backend);
  await name.fill("Trần Minh Thử");
  await expect(renewalSheet(page)).toBeVisible();
  await expect(renewalSheet(page).getByText("Những gì bạn đã nhập vẫn còn nguyên")).toBeVisible();
  await expect(renewalSheet(page).getByText(`09•• ••• ${person.phone.slice(-3)}`)).toBeVisible();
  await expect(renewalSheet(page)).not.toContainText(person.phone);
  await renewalSheet(page).getByRole("button", { name: "Nhận mã" }).click();
  await expect(renewalSheet(page).getByText("Không đọc mã này cho bất kỳ ai")).toBeVisible();
  const code = renewalSheet(page).getByRole("textbox", { name: "Mã xác thực (OTP)" });
  await code.fill("12");
  await renewalSheet(page).getByRole("button", { name: "Xác nhận" }).click();
  await expect(renewalSheet(page).getByText("Mã xác thực gồm đúng 6 chữ số.")).toBeVisible();
  await expect(code).toBeFocused();
  await code.fill((await person.lastCode()).replace(/(...)/, "$1 "));
  await renewalSheet(page).getByRole("button", { name: "Xác nhận" }).click();
  await expect(renewalSheet(page)).toBeHidden();
  await expect(name).toHaveValue("Trần Minh Thử");
  await expect(name).toBeFocused();
  await expect(savedMessage(page)).toBeVisible();
  await page.reload();
  await expect(name).toHaveValue("Trần Minh Thử");
});

test("a wrong code on the sheet shows the remaining attempts, and the right one still works", async ({ page, person, backend, browserErrors }) => {
  browserErrors.allowStatuses(401, 403);
  const code = await openSheetWithCode(page, person, backend);
  const rightCode = await person.lastCode();
  await code.fill(rightCode === "000000" ? "000001" : "000000");
  await renewalSheet(page).getByRole("button", { name: "Xác nhận" }).click();
  await expect(renewalSheet(page).getByText("Mã này không đúng. Bạn còn 4 lần thử.")).toBeVisible();
  await expect(code).toBeFocused();
  await code.fill(rightCode);
  await renewalSheet(page).getByRole("button", { name: "Xác nhận" }).click();
  await expect(renewalSheet(page)).toBeHidden();
});

test("WebOTP fills in the code on the sheet, and the citizen confirms it", async ({ page, person, backend }) => {
  await enableWebOtp(page);
  const code = await openSheetWithCode(page, person, backend);
  await deliverCode(page, await person.lastCode());
  await expect(code).toHaveValue(await person.lastCode());
  await renewalSheet(page).getByRole("button", { name: "Xác nhận" }).click();
  await expect(renewalSheet(page)).toBeHidden();
  await expect.poll(() => isOtpRequestAborted(page)).toBe(true);
});

test("on a small phone the code field and its button are visible, and the sheet scrolls above a keyboard", async ({ page, person, backend }) => {
  await openSheetWithCode(page, person, backend);
  const button = renewalSheet(page).getByRole("button", { name: "Xác nhận" });
  await expect(button).toBeInViewport({ ratio: 1 });
  // The height that remains on a phone above the on-screen keyboard.
  await page.setViewportSize({ width: 360, height: 420 });
  await button.scrollIntoViewIfNeeded();
  await expect(button).toBeInViewport({ ratio: 1 });
  const { y, height } = (await renewalSheet(page).boundingBox())!;
  expect(y).toBeGreaterThanOrEqual(0);
  expect(y + height).toBeLessThanOrEqual(420);
});

test("while creating a draft: one draft is created, with the chosen agency", async ({ page, person, backend }) => {
  await registerAndSignIn(page, person);
  await page.goto(`/procedures/${COPY_PROCEDURE}/file`);
  await expect(heading(page, "Lựa chọn cơ quan thực hiện")).toBeVisible();
  await selectPlace(page);
  await expect(page.getByText(/Nơi nhận hồ sơ: .*Triệu Phong/).first()).toBeVisible();
  await expireSession(backend);
  await press(page, "Thêm mới");
  await expect(renewalSheet(page)).toBeVisible();
  await renewSession(page, person);
  await expect(page.getByText("Hồ sơ đã được lưu thành bản nháp")).toBeVisible();
  const list = (await (await page.request.get("/api/dossiers?tab=new")).json()) as { items: { agency_name?: string }[] };
  expect(list.items).toHaveLength(1);
  expect(list.items[0]?.agency_name).toContain("Triệu Phong");
});

test("while changing the agency: the new agency is saved after the code", async ({ page, person, backend }) => {
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, COPY_PROCEDURE);
  await page.goto(`/drafts/${id}/agency`);
  await expect(page.getByText(/Nơi nhận hồ sơ: .*Triệu Phong/).first()).toBeVisible();
  await fill(page, "Gõ tên xã, phường", "dong ha");
  await expireSession(backend);
  await selectOption(page, "Xã, phường, đặc khu", "Phường Đông Hà");
  await expect(renewalSheet(page)).toBeVisible();
  await renewSession(page, person);
  await expect(savedMessage(page)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/Nơi nhận hồ sơ: .*Đông Hà/).first()).toBeVisible();
});

test("while reading the declarations: the expiry is noticed when the citizen returns to the page", async ({ page, person, backend }) => {
  await registerAndSignIn(page, person);
  const { id } = await createCompleteDraft(page, person);
  await page.goto(`/drafts/${id}/declarations`);
  await expect(page.getByText("Đề nghị cấp 2 bản sao")).toBeVisible();
  await expireSession(backend);
  await focusWindow(page);
  await expect(renewalSheet(page)).toBeVisible();
  await expect(page.getByText("Đề nghị cấp 2 bản sao")).toBeVisible();
  await renewSession(page, person);
  await expect(heading(page, "Xem lại các tờ khai chi tiết")).toBeVisible();
});

test("during an upload: it resumes where it stopped, without choosing the file again", async ({ page, person, backend }) => {
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
  const photo = await jpegPhoto(page);
  await page.goto(`/drafts/${id}/attachments`);
  await expect(heading(page, "Đính kèm thành phần hồ sơ")).toBeVisible();
  const setSpeed = await controlUploadSpeed(page);
  await setSpeed(300_000);
  await chooseFiles(page, BIRTH_CERTIFICATE_NAME, photo);
  const card = componentCard(page, BIRTH_CERTIFICATE_NAME);
  await expect.poll(() => card.getByRole("progressbar").getAttribute("value").then(Number)).toBeGreaterThan(10);
  await expireSession(backend);
  await expect(renewalSheet(page)).toBeVisible({ timeout: 30_000 });
  await setSpeed(-1);
  await renewSession(page, person);
  await expect(card.getByText("Cơ quan đã nhận")).toBeVisible({ timeout: 30_000 });
  await expect(card.getByRole("listitem")).toHaveCount(1);
});

test("while choosing the delivery: the choice is saved after the code", async ({ page, person, backend }) => {
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, COPY_PROCEDURE);
  await page.goto(`/drafts/${id}/delivery`);
  await expect(page.getByRole("radio", { name: "Trực tuyến" })).toBeVisible();
  await expireSession(backend);
  await chooseRadio(page, "Bạn muốn nhận kết quả bằng cách nào?", "Trực tiếp tại nơi nộp");
  await expect(renewalSheet(page)).toBeVisible();
  await renewSession(page, person);
  await expect(savedMessage(page)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: "Trực tiếp tại nơi nộp" })).toBeChecked();
});

test("while sending: the dossier is sent once after the code, without a second click", async ({ page, person, backend }) => {
  await registerAndSignIn(page, person);
  const { id } = await createCompleteDraft(page, person);
  await page.goto(`/drafts/${id}/review`);
  await expect(page.getByText("Trực tiếp tại nơi nộp")).toBeVisible();
  await expireSession(backend);
  await press(page, "Gửi hồ sơ");
  await expect(renewalSheet(page)).toBeVisible();
  await renewSession(page, person);
  await expect(heading(page, RECEIPT)).toBeVisible();
  expect(await countSentDossiers(page)).toBe(1);
});

test("closing the sheet: the page stays readable, changes wait, and nothing is sent without a click", async ({ page, person, backend }) => {
  await registerAndSignIn(page, person);
  const { id } = await createCompleteDraft(page, person);
  await page.goto(`/drafts/${id}/review`);
  await expect(page.getByText("Trực tiếp tại nơi nộp")).toBeVisible();
  await expireSession(backend);
  await press(page, "Gửi hồ sơ");
  await renewalSheet(page).getByRole("button", { name: "Để sau" }).click();
  await expect(renewalSheet(page)).toBeHidden();
  await expect(statusLine(page)).toContainText("Thay đổi của bạn đang chờ trên máy này");
  await statusLine(page).getByRole("button", { name: "Xác nhận lại để làm tiếp" }).click();
  await renewSession(page, person);
  await expect(statusLine(page)).toBeEmpty();
  await expect(heading(page, "Hoàn thiện gửi hồ sơ")).toBeVisible();
  expect(await countSentDossiers(page)).toBe(0);
  await press(page, "Gửi hồ sơ");
  await expect(heading(page, RECEIPT)).toBeVisible();
});

test("a list refused by the expired session loads automatically after the code", async ({ page, person, backend }) => {
  await registerAndSignIn(page, person);
  await createDraft(page, COPY_PROCEDURE);
  await page.goto("/procedures");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await expireSession(backend);
  await page.getByRole("link", { name: "Hồ sơ của tôi" }).first().click();
  await expect(renewalSheet(page)).toBeVisible();
  await renewSession(page, person);
  await expect(page.getByRole("link", { name: /Cấp bản sao Trích lục hộ tịch/ }).first()).toBeVisible();
});

test("when a code isn't enough any more, the citizen signs in and returns to the typed text", async ({ page, person, backend }) => {
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
  await page.goto(`/drafts/${id}/form/2`);
  const name = page.getByRole("textbox", { name: CHILD_NAME });
  await expect(name).toBeVisible();
  await expect(savedMessage(page)).toBeVisible();
  await backend.advanceClock(25 * 3600);
  await name.fill("Trần Minh Thử");
  await renewalSheet(page).getByRole("button", { name: "Nhận mã" }).click();
  await expect(renewalSheet(page).getByText("Không gửi được mã")).toBeVisible();
  await renewalSheet(page).getByRole("link", { name: "Đăng nhập cách khác" }).click();
  await enterPassword(page, person.phone, person.password);
  await enterCode(page, person);
  await expect(name).toHaveValue("Trần Minh Thử");
  await expect(savedMessage(page)).toBeVisible();
});

test("renewing the session in one tab closes the sheet in the other tab", async ({ page, person, context, backend, browserErrors }) => {
  // Both tabs save the data that the app prefilled from the account. The second save conflicts with the first one
  // (412).
  browserErrors.allowStatuses(412);
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, COPY_PROCEDURE);
  const secondTab = await context.newPage();
  for (const tab of [page, secondTab]) {
    await tab.goto(`/drafts/${id}/form/1`);
    await expect(tab.getByRole("textbox", { name: "Họ, chữ đệm, tên của chủ hồ sơ" })).toBeVisible();
  }
  await expireSession(backend);
  await focusWindow(page);
  await focusWindow(secondTab);
  await expect(renewalSheet(page)).toBeVisible();
  await expect(renewalSheet(secondTab)).toBeVisible();
  await renewSession(secondTab, person);
  await expect(renewalSheet(page)).toBeHidden();
});

test("a warning appears before the session expires, and activity postpones the expiry", async ({ page, person, backend }) => {
  await page.clock.install();
  await registerAndSignIn(page, person);
  await page.goto("/dossiers?tab=new");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  await waitForHeader(page);
  await page.clock.fastForward("28:30");
  await backend.advanceClock(28.5 * 60);
  await expect(statusLine(page)).toContainText("Phiên đăng nhập sẽ hết sau 2 phút");
  await statusLine(page).getByRole("button", { name: "Tiếp tục phiên" }).click();
  await expect(statusLine(page)).toBeEmpty();
  await page.clock.fastForward("20:00");
  await backend.advanceClock(20 * 60);
  await expect(renewalSheet(page)).toBeHidden();
  expect(await (await page.request.get("/api/session")).json()).not.toBeNull();
});

test("a phone that wakes up after the expiry shows the sheet", async ({ page, person, backend }) => {
  await page.clock.install();
  await registerAndSignIn(page, person);
  await page.goto("/dossiers?tab=new");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  await waitForHeader(page);
  await backend.advanceClock(45 * 60);
  await page.clock.fastForward("45:00");
  await expect(renewalSheet(page)).toBeVisible();
  await renewSession(page, person);
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
});
