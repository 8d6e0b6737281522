// The request arrives and its answer is lost on the way: pressing again does nothing twice.

import type { Page, Route } from "@playwright/test";

import { pickPlace, press } from "../../kit/citizen";
import { BIRTH, readyToSend, signedIn } from "../../kit/prepared";
import { expect, test } from "../../kit/test";

test.beforeEach(async ({ page, person, watch }) => {
  watch.allowOutage();
  await signedIn(page, person);
});

/** Lets so many requests to an address through, and no answer back. */
async function loseAnswers(page: Page, address: string, times: number): Promise<void> {
  const lose = async (route: Route) => {
    await route.fetch();
    await route.abort("connectionreset");
  };
  await page.route(address, lose, { times });
}

const counted = (page: Page, count: number) =>
  page.getByRole("link", { name: new RegExp(`^Hồ sơ mới\\s*${count}$`) });

test("«Thêm mới» begins one draft, over a reload of the page too", async ({ page }) => {
  await page.goto(`/procedures/${BIRTH}/file`);
  await pickPlace(page);
  await loseAnswers(page, "**/api/drafts", 2);
  for (const again of [false, true]) {
    if (again) await page.reload();
    await expect(page.getByText(/Nơi nhận hồ sơ: .*Triệu Phong/)).toBeVisible();
    await press(page, "Thêm mới");
    await expect(page.getByRole("alert").filter({ hasText: "Chưa kết nối được với máy chủ" })).toBeVisible();
  }
  await press(page, "Thêm mới");
  await expect(page.getByText("Hồ sơ đã được lưu thành bản nháp")).toBeVisible();
  await page.goto("/dossiers?tab=new");
  await expect(counted(page, 1)).toBeVisible();
});

test("«Gửi hồ sơ» sends one dossier, pressed again as often as the answer gets lost", async ({ page, person }) => {
  const { id } = await readyToSend(page, person);
  await page.goto(`/drafts/${id}/review`);
  await loseAnswers(page, "**/submission", 2);
  for (let time = 1; time <= 2; time += 1) {
    const lost = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/submission"));
    await press(page, "Gửi hồ sơ");
    await lost;
    await expect(page.getByText(/^Chưa biết cơ quan đã nhận hay chưa/)).toBeVisible();
  }
  await press(page, "Gửi hồ sơ");
  await expect(page).toHaveURL(/\/receipt$/);
  await page.goto("/dossiers?tab=new");
  await expect(counted(page, 1)).toBeVisible();
});

test("a reload after the answer to «Gửi hồ sơ» got lost says that the draft may have been sent", async ({ page, person, watch }) => {
  watch.allowRefusals(404);
  const { id } = await readyToSend(page, person);
  await page.goto(`/drafts/${id}/review`);
  await loseAnswers(page, "**/submission", 1);
  await press(page, "Gửi hồ sơ");
  await expect(page.getByText(/^Chưa biết cơ quan đã nhận hay chưa/)).toBeVisible();
  await page.reload();
  await expect(page.getByText("Bản nháp này không còn: có thể đã gửi rồi.")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Hồ sơ của tôi" }).click();
  await expect(counted(page, 1)).toBeVisible();
});
