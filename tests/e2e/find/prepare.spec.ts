// The page that prepares the citizen for filing (R4.20–R4.22): it lists the components that the dossier requires, and
// asks for whom the dossier is.

import { readFile } from "node:fs/promises";

import { follow, heading, startDraft } from "../../kit/citizen";
import { BIRTH_PROCEDURE, registerAndSignIn } from "../../kit/api_setup";
import { expect, test } from "../../kit/test";

test("components are ticked off, remembered, and saved as an image", async ({ page }) => {
  await page.goto(`/procedures/${BIRTH_PROCEDURE}`);
  await follow(page, "Nộp hồ sơ");
  await expect(heading(page, "Chuẩn bị hồ sơ")).toBeVisible();
  const component = page.getByRole("checkbox", { name: /Giấy chứng sinh; không có thì/ });
  await component.check();
  await page.reload();
  await expect(component).toBeChecked();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Lưu thành ảnh" }).click();
  const image = await download;
  expect(image.suggestedFilename()).toMatch(/^giay-to-.*\.png$/);
  const bytes = await readFile(await image.path());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(bytes.length).toBeGreaterThan(10_000);
  // Nothing tells whether the browser has saved the picture, so the page shows it too and claims nothing.
  await expect(page.getByText(/^Đang tải ảnh về.* nhấn giữ ảnh dưới đây/)).toBeVisible();
  await expect(page.getByRole("img", { name: "Ảnh của danh sách giấy tờ" })).toBeVisible();
});

test("a form filled in for another person isn't prefilled with account data", async ({ page, person }) => {
  await registerAndSignIn(page, person);
  const name = page.getByRole("textbox", { name: "Họ, chữ đệm, tên của người yêu cầu" });
  await page.goto(`/procedures/${BIRTH_PROCEDURE}`);
  await startDraft(page);
  await expect(name).toHaveValue(person.name);
  await page.goto(`/procedures/${BIRTH_PROCEDURE}/prepare`);
  await page.getByRole("radio", { name: "Tôi nộp giúp người khác" }).check();
  await page.goto(`/procedures/${BIRTH_PROCEDURE}`);
  await startDraft(page);
  await expect(name).toHaveValue("");
});
