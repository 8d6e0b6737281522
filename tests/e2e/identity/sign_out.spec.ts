// Signing out: every tab hears of it, nothing personal stays on the device, and a dropped line keeps nobody signed in.

import { enterCode, enterPassword, heading, pickPlace, press, type } from "../../kit/citizen";
import { BIRTH, COPY, drafted, registered, signedIn } from "../../kit/prepared";
import { kept, line } from "../../kit/session";
import { expect, test } from "../../kit/test";

const OWNER = "Họ, chữ đệm, tên của chủ hồ sơ";
const NOTHING = { tab: {}, device: {}, caches: [], history: null };

test("the other tabs hear of it and show nothing personal any more", async ({ page, person, context }) => {
  await signedIn(page, person);
  const { id } = await drafted(page, COPY);
  await page.goto(`/drafts/${id}/form/1`);
  await expect(page.getByRole("textbox", { name: OWNER })).toHaveValue(person.name);
  const second = await context.newPage();
  await second.goto("/");
  await press(second, "Đăng xuất");
  await expect(line(page)).toContainText("Bạn đã đăng xuất ở một thẻ khác.");
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  await expect(page.locator("body")).not.toContainText(person.name);
  await expect.poll(() => kept(page)).toEqual(NOTHING);
  await line(page).getByRole("button", { name: "Đã hiểu" }).click();
  await expect(line(page)).toBeEmpty();
  await page.goBack();
  await expect(page.getByRole("textbox", { name: OWNER })).toBeHidden();
});

test("nothing of the citizen is left in the tab that signs out", async ({ page, person }) => {
  await signedIn(page, person);
  const { id } = await drafted(page, BIRTH);
  await page.goto(`/drafts/${id}/form/2`);
  await type(page, "Họ, chữ đệm, tên của người được khai sinh", "Trần Minh Thử");
  await press(page, "Đăng xuất");
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  await expect.poll(() => kept(page)).toEqual(NOTHING);
  expect(await (await page.request.get("/api/session")).json()).toBeNull();
});

test("the language stays, which is nobody's secret", async ({ page, person }) => {
  await signedIn(page, person);
  await page.goto("/");
  await press(page, "English");
  await press(page, "Sign out");
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  await expect.poll(async () => (await kept(page)).device).toEqual({ "motcua-language": "en" });
});

test("without a line this device forgets at once, and the server is told after a reload", async ({ page, person, watch }) => {
  watch.allowOutage();
  await signedIn(page, person);
  await page.goto("/dossiers?tab=new");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  await page.route("**/api/session", (route) => route.abort());
  await press(page, "Đăng xuất");
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  await expect(line(page)).toContainText(/phiên ở máy chủ có thể còn đến \d\d:\d\d/);
  await expect.poll(async () => (await kept(page)).tab).toEqual({});
  expect(Object.keys((await kept(page)).device)).toEqual(["motcua-sign-out"]);
  await page.reload();
  await expect(line(page)).toContainText("Chưa báo được cho máy chủ");
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  expect(await (await page.request.get("/api/session")).json()).not.toBeNull();
  await page.unroute("**/api/session");
  await expect(line(page)).toBeEmpty();
  expect(await (await page.request.get("/api/session")).json()).toBeNull();
  await expect.poll(() => kept(page)).toEqual(NOTHING);
});

test("another citizen who signs in in another tab takes over nothing of the first", async ({ page, person, other, context }) => {
  await registered(page, other);
  await signedIn(page, person);
  await page.goto(`/procedures/${COPY}/file`);
  await pickPlace(page);
  const second = await context.newPage();
  await second.goto("/sign-in");
  await enterPassword(second, other.phone, other.password);
  await enterCode(second, other);
  await expect(second.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await expect(line(page)).toContainText("Một người khác vừa đăng nhập");
  await pickPlace(page);
  await press(page, "Thêm mới");
  await expect(page.getByRole("textbox", { name: OWNER })).toHaveValue(other.name);
});
