// The backend goes away in the middle of each step: the page says so, keeps what was typed, and goes on when the backend
// is back. The app waits some seconds between its tries; here they pass by the page's own clock.

import type { Page } from "@playwright/test";

import {
  agree, chooseDelivery, chooseFile, enterCode, enterPassword, follow, heading, paperNamed, pickPlace, press, type,
} from "../../kit/citizen";
import { photo } from "../../kit/files";
import { everyChunk } from "../../kit/chunks";
import { BIRTH, COPY, drafted, readyToSend, registered, sent, signedIn } from "../../kit/prepared";
import { lineOf } from "../../kit/slow_line";
import { expect, test } from "../../kit/test";

const AWAY = "Chưa kết nối được với máy chủ. Những gì bạn đã nhập vẫn còn";
const NOT_SAVED = "Đã lưu trên máy này, chưa gửi được lên máy chủ – đang thử lại.";
const saved = (page: Page) => page.getByText(/^Đã lưu lúc \d\d:\d\d/);
const said = (page: Page) => page.getByRole("alert").filter({ hasText: AWAY }).first();
/** Lets the seconds pass after which the app tries again by itself; the page's clock must have been installed. */
const untilItTriesAgain = (page: Page): Promise<void> => page.clock.runFor(5_000);
const dossiersSent = async (page: Page) => {
  const list = (await (await page.request.get("/api/dossiers?tab=new")).json()) as { items: { code?: string }[] };
  return list.items.filter(({ code }) => code).length;
};

test.use({ alone: true });
test.beforeEach(({ watch }) => watch.allowOutage());

