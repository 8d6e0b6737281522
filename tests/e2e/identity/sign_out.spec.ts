// Signing out takes effect in every tab, removes personal data from the device, and works without a connection.

import { enterCode, enterPassword, fill, heading, press, selectPlace } from "../../kit/citizen";
import { BIRTH_PROCEDURE, COPY_PROCEDURE, createDraft, registerAccount, registerAndSignIn } from "../../kit/api_setup";
import { readStorage, statusLine } from "../../kit/session";
import { expect, test } from "../../kit/test";

const OWNER_NAME = "Họ, chữ đệm, tên của chủ hồ sơ";
const NOTHING_STORED = { tab: {}, device: {}, caches: [], history: null };

test("other tabs sign out too and show no personal data", async ({ page, person, context }) => {
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, COPY_PROCEDURE);
  await page.goto(`/drafts/${id}/form/1`);
  await expect(page.getByRole("textbox", { name: OWNER_NAME })).toHaveValue(person.name);
  const secondTab = await context.newPage();
  await secondTab.goto("/");
  await press(secondTab, "Đăng xuất");
  await expect(statusLine(page)).toContainText("Bạn đã đăng xuất ở một thẻ khác.");
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  await expect(page.locator("body")).not.toContainText(person.name);
  await expect.poll(() => readStorage(page)).toEqual(NOTHING_STORED);
  await statusLine(page).getByRole("button", { name: "Đã hiểu" }).click();
  await expect(statusLine(page)).toBeEmpty();
  await page.goBack();
  await expect(page.getByRole("textbox", { name: OWNER_NAME })).toBeHidden();
});

test("no personal data is left in the tab that signs out", async ({ page, person }) => {
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
  await page.goto(`/drafts/${id}/form/2`);
  await fill(page, "Họ, chữ đệm, tên của người được khai sinh", "Trần Minh Thử");
  await press(page, "Đăng xuất");
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  await expect.poll(() => readStorage(page)).toEqual(NOTHING_STORED);
  expect(await (await page.request.get("/api/session")).json()).toBeNull();
});

test("the chosen language is kept", async ({ page, person }) => {
  await registerAndSignIn(page, person);
  await page.goto("/");
  await press(page, "English");
  await press(page, "Sign out");
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  await expect.poll(async () => (await readStorage(page)).device).toEqual({ "motcua-language": "en" });
});

test("offline sign-out clears this device immediately and tells the server after a reload", async ({ page, person, browserErrors }) => {
  browserErrors.allowNetworkErrors();
  await registerAndSignIn(page, person);
  await page.goto("/dossiers?tab=new");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  await page.route("**/api/session", (route) => route.abort());
  await press(page, "Đăng xuất");
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  await expect(statusLine(page)).toContainText(/phiên ở máy chủ có thể còn đến \d\d:\d\d/);
  await expect.poll(async () => (await readStorage(page)).tab).toEqual({});
  expect(Object.keys((await readStorage(page)).device)).toEqual(["motcua-sign-out"]);
  await page.reload();
  await expect(statusLine(page)).toContainText("Chưa báo được cho máy chủ");
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  expect(await (await page.request.get("/api/session")).json()).not.toBeNull();
  await page.unroute("**/api/session");
  await expect(statusLine(page)).toBeEmpty();
  expect(await (await page.request.get("/api/session")).json()).toBeNull();
  await expect.poll(() => readStorage(page)).toEqual(NOTHING_STORED);
});

test("a second citizen who signs in in another tab gets no data of the first one", async ({ page, person, otherPerson, context }) => {
  await registerAccount(page, otherPerson);
  await registerAndSignIn(page, person);
  await page.goto(`/procedures/${COPY_PROCEDURE}/file`);
  await selectPlace(page);
  const secondTab = await context.newPage();
  await secondTab.goto("/sign-in");
  await enterPassword(secondTab, otherPerson.phone, otherPerson.password);
  await enterCode(secondTab, otherPerson);
  await expect(secondTab.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await expect(statusLine(page)).toContainText("Một người khác vừa đăng nhập");
  await selectPlace(page);
  await press(page, "Thêm mới");
  await expect(page.getByRole("textbox", { name: OWNER_NAME })).toHaveValue(otherPerson.name);
});
