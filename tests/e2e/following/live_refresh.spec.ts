// Pages that refresh themselves while the citizen uses them: what they have begun, opened or read stays, and the focus too.

import type { Page, Route } from "@playwright/test";

import { readFile } from "node:fs/promises";

import { createDossier, decideDossier, registerAndSignIn } from "../../kit/api_setup";
import { fill, heading, press, selectOption } from "../../kit/citizen";
import { signedPdf } from "../../kit/files";
import { attachResult } from "../../kit/officer";
import { focusWindow } from "../../kit/session";
import { waitForHeader } from "../../kit/chunks";
import { expect, test } from "../../kit/test";

const TOO_MANY = { status: 429, contentType: "application/problem+json", json: { type: "about:blank", title: "", status: 429, code: "too_many_requests" } };
const bell = (page: Page) => page.getByRole("banner").getByRole("link", { name: /^Thông báo/ });
/** The time within which several events count as one return to the page, in milliseconds. */
const ONE_RETURN_MS = 1_100;

/** Comes back to the page, which loads it again. */
async function comeBack(page: Page): Promise<void> {
  await page.waitForTimeout(ONE_RETURN_MS);
  await focusWindow(page);
}

test.beforeEach(async ({ page, person }) => registerAndSignIn(page, person));

test("a download and what was opened outlive a change of the dossier", async ({ page, person }) => {
  const { code } = await createDossier(page, person);
  await page.goto(`/dossiers/${code}`);
  for (const move of ["Tiếp nhận", "Chuyển xử lý"]) await decideDossier(page, code, move);
  const file = signedPdf(1_500_000);
  await attachResult(page, code, file);
  await page.route(`**/api/dossiers/${code}`, async (route) => {
    const dossier = (await (await route.fetch()).json()) as { history: object[] };
    const older = Array.from({ length: 40 }, (_, index) => ({ ...dossier.history.at(-1), action: `Bước ${40 - index}` }));
    await route.fulfill({ json: { ...dossier, history: [...dossier.history, ...older] } });
  });
  await page.reload();
  await press(page, /^Xem các bước trước/);
  await expect(page.locator(".timeline__entry").filter({ hasText: /Bước 1(?!\d)/ })).toBeAttached();
  await page.getByText("Vì sao là ngày này?").click();
  await page.getByText("Thông tin bạn đã khai").click();
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  let parts = 0;
  await page.route(/\/files\//, async (route) => {
    if (++parts === 2) await held;
    await route.continue();
  });
  await page.getByRole("button", { name: /^Tải về/ }).click();
  await expect(page.locator(".result__progress")).toHaveText(/[1-9]\d* %/);
  await decideDossier(page, code, "Trả kết quả");
  await press(page, "Xem thay đổi");
  await expect(page.locator(".dossier-status").getByText("Đã trả kết quả")).toBeVisible();
  await expect(heading(page, "Theo dõi hồ sơ")).toBeFocused();
  await expect(page.locator(".result__progress")).toHaveText(/[1-9]\d* %/);
  await expect(page.locator(".timeline__entry").filter({ hasText: /Bước 1(?!\d)/ })).toBeAttached();
  await expect(page.getByText("Thời hạn của thủ tục")).toBeVisible();
  await expect(page.getByText("Đề nghị cấp 2 bản sao trích lục khai tử của ông nội tôi.")).toBeVisible();
  const saving = page.waitForEvent("download");
  goOn();
  expect((await readFile(await (await saving).path())).equals(file.buffer)).toBe(true);
});

test("a result with another content than the office attached is never handed over", async ({ page, person }) => {
  const { code } = await createDossier(page, person);
  await page.goto(`/dossiers/${code}`);
  for (const move of ["Tiếp nhận", "Chuyển xử lý"]) await decideDossier(page, code, move);
  await attachResult(page, code, signedPdf(1_000));
  await page.reload();
  let isForged = true;
  await page.route(/\/files\//, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    if (isForged) body.write("X", 100);
    await route.fulfill({ response, body });
  });
  await page.getByRole("button", { name: /^Tải về/ }).click();
  await expect(page.locator(".result").getByRole("alert")).toBeVisible();
  isForged = false;
  const saving = page.waitForEvent("download");
  await page.locator(".result").getByRole("button", { name: "Thử lại" }).click();
  await saving;
});

