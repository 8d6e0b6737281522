// The backend is killed in the middle of each step. The page shows that there is no connection and keeps the typed
// text. It continues when the backend runs again. To avoid waiting for the app's retries, the tests move the page's
// clock.

import type { Page } from "@playwright/test";

import {
  chooseDelivery, chooseFiles, componentCard, enterCode, enterPassword, fill, follow, heading, press, selectPlace,
  tickAllConsents,
} from "../../kit/citizen";
import { jpegPhoto } from "../../kit/files";
import { waitForWings } from "../../kit/chunks";
import {
  ALL_PROCEDURES, BIRTH_PROCEDURE, COPY_PROCEDURE, createCompleteDraft, createDossier, createDraft, registerAccount,
  registerAndSignIn,
} from "../../kit/api_setup";
import { controlUploadSpeed } from "../../kit/upload_speed";
import { expect, test } from "../../kit/test";

const NO_CONNECTION = "Chưa kết nối được với máy chủ. Những gì bạn đã nhập vẫn còn";
const NOT_SAVED = "Đã lưu trên máy này, chưa gửi được lên máy chủ – đang thử lại.";
const savedMessage = (page: Page) => page.getByText(/^Đã lưu lúc \d\d:\d\d/);
const outageAlert = (page: Page) => page.getByRole("alert").filter({ hasText: NO_CONNECTION }).first();
/**
 * Moves the page's clock forward until the app has retried its request. The test must have called
 * `page.clock.install()` before.
 */
const runRetry = (page: Page): Promise<void> => page.clock.runFor(5_000);
const countSentDossiers = async (page: Page) => {
  const list = (await (await page.request.get("/api/dossiers?tab=new")).json()) as { items: { code?: string }[] };
  return list.items.filter(({ code }) => code).length;
};

test.use({ ownBackend: true });
test.beforeEach(({ browserErrors }) => browserErrors.allowNetworkErrors());

