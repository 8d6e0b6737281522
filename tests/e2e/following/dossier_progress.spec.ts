// How a dossier is getting on (R2.14–R2.16, R3.7): through each tab with its sentence and its stages, a step that is
// overdue today, the due date with its explanation and its calendar file, and values that only newer software knows.

import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { fill, heading, press, signIn } from "../../kit/citizen";
import { createDossier, decideDossier, registerAndSignIn } from "../../kit/api_setup";
import { expectNoHorizontalOverflow } from "../../kit/accessibility";
import { expect, test } from "../../kit/test";

const DAY_SECONDS = 24 * 3600;
const lead = (page: Page) => page.locator(".dossier-status__lead");

test("one dossier walks through the tabs, and its page always says what happens and what to do", async ({ page, person }) => {
  test.setTimeout(120_000);
  await registerAndSignIn(page, person);
  const { code } = await createDossier(page, person);
  const stands = async (tab: string, sentence: RegExp, stage: string) => {
    await page.goto(`/dossiers?tab=${tab}`);
    await expect(page.locator(".dossier-cards").getByText(code)).toBeVisible();
    await page.goto(`/dossiers/${code}`);
    await expect(lead(page)).toHaveText(sentence);
    await expect(page.locator(".stages [aria-current=step] .stages__name")).toContainText(stage);
  };
  await stands("new", /đang chờ Bộ phận Một cửa.*Bạn chưa phải làm gì/, "Gửi hồ sơ");
  await decideDossier(page, code, "Tiếp nhận");
  await stands("processing", /đang chờ Bộ phận Một cửa/, "Tiếp nhận");
  await decideDossier(page, code, "Yêu cầu bổ sung", "Thiếu giấy báo tử");
  await stands("supplement", /chờ bạn bổ sung/, "Tiếp nhận");
  await expect(page.getByText("Thiếu giấy báo tử").first()).toBeVisible();
  await page.goto("/dossiers?tab=new");
  await expect(page.getByRole("region", { name: "Hồ sơ đang chờ bạn" }).getByText(code)).toBeVisible();
  await decideDossier(page, code, "Quá hạn bổ sung");
  await stands("paused", /đang dừng xử lý/, "Tiếp nhận");
  await decideDossier(page, code, "Tiếp tục xử lý");
  await stands("processing", /đang chờ Bộ phận chuyên môn/, "Xử lý");
  await decideDossier(page, code, "Yêu cầu nghĩa vụ tài chính");
  await stands("obligation", /chờ bạn nộp tiền/, "Xử lý");
  await decideDossier(page, code, "Đã thanh toán");
  await decideDossier(page, code, "Yêu cầu nộp phí");
  await stands("payment", /chờ bạn nộp tiền/, "Xử lý");
  await decideDossier(page, code, "Đã thanh toán");
  await decideDossier(page, code, "Có kết quả");
  await stands("processed", /Hãy đến Bộ phận Một cửa.*để nhận/, "Có kết quả");
  await expectNoHorizontalOverflow(page);
  await decideDossier(page, code, "Trả kết quả");
  await page.goto("/dossiers?tab=returned");
  await expect(page.locator(".dossier-cards").getByText(code)).toBeVisible();
  await page.goto(`/dossiers/${code}`);
  await expect(lead(page)).toHaveText(/Hồ sơ này đã hoàn thành/);
  await expect(page.locator(".stages__stage--done")).toHaveCount(5);
  await expect(page.getByRole("heading", { name: "Hồ sơ đang bị chậm" })).toHaveCount(0);
});

test.describe("with a clock of its own", () => {
  test.use({ ownBackend: true });

  test("a step that is overdue today says so today: on the page, in the list, and in the look-up by the receipt's address", async ({ page, person, backend }) => {
    await registerAndSignIn(page, person);
    const { code } = await createDossier(page, person);
    await page.goto(`/dossiers/${code}`);
    await expect(lead(page)).toHaveText(/Hẹn trả kết quả ngày/);
    await expect(page.getByText("Hồ sơ đang bị chậm")).toHaveCount(0);
    await backend.advanceClock(9 * DAY_SECONDS);
    await page.context().clearCookies();
    await signIn(page, person);
    await page.goto("/dossiers?tab=new");
    await expect(page.locator(".dossier-cards").getByText("Quá hạn", { exact: true })).toBeVisible();
    await page.getByRole("link", { name: /trích lục/i }).first().click();
    await expect(page.getByText("Hồ sơ đang bị chậm")).toBeVisible();
    await expect(page.getByText(/Đang chậm tại Bộ phận Một cửa/)).toBeVisible();
    await expect(lead(page)).toHaveText(/Đã quá ngày hẹn trả kết quả/);

    await page.context().clearCookies();
    await page.goto(`/look-up#${code}`);
    await expect(page.getByRole("textbox", { name: "Mã hồ sơ" })).toHaveValue(code);
    await fill(page, "Số điện thoại hoặc số CCCD của người nộp", person.phone);
    await press(page, "Tra cứu");
    await expect(page.getByText("Hồ sơ đang bị chậm")).toBeVisible();
    await expect(page.locator("dl > div").filter({ hasText: "Đang chờ" })).toContainText("Bộ phận Một cửa");
    await expect(page.getByText(person.name)).toHaveCount(0);
  });
});

