// Single sign-on («Đăng nhập bằng cổng DVC Quốc gia», R0.14, R4.2–R4.5): the citizen signs in at an identity provider
// and returns to the page that they requested.

import type { Page, Route } from "@playwright/test";

import { errorSummary, fill, follow, heading, press, selectPlace } from "../../kit/citizen";
import { testWithRealProvider as test } from "../../kit/identity_provider";
import { BIRTH_PROCEDURE, COPY_PROCEDURE, createDraft, giveAllConsents, registerAndSignIn } from "../../kit/api_setup";
import { readStorage } from "../../kit/session";
import { expect } from "../../kit/test";

/**
 * Starts single sign-on, as the link on the sign-in page does. `back` is the page that the citizen returns to
 * afterwards.
 */
const goToProvider = (page: Page, back: string) =>
  page.goto(`/api/single-sign-on/dvcqg?back=${encodeURIComponent(back)}`);

/** Logs in on the provider's page, and allows the provider to pass the citizen's data to the portal. */
async function signInAtProvider(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("bất kỳ");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

test("a citizen without an account returns from the provider signed in, on the page they left", async ({ page, backend }) => {
  await goToProvider(page, "/dossiers?tab=processing&page=1");
  expect(new URL(page.url()).hostname).toBe("localhost");
  await signInAtProvider(page, "mai");
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

test("a citizen who signs in a second time gets the same account with its drafts", async ({ page }) => {
  await goToProvider(page, "/");
  await signInAtProvider(page, "mai");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await giveAllConsents(page);
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  // Waits until the server has handled the sign-out.
  await expect.poll(async () => (await readStorage(page)).device).toEqual({});
  await page.context().clearCookies({ domain: "localhost" });
  await goToProvider(page, `/drafts/${id}/form/1`);
  await signInAtProvider(page, "mai");
  await expect(page).toHaveURL(new RegExp(`/drafts/${id}/form/1$`));
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
});

test("a citizen who signs in again before the server learns of the sign-out stays signed in", async ({ page, browserErrors }) => {
  browserErrors.allowNetworkErrors();
  await goToProvider(page, "/");
  await signInAtProvider(page, "mai");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  const isSignOut = (route: Route) => route.request().method() === "DELETE";
  await page.route("**/api/session", (route) => (isSignOut(route) ? route.abort() : route.continue()));
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  await page.context().clearCookies({ domain: "localhost" });
  await goToProvider(page, "/account");
  await page.unroute("**/api/session");
  await signInAtProvider(page, "mai");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await expect.poll(async () => (await readStorage(page)).device).toEqual({});
  await page.reload();
  await expect(heading(page, "Tài khoản của tôi")).toBeVisible();
});

test("a citizen without a consent is asked for it before filing and can't file without it", async ({
  page,
}) => {
  await goToProvider(page, `/procedures/${COPY_PROCEDURE}/file`);
  await signInAtProvider(page, "mai");
  await expect(heading(page, "Trước khi nộp hồ sơ")).toBeVisible();
  await expect(page.getByText("Tôi đồng ý để Một Cửa lưu họ tên")).toBeVisible();
  await expect(page.getByRole("checkbox")).not.toBeChecked();
  const headers = { "Motcua-Request": "1", "Idempotency-Key": "key-1" };
  const refused = await page.request.post("/api/drafts", { data: { procedure: COPY_PROCEDURE }, headers });
  expect([refused.status(), (await refused.json()).code]).toEqual([403, "consent_needed"]);
  await press(page, "Đồng ý và tiếp tục");
  await expect(errorSummary(page)).toContainText("Hãy đọc rồi đánh dấu vào ô này");
  await page.getByRole("checkbox").check();
  await press(page, "Đồng ý và tiếp tục");
  await expect(heading(page, "Lựa chọn cơ quan thực hiện")).toBeVisible();
  await selectPlace(page);
  await press(page, "Thêm mới");
  await expect(page.getByText("Hồ sơ đã được lưu thành bản nháp")).toBeVisible();
});

test("unsaved text is kept until the citizen signs in again, and is saved then", async ({ page, browserErrors }) => {
  browserErrors.allowNetworkErrors();
  browserErrors.allowStatuses(401);
  await goToProvider(page, "/");
  await signInAtProvider(page, "mai");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await giveAllConsents(page);
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
  await page.goto(`/drafts/${id}/form/2`);
  const name = page.getByRole("textbox", { name: "Họ, chữ đệm, tên của người được khai sinh" });
  await expect(name).toBeVisible();
  await page.route("**/api/drafts/*", (route) => (route.request().method() === "PATCH" ? route.abort() : route.continue()));
  await name.fill("Trần Minh Thử");
  await page.context().clearCookies({ name: "sid" });
  // The session at the provider hasn't ended, so the provider redirects back without showing a page.
  await goToProvider(page, `/drafts/${id}/form/2`);
  await expect(name).toHaveValue("Trần Minh Thử");
  await page.unroute("**/api/drafts/*");
  const draft = async () => (await page.request.get(`/api/drafts/${id}`)).text();
  await expect.poll(draft).toContain("Trần Minh Thử");
});

test("a citizen without a password is never asked for one, and sets the first one with a code", async ({
  page,
  backend,
}) => {
  await goToProvider(page, "/account");
  await signInAtProvider(page, "mai");
  await expect(page.getByRole("link", { name: "Đổi mật khẩu" })).toHaveCount(0);
  await page.goto("/account/phone");
  await expect(page.getByRole("textbox", { name: "Số điện thoại mới" })).toBeVisible();
  await expect(page.getByLabel("Mật khẩu", { exact: true })).toHaveCount(0);
  await page.goto("/account");
  await follow(page, "Đặt mật khẩu");
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
  await expect(page.getByLabel("Mật khẩu hiện tại", { exact: true })).toHaveCount(0);
  await follow(page, "Đặt mật khẩu bằng mã gửi đến điện thoại");
  await fill(page, "Số định danh / CCCD / CMND", "001190000011");
  await fill(page, "Số điện thoại di động", "0912000011");
  await press(page, "Gửi mã xác thực");
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
  await expect.poll(async () => (await backend.messages("0912000011"))[0]?.code ?? null).not.toBeNull();
  const [message] = await backend.messages("0912000011");
  await fill(page, "Mã xác thực (OTP)", message?.code ?? "");
  await press(page, "Xác nhận");
  await page.getByLabel("Mật khẩu", { exact: true }).fill("câu mới cũng dễ nhớ");
  await press(page, "Đặt mật khẩu mới");
  // The citizen was signed in before, so the page after «Đặt mật khẩu mới» doesn't show whether the password is set.
  // The page for changing the phone number shows it: it asks for the password.
  await expect(heading(page, "Đặt mật khẩu mới")).toBeHidden();
  await page.goto("/account/phone");
  await expect(page.getByLabel("Mật khẩu", { exact: true })).toBeVisible();
  await page.goto("/account/password");
  await expect(heading(page, "Đổi mật khẩu")).toBeVisible();
});

test("the first button of the sign-in page leads to the provider and back to the requested page", async ({ page }) => {
  await page.goto("/dossiers?tab=processing&page=1");
  await page.getByRole("link", { name: "Đăng nhập bằng cổng DVC Quốc gia" }).click();
  await signInAtProvider(page, "mai");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  await expect(page).toHaveURL(/\/dossiers\?tab=processing/);
});

test("a device marked as shared before going to the provider is signed out after five idle minutes", async ({ page, backend }) => {
  const sharedDevice = page.getByRole("checkbox", { name: "Nhiều người cùng dùng máy này" });
  const providerLink = page.getByRole("link", { name: "Đăng nhập bằng cổng DVC Quốc gia" });
  await page.goto("/dossiers?tab=new");
  await sharedDevice.check();
  await providerLink.click();
  await page.getByRole("link", { name: "Cancel" }).click();
  // After the citizen cancelled at the provider, the checkbox on the sign-in page is still ticked.
  await expect(heading(page, "Đăng nhập")).toBeVisible();
  await expect(sharedDevice).toBeChecked();
  await providerLink.click();
  await signInAtProvider(page, "mai");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  const session = async () => (await page.request.get("/api/session")).json();
  expect(await session()).toMatchObject({ shared_device: true, idle_seconds: 300 });
  expect((await readStorage(page)).tab).toEqual({});
  const [sessionCookie] = (await page.context().cookies()).filter(({ name }) => name === "sid");
  expect(sessionCookie.expires, "the session cookie ends with the browser").toBe(-1);
  await backend.advanceClock(5 * 60);
  expect(await session()).toBeNull();
});

test("registering through the provider offers the shared-device checkbox", async ({ page }) => {
  await page.goto("/register");
  await page.getByRole("checkbox", { name: "Nhiều người cùng dùng máy này" }).check();
  await page.getByRole("link", { name: /cổng DVC Quốc gia/ }).click();
  await signInAtProvider(page, "mai");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  expect(await (await page.request.get("/api/session")).json()).toMatchObject({ shared_device: true });
});

test("an account registered by phone is linked to the citizen whom the provider confirms, and its password still works for the same phone", async ({
  page,
}) => {
  await goToProvider(page, "/dossiers?tab=new");
  await signInAtProvider(page, "thu");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  const { account } = await (await page.request.get("/api/session")).json();
  expect(account).toMatchObject({ phone: "0912345678", verification: "identity" });
  const data = { identifier: "0912345678", password: "motcua-demo" };
  const secondSignIn = await page.request.post("/api/sign-ins", { data, headers: { "Motcua-Request": "1" } });
  expect(secondSignIn.status()).toBe(201);
});

test("someone who registered another person's citizen id is signed out when that citizen comes through the provider", async ({
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
  await goToProvider(page, "/dossiers?tab=new");
  await signInAtProvider(page, "lan");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  expect(await (await stranger.request.get("/api/session")).json()).toBeNull();
  const secondSignIn = await stranger.request.post("/api/sign-ins", { data, headers });
  expect(secondSignIn.status()).toBe(403);
  await expect.poll(async () => (await backend.messages("0912345678"))[0].text).toContain("không còn dùng cho tài khoản đó");
  await stranger.close();
});

test("a citizen who cancels at the provider returns to the sign-in page", async ({ page, backend }) => {
  await goToProvider(page, "/dossiers?tab=new");
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

test("a person without a verified citizen id gets no account", async ({ page }) => {
  await goToProvider(page, "/");
  await signInAtProvider(page, "hung");
  await expect(page).toHaveURL(/\/sign-in\?trouble=unverified/);
  expect(await (await page.request.get("/api/session")).json()).toBeNull();
});

test("a signed-in citizen who returns from the provider as another citizen is signed in as that citizen", async ({
  page,
  person,
}) => {
  await registerAndSignIn(page, person);
  await goToProvider(page, "/");
  await signInAtProvider(page, "mai");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  const { account } = await (await page.request.get("/api/session")).json();
  expect(account.citizen_id).toBe("001190000011");
});