test("a refresh that fails leaves the dossier on the page, and says so only to who has asked for it", async ({ page, person, browserErrors }) => {
  browserErrors.allowStatuses(429);
  browserErrors.allowNetworkErrors();
  const { code } = await createDossier(page, person);
  await page.goto(`/dossiers/${code}`);
  await expect(page.locator(".dossier-status").getByText("Mới đăng ký")).toBeVisible();
  let refusals = 0;
  let refuse: (route: Route) => Promise<void> = (route) => route.fulfill(TOO_MANY);
  await page.route(`**/api/dossiers/${code}`, (route) => (refusals++, refuse(route)));
  await comeBack(page);
  await expect.poll(() => refusals).toBe(1);
  await expect(page.locator(".dossier-status").getByText("Mới đăng ký")).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  refuse = (route) => route.abort("internetdisconnected");
  await press(page, "Làm mới");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.locator(".dossier-status").getByText("Mới đăng ký")).toBeVisible();
  await page.unroute(`**/api/dossiers/${code}`);
  await press(page, "Thử lại");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("after a rating, a withdrawal and a reply, the page shows what the office has, and the focus stays near", async ({ page, person, browserErrors }) => {
  browserErrors.allowNetworkErrors();
  const { code } = await createDossier(page, person);
  await page.goto(`/dossiers/${code}/supplement`);
  await decideDossier(page, code, "Yêu cầu bổ sung trước tiếp nhận", "Nộp thêm giấy báo tử");
  await page.goto(`/dossiers/${code}/supplement`);
  await fill(page, "Nội dung gửi cơ quan", "Tôi đã nộp bản gốc tại quầy.");
  await press(page, "Gửi bổ sung");
  await expect(heading(page, "Đã gửi")).toBeFocused();
  await page.goto(`/dossiers/${code}`);
  await press(page, "Rút hồ sơ");
  await page.getByRole("dialog").getByLabel("Vì sao bạn rút hồ sơ?").fill("Tôi nộp nhầm thủ tục.");
  await page.route(`**/api/dossiers/${code}`, (route) => route.abort("internetdisconnected"));
  await page.getByRole("dialog").getByRole("button", { name: "Gửi yêu cầu rút" }).click();
  await expect(page.locator(".dossier-status")).toContainText("Công dân yêu cầu rút hồ sơ");
  await expect(heading(page, "Theo dõi hồ sơ")).toBeFocused();

  const rated = await createDossier(page, person);
  for (const move of ["Tiếp nhận", "Chuyển xử lý", "Có kết quả"]) await decideDossier(page, rated.code, move);
  await page.goto(`/dossiers/${rated.code}`);
  const title = page.locator("#rating h2");
  await page.getByRole("radio", { name: "Hài lòng", exact: true }).check();
  await press(page, "Gửi đánh giá");
  await expect(page.getByText("Bạn đã đánh giá: Hài lòng")).toBeVisible();
  await expect(title).toBeFocused();
  await press(page, "Sửa đánh giá");
  await expect(title).toBeFocused();
  // The form stays open while the dossier changes.
  await decideDossier(page, rated.code, "Trả kết quả");
  await expect(page.locator(".dossier-status").getByText("Đã trả kết quả")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Hài lòng", exact: true })).toBeChecked();
});

test("older messages stay when a new one arrives, none is shown twice, and a sent one needs no reload", async ({ page, person, browserErrors }) => {
  browserErrors.allowNetworkErrors();
  const { code } = await createDossier(page, person);
  const message = (number: number) => ({ id: `m-${number}`, author: "citizen", sent_at: "2026-11-22T01:20:00Z", text: `Tin ${number}` });
  let newest = 25;
  let isOffline = false;
  await page.route(`**/api/dossiers/${code}/messages*`, async (route) => {
    if (route.request().method() === "POST") return route.fulfill({ status: 201, json: message(99) });
    if (isOffline) return route.abort("internetdisconnected");
    const number = Number(new URL(route.request().url()).searchParams.get("page") ?? 1);
    const all = Array.from({ length: newest }, (_, index) => message(newest - index));
    return route.fulfill({ json: { items: all.slice((number - 1) * 20, number * 20), page: number, pages: 2 } });
  });
  await page.goto(`/dossiers/${code}/messages`);
  await expect(page.locator(".message")).toHaveCount(20);
  newest = 26;
  await press(page, "Xem tin cũ hơn");
  await expect(page.locator(".message")).toHaveCount(25);
  await comeBack(page);
  await expect(page.locator(".message")).toHaveCount(26);
  await expect(page.locator(".message").first()).toContainText("Tin 1");
  await expect(page.locator(".message").last()).toContainText("Tin 26");
  isOffline = true;
  await page.getByLabel("Tin nhắn cho cơ quan").fill("Tin 99");
  await press(page, "Gửi tin nhắn");
  await expect(page.locator(".message").last()).toContainText("Tin 99");
  await expect(page.locator(".message")).toHaveCount(27);
});

test("«Thông báo» can be reached although its number is unknown, and its pages keep the focus in the list", async ({ page, browserErrors }) => {
  browserErrors.allowStatuses(429);
  await page.route("**/api/notices*", (route) => route.fulfill(TOO_MANY));
  await page.goto("/dossiers?tab=new");
  await expect(bell(page)).toBeVisible();
  await expect(bell(page)).not.toHaveText(/\d/);
  await page.unroute("**/api/notices*");
  const notice = (page: number) => ({ id: `n-${page}`, kind: "accepted", at: "2026-11-22T01:20:00Z", text: `Trang ${page}`, read: true });
  let answerLate: () => void = () => undefined;
  const late = new Promise<void>((resolve) => (answerLate = resolve));
  await page.route("**/api/notices?*", async (route) => {
    const number = Number(new URL(route.request().url()).searchParams.get("page"));
    if (number === 2) await late;
    await route.fulfill({ json: { unread: 0, items: [notice(number)], page: number, pages: 3 } });
  });
  await bell(page).click();
  await expect(page.getByText("Trang 1", { exact: true })).toBeVisible();
  // The second page comes only after the third one was opened.
  await page.getByRole("link", { name: "Trang sau" }).click();
  await expect(page).toHaveURL(/page=2/);
  await page.goBack();
  await expect(page.getByText("Trang 1", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "Danh sách thông báo" })).toBeFocused();
  answerLate();
  await page.waitForResponse(/page=2/);
  await expect(page.getByText("Trang 1", { exact: true })).toBeVisible();
  await expect(page.getByText("Trang 2", { exact: true })).toHaveCount(0);
});

test("a filter leaves the focus in its field, and a search moves it to the list", async ({ page, person }) => {
  await createDossier(page, person);
  await page.goto("/dossiers?tab=new");
  await page.getByText("Lọc theo cơ quan và thời gian").click();
  const period = page.getByLabel("Thời gian gửi");
  await period.focus();
  for (const [choice, found] of [["Năm trước", "Không có hồ sơ nào phù hợp."], ["30 ngày qua", "Tìm thấy 1 hồ sơ"]] as const) {
    await selectOption(page, "Thời gian gửi", choice);
    await expect(page.getByText(found)).toBeVisible();
    await expect(period).toBeFocused();
  }
  await press(page, "Tìm");
  await expect(page.getByRole("heading", { name: "Kết quả tìm" })).toBeFocused();
  await press(page, "Bỏ tìm và lọc");
  await expect(page.getByRole("heading", { name: "Hồ sơ mới" })).toBeFocused();
});

test("who comes back from the payment page is told to wait, and can ask again after a refusal", async ({ page, person, browserErrors }) => {
  browserErrors.allowStatuses(429);
  const { code } = await createDossier(page, person);
  const asked = await page.request.post(`/demo/dossiers/${code}/fees`, {
    headers: { "sec-fetch-site": "same-origin" },
    form: { kind1: "duty", name1: "Lệ phí", amount1: "8.000", reason: "Bản sao", online: "1" },
  });
  expect(asked.ok()).toBe(true);
  const dossier = (await (await page.request.get(`/api/dossiers/${code}`)).json()) as { fees: { id: string }[] };
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/api/payments/p-1", async (route) => {
    await held;
    await route.fulfill(TOO_MANY);
  });
  await page.goto(`/dossiers/${code}/fees/${dossier.fees[0]?.id}?payment=p-1`);
  const waiting = page.getByText("Đang hỏi kết quả thanh toán. Bạn đừng nộp lại.");
  await expect(waiting).toBeVisible();
  answer();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(waiting).toHaveCount(0);
  const again = page.waitForRequest("**/api/payments/p-1");
  await press(page, "Thử lại");
  await again;
});

