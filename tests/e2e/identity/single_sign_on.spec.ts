// «Đăng nhập bằng cổng DVC Quốc gia» (R0.14, R4.2–R4.5): away to a real identity provider and back to the very page.

import type { Page, Route } from "@playwright/test";

import { follow, heading, pickPlace, press, problems, type } from "../../kit/citizen";
import { realProvider as test } from "../../kit/identity_provider";
import { consented, drafted, signedIn, BIRTH, COPY } from "../../kit/prepared";
import { kept } from "../../kit/session";
import { expect } from "../../kit/test";

/** Leaves from the sign-in page's way, to come back to this page. */
const leaveFor = (page: Page, back: string) =>
  page.goto(`/api/single-sign-on/dvcqg?back=${encodeURIComponent(back)}`);

/** What a citizen does at the provider: says who they are, and agrees. */
async function vouchFor(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("bất kỳ");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

test("a citizen without an account comes back from the provider signed in, on the page they left", async ({ page, backend }) => {
  await leaveFor(page, "/dossiers?tab=processing&page=1");
  expect(new URL(page.url()).hostname).toBe("localhost");
  await vouchFor(page, "mai");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  expect(page.url()).toBe(`${backend.origin}/dossiers?tab=processing&page=1`);
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  const { account } = await (await page.request.get("/api/session")).json();
  expect(account).toEqual({
    name: "Trần Thị Mai",
    citizen_id: "001190000011",
    phone: "0912000011",
    verification: "identity",
    lacks_password: true,
  });
});

test("a citizen who comes a second time gets the same account, with the draft they began", async ({ page }) => {
  await leaveFor(page, "/");
  await vouchFor(page, "mai");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await consented(page);
  const { id } = await drafted(page, BIRTH);
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  // The server knows of it too.
  await expect.poll(async () => (await kept(page)).device).toEqual({});
  await page.context().clearCookies({ domain: "localhost" });
  await leaveFor(page, `/drafts/${id}/form/1`);
  await vouchFor(page, "mai");
  await expect(page).toHaveURL(new RegExp(`/drafts/${id}/form/1$`));
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
});

test("a citizen who signs in again before the server has heard of the sign-out stays signed in", async ({ page, watch }) => {
  watch.allowOutage();
  await leaveFor(page, "/");
  await vouchFor(page, "mai");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  const isSignOut = (route: Route) => route.request().method() === "DELETE";
  await page.route("**/api/session", (route) => (isSignOut(route) ? route.abort() : route.continue()));
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  await page.context().clearCookies({ domain: "localhost" });
  await leaveFor(page, "/account");
  await page.unroute("**/api/session");
  await vouchFor(page, "mai");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await expect.poll(async () => (await kept(page)).device).toEqual({});
  await page.reload();
  await expect(heading(page, "Tài khoản của tôi")).toBeVisible();
});

test("a citizen who hasn't consented yet is asked before filing, with the box unticked, and can't file without it", async ({
  page,
}) => {
  await leaveFor(page, `/procedures/${COPY}/file`);
  await vouchFor(page, "mai");
  await expect(heading(page, "Trước khi nộp hồ sơ")).toBeVisible();
  await expect(page.getByText("Tôi đồng ý để Một Cửa lưu họ tên")).toBeVisible();
  await expect(page.getByRole("checkbox")).not.toBeChecked();
  const headers = { "Motcua-Request": "1", "Idempotency-Key": "key-1" };
  const refused = await page.request.post("/api/drafts", { data: { procedure: COPY }, headers });
  expect([refused.status(), (await refused.json()).code]).toEqual([403, "consent_needed"]);
  await press(page, "Đồng ý và tiếp tục");
  await expect(problems(page)).toContainText("Hãy đọc rồi đánh dấu vào ô này");
  await page.getByRole("checkbox").check();
  await press(page, "Đồng ý và tiếp tục");
  await expect(heading(page, "Lựa chọn cơ quan thực hiện")).toBeVisible();
  await pickPlace(page);
  await press(page, "Thêm mới");
  await expect(page.getByText("Hồ sơ đã được lưu thành bản nháp")).toBeVisible();
});

test("text that wasn't saved yet is there after signing in again, and is saved then", async ({ page, watch }) => {
  watch.allowOutage();
  watch.allowRefusals(401);
  await leaveFor(page, "/");
  await vouchFor(page, "mai");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await consented(page);
  const { id } = await drafted(page, BIRTH);
  await page.goto(`/drafts/${id}/form/2`);
  const name = page.getByRole("textbox", { name: "Họ, chữ đệm, tên của người được khai sinh" });
  await expect(name).toBeVisible();
  await page.route("**/api/drafts/*", (route) => (route.request().method() === "PATCH" ? route.abort() : route.continue()));
  await name.fill("Trần Minh Thử");
  await page.context().clearCookies({ name: "sid" });
  // The provider still knows the citizen, and asks nothing this time.
  await leaveFor(page, `/drafts/${id}/form/2`);
  await expect(name).toHaveValue("Trần Minh Thử");
  await page.unroute("**/api/drafts/*");
  const draft = async () => (await page.request.get(`/api/drafts/${id}`)).text();
  await expect.poll(draft).toContain("Trần Minh Thử");
});

test("a citizen without a password is never asked for one, and sets the first one with a code", async ({
  page,
  backend,
}) => {
  await leaveFor(page, "/account");
  await vouchFor(page, "mai");
  await expect(page.getByRole("link", { name: "Đổi mật khẩu" })).toHaveCount(0);
  await page.goto("/account/phone");
  await expect(page.getByRole("textbox", { name: "Số điện thoại mới" })).toBeVisible();
  await expect(page.getByLabel("Mật khẩu", { exact: true })).toHaveCount(0);
  await page.goto("/account");
  await follow(page, "Đặt mật khẩu");
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
  await expect(page.getByLabel("Mật khẩu hiện tại", { exact: true })).toHaveCount(0);
  await follow(page, "Đặt mật khẩu bằng mã gửi đến điện thoại");
  await type(page, "Số định danh / CCCD / CMND", "001190000011");
  await type(page, "Số điện thoại di động", "0912000011");
  await press(page, "Gửi mã xác thực");
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
  await expect.poll(async () => (await backend.messages("0912000011"))[0]?.code ?? null).not.toBeNull();
  const [message] = await backend.messages("0912000011");
  await type(page, "Mã xác thực (OTP)", message?.code ?? "");
  await press(page, "Xác nhận");
  await page.getByLabel("Mật khẩu", { exact: true }).fill("câu mới cũng dễ nhớ");
  await press(page, "Đặt mật khẩu mới");
  // Signed in all the while: only the page that follows tells that it is set.
  await expect(heading(page, "Đặt mật khẩu mới")).toBeHidden();
  await page.goto("/account/phone");
  await expect(page.getByLabel("Mật khẩu", { exact: true })).toBeVisible();
  await page.goto("/account/password");
  await expect(heading(page, "Đổi mật khẩu")).toBeVisible();
});

test("the first button of the sign-in page leads to the provider and back to the page the citizen wanted", async ({ page }) => {
  await page.goto("/dossiers?tab=processing&page=1");
  await page.getByRole("link", { name: "Đăng nhập bằng cổng DVC Quốc gia" }).click();
  await vouchFor(page, "mai");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  await expect(page).toHaveURL(/\/dossiers\?tab=processing/);
});

test("a phone marked as shared before leaving for the provider signs the citizen out after five idle minutes", async ({ page, backend }) => {
  const shared = page.getByRole("checkbox", { name: "Nhiều người cùng dùng máy này" });
  const leave = page.getByRole("link", { name: "Đăng nhập bằng cổng DVC Quốc gia" });
  await page.goto("/dossiers?tab=new");
  await shared.check();
  await leave.click();
  await page.getByRole("link", { name: "Cancel" }).click();
  // Back from there, the box is still ticked.
  await expect(heading(page, "Đăng nhập")).toBeVisible();
  await expect(shared).toBeChecked();
  await leave.click();
  await vouchFor(page, "mai");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  const session = async () => (await page.request.get("/api/session")).json();
  expect(await session()).toMatchObject({ shared_device: true, idle_seconds: 300 });
  expect((await kept(page)).tab).toEqual({});
  const [sid] = (await page.context().cookies()).filter(({ name }) => name === "sid");
  expect(sid.expires, "the cookie goes with the browser").toBe(-1);
  await backend.later(5 * 60);
  expect(await session()).toBeNull();
});

test("registering over the provider offers the shared-device box too", async ({ page }) => {
  await page.goto("/register");
  await page.getByRole("checkbox", { name: "Nhiều người cùng dùng máy này" }).check();
  await page.getByRole("link", { name: /cổng DVC Quốc gia/ }).click();
  await vouchFor(page, "mai");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  expect(await (await page.request.get("/api/session")).json()).toMatchObject({ shared_device: true });
});

test("an account made by phone is the citizen's at the provider's word, and its password still works for the same phone", async ({
  page,
}) => {
  await leaveFor(page, "/dossiers?tab=new");
  await vouchFor(page, "thu");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  const { account } = await (await page.request.get("/api/session")).json();
  expect(account).toMatchObject({ phone: "0912345678", verification: "identity" });
  const data = { identifier: "0912345678", password: "motcua-demo" };
  const again = await page.request.post("/api/sign-ins", { data, headers: { "Motcua-Request": "1" } });
  expect(again.status()).toBe(201);
});

test("a stranger who registered a citizen's id with another phone is signed out once the citizen comes through the provider", async ({
  page,
  backend,
  browser,
}) => {
  const stranger = await browser.newContext({ baseURL: backend.origin });
  const data = { identifier: "0912345678", password: "motcua-demo" };
  const headers = { "Motcua-Request": "1" };
  const challenge = await (await stranger.request.post("/api/sign-ins", { data, headers })).json();
  const [{ code }] = await backend.messages("0912345678");
  await stranger.request.post(`/api/challenges/${challenge.id}/code`, { data: { code }, headers });
  expect(await (await stranger.request.get("/api/session")).json()).not.toBeNull();
  await leaveFor(page, "/dossiers?tab=new");
  await vouchFor(page, "lan");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  expect(await (await stranger.request.get("/api/session")).json()).toBeNull();
  const again = await stranger.request.post("/api/sign-ins", { data, headers });
  expect(again.status()).toBe(403);
  await expect.poll(async () => (await backend.messages("0912345678"))[0].text).toContain("không còn dùng được");
  await stranger.close();
});

test("a citizen who cancels at the provider comes back to the sign-in page", async ({ page, backend }) => {
  await leaveFor(page, "/dossiers?tab=new");
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(heading(page, "Đăng nhập")).toBeVisible();
  const { pathname, searchParams } = new URL(page.url());
  expect(page.url().startsWith(backend.origin)).toBe(true);
  expect([pathname, searchParams.get("trouble"), searchParams.get("next")]).toEqual([
    "/sign-in",
    "cancelled",
    "/dossiers?tab=new",
  ]);
});

test("a person whom the provider doesn't vouch for gets no account", async ({ page }) => {
  await leaveFor(page, "/");
  await vouchFor(page, "hung");
  await expect(page).toHaveURL(/\/sign-in\?trouble=unverified/);
  expect(await (await page.request.get("/api/session")).json()).toBeNull();
});

test("a citizen who is signed in by phone and comes back as another citizen is that citizen from then on", async ({
  page,
  person,
}) => {
  await signedIn(page, person);
  await leaveFor(page, "/");
  await vouchFor(page, "mai");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  const { account } = await (await page.request.get("/api/session")).json();
  expect(account.citizen_id).toBe("001190000011");
});
