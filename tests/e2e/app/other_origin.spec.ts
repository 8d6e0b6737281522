// The app on one origin, the backend on another that has named it: no cookie at all, a token that lives in the page's memory
// and nowhere else.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import {
  attach, beginDraft, chooseDelivery, declareBirth, follow, goOn, needsNoOtherPaper, press, register, send,
} from "../../kit/citizen";
import { APP, Backend } from "../../kit/backend";
import { paper } from "../../kit/files";
import { confirmOnSheet, endSession, kept, sheet } from "../../kit/session";
import { ofAnotherOrigin } from "../../kit/sites";
import { expect, test as base } from "../../kit/test";

/** A backend, and the app on an origin that it has named. */
const test = base.extend<{ site: { origin: string; backend: Backend } }>({
  site: async ({}, use) => {
    let backend: Backend | undefined;
    const site = await ofAnotherOrigin(() => backend?.origin ?? "");
    const dir = await mkdtemp(join(tmpdir(), "motcua-origin-"));
    const flags = ["--origin", site.origin, "--identity-providers", await providers(dir)];
    backend = await Backend.begin(APP, { flags });
    await use({ origin: site.origin, backend });
    await site.end();
    await backend.end();
    await rm(dir, { recursive: true });
  },
  backend: async ({ site }, use) => use(site.backend),
  baseURL: async ({ site }, use) => use(site.origin),
});

/** A provider whom an app of the backend's own origin could lead to. */
async function providers(dir: string): Promise<string> {
  const provider = {
    key: "dvcqg", label: "Đăng nhập bằng cổng DVC Quốc gia", issuer: "https://dinhdanh.example", client_id: "motcua",
    claims: { citizen_id: "citizen_id" },
  };
  const file = join(dir, "providers.json");
  await writeFile(file, JSON.stringify({ portal: "https://dichvucong.example", providers: [provider] }));
  return file;
}

/** The token, as soon as a session begins. */
function tokenOf(page: Page): () => string {
  let token = "";
  page.on("request", (request) => {
    token = request.headers()["authorization"]?.replace("Bearer ", "") || token;
  });
  return () => token;
}

const nobody = (page: Page) => page.getByRole("banner").getByRole("link", { name: "Đăng nhập" });

test("a newcomer files a birth with a photo, and no cookie and no kept token is needed for it", async ({ page, person, context }) => {
  test.setTimeout(120_000);
  const token = tokenOf(page);
  await register(page, person);
  await page.getByRole("banner").getByRole("link").first().click();
  await page.getByRole("searchbox", { name: "Tên thủ tục hoặc việc cần làm" }).fill("khai sinh");
  await press(page, "Tìm");
  await page.getByRole("link", { name: "Chi tiết : Đăng ký khai sinh", exact: true }).click();
  await beginDraft(page);
  await declareBirth(page);
  await attach(page, "Giấy chứng sinh; không có thì", paper("Giấy chứng sinh.pdf"));
  await needsNoOtherPaper(page);
  await goOn(page, "Chọn hình thức nhận kết quả");
  await chooseDelivery(page, "Trực tuyến");
  const code = await send(page);
  await follow(page, "Hồ sơ của tôi");
  await expect(page.getByText(code)).toBeVisible();
  expect(token().length).toBeGreaterThan(30);
  expect(JSON.stringify(await kept(page))).not.toContain(token());
  expect(await context.cookies()).toEqual([]);
  await page.reload();
  await expect(nobody(page)).toBeVisible();
});

test("a session that ends under the form goes on with a code, under another token", async ({ page, person, backend, watch }) => {
  watch.allowRefusals(401);
  const token = tokenOf(page);
  await register(page, person);
  await follow(page, /^Tài khoản$/);
  const before = token();
  await endSession(backend);
  await follow(page, "Dữ liệu của tôi");
  await expect(sheet(page)).toBeVisible();
  await confirmOnSheet(page, person);
  await expect(page.getByText("Lập tài khoản lúc")).toBeVisible();
  expect(token()).not.toBe(before);
});

test("after signing out the token opens nothing", async ({ page, person, backend }) => {
  const token = tokenOf(page);
  await register(page, person);
  await follow(page, /^Tài khoản$/);
  await press(page, "Đăng xuất");
  await expect(nobody(page)).toBeVisible();
  const headers = { authorization: `Bearer ${token()}`, "motcua-request": "1" };
  const answer = await page.request.get(`${backend.origin}/api/account/data`, { headers });
  expect(answer.status()).toBe(401);
});

test("no way through an identity provider is offered: it would come back to the backend's own origin", async ({ page, backend }) => {
  for (const address of ["/sign-in", "/register"]) {
    await page.goto(backend.origin + address);
    await expect(page.getByText("Đăng nhập bằng cổng DVC Quốc gia")).toBeVisible();
    const portal = page.waitForResponse(/\/api\/portal$/);
    await page.goto(address);
    await portal;
    await expect(page.getByLabel("Mật khẩu", { exact: true }).or(page.getByText("Thuê bao di động"))).toBeVisible();
    await expect(page.getByText("Đăng nhập bằng cổng DVC Quốc gia")).toHaveCount(0);
  }
});