test("registration continues after an outage, and typed data, code and password are kept", async ({ page, person, backend }) => {
  await page.goto("/register/phone");
  await fill(page, "Họ và tên", person.name);
  await fill(page, "Số định danh / CCCD / CMND", person.citizenId);
  await fill(page, "Số điện thoại di động", person.phone);
  await tickAllConsents(page);
  await backend.kill();
  await press(page, "Đăng ký");
  await expect(outageAlert(page)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Họ và tên" })).toHaveValue(person.name);
  await backend.start();
  await press(page, "Thử lại");
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
  const code = await person.lastCode();
  await backend.kill();
  await fill(page, "Mã xác thực (OTP)", code);
  await press(page, "Xác nhận");
  await expect(outageAlert(page)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Mã xác thực (OTP)" })).toHaveValue(code);
  await backend.start();
  await press(page, "Thử lại");
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
  await backend.kill();
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Đặt mật khẩu");
  await expect(outageAlert(page)).toBeVisible();
  await backend.start();
  await press(page, "Thử lại");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
});

test("signing in continues after an outage", async ({ page, person, backend }) => {
  await registerAccount(page, person);
  await page.goto("/sign-in");
  await expect(heading(page, "Đăng nhập")).toBeVisible();
  await backend.kill();
  await enterPassword(page, person.phone, person.password);
  await expect(outageAlert(page)).toBeVisible();
  await backend.start();
  await press(page, "Thử lại");
  await enterCode(page, person);
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
});

test("a search and a procedure load automatically after an outage", async ({ page, backend }) => {
  // A page of the same wing, so that the search needs only the backend.
  await page.goto("/lookup");
  await expect(heading(page, "Tra cứu hồ sơ")).toBeVisible();
  await page.clock.install();
  await backend.kill();
  await follow(page, "Dịch vụ công");
  await expect(outageAlert(page)).toBeVisible();
  await page.getByRole("searchbox").fill("ket hon");
  await backend.start();
  await runRetry(page);
  await expect(page.getByRole("heading", { level: 3 }).first()).toHaveText("Đăng ký kết hôn");
  await expect(page.getByRole("searchbox")).toHaveValue("ket hon");
  await backend.kill();
  await page.getByRole("heading", { level: 3 }).first().getByRole("link").click();
  await expect(outageAlert(page)).toBeVisible();
  await backend.start();
  await runRetry(page);
  await expect(page.getByRole("heading", { name: "Thành phần hồ sơ" })).toBeVisible();
});

test("«Thêm mới» during an outage and again afterwards creates one draft", async ({ page, person, backend }) => {
  await registerAndSignIn(page, person);
  await page.goto(`/procedures/${BIRTH_PROCEDURE}/file`);
  await selectPlace(page);
  await backend.kill();
  await press(page, "Thêm mới");
  await expect(outageAlert(page)).toBeVisible();
  await expect(page.getByText(/Nơi nhận hồ sơ: .*Triệu Phong/)).toBeVisible();
  await backend.start();
  await press(page, "Thêm mới");
  await expect(page.getByText("Hồ sơ đã được lưu thành bản nháp")).toBeVisible();
  await page.goto("/dossiers?tab=new");
  await expect(page.getByRole("link", { name: /^Hồ sơ mới\s*1$/ })).toBeVisible();
});

test("text typed during an outage is saved afterwards, even after the page was left", async ({ page, person, backend }) => {
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
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
  await runRetry(page);
  await expect(savedMessage(page)).toBeVisible();
  await page.goto(`/drafts/${id}/form/2`);
  await expect(name).toHaveValue("Trần Minh Thử");
  await backend.kill();
  await name.fill("Trần Minh Thử Hai");
  await expect(page.getByText(NOT_SAVED)).toBeVisible();
  await page.goto("about:blank");
  await backend.start();
  await page.goto(`/drafts/${id}/form/2`);
  await expect(name).toHaveValue("Trần Minh Thử Hai");
  await expect(savedMessage(page)).toBeVisible();
});

test("text that the server hasn't received is restored after a reload", async ({ page, person }) => {
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
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
  await expect(savedMessage(page)).toBeVisible();
});

test("an upload interrupted by an outage resumes where it stopped", async ({ page, person, backend }) => {
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
  const photo = await jpegPhoto(page);
  await page.goto(`/drafts/${id}/attachments`);
  await expect(heading(page, "Đính kèm thành phần hồ sơ")).toBeVisible();
  const setSpeed = await controlUploadSpeed(page);
  await setSpeed(300_000);
  const card = componentCard(page, "Giấy chứng sinh; không có thì");
  const uploads: { method: string; offset: number }[] = [];
  page.on("request", (request) => {
    const offset = Number(request.headers()["upload-offset"] ?? 0);
    if (request.url().includes("/uploads")) uploads.push({ method: request.method(), offset });
  });
  await chooseFiles(page, "Giấy chứng sinh; không có thì", photo);
  await expect.poll(() => card.getByRole("progressbar").getAttribute("value").then(Number)).toBeGreaterThan(20);
  await page.clock.install();
  await backend.kill();
  await expect(card.getByText("Đang chờ đường truyền")).toBeVisible();
  await setSpeed(-1);
  await backend.start();
  await runRetry(page);
  await expect(card.getByText("Cơ quan đã nhận")).toBeVisible({ timeout: 30_000 });
  expect(uploads.filter(({ method }) => method === "POST")).toHaveLength(1);
  expect(uploads.filter(({ method }) => method === "PATCH").at(-1)?.offset).toBeGreaterThan(0);
});

test("an upload interrupted by a closed tab resumes when the same file is chosen again", async ({ page, person, context }) => {
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
  const photo = await jpegPhoto(page);
  await page.goto(`/drafts/${id}/attachments`);
  await expect(heading(page, "Đính kèm thành phần hồ sơ")).toBeVisible();
  await (await controlUploadSpeed(page))(300_000);
  await chooseFiles(page, "Giấy chứng sinh; không có thì", photo);
  const card = (on: Page) => componentCard(on, "Giấy chứng sinh; không có thì");
  await expect.poll(() => card(page).getByRole("progressbar").getAttribute("value").then(Number)).toBeGreaterThan(20);
  await page.close();
  const newTab = await context.newPage();
  await newTab.goto(`/drafts/${id}/attachments`);
  await expect(card(newTab).getByText("Chưa tải xong – chọn lại tệp để tải tiếp.")).toBeVisible();
  await chooseFiles(newTab, "Giấy chứng sinh; không có thì", photo);
  await expect(card(newTab).getByText("Cơ quan đã nhận")).toBeVisible();
  await expect(card(newTab).getByRole("listitem")).toHaveCount(1);
});

test("a delivery chosen during an outage is saved afterwards", async ({ page, person, backend }) => {
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, COPY_PROCEDURE);
  await page.goto(`/drafts/${id}/delivery`);
  await expect(page.getByRole("radio", { name: "Trực tuyến" })).toBeVisible();
  await page.clock.install();
  await backend.kill();
  await chooseDelivery(page, "Trực tiếp tại nơi nộp");
  await expect(page.getByText(NOT_SAVED)).toBeVisible();
  await backend.start();
  await runRetry(page);
  await expect(savedMessage(page)).toBeVisible();
  await page.reload();
  await expect(page.getByText("Trực tiếp tại nơi nộp")).toBeVisible();
});

test("«Gửi hồ sơ» during an outage and again afterwards sends one dossier", async ({ page, person, backend }) => {
  await registerAndSignIn(page, person);
  const { id } = await createCompleteDraft(page, person);
  await page.goto(`/drafts/${id}/review`);
  await expect(page.getByText("Trực tiếp tại nơi nộp")).toBeVisible();
  await backend.kill();
  await press(page, "Gửi hồ sơ");
  await expect(page.getByText("Chưa biết cơ quan đã nhận hay chưa")).toBeVisible();
  await backend.start();
  await press(page, "Gửi hồ sơ");
  await expect(heading(page, "Giấy xác nhận đã gửi hồ sơ")).toBeVisible();
  expect(await countSentDossiers(page)).toBe(1);
});

test("the list of dossiers and a dossier load automatically after an outage", async ({ page, person, backend }) => {
  await registerAndSignIn(page, person);
  const { code } = await createDossier(page, person);
  await page.goto("/procedures");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await waitForWings(page, "following");
  await page.clock.install();
  await backend.kill();
  await follow(page, "Hồ sơ của tôi");
  await expect(outageAlert(page)).toBeVisible();
  await backend.start();
  await runRetry(page);
  await expect(page.getByText(code)).toBeVisible();
  await backend.kill();
  await page.getByRole("link", { name: /Cấp bản sao Trích lục hộ tịch/ }).first().click();
  await expect(outageAlert(page)).toBeVisible();
  await backend.start();
  await runRetry(page);
  await expect(page.getByText("Mới đăng ký").first()).toBeVisible();
});

test("an HTML error page from a proxy is shown as a busy server", async ({ page, browserErrors }) => {
  browserErrors.allowStatuses(502);
  let isBroken = true;
  await page.route("**/api/catalogue", (route) =>
    isBroken ? route.fulfill({ status: 502, contentType: "text/html", body: "<h1>Bad Gateway</h1>" }) : route.continue(),
  );
  await page.clock.install();
  await page.goto("/procedures");
  await expect(page.getByRole("alert").filter({ hasText: "Máy chủ đang bận hoặc bảo trì" })).toBeVisible();
  isBroken = false;
  await runRetry(page);
  await expect(page.getByRole("heading", { name: ALL_PROCEDURES })).toBeVisible();
});
