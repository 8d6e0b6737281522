// The whole journey of a citizen in one test: registers, finds «Đăng ký khai sinh» (birth registration), files it with
// a photo, gets the receipt, and sees the new status after the office has accepted the dossier.

import {
  attachFile, chooseDelivery, continueTo, declineOptionalComponents, fillBirthForm, findProcedure, follow, heading,
  register, sendDossier, startDraft,
} from "../../kit/citizen";
import { jpegPhoto } from "../../kit/files";
import { decideAtDesk } from "../../kit/officer";
import { expect, test } from "../../kit/test";

test("a new citizen registers, files a dossier and sees it accepted", { tag: "@desktop" }, async ({ page, person }) => {
  test.setTimeout(120_000);
  await register(page, person);
  await findProcedure(page, "khai sinh", "Đăng ký khai sinh");
  await startDraft(page);
  await fillBirthForm(page);
  const photo = await jpegPhoto(page);
  expect(photo.buffer.length).toBeGreaterThan(500_000);
  await attachFile(page, "Giấy chứng sinh; không có thì", photo);
  await declineOptionalComponents(page);
  await continueTo(page, "Chọn hình thức nhận kết quả");
  await chooseDelivery(page, "Trực tuyến");
  const code = await sendDossier(page);
  await follow(page, "Hồ sơ của tôi");
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  await expect(page.getByText(code)).toBeVisible();
  await decideAtDesk(page, code, "Tiếp nhận");
  await page.goto("/dossiers?tab=processing");
  await expect(page.getByText(code)).toBeVisible();
});
