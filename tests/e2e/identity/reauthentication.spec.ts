// If the citizen signed in long ago, a sensitive action requires a one-time code first. After the code is confirmed,
// the action continues automatically.

import { press } from "../../kit/citizen";
import { signInOnOtherDevice } from "../../kit/other_device";
import { registerAndSignIn } from "../../kit/api_setup";
import { confirmCodeIn } from "../../kit/session";
import { expect, test } from "../../kit/test";

test.use({ ownBackend: true });

test("signing out a device requires a code if the last sign-in was long ago", async ({ page, person, browser, backend, browserErrors }) => {
  browserErrors.allowStatuses(403);
  await registerAndSignIn(page, person);
  const device = await signInOnOtherDevice(browser, backend, person);
  await backend.advanceClock(16 * 60);
  await page.goto("/account/devices");
  const cards = page.getByRole("main").getByRole("listitem");
  await expect(cards).toHaveCount(2);
  const codeDialog = page.getByRole("dialog", { name: "Xác nhận lại để làm tiếp" });
  const signOut = page.getByRole("main").getByRole("button", { name: /^Đăng xuất (?!khỏi)/ });
  await signOut.click();
  await expect(codeDialog.getByText("Bạn đăng nhập đã lâu")).toBeVisible();
  await codeDialog.getByRole("button", { name: "Để sau" }).first().click();
  await expect(page.getByText("Chưa làm được việc này")).toBeVisible();
  await expect(cards).toHaveCount(2);
  await signOut.click();
  await confirmCodeIn(codeDialog, person);
  await expect(page.getByText("Đã đăng xuất thiết bị đó.")).toBeVisible();
  await expect(cards).toHaveCount(1);
  expect(await (await device.request.get("/api/session")).json()).toBeNull();
  await device.close();
  // The citizen has confirmed a code just now, so the next sensitive action requires no second code.
  await press(page, "Đăng xuất khỏi mọi thiết bị");
  await page.getByRole("dialog").getByRole("button", { name: "Đăng xuất khỏi mọi thiết bị" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
});
