// What a session left open must not do: it asks for a code on a sheet first, and then does it by itself.

import { press } from "../../kit/citizen";
import { otherDevice } from "../../kit/other_device";
import { signedIn } from "../../kit/prepared";
import { confirmOn } from "../../kit/session";
import { expect, test } from "../../kit/test";

test.use({ alone: true });

test("a device is signed out only after a code, when the sign-in is long ago", async ({ page, person, browser, backend, watch }) => {
  watch.allowRefusals(403);
  await signedIn(page, person);
  const device = await otherDevice(browser, backend, person);
  await backend.later(16 * 60);
  await page.goto("/account/devices");
  const cards = page.getByRole("main").getByRole("listitem");
  await expect(cards).toHaveCount(2);
  const proof = page.getByRole("dialog", { name: "Xác nhận lại để làm tiếp" });
  const signOut = page.getByRole("main").getByRole("button", { name: /^Đăng xuất (?!khỏi)/ });
  await signOut.click();
  await expect(proof.getByText("Bạn đăng nhập đã lâu")).toBeVisible();
  await proof.getByRole("button", { name: "Để sau" }).first().click();
  await expect(page.getByText("Chưa làm được việc này")).toBeVisible();
  await expect(cards).toHaveCount(2);
  await signOut.click();
  await confirmOn(proof, person);
  await expect(page.getByText("Đã đăng xuất thiết bị đó.")).toBeVisible();
  await expect(cards).toHaveCount(1);
  expect(await (await device.request.get("/api/session")).json()).toBeNull();
  await device.close();
  // Proved a moment ago: nothing is asked again.
  await press(page, "Đăng xuất khỏi mọi thiết bị");
  await page.getByRole("dialog").getByRole("button", { name: "Đăng xuất khỏi mọi thiết bị" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
});