test("registering goes on after an outage: slip, code and password stay where they were typed", async ({ page, person, backend }) => {
  await page.goto("/register/phone");
  await type(page, "Họ và tên", person.name);
  await type(page, "Số định danh / CCCD / CMND", person.citizenId);
  await type(page, "Số điện thoại di động", person.phone);
  await agree(page);
  await backend.kill();
  await press(page, "Đăng ký");
  await expect(said(page)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Họ và tên" })).toHaveValue(person.name);
  await backend.start();
  await press(page, "Thử lại");
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
  const code = await person.lastCode();
  await backend.kill();
  await type(page, "Mã xác thực (OTP)", code);
  await press(page, "Xác nhận");
  await expect(said(page)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Mã xác thực (OTP)" })).toHaveValue(code);
  await backend.start();
  await press(page, "Thử lại");
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
  await backend.kill();
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Đặt mật khẩu");
  await expect(said(page)).toBeVisible();
  await backend.start();
  await press(page, "Thử lại");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
});

test("signing in goes on after an outage", async ({ page, person, backend }) => {
  await registered(page, person);
  await page.goto("/sign-in");
  await expect(heading(page, "Đăng nhập")).toBeVisible();
  await backend.kill();
  await enterPassword(page, person.phone, person.password);
  await expect(said(page)).toBeVisible();
  await backend.start();
  await press(page, "Thử lại");
  await enterCode(page, person);
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
});

test("a search and a procedure that an outage held back come by themselves", async ({ page, backend }) => {
  await page.goto("/sign-in");
  await expect(heading(page, "Đăng nhập")).toBeVisible();
  await everyChunk(page);
  await page.clock.install();
  await backend.kill();
  await follow(page, "Dịch vụ công");
  await expect(said(page)).toBeVisible();
  await page.getByRole("searchbox").fill("ket hon");
  await backend.start();
  await untilItTriesAgain(page);
  await expect(page.getByRole("heading", { level: 3 }).first()).toHaveText("Đăng ký kết hôn");
  await expect(page.getByRole("searchbox")).toHaveValue("ket hon");
  await backend.kill();
  await page.getByRole("heading", { level: 3 }).first().getByRole("link").click();
  await expect(said(page)).toBeVisible();
  await backend.start();
  await untilItTriesAgain(page);
  await expect(page.getByRole("heading", { name: "Thành phần hồ sơ" })).toBeVisible();
});

test("«Thêm mới» pressed during an outage and again afterwards makes one draft", async ({ page, person, backend }) => {
  await signedIn(page, person);
  await page.goto(`/procedures/${BIRTH}/file`);
  await pickPlace(page);
  await backend.kill();
  await press(page, "Thêm mới");
  await expect(said(page)).toBeVisible();
  await expect(page.getByText(/Nơi nhận hồ sơ: .*Triệu Phong/)).toBeVisible();
  await backend.start();
  await press(page, "Thêm mới");
  await expect(page.getByText("Hồ sơ đã được lưu thành bản nháp")).toBeVisible();
  await page.goto("/dossiers?tab=new");
  await expect(page.getByRole("link", { name: /^Hồ sơ mới\s*1$/ })).toBeVisible();
});

test("what is typed during an outage is saved afterwards, over a reload of the page too", async ({ page, person, backend }) => {
  await signedIn(page, person);
  const { id } = await drafted(page, BIRTH);
  await page.goto(`/drafts/${id}/form/2`);
  const name = page.getByRole("textbox", { name: "Họ, chữ đệm, tên của người được khai sinh" });
  await expect(name).toBeVisible();
  await page.clock.install();
  await backend.kill();
  await name.fill("Trần Minh Thử");
  await expect(page.getByText(NOT_SAVED)).toBeVisible();
  await follow(page, "Quay lại");
  await expect(heading(page, "Người yêu cầu")).toBeVisible();
  await backend.start();
  await untilItTriesAgain(page);
  await expect(saved(page)).toBeVisible();
  await page.goto(`/drafts/${id}/form/2`);
  await expect(name).toHaveValue("Trần Minh Thử");
  await backend.kill();
  await name.fill("Trần Minh Thử Hai");
  await expect(page.getByText(NOT_SAVED)).toBeVisible();
  await page.reload().catch(() => undefined);
  // The browser's own error page comes a moment after the failed request and reloads by itself after another; either would
  // take the next page's place.
  await page.waitForURL("chrome-error://chromewebdata/", { waitUntil: "commit" });
  await page.goto("about:blank");
  await backend.start();
  await page.goto(`/drafts/${id}/form/2`);
  await expect(name).toHaveValue("Trần Minh Thử Hai");
  await expect(saved(page)).toBeVisible();
});

test("what the server hasn't got yet comes back after a reload", async ({ page, person }) => {
  await signedIn(page, person);
  const { id } = await drafted(page, BIRTH);
  await page.goto(`/drafts/${id}/form/2`);
  const name = page.getByRole("textbox", { name: "Họ, chữ đệm, tên của người được khai sinh" });
  await expect(name).toBeVisible();
  const drafts = "**/api/drafts/*";
  await page.route(drafts, (route) => (route.request().method() === "PATCH" ? undefined : route.continue()));
  await name.fill("Trần Minh Thử");
  await page.reload();
  await expect(name).toHaveValue("Trần Minh Thử");
  await page.unroute(drafts);
  await page.reload();
  await expect(name).toHaveValue("Trần Minh Thử");
  await expect(saved(page)).toBeVisible();
});

test("a photo on its way during an outage goes on where it was", async ({ page, person, backend }) => {
  await signedIn(page, person);
  const { id } = await drafted(page, BIRTH);
  const chosen = await photo(page);
  await page.goto(`/drafts/${id}/attachments`);
  await expect(heading(page, "Đính kèm thành phần hồ sơ")).toBeVisible();
  const setSpeed = await lineOf(page);
  await setSpeed(300_000);
  const row = paperNamed(page, "Giấy chứng sinh; không có thì");
  const uploads: { method: string; offset: number }[] = [];
  page.on("request", (request) => {
    const offset = Number(request.headers()["upload-offset"] ?? 0);
    if (request.url().includes("/uploads")) uploads.push({ method: request.method(), offset });
  });
  await chooseFile(page, "Giấy chứng sinh; không có thì", chosen);
  await expect.poll(() => row.getByRole("progressbar").getAttribute("value").then(Number)).toBeGreaterThan(20);
  await page.clock.install();
  await backend.kill();
  await expect(row.getByText("Đang chờ đường truyền")).toBeVisible();
  await setSpeed(-1);
  await backend.start();
  await untilItTriesAgain(page);
  await expect(row.getByText("Cơ quan đã nhận")).toBeVisible({ timeout: 30_000 });
  expect(uploads.filter(({ method }) => method === "POST")).toHaveLength(1);
  expect(uploads.filter(({ method }) => method === "PATCH").at(-1)?.offset).toBeGreaterThan(0);
});

test("a photo left half way by a closed tab goes on when the same file is chosen again", async ({ page, person, context }) => {
  await signedIn(page, person);
  const { id } = await drafted(page, BIRTH);
  const chosen = await photo(page);
  await page.goto(`/drafts/${id}/attachments`);
  await expect(heading(page, "Đính kèm thành phần hồ sơ")).toBeVisible();
  await (await lineOf(page))(300_000);
  await chooseFile(page, "Giấy chứng sinh; không có thì", chosen);
  const row = (on: Page) => paperNamed(on, "Giấy chứng sinh; không có thì");
  await expect.poll(() => row(page).getByRole("progressbar").getAttribute("value").then(Number)).toBeGreaterThan(20);
  await page.close();
  const again = await context.newPage();
  await again.goto(`/drafts/${id}/attachments`);
  await expect(row(again).getByText("Chưa tải xong – chọn lại tệp để tải tiếp.")).toBeVisible();
  await chooseFile(again, "Giấy chứng sinh; không có thì", chosen);
  await expect(row(again).getByText("Cơ quan đã nhận")).toBeVisible();
  await expect(row(again).getByRole("listitem")).toHaveCount(1);
});

test("a delivery chosen during an outage is saved afterwards", async ({ page, person, backend }) => {
  await signedIn(page, person);
  const { id } = await drafted(page, COPY);
  await page.goto(`/drafts/${id}/delivery`);
  await expect(page.getByRole("radio", { name: "Trực tuyến" })).toBeVisible();
  await page.clock.install();
  await backend.kill();
  await chooseDelivery(page, "Trực tiếp tại nơi nộp");
  await expect(page.getByText(NOT_SAVED)).toBeVisible();
  await backend.start();
  await untilItTriesAgain(page);
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(page.getByText("Trực tiếp tại nơi nộp")).toBeVisible();
});

test("«Gửi hồ sơ» pressed during an outage and again afterwards sends one dossier", async ({ page, person, backend }) => {
  await signedIn(page, person);
  const { id } = await readyToSend(page, person);
  await page.goto(`/drafts/${id}/review`);
  await expect(page.getByText("Trực tiếp tại nơi nộp")).toBeVisible();
  await backend.kill();
  await press(page, "Gửi hồ sơ");
  await expect(page.getByText("Chưa biết cơ quan đã nhận hay chưa")).toBeVisible();
  await backend.start();
  await press(page, "Gửi hồ sơ");
  await expect(heading(page, "Giấy xác nhận đã gửi hồ sơ")).toBeVisible();
  expect(await dossiersSent(page)).toBe(1);
});

test("the list of dossiers and one of them come by themselves after an outage", async ({ page, person, backend }) => {
  await signedIn(page, person);
  const { code } = await sent(page, person);
  await page.goto("/procedures");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await everyChunk(page);
  await page.clock.install();
  await backend.kill();
  await follow(page, "Hồ sơ của tôi");
  await expect(said(page)).toBeVisible();
  await backend.start();
  await untilItTriesAgain(page);
  await expect(page.getByText(code)).toBeVisible();
  await backend.kill();
  await page.getByRole("link", { name: /Cấp bản sao Trích lục hộ tịch/ }).first().click();
  await expect(said(page)).toBeVisible();
  await backend.start();
  await untilItTriesAgain(page);
  await expect(page.getByText("Mới đăng ký").first()).toBeVisible();
});

test("a page of a proxy instead of an answer is told as a busy server", async ({ page, watch }) => {
  watch.allowRefusals(502);
  let broken = true;
  await page.route("**/api/catalogue", (route) =>
    broken ? route.fulfill({ status: 502, contentType: "text/html", body: "<h1>Bad Gateway</h1>" }) : route.continue(),
  );
  await page.clock.install();
  await page.goto("/procedures");
  await expect(page.getByRole("alert").filter({ hasText: "Máy chủ đang bận hoặc bảo trì" })).toBeVisible();
  broken = false;
  await untilItTriesAgain(page);
  await expect(page.getByRole("heading", { name: "Có 60 thủ tục" })).toBeVisible();
});
