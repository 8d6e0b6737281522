// What has happened to a dossier reaches the citizen: on open pages by itself, in «Thông báo», and by e-mail.

import type { Page } from "@playwright/test";

import { enterCode, enterPassword, fill, follow, heading, press } from "../../kit/citizen";
import { createDossier, decideDossier, registerAndSignIn } from "../../kit/api_setup";
import { expectNoHorizontalOverflow } from "../../kit/accessibility";
import { waitForHeader } from "../../kit/chunks";
import { expect, test } from "../../kit/test";

const bell = (page: Page) => page.getByRole("banner").getByRole("link", { name: /^Thông báo/ });

test.beforeEach(async ({ page, person }) => registerAndSignIn(page, person));

test("a new state appears on open pages by itself, and «Thông báo» tells what happened", async ({ page, person }) => {
  const { code } = await createDossier(page, person);
  await page.goto(`/dossiers/${code}`);
  await expect(page.getByText("Mới đăng ký").first()).toBeVisible();
  await expect(bell(page)).toHaveText(/1$/);
  await decideDossier(page, code, "Tiếp nhận");
  await expect(page.getByText("Được tiếp nhận").first()).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Hồ sơ có trạng thái mới: Được tiếp nhận" })).toHaveCount(1);
  // It is announced once: nothing else that shows the status is a live region.
  await expect(page.locator("[aria-live], [role=alert], [role=status]").filter({ hasText: "Được tiếp nhận" })).toHaveCount(1);
  await expect(bell(page)).toHaveText(/2$/);
  // The list of another tab of the browser.
  const list = await page.context().newPage();
  await list.goto("/dossiers?tab=processing");
  const card = list.locator(".dossier-card__code").filter({ hasText: code });
  await expect(card).toBeVisible();
  await decideDossier(page, code, "Yêu cầu bổ sung", "Thiếu giấy của bà Lan");
  await expect(card).toHaveCount(0);
  await expect(list.getByRole("region", { name: "Hồ sơ đang chờ bạn" }).getByText(code)).toBeVisible();
  const announced = list.getByRole("status").filter({ hasText: `Hồ sơ ${code} có trạng thái mới: Yêu cầu bổ sung giấy tờ.` });
  await expect(announced).toHaveCount(1);
  await expect(list.getByText("Đã lấy tình trạng mới nhất.")).toHaveCount(0);
  await press(list, "Làm mới");
  await expect(list.getByText("Đã lấy tình trạng mới nhất.")).toBeVisible();
  await list.close();
  await bell(page).click();
  await expect(heading(page, "Thông báo")).toBeVisible();
  await expect(page.getByRole("listitem")).toHaveCount(3);
  await expect(page.getByText("Mới", { exact: true })).toHaveCount(3);
  await expect(page.getByText("Thiếu giấy")).toHaveCount(0);
  await expectNoHorizontalOverflow(page);
  // What was shown is read.
  await expect(bell(page)).not.toHaveText(/\d/);
  // A further notice arrives while the page is open.
  await decideDossier(page, code, "Quá hạn bổ sung");
  await expect(page.getByRole("listitem")).toHaveCount(4);
  await expect(page.getByRole("status").filter({ hasText: "Hồ sơ tạm dừng xử lý" })).toHaveCount(1);
  await follow(page, "Cần bổ sung hồ sơ");
  await expect(page).toHaveURL(new RegExp(`/dossiers/${code}$`));
  await expect(page.getByText("Thiếu giấy của bà Lan").first()).toBeVisible();
});

test("a backend without events is asked from time to time", async ({ page, person }) => {
  const { code } = await createDossier(page, person);
  await page.route("**/api/portal", async (route) => {
    const response = await route.fetch();
    const portal = (await response.json()) as { parts: object };
    await route.fulfill({ response, json: { ...portal, parts: { ...portal.parts, events: false } } });
  });
  await page.clock.install();
  await page.goto(`/dossiers/${code}`);
  await expect(page.getByText("Mới đăng ký").first()).toBeVisible();
  await waitForHeader(page);
  await decideDossier(page, code, "Tiếp nhận");
  await page.clock.fastForward(31_000);
  await expect(page.getByText("Được tiếp nhận").first()).toBeVisible();
});

test("an e-mail address is confirmed with a code, and its link leads through sign-in to the dossier", async ({ page, person }) => {
  const address = `thu.${person.phone}@example.vn`;
  type Email = { text: string; code: string | null };
  const emails = async () =>
    (await (await page.request.get(`/demo/emails.json?address=${address}`)).json()) as Email[];
  await page.goto("/account");
  await follow(page, "Cách nhận thông báo");
  await expect(heading(page, "Cách nhận thông báo")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Tin nhắn điện thoại (SMS)" })).toBeChecked();
  await page.getByRole("checkbox", { name: "Zalo" }).check();
  await expect(page.getByText("Đã lưu lựa chọn.")).toBeVisible();
  await follow(page, "Thêm email");
  await fill(page, "Email mới", "thư@example");
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Gửi mã đến email mới");
  await expect(page.getByText("Email chưa đúng").first()).toBeVisible();
  await fill(page, "Email mới", address);
  await press(page, "Gửi mã đến email mới");
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
  await expect(page.getByText("t••@example.vn")).toBeVisible();
  await page.getByText("Không nhận được email?").click();
  await expect(page.getByText("Hãy xem cả hộp thư rác.")).toBeVisible();
  await expect(page.getByText(/Không nhận được tin nhắn|sóng điện thoại/)).toHaveCount(0);
  await fill(page, "Mã xác thực (OTP)", (await emails())[0]?.code ?? "");
  await press(page, "Xác nhận");
  await expect(page.getByText("Đã xác nhận email.")).toBeVisible();
  await expect(page.getByText("t••@example.vn").first()).toBeVisible();
  const { code } = await createDossier(page, person);
  await decideDossier(page, code, "Tiếp nhận");
  const text = (await emails())[0]?.text ?? "";
  expect(text).toContain(code);
  expect(text).not.toContain(person.name);
  const link = /https:\/\/localhost(\/dossiers\/\S+)/.exec(text)?.[1] ?? "";
  await page.context().clearCookies();
  await page.goto(link);
  await expect(heading(page, "Đăng nhập")).toBeVisible();
  await enterPassword(page, person.phone, person.password);
  await enterCode(page, person);
  await expect(page).toHaveURL(new RegExp(`/dossiers/${code}$`));
  await page.goto("/account/notices");
  await press(page, "Bỏ email");
  await page.getByRole("dialog").getByRole("button", { name: "Bỏ email" }).click();
  await expect(page.getByText("Đã bỏ email.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Thêm email" })).toBeVisible();
});