test("a channel that only newer software knows is named, and can't be chosen", async ({ page }) => {
  await page.route("**/api/account/notices", async (route) => {
    const response = await route.fetch();
    const settings = (await response.json()) as { channels: object[] };
    await route.fulfill({ response, json: { channels: [...settings.channels, { channel: "Bồ câu", on: true }] } });
  });
  await page.goto("/account/notices");
  await expect(page.getByText("Bồ câu")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Bồ câu" })).toHaveCount(0);
  await expect(page.getByText("Tài khoản chưa có số điện thoại.")).toHaveCount(0);
});

test("a page that has asked the backend long enough asks again after the citizen's return", async ({ page, person }) => {
  const { code } = await createDossier(page, person);
  await page.route("**/api/portal", async (route) => {
    const response = await route.fetch();
    const portal = (await response.json()) as { parts: object };
    await route.fulfill({ response, json: { ...portal, parts: { ...portal.parts, events: false } } });
  });
  let requests = 0;
  await page.route(`**/api/dossiers/${code}`, (route) => (requests++, route.continue()));
  await page.clock.install();
  await page.goto(`/dossiers/${code}`);
  await expect(page.locator(".dossier-status").getByText("Mới đăng ký")).toBeVisible();
  await waitForHeader(page);
  const wait = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      const before = requests;
      await page.clock.runFor(31_000);
      if (time < times - 1) await expect.poll(() => requests).toBeGreaterThan(before);
    }
  };
  await wait(21);
  const finished = requests;
  await page.clock.runFor(62_000);
  expect(requests).toBe(finished);
  await focusWindow(page);
  await expect.poll(() => requests).toBeGreaterThan(finished);
  const returned = requests;
  await page.clock.runFor(31_000);
  await expect.poll(() => requests).toBeGreaterThan(returned);
});
