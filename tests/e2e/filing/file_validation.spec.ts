// Invalid files: the row of each file shows what is wrong with it and what the citizen can do. The app doesn't upload
// such a file.

import { chooseFiles, componentCard, heading } from "../../kit/citizen";
import {
  emptyFile, fileWithLongName, fileWithPathInName, heicPhoto, lockedPdf, oversizedFile, pdfFile, pngFile, pngNamedPdf,
  truncatedPhoto, zeroedPdf,
} from "../../kit/files";
import { BIRTH_PROCEDURE, createDraft, registerAndSignIn } from "../../kit/api_setup";
import { expectNoHorizontalOverflow } from "../../kit/accessibility";
import { expect, test } from "../../kit/test";

const COMPONENT = "Văn bản ủy quyền";

test.beforeEach(async ({ page, person }) => {
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, BIRTH_PROCEDURE, { requester_relation: "Người được ủy quyền" });
  await page.goto(`/drafts/${id}/attachments`);
  await expect(heading(page, "Đính kèm thành phần hồ sơ")).toBeVisible();
});

test("an invalid file is rejected with the reason and isn't uploaded", async ({ page }) => {
  const program = { ...pdfFile("Chương trình.exe"), mimeType: "application/octet-stream", buffer: Buffer.from("MZ…") };
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/uploads")) sent.push(request.url());
  });
  const card = componentCard(page, COMPONENT);
  for (const [description, file, message] of [
    ["an empty file", emptyFile(), "Tệp này rỗng"],
    ["a file over the size limit", await oversizedFile(page), "Tệp nặng hơn mức cho phép một chút: chỉ nhận tệp đến 10 MB."],
    ["a PDF with a password", lockedPdf(), "Tệp PDF này bị khóa bằng mật khẩu"],
    ["a PDF of zeros", zeroedPdf(), "Tệp này bị đứt, thiếu phần cuối"],
    ["a photo that was cut off", await truncatedPhoto(page), "Tệp này bị đứt, thiếu phần cuối"],
    ["a HEIC photo", heicPhoto(), "chọn «Tương thích nhất» rồi chụp lại"],
    ["a program", program, "Tệp này không phải ảnh JPG, PNG hay PDF"],
  ] as const) {
    await test.step(description, async () => {
      await chooseFiles(page, COMPONENT, file);
      await expect(card.getByText(message)).toBeVisible();
      await expect(card.getByText("Chưa đính kèm được")).toBeVisible();
      await expectNoHorizontalOverflow(page);
      await card.getByRole("button", { name: /^Bỏ khỏi danh sách/ }).click();
      await expect(card.getByText(message)).toBeHidden();
    });
  }
  expect(sent).toEqual([]);
});

test("a good picture under another ending is taken, and its name mended", async ({ page }) => {
  const card = componentCard(page, COMPONENT);
  await chooseFiles(page, COMPONENT, pngNamedPdf());
  await expect(card.getByText("Cơ quan đã nhận")).toHaveCount(1);
  await expect(card.getByText("Ảnh đội tên.png").first()).toBeVisible();
  await page.reload();
  await expect(card.getByRole("button", { name: "Xóa Ảnh đội tên.png", exact: true })).toBeVisible();
});

test("a file name loses its folders and may have two hundred Vietnamese letters", async ({ page }) => {
  const card = componentCard(page, COMPONENT);
  await chooseFiles(page, COMPONENT, fileWithPathInName());
  await expect(card.getByText("Cơ quan đã nhận")).toHaveCount(1);
  await chooseFiles(page, COMPONENT, fileWithLongName());
  await expect(card.getByText("Cơ quan đã nhận")).toHaveCount(2);
  await page.reload();
  await expect(card.getByRole("button", { name: "Xóa Giấy ra viện.pdf", exact: true })).toBeVisible();
  await expect(card.getByRole("button", { name: `Xóa ${fileWithLongName().name}`, exact: true })).toBeVisible();
  await expectNoHorizontalOverflow(page);
});

test("a valid file is uploaded although another one is invalid", async ({ page }) => {
  await chooseFiles(page, COMPONENT, [emptyFile(), pngFile()]);
  await expect(componentCard(page, COMPONENT).getByText("Cơ quan đã nhận")).toBeVisible();
  await expect(componentCard(page, COMPONENT).getByText("Tệp này rỗng")).toBeVisible();
});

test("of more files than a component may have, the first ones are taken, and the rest is refused in true numbers", async ({ page }) => {
  // A refused file takes no place.
  await chooseFiles(page, COMPONENT, emptyFile());
  await expect(componentCard(page, COMPONENT).getByText("Tệp này rỗng")).toBeVisible();
  const eleven = Array.from({ length: 11 }, (_, index) => pdfFile(`Trang ${index + 1}.pdf`));
  await chooseFiles(page, COMPONENT, eleven);
  await expect(page.getByLabel(COMPONENT)).toHaveAccessibleDescription(/Đã lấy 10 tệp đầu trong 11 tệp bạn chọn/);
  await expect(componentCard(page, COMPONENT).getByText("Trang 10.pdf").first()).toBeVisible();
  await expect(componentCard(page, COMPONENT).getByText("Trang 11.pdf")).toHaveCount(0);
  await chooseFiles(page, COMPONENT, pdfFile("Trang 11.pdf"));
  await expect(page.getByLabel(COMPONENT)).toHaveAccessibleDescription(/Mục này đã đủ 10 tệp/);
  await expectNoHorizontalOverflow(page);
});
