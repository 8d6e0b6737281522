// A session ends under a page: a sheet asks for a code over it, nothing typed is lost, and what waited goes on by itself.

import type { Locator, Page } from "@playwright/test";

import {
  answer, chooseFile, enterCode, enterPassword, heading, paperNamed, pick, pickPlace, press, type,
} from "../../kit/citizen";
import type { Backend } from "../../kit/backend";
import { photo } from "../../kit/files";
import type { Person } from "../../kit/person";
import { BIRTH, COPY, drafted, readyToSend, signedIn } from "../../kit/prepared";
import { agreeToCode, readsMessages, waitsNoMore } from "../../kit/read_message";
import { askOnSheet, comeBack, confirmOnSheet, endSession, line, sheet } from "../../kit/session";
import { expect, test } from "../../kit/test";

test.use({ alone: true });
test.beforeEach(({ watch }) => watch.allowRefusals(401));

const saved = (page: Page) => page.getByText(/^Đã lưu lúc \d\d:\d\d/);
const CHILD = "Họ, chữ đệm, tên của người được khai sinh";
const CHILD_PAPER = "Giấy chứng sinh; không có thì";
const RECEIPT = "Giấy xác nhận đã gửi hồ sơ";

/** The sheet stands over the list of dossiers and a code was asked for; gives the field for it. */
async function codeAskedFor(page: Page, person: Person, backend: Backend): Promise<Locator> {
  await signedIn(page, person);
  await page.goto("/dossiers?tab=new");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  await endSession(backend);
  await comeBack(page);
  return askOnSheet(page, person);
}

const dossiersSent = async (page: Page) => {
  const list = (await (await page.request.get("/api/dossiers?tab=new")).json()) as { items: { code?: string }[] };
  return list.items.filter(({ code }) => code).length;
};

test("while the form is filled in: the letters and the focus stay, and are saved with the code", async ({ page, person, backend }) => {
  await signedIn(page, person);
  const { id } = await drafted(page, BIRTH);
  await page.goto(`/drafts/${id}/form/2`);
  const name = page.getByRole("textbox", { name: CHILD });
  await expect(name).toBeVisible();
  // What the account knows is saved: the next thing refused is what is typed now.
  await expect(saved(page)).toBeVisible();
  await endSession(backend);
  await name.fill("Trần Minh Thử");
  await expect(sheet(page)).toBeVisible();
  await expect(sheet(page).getByText("Những gì bạn đã nhập vẫn còn nguyên")).toBeVisible();
  await expect(sheet(page).getByText(`09•• ••• ${person.phone.slice(-3)}`)).toBeVisible();
  await expect(sheet(page)).not.toContainText(person.phone);
  await sheet(page).getByRole("button", { name: "Nhận mã" }).click();
  await expect(sheet(page).getByText("Không đọc mã này cho bất kỳ ai")).toBeVisible();
  const code = sheet(page).getByRole("textbox", { name: "Mã xác thực (OTP)" });
  await code.fill("12");
  await sheet(page).getByRole("button", { name: "Xác nhận" }).click();
  await expect(sheet(page).getByText("Mã xác thực gồm đúng 6 chữ số.")).toBeVisible();
  await expect(code).toBeFocused();
  await code.fill((await person.lastCode()).replace(/(...)/, "$1 "));
  await sheet(page).getByRole("button", { name: "Xác nhận" }).click();
  await expect(sheet(page)).toBeHidden();
  await expect(name).toHaveValue("Trần Minh Thử");
  await expect(name).toBeFocused();
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(name).toHaveValue("Trần Minh Thử");
});

test("a wrong code tells how many tries are left, and a right one still works", async ({ page, person, backend, watch }) => {
  watch.allowRefusals(401, 403);
  const code = await codeAskedFor(page, person, backend);
  const right = await person.lastCode();
  await code.fill(right === "000000" ? "000001" : "000000");
  await sheet(page).getByRole("button", { name: "Xác nhận" }).click();
  await expect(sheet(page).getByText("Mã này không đúng. Bạn còn 4 lần thử.")).toBeVisible();
  await expect(code).toBeFocused();
  await code.fill(right);
  await sheet(page).getByRole("button", { name: "Xác nhận" }).click();
  await expect(sheet(page)).toBeHidden();
});

test("a browser that reads the message fills the code in on the sheet, and the citizen presses", async ({ page, person, backend }) => {
  await readsMessages(page);
  const code = await codeAskedFor(page, person, backend);
  await agreeToCode(page, await person.lastCode());
  await expect(code).toHaveValue(await person.lastCode());
  await sheet(page).getByRole("button", { name: "Xác nhận" }).click();
  await expect(sheet(page)).toBeHidden();
  await expect.poll(() => waitsNoMore(page)).toBe(true);
});

