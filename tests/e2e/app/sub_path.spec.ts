// One build serves any sub-path: the app is opened, files a photo and goes on under `/portal/`, behind a server that
// cuts the path off.

import { attach, follow, heading } from "../../kit/citizen";
import { photo } from "../../kit/files";
import { BIRTH, drafted, signedIn } from "../../kit/prepared";
import { underSubPath } from "../../kit/sites";
import { expect, test } from "../../kit/test";

test("a photo is held and every address stays under the sub-path", async ({ page, person, backend }) => {
  await signedIn(page, person);
  const { id } = await drafted(page, BIRTH);
  const chosen = await photo(page);
  const site = await underSubPath(backend.origin);
  await page.goto(`${site.origin}/portal/drafts/${id}/attachments`);
  await attach(page, "Giấy chứng sinh; không có thì", chosen);
  await follow(page, "Hồ sơ của tôi");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  await expect(page).toHaveURL(/\/portal\/dossiers\?tab=new$/);
  await page.reload();
  await expect(page.getByRole("link", { name: "Đăng ký khai sinh" })).toBeVisible();
  await page.goto(`${site.origin}/portal/procedures?q=ket+hon`);
  await expect(page.getByRole("heading", { level: 3 }).first()).toHaveText("Đăng ký kết hôn");
  await page.goto("about:blank");
  await site.end();
});
