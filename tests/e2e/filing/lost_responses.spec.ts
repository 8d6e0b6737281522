// The backend handles a request, but its response is lost. When the citizen presses the button again, the backend
// doesn't repeat the action.

import type { Page, Route } from "@playwright/test";

import { press, selectPlace } from "../../kit/citizen";
import { BIRTH_PROCEDURE, createCompleteDraft, registerAndSignIn } from "../../kit/api_setup";
import { expect, test } from "../../kit/test";

test.beforeEach(async ({ page, person, browserErrors }) => {
  browserErrors.allowNetworkErrors();
  await registerAndSignIn(page, person);
});

/**
 * For the next `times` requests that match a URL pattern: forwards the request to the backend, but drops the response.
 */
async function loseResponses(page: Page, url: string, times: number): Promise<void> {
  const dropResponse = async (route: Route) => {
    await route.fetch();
    await route.abort("connectionreset");
  };
  await page.route(url, dropResponse, { times });
}

const newDossiersTab = (page: Page, count: number) =>
  page.getByRole("link", { name: new RegExp(`^Hồ sơ mới\\s*${count}$`) });

test("«Thêm mới» creates one draft if responses are lost, even after a reload", async ({ page }) => {
  await page.goto(`/procedures/${BIRTH_PROCEDURE}/file`);
  await selectPlace(page);
  await loseResponses(page, "**/api/drafts", 2);
  for (const reload of [false, true]) {
    if (reload) await page.reload();
    await expect(page.getByText(/Nơi nhận hồ sơ: .*Triệu Phong/)).toBeVisible();
    await press(page, "Thêm mới");
    await expect(page.getByRole("alert").filter({ hasText: "Chưa kết nối được với máy chủ" })).toBeVisible();
  }
  await press(page, "Thêm mới");
  await expect(page.getByText("Hồ sơ đã được lưu thành bản nháp")).toBeVisible();
  await page.goto("/dossiers?tab=new");
  await expect(newDossiersTab(page, 1)).toBeVisible();
});

test("«Gửi hồ sơ» sends one dossier, however often the response is lost", async ({ page, person }) => {
  const { id } = await createCompleteDraft(page, person);
  await page.goto(`/drafts/${id}/review`);
  await loseResponses(page, "**/submission", 2);
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const failedRequest = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/submission"));
    await press(page, "Gửi hồ sơ");
    await failedRequest;
    await expect(page.getByText(/^Chưa biết cơ quan đã nhận hay chưa/)).toBeVisible();
  }
  await press(page, "Gửi hồ sơ");
  await expect(page).toHaveURL(/\/receipt$/);
  await page.goto("/dossiers?tab=new");
  await expect(newDossiersTab(page, 1)).toBeVisible();
});

test("a reload after a lost response to «Gửi hồ sơ» brings the receipt", async ({ page, person, browserErrors }) => {
  browserErrors.allowStatuses(404);
  const { id } = await createCompleteDraft(page, person);
  await page.goto(`/drafts/${id}/review`);
  await loseResponses(page, "**/submission", 1);
  await press(page, "Gửi hồ sơ");
  await expect(page.getByText(/^Chưa biết cơ quan đã nhận hay chưa/)).toBeVisible();
  await page.reload();
  await expect(page).toHaveURL(/\/receipt$/);
  await page.goto("/dossiers?tab=new");
  await expect(newDossiersTab(page, 1)).toBeVisible();
});