test("on a small phone the field and its button are in sight, and over a keyboard the sheet scrolls", async ({ page, person, backend }) => {
  await codeAskedFor(page, person, backend);
  const button = sheet(page).getByRole("button", { name: "Xác nhận" });
  await expect(button).toBeInViewport({ ratio: 1 });
  // About what a keyboard leaves.
  await page.setViewportSize({ width: 360, height: 420 });
  await button.scrollIntoViewIfNeeded();
  await expect(button).toBeInViewport({ ratio: 1 });
  const { y, height } = (await sheet(page).boundingBox())!;
  expect(y).toBeGreaterThanOrEqual(0);
  expect(y + height).toBeLessThanOrEqual(420);
});

test("while a draft is begun: it is begun once, with the agency that was chosen", async ({ page, person, backend }) => {
  await signedIn(page, person);
  await page.goto(`/procedures/${COPY}/file`);
  await expect(heading(page, "Lựa chọn cơ quan thực hiện")).toBeVisible();
  await pickPlace(page);
  await expect(page.getByText(/Nơi nhận hồ sơ: .*Triệu Phong/).first()).toBeVisible();
  await endSession(backend);
  await press(page, "Thêm mới");
  await expect(sheet(page)).toBeVisible();
  await confirmOnSheet(page, person);
  await expect(page.getByText("Hồ sơ đã được lưu thành bản nháp")).toBeVisible();
  const list = (await (await page.request.get("/api/dossiers?tab=new")).json()) as { items: { agency_name?: string }[] };
  expect(list.items).toHaveLength(1);
  expect(list.items[0]?.agency_name).toContain("Triệu Phong");
});

test("while the agency is changed", async ({ page, person, backend }) => {
  await signedIn(page, person);
  const { id } = await drafted(page, COPY);
  await page.goto(`/drafts/${id}/agency`);
  await expect(page.getByText(/Nơi nhận hồ sơ: .*Triệu Phong/).first()).toBeVisible();
  await type(page, "Gõ tên xã, phường", "dong ha");
  await endSession(backend);
  await pick(page, "Xã, phường, đặc khu", "Phường Đông Hà");
  await expect(sheet(page)).toBeVisible();
  await confirmOnSheet(page, person);
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/Nơi nhận hồ sơ: .*Đông Hà/).first()).toBeVisible();
});

test("while the declarations are read over, noticed on coming back to the page", async ({ page, person, backend }) => {
  await signedIn(page, person);
  const { id } = await readyToSend(page, person);
  await page.goto(`/drafts/${id}/declarations`);
  await expect(page.getByText("Đề nghị cấp 2 bản sao")).toBeVisible();
  await endSession(backend);
  await comeBack(page);
  await expect(sheet(page)).toBeVisible();
  await expect(page.getByText("Đề nghị cấp 2 bản sao")).toBeVisible();
  await confirmOnSheet(page, person);
  await expect(heading(page, "Xem lại các tờ khai chi tiết")).toBeVisible();
});

test("during an upload: it goes on from where it was, without choosing again", async ({ page, person, context, backend }) => {
  await signedIn(page, person);
  const { id } = await drafted(page, BIRTH);
  const chosen = await photo(page);
  await page.goto(`/drafts/${id}/attachments`);
  await expect(heading(page, "Đính kèm thành phần hồ sơ")).toBeVisible();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  const slow = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: 300_000 };
  await network.send("Network.emulateNetworkConditions", slow);
  await chooseFile(page, CHILD_PAPER, chosen);
  const row = paperNamed(page, CHILD_PAPER);
  await expect.poll(() => row.getByRole("progressbar").getAttribute("value").then(Number)).toBeGreaterThan(10);
  await endSession(backend);
  await expect(sheet(page)).toBeVisible({ timeout: 30_000 });
  await network.send("Network.emulateNetworkConditions", { ...slow, uploadThroughput: -1 });
  await confirmOnSheet(page, person);
  await expect(row.getByText("Cơ quan đã nhận")).toBeVisible({ timeout: 30_000 });
  await expect(row.getByRole("listitem")).toHaveCount(1);
});

test("while the delivery is chosen", async ({ page, person, backend }) => {
  await signedIn(page, person);
  const { id } = await drafted(page, COPY);
  await page.goto(`/drafts/${id}/delivery`);
  await expect(page.getByRole("radio", { name: "Trực tuyến" })).toBeVisible();
  await endSession(backend);
  await answer(page, "Bạn muốn nhận kết quả bằng cách nào?", "Trực tiếp tại nơi nộp");
  await expect(sheet(page)).toBeVisible();
  await confirmOnSheet(page, person);
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: "Trực tiếp tại nơi nộp" })).toBeChecked();
});