test("the due date explains itself, goes into a calendar, and the receipt becomes a picture", async ({ page, person }) => {
  await registerAndSignIn(page, person);
  const { code } = await createDossier(page, person);
  await page.goto(`/dossiers/${code}`);
  await page.getByText("Vì sao là ngày này?").click();
  await expect(page.locator("dl > div").filter({ hasText: "Thời hạn của thủ tục" })).toBeVisible();
  await expect(page.locator("dl > div").filter({ hasText: "Tính từ" })).toContainText(/\d\d:\d\d/);
  const download = page.waitForEvent("download");
  await press(page, "Thêm vào lịch của máy");
  const file = await download;
  expect(file.suggestedFilename()).toBe(`${code}.ics`);
  const text = await readFile(await file.path(), "utf8");
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*DTSTART;VALUE=DATE:\d{8}\r\n[^]*END:VCALENDAR\r\n$/);
  expect(text.replaceAll("\r\n ", "")).toContain(code);
  await expect(page.getByText(/Đang tải tệp lịch/)).toBeVisible();

  await page.goto(`/dossiers/${code}/receipt`);
  const picture = page.waitForEvent("download");
  await press(page, "Lưu giấy xác nhận thành ảnh");
  expect((await picture).suggestedFilename()).toBe(`giay-xac-nhan-${code}.png`);
  const image = page.getByRole("img", { name: "Ảnh giấy xác nhận của hồ sơ này." });
  await expect(image).toBeVisible();
  expect(await image.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1080);
});

test("what the app doesn't know is shown as it came, a long history in portions, and a removed dossier leads back", async ({ page, person, browserErrors }) => {
  browserErrors.allowStatuses(404);
  await registerAndSignIn(page, person);
  const { code } = await createDossier(page, person);
  let change: (dossier: Record<string, unknown>) => object = (dossier) => dossier;
  let isRemoved = false;
  await page.route(`**/api/dossiers/${code}`, async (route) => {
    if (isRemoved) return route.fulfill({ status: 404, contentType: "application/problem+json", json: { type: "about:blank", title: "Not found", status: 404, code: "not_found" } });
    const response = await route.fetch();
    return route.fulfill({ json: change((await response.json()) as Record<string, unknown>) });
  });
  change = (dossier) => ({
    ...dossier,
    status: 11,
    tab: "archived",
    waiting_for: { party: "court", name: "Tòa án nhân dân" },
    stuck: [{ office: "Tòa án nhân dân", since: "2020-01-02" }],
    due: { from: "2026-11-22T10:20:00+09:00", time: { amount: 2, unit: "moon" }, first_due_on: "soon", pauses: [{ status: 12, from: "2026-11-23" }] },
    due_on: "2020-01-02",
    history: [],
  });
  await page.goto(`/dossiers/${code}`);
  await expect(page.getByText("11", { exact: true })).toBeVisible();
  await expect(page.getByText("archived")).toBeVisible();
  await expect(lead(page)).toHaveText(/Đã quá ngày hẹn trả kết quả \(02\/01\/2020\)/);
  await expect(page.getByText("Cơ quan chưa ghi bước nào.")).toBeVisible();
  await page.getByText("Vì sao là ngày này?").click();
  await expect(page.getByText("2 moon")).toBeVisible();
  await expect(page.getByText("08:20, 22/11/2026")).toBeVisible();
  await expectNoHorizontalOverflow(page);

  // Closed for a reason that only newer software knows.
  change = (dossier) => ({ ...dossier, status: 11, tab: "closed", waiting_for: { party: "nobody" }, due_on: "2020-01-02", history: [] });
  await page.reload();
  await expect(page.getByText("Cơ quan chưa ghi bước nào.")).toBeVisible();
  await expect(lead(page)).toHaveText("");
  await expect(page.locator(".way__stage--never")).toHaveCount(0);

  const step = (number: number) => ({ at: "2026-11-22T01:20:00Z", status: 4, action: `Bước ${number}`, office: "Văn phòng", by: number % 2 ? "robot" : "citizen" });
  change = (dossier) => ({ ...dossier, history: Array.from({ length: 2000 }, (_, index) => step(2000 - index)) });
  await page.reload();
  await expect(page.locator(".timeline__entry")).toHaveCount(30);
  await press(page, "Xem các bước trước (còn 1970)");
  await expect(page.locator(".timeline__entry")).toHaveCount(130);
  await expect(page.getByText("Bước 1871", { exact: true })).toBeAttached();

  isRemoved = true;
  await press(page, "Làm mới");
  await expect(page.getByText("Không còn hồ sơ này trong tài khoản của bạn.")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Hồ sơ của tôi" }).click();
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
});
