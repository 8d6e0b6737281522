// The app and the backend are on different origins, and the backend allows the app's origin (`--origin`). The session
// has no cookie. Its token exists only in the memory of the page.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page, Route } from "@playwright/test";

import {
  attachFile, chooseDelivery, continueTo, declineOptionalComponents, fillBirthForm, follow, press, register,
  sendDossier, startDraft,
} from "../../kit/citizen";
import { APP, Backend } from "../../kit/backend";
import { pdfFile } from "../../kit/files";
import { expireSession, readStorage, renewSession, renewalSheet } from "../../kit/session";
import { serveFromOtherOrigin } from "../../kit/reverse_proxy";
import { expect, test as base } from "../../kit/test";

/**
 * Starts a backend and a proxy. The proxy serves the app from another origin, which the backend allows. `origin` is the
 * origin of the proxy.
 */
const test = base.extend<{ site: { origin: string; backend: Backend } }>({
  site: async ({}, use) => {
    let backend: Backend | undefined;
    const proxy = await serveFromOtherOrigin(() => backend?.origin ?? "");
    const dir = await mkdtemp(join(tmpdir(), "motcua-origin-"));
    const flags = ["--origin", proxy.origin, "--identity-providers", await writeProviders(dir)];
    backend = await Backend.launch(APP, { flags });
    await use({ origin: proxy.origin, backend });
    await proxy.stop();
    await backend.dispose();
    await rm(dir, { recursive: true });
  },
  backend: async ({ site }, use) => use(site.backend),
  baseURL: async ({ site }, use) => use(site.origin),
});

/**
 * Writes a settings file with an identity provider, and returns its path. The backend offers this provider only to an
 * app on the backend's own origin.
 */
async function writeProviders(dir: string): Promise<string> {
  const provider = {
    key: "dvcqg", label: "Đăng nhập bằng cổng DVC Quốc gia", issuer: "https://dinhdanh.example", client_id: "motcua",
    claims: { citizen_id: "citizen_id" },
  };
  const file = join(dir, "providers.json");
  await writeFile(file, JSON.stringify({ portal: "https://dichvucong.example", providers: [provider] }));
  return file;
}

/** Watches the page's requests. The returned function gives the latest bearer token that the page has sent. */
function watchToken(page: Page): () => string {
  let token = "";
  page.on("request", (request) => {
    token = request.headers()["authorization"]?.replace("Bearer ", "") || token;
  });
  return () => token;
}

const signInLink = (page: Page) => page.getByRole("banner").getByRole("link", { name: "Đăng nhập" });

test("a new citizen registers and files a dossier without a cookie or a stored token", async ({ page, person, context }) => {
  test.setTimeout(120_000);
  const token = watchToken(page);
  await register(page, person);
  await page.getByRole("banner").getByRole("link").first().click();
  await page.getByRole("searchbox", { name: "Tên thủ tục hoặc việc cần làm" }).fill("khai sinh");
  await press(page, "Tìm");
  await page.getByRole("link", { name: "Chi tiết : Đăng ký khai sinh", exact: true }).click();
  await startDraft(page);
  await fillBirthForm(page);
  await attachFile(page, "Giấy chứng sinh; không có thì", pdfFile("Giấy chứng sinh.pdf"));
  await declineOptionalComponents(page);
  await continueTo(page, "Chọn hình thức nhận kết quả");
  await chooseDelivery(page, "Trực tuyến");
  const code = await sendDossier(page);
  await follow(page, "Hồ sơ của tôi");
  await expect(page.getByText(code)).toBeVisible();
  expect(token().length).toBeGreaterThan(30);
  expect(JSON.stringify(await readStorage(page))).not.toContain(token());
  expect(await context.cookies()).toEqual([]);
  await page.reload();
  await expect(signInLink(page)).toBeVisible();
});

test("an expired session is renewed with a code and gets a new token", async ({ page, person, backend, browserErrors }) => {
  browserErrors.allowStatuses(401);
  const token = watchToken(page);
  await register(page, person);
  await follow(page, /^Tài khoản$/);
  const before = token();
  // The session ends while the page is being opened: another request of the app would also show the sheet.
  const endSession = async (route: Route) => {
    await expireSession(backend);
    await route.continue();
  };
  await page.route("**/api/account/data", endSession, { times: 1 });
  await follow(page, "Dữ liệu của tôi");
  await expect(renewalSheet(page)).toBeVisible();
  await renewSession(page, person);
  await expect(page.getByText("Lập tài khoản lúc")).toBeVisible();
  expect(token()).not.toBe(before);
});

test("after signing out the token is refused", async ({ page, person, backend }) => {
  const token = watchToken(page);
  await register(page, person);
  await follow(page, /^Tài khoản$/);
  await press(page, "Đăng xuất");
  await expect(signInLink(page)).toBeVisible();
  const headers = { authorization: `Bearer ${token()}`, "motcua-request": "1" };
  // The page tells the server after it has signed the citizen out itself.
  const read = () => page.request.get(`${backend.origin}/api/account/data`, { headers });
  await expect.poll(async () => (await read()).status()).toBe(401);
});

test("the identity provider isn't offered, because it would return to the backend's origin", async ({ page, backend }) => {
  for (const path of ["/sign-in", "/register"]) {
    await page.goto(backend.origin + path);
    await expect(page.getByText("Đăng nhập bằng cổng DVC Quốc gia")).toBeVisible();
    const portal = page.waitForResponse(/\/api\/portal$/);
    await page.goto(path);
    await portal;
    await expect(page.getByLabel("Mật khẩu", { exact: true }).or(page.getByText("Thuê bao di động"))).toBeVisible();
    await expect(page.getByText("Đăng nhập bằng cổng DVC Quốc gia")).toHaveCount(0);
  }
});
