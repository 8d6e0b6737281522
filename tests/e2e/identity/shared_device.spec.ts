// A device marked as shared («Máy dùng chung»): the app stores nothing on the device, and a session ends soon after the
// last action.

import { fill, heading, press } from "../../kit/citizen";
import { COPY_PROCEDURE, createDraft, registerAndSignIn } from "../../kit/api_setup";
import { readStorage, statusLine } from "../../kit/session";
import { waitForHeader } from "../../kit/chunks";
import { expect, test } from "../../kit/test";

const OWNER_NAME = "Họ, chữ đệm, tên của chủ hồ sơ";

test.use({ ownBackend: true });
test.beforeEach(async ({ page, person, browserErrors }) => {
  browserErrors.allowNetworkErrors();
  await registerAndSignIn(page, person);
  const shared = await page.request.patch("/api/session", {
    headers: { "Motcua-Request": "1" },
    data: { shared_device: true },
  });
  expect(shared.status()).toBe(200);
});

test("unsent text exists only in the page's memory, and the page says so", async ({ page }) => {
  await page.clock.install();
  const { id } = await createDraft(page, COPY_PROCEDURE);
  await page.goto(`/drafts/${id}/form/1`);
  await expect(page.getByRole("textbox", { name: OWNER_NAME })).toBeVisible();
  await page.route(`**/api/drafts/${id}`, (route) => route.abort());
  await fill(page, OWNER_NAME, "Trần Văn Riêng");
  await expect(page.getByText("nội dung chưa gửi chỉ nằm tạm trong trang này")).toBeVisible();
  expect(await readStorage(page)).toEqual({ tab: {}, device: {}, caches: [], history: null });
  await page.unroute(`**/api/drafts/${id}`);
  // Moves the page's clock past the app's delay between two attempts to save.
  await page.clock.runFor(5_000);
  await expect(page.getByText(/^Đã lưu lúc \d\d:\d\d/)).toBeVisible();
});

test("after five idle minutes the device signs out, with a warning before", async ({ page, person, backend }) => {
  await page.clock.install();
  const { id } = await createDraft(page, COPY_PROCEDURE);
  // Waits until the app has saved the data that it prefilled from the account. After that the citizen is idle.
  const prefillSaved = page.waitForResponse((response) => response.request().method() === "PATCH");
  await page.goto(`/drafts/${id}/form/1`);
  await expect(page.getByRole("textbox", { name: OWNER_NAME })).toHaveValue(person.name);
  await prefillSaved;
  await waitForHeader(page);
  await backend.advanceClock(210);
  await page.clock.fastForward("03:30");
  await expect(statusLine(page)).toContainText("Đây là máy dùng chung");
  await backend.advanceClock(120);
  await page.clock.fastForward("02:00");
  await expect(statusLine(page)).toContainText("Đã tự đăng xuất");
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  await expect(page.locator("body")).not.toContainText(person.name);
  await expect.poll(async () => (await readStorage(page)).tab).toEqual({});
});

test("signing out leaves nothing in the browser", async ({ page }) => {
  await page.goto("/dossiers?tab=new");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  await press(page, "Đăng xuất");
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  await expect.poll(() => readStorage(page)).toEqual({ tab: {}, device: {}, caches: [], history: null });
});
