// Before a dossier is begun (R4.20–R4.22): what one needs, which papers, and whom it is for.

import { readFile } from "node:fs/promises";

import { beginDraft, follow, heading } from "../../kit/citizen";
import { BIRTH, signedIn } from "../../kit/prepared";
import { expect, test } from "../../kit/test";

test("the papers are ticked off, kept, and saved as a picture", async ({ page }) => {
  await page.goto(`/procedures/${BIRTH}`);
  await follow(page, "Nộp hồ sơ");
  await expect(heading(page, "Chuẩn bị hồ sơ")).toBeVisible();
  const paper = page.getByRole("checkbox", { name: /Giấy chứng sinh; không có thì/ });
  await paper.check();
  await page.reload();
  await expect(paper).toBeChecked();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Lưu thành ảnh" }).click();
  const picture = await saving;
  expect(picture.suggestedFilename()).toMatch(/^giay-to-.*\.png$/);
  const bytes = await readFile(await picture.path());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(bytes.length).toBeGreaterThan(10_000);
  await expect(page.getByText("Đã lưu ảnh vào mục tải xuống của máy.")).toBeVisible();
});

test("who files for somebody else begins with an empty declaration", async ({ page, person }) => {
  await signedIn(page, person);
  const name = page.getByRole("textbox", { name: "Họ, chữ đệm, tên của người yêu cầu" });
  await page.goto(`/procedures/${BIRTH}`);
  await beginDraft(page);
  await expect(name).toHaveValue(person.name);
  await page.goto(`/procedures/${BIRTH}/prepare`);
  await page.getByRole("radio", { name: "Tôi nộp giúp người khác" }).check();
  await page.goto(`/procedures/${BIRTH}`);
  await beginDraft(page);
  await expect(name).toHaveValue("");
});
