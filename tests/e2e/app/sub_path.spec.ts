// The app works under any sub-path without being built again. In these tests it runs under `/portal/`, behind a reverse
// proxy that removes this prefix.

import { attachFile, follow, heading } from "../../kit/citizen";
import { jpegPhoto } from "../../kit/files";
import { BIRTH_PROCEDURE, createDraft, registerAndSignIn } from "../../kit/api_setup";
import { serveUnderSubPath } from "../../kit/reverse_proxy";
import { expect, test } from "../../kit/test";

test("a photo is uploaded and every URL stays under the sub-path", async ({ page, person, backend }) => {
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
  const photo = await jpegPhoto(page);
  const proxy = await serveUnderSubPath(backend.origin);
  await page.goto(`${proxy.origin}/portal/drafts/${id}/attachments`);
  await attachFile(page, "Giấy chứng sinh; không có thì", photo);
  await follow(page, "Hồ sơ của tôi");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  await expect(page).toHaveURL(/\/portal\/dossiers\?tab=new$/);
  await page.reload();
  await expect(page.getByRole("link", { name: "Đăng ký khai sinh" })).toBeVisible();
  await page.goto(`${proxy.origin}/portal/procedures?q=ket+hon`);
  await expect(page.getByRole("heading", { level: 3 }).first()).toHaveText("Đăng ký kết hôn");
  await page.goto("about:blank");
  await proxy.stop();
});
