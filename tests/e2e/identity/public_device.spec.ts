// «Máy dùng chung»: nothing is kept on the device, and nobody stays signed in who has walked away.

import { heading, press, type } from "../../kit/citizen";
import { COPY, drafted, signedIn } from "../../kit/prepared";
import { kept, line } from "../../kit/session";
import { expect, test } from "../../kit/test";

const OWNER = "Họ, chữ đệm, tên của chủ hồ sơ";

test.use({ alone: true });
test.beforeEach(async ({ page, person, watch }) => {
  watch.allowOutage();
  await signedIn(page, person);
  const shared = await page.request.patch("/api/session", {
    headers: { "Motcua-Request": "1" },
    data: { shared_device: true },
  });
  expect(shared.status()).toBe(200);
});

test("what isn't sent yet stands in the page alone, and the page says so", async ({ page }) => {
  await page.clock.install();
  const { id } = await drafted(page, COPY);
  await page.goto(`/drafts/${id}/form/1`);
  await expect(page.getByRole("textbox", { name: OWNER })).toBeVisible();
  await page.route(`**/api/drafts/${id}`, (route) => route.abort());
  await type(page, OWNER, "Trần Văn Riêng");
  await expect(page.getByText("nội dung chưa gửi chỉ nằm tạm trong trang này")).toBeVisible();
  expect(await kept(page)).toEqual({ tab: {}, device: {}, caches: [], history: null });
  await page.unroute(`**/api/drafts/${id}`);
  // So long the app waits between two tries.
  await page.clock.runFor(5_000);
  await expect(page.getByText(/^Đã lưu lúc \d\d:\d\d/)).toBeVisible();
});

test("after five minutes without anybody it signs out, having said so before", async ({ page, person, backend }) => {
  await page.clock.install();
  const { id } = await drafted(page, COPY);
  // What the account knows is filled in and saved: from then on nobody is there.
  const filledIn = page.waitForResponse((answer) => answer.request().method() === "PATCH");
  await page.goto(`/drafts/${id}/form/1`);
  await expect(page.getByRole("textbox", { name: OWNER })).toHaveValue(person.name);
  await filledIn;
  await backend.later(210);
  await page.clock.fastForward("03:30");
  await expect(line(page)).toContainText("Đây là máy dùng chung");
  await backend.later(120);
  await page.clock.fastForward("02:00");
  await expect(line(page)).toContainText("Đã tự đăng xuất");
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  await expect(page.locator("body")).not.toContainText(person.name);
  await expect.poll(async () => (await kept(page)).tab).toEqual({});
});

test("signing out leaves nothing behind", async ({ page }) => {
  await page.goto("/dossiers?tab=new");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  await press(page, "Đăng xuất");
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  await expect.poll(() => kept(page)).toEqual({ tab: {}, device: {}, caches: [], history: null });
});
