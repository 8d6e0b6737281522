// The app fetches a wasm chunk when the citizen is about to need it, never all of them at once. Once a filing has begun,
// everything up to the receipt is fetched, so that it still works when the connection is lost. If a chunk fails to load,
// the app requests it again.

import type { Page } from "@playwright/test";

import { createCompleteDraft, registerAndSignIn } from "../../kit/api_setup";
import { chooseDelivery, follow, heading, press, sendDossier } from "../../kit/citizen";
import { fetchedWings, waitForWings, wasmTransferSizes } from "../../kit/chunks";
import { expect, test } from "../../kit/test";

/** Opens the first screen and waits until the app has started. */
async function openFirstScreen(page: Page): Promise<void> {
  await page.goto("/");
  await expect(page.locator("#shell")).toHaveCount(0);
}

const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).first();
const searchField = (page: Page) => page.getByRole("searchbox", { name: "Tên thủ tục hoặc việc cần làm" });

/** Puts the pointer down on a link without lifting it, so that the link isn't followed. */
const pointAt = (page: Page, name: string) => link(page, name).dispatchEvent("pointerdown");

/** Makes the browser describe the connection in this way, with the properties of `navigator.connection`. */
const describeConnection = (page: Page, connection: object) =>
  page.addInitScript((described) => {
    Object.defineProperty(Navigator.prototype, "connection", { get: () => described });
  }, connection);

const USUAL = { saveData: false, effectiveType: "4g", downlink: 10 };

/** Waits as long as the app may wait for a quiet moment, and a request takes. */
const settle = (page: Page) => page.waitForTimeout(3_000);

test("a guest on the first screen fetches no chunk", async ({ page }) => {
  await describeConnection(page, USUAL);
  await openFirstScreen(page);
  await settle(page);
  expect(await wasmTransferSizes(page)).toHaveLength(1);
});

test("a finger on a link fetches the chunk of that page, and no other wing", async ({ page }) => {
  await describeConnection(page, USUAL);
  await openFirstScreen(page);
  await pointAt(page, "Đăng nhập");
  await waitForWings(page, "identity");
  await settle(page);
  expect(await fetchedWings(page)).toEqual(["identity"]);
});

test("a guest who searches and reads a procedure fetches the wing `find` only", async ({ page }) => {
  await describeConnection(page, USUAL);
  await openFirstScreen(page);
  await searchField(page).focus();
  await waitForWings(page, "find");
  await searchField(page).fill("khai sinh");
  await searchField(page).press("Enter");
  await page.getByRole("heading", { level: 3 }).first().getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Thành phần hồ sơ" })).toBeVisible();
  await settle(page);
  expect(await fetchedWings(page)).toEqual(["find"]);
});

test("a signed-in citizen gets the views of the session and the notices without opening their pages", async ({ page, person }) => {
  await describeConnection(page, USUAL);
  await registerAndSignIn(page, person);
  await openFirstScreen(page);
  await waitForWings(page, "identity", "following");
  expect(await fetchedWings(page)).toEqual(["following", "identity"]);
});

for (const [name, connection] of Object.entries({
  "that saves data": { ...USUAL, saveData: true },
  "as slow as 2g": { ...USUAL, effectiveType: "2g" },
  "of less than 400 kbit/s": { ...USUAL, effectiveType: "3g", downlink: 0.35 },
})) {
  test(`on a connection ${name}, a chunk is fetched only when its page is opened`, async ({ page }) => {
    await describeConnection(page, connection);
    await openFirstScreen(page);
    await searchField(page).focus();
    await pointAt(page, "Đăng nhập");
    await settle(page);
    expect(await fetchedWings(page)).toEqual([]);
    await follow(page, "Đăng nhập");
    await expect(heading(page, "Đăng nhập")).toBeVisible();
    expect(await fetchedWings(page)).toEqual(["identity"]);
  });
}

test("once a draft is open, everything up to the receipt and after it is fetched, even if data is saved", async ({ page, person, browserErrors }) => {
  browserErrors.allowNetworkErrors();
  await describeConnection(page, { ...USUAL, saveData: true });
  await registerAndSignIn(page, person);
  const { id } = await createCompleteDraft(page, person);
  await page.goto(`/drafts/${id}/delivery`);
  await waitForWings(page, "filing", "identity", "following");
  // From now on no chunk can be fetched any more.
  await page.route("**/*.wasm", (route) => route.abort());
  await chooseDelivery(page, "Trực tiếp tại nơi nộp");
  const code = await sendDossier(page);
  await follow(page, "Hồ sơ của tôi");
  await expect(page.getByText(code)).toBeVisible();
});

test("a chunk that fails to load shows an error and is loaded automatically when the connection is back", async ({ page, browserErrors }) => {
  browserErrors.allowNetworkErrors();
  await page.clock.install();
  await page.route("**/split_identity.wasm", (route) => route.abort());
  await page.goto("/");
  await follow(page, "Đăng ký");
  await expect(page.getByRole("alert").filter({ hasText: "Chưa kết nối được với máy chủ" })).toBeVisible();
  await page.unroute("**/split_identity.wasm");
  // Moves the page's clock past the app's delay between two attempts to load a chunk.
  await page.clock.runFor(5_000);
  await expect(heading(page, "Đăng ký tài khoản")).toBeVisible();
});

test("«Thử lại» loads a missing chunk immediately", async ({ page, browserErrors }) => {
  browserErrors.allowNetworkErrors();
  // The test controls the page's clock and stops it, so that the app doesn't retry by itself.
  await page.clock.install();
  await page.route("**/split_identity.wasm", (route) => route.abort());
  await page.goto("/");
  await follow(page, "Đăng ký");
  const alert = page.getByRole("alert").filter({ hasText: "Chưa kết nối được với máy chủ" });
  await expect(alert).toBeVisible();
  await page.clock.pauseAt(Date.now() + 300);
  await page.unroute("**/split_identity.wasm");
  await press(page, "Thử lại");
  await expect(heading(page, "Đăng ký tài khoản")).toBeVisible();
});

test("«Thử lại» loads a chunk whose connection has stalled", async ({ page, browserErrors }) => {
  browserErrors.allowNetworkErrors();
  await page.clock.install();
  await page.route("**/split_identity.wasm", () => undefined);
  await page.goto("/");
  await follow(page, "Đăng ký");
  await expect(page.getByText("Đang tải")).toBeAttached();
  // From now on the page's clock stands still between the steps, so that the app doesn't retry by itself.
  await page.clock.pauseAt(Date.now() + 1_000);
  await page.clock.runFor(30_000);
  await expect(page.getByRole("alert").filter({ hasText: "Chưa kết nối được với máy chủ" })).toBeVisible();
  await page.unroute("**/split_identity.wasm");
  await press(page, "Thử lại");
  await expect(heading(page, "Đăng ký tài khoản")).toBeVisible();
});

test("a second visit downloads no wasm", async ({ page }) => {
  const visit = async () => {
    await openFirstScreen(page);
    await searchField(page).focus();
    await waitForWings(page, "find");
    return wasmTransferSizes(page);
  };
  expect((await visit()).every((size) => size > 0)).toBe(true);
  const again = await visit();
  expect(again.length).toBeGreaterThan(2);
  expect(again.filter((size) => size > 0)).toEqual([]);
});