test("at the moment of sending: the press counts, and sends once", async ({ page, person, backend }) => {
  await signedIn(page, person);
  const { id } = await readyToSend(page, person);
  await page.goto(`/drafts/${id}/review`);
  await expect(page.getByText("Trực tiếp tại nơi nộp")).toBeVisible();
  await endSession(backend);
  await press(page, "Gửi hồ sơ");
  await expect(sheet(page)).toBeVisible();
  await confirmOnSheet(page, person);
  await expect(heading(page, RECEIPT)).toBeVisible();
  expect(await dossiersSent(page)).toBe(1);
});

test("the sheet put aside: one reads on, changes wait and say so, and sending stays one's own press", async ({ page, person, backend }) => {
  await signedIn(page, person);
  const { id } = await readyToSend(page, person);
  await page.goto(`/drafts/${id}/review`);
  await expect(page.getByText("Trực tiếp tại nơi nộp")).toBeVisible();
  await endSession(backend);
  await press(page, "Gửi hồ sơ");
  await sheet(page).getByRole("button", { name: "Để sau" }).click();
  await expect(sheet(page)).toBeHidden();
  await expect(line(page)).toContainText("Thay đổi của bạn đang chờ trên máy này");
  await line(page).getByRole("button", { name: "Xác nhận lại để làm tiếp" }).click();
  await confirmOnSheet(page, person);
  await expect(line(page)).toBeEmpty();
  await expect(heading(page, "Hoàn thiện gửi hồ sơ")).toBeVisible();
  expect(await dossiersSent(page)).toBe(0);
  await press(page, "Gửi hồ sơ");
  await expect(heading(page, RECEIPT)).toBeVisible();
});

test("a list that the end refused comes by itself", async ({ page, person, backend }) => {
  await signedIn(page, person);
  await drafted(page, COPY);
  await page.goto("/procedures");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await endSession(backend);
  await page.getByRole("link", { name: "Hồ sơ của tôi" }).first().click();
  await expect(sheet(page)).toBeVisible();
  await confirmOnSheet(page, person);
  await expect(page.getByRole("link", { name: /Cấp bản sao Trích lục hộ tịch/ }).first()).toBeVisible();
});

test("after half a day no code is enough: one signs in and is back, with what was typed", async ({ page, person, backend }) => {
  await signedIn(page, person);
  const { id } = await drafted(page, BIRTH);
  await page.goto(`/drafts/${id}/form/2`);
  const name = page.getByRole("textbox", { name: CHILD });
  await expect(name).toBeVisible();
  await expect(saved(page)).toBeVisible();
  await backend.later(25 * 3600);
  await name.fill("Trần Minh Thử");
  await sheet(page).getByRole("button", { name: "Nhận mã" }).click();
  await expect(sheet(page).getByText("Không gửi được mã")).toBeVisible();
  await sheet(page).getByRole("link", { name: "Đăng nhập cách khác" }).click();
  await enterPassword(page, person.phone, person.password);
  await enterCode(page, person);
  await expect(name).toHaveValue("Trần Minh Thử");
  await expect(saved(page)).toBeVisible();
});

test("a code in one tab lets the other one go on too", async ({ page, person, context, backend, watch }) => {
  // Both tabs fill in what the account knows; the second one hears that it is there already.
  watch.allowRefusals(412);
  await signedIn(page, person);
  const { id } = await drafted(page, COPY);
  const second = await context.newPage();
  for (const tab of [page, second]) {
    await tab.goto(`/drafts/${id}/form/1`);
    await expect(tab.getByRole("textbox", { name: "Họ, chữ đệm, tên của chủ hồ sơ" })).toBeVisible();
  }
  await endSession(backend);
  await comeBack(page);
  await comeBack(second);
  await expect(sheet(page)).toBeVisible();
  await expect(sheet(second)).toBeVisible();
  await confirmOnSheet(second, person);
  await expect(sheet(page)).toBeHidden();
});

test("the end is told early, and being there puts it off", async ({ page, person, backend }) => {
  await page.clock.install();
  await signedIn(page, person);
  await page.goto("/dossiers?tab=new");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  await page.clock.fastForward("28:30");
  await backend.later(28.5 * 60);
  await expect(line(page)).toContainText("Phiên đăng nhập sẽ hết sau 2 phút");
  await line(page).getByRole("button", { name: "Tiếp tục phiên" }).click();
  await expect(line(page)).toBeEmpty();
  await page.clock.fastForward("20:00");
  await backend.later(20 * 60);
  await expect(sheet(page)).toBeHidden();
  expect(await (await page.request.get("/api/session")).json()).not.toBeNull();
});

test("a phone that slept finds the sheet, not a page that pretends", async ({ page, person, backend }) => {
  await page.clock.install();
  await signedIn(page, person);
  await page.goto("/dossiers?tab=new");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  await backend.later(45 * 60);
  await page.clock.fastForward("45:00");
  await expect(sheet(page)).toBeVisible();
  await confirmOnSheet(page, person);
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
});
