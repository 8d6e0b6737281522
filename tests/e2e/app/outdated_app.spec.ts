// A page that was open during an upgrade of the portal may be older than the backend. The backend's version of the contract
// shows it.

import { heading } from "../../kit/citizen";
import { expect, test } from "../../kit/test";

for (const { version, isOutdated } of [
  { version: "1.3", isOutdated: false },
  { version: "2", isOutdated: true },
]) {
  test(`a backend with version ${version} of the contract ${isOutdated ? "asks for a reload" : "is used as it is"}`, async ({
    page,
  }) => {
    await page.route("**/api/portal", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), contract: version } });
    });
    const portal = page.waitForResponse("**/api/portal");
    await page.goto("/procedures");
    await portal;
    await expect(heading(page, "Dịch vụ công trực tuyến")).toBeVisible();
    await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();
    const notice = page.getByRole("alert").filter({ hasText: "Cổng vừa được nâng cấp" });
    await expect(notice).toHaveCount(isOutdated ? 1 : 0);
    if (!isOutdated) return;
    await page.unroute("**/api/portal");
    await notice.getByRole("button", { name: "Tải lại" }).click();
    await expect(heading(page, "Dịch vụ công trực tuyến")).toBeVisible();
    await expect(notice).toHaveCount(0);
  });
}
