// Files that can't be taken: each says at its row what is wrong and what to do, and none is sent.

import { chooseFile, heading, paperNamed } from "../../kit/citizen";
import { climbing, disguised, longNamed, nothing, paper, picture, tooLarge } from "../../kit/files";
import { BIRTH, drafted, signedIn } from "../../kit/prepared";
import { expectFits } from "../../kit/sound";
import { expect, test } from "../../kit/test";

const PAPER = "Văn bản ủy quyền";

test.beforeEach(async ({ page, person }) => {
  await signedIn(page, person);
  const { id } = await drafted(page, BIRTH, { requester_relation: "Người được ủy quyền" });
  await page.goto(`/drafts/${id}/attachments`);
  await expect(heading(page, "Đính kèm thành phần hồ sơ")).toBeVisible();
});

test("a file that can't be taken is refused with the reason, and isn't sent", async ({ page }) => {
  const program = { ...paper("Chương trình.exe"), mimeType: "application/octet-stream", buffer: Buffer.from("MZ…") };
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/uploads")) sent.push(request.url());
  });
  const row = paperNamed(page, PAPER);
  for (const [what, file, said] of [
    ["a file without a byte", nothing(), "Tệp này rỗng"],
    ["a file over the limit", tooLarge(), "Tệp nặng hơn mức cho phép một chút: chỉ nhận tệp đến 10 MB."],
    ["a PNG named .pdf", disguised(), /Tên tệp không khớp với nội dung: bên trong là .*PNG/i],
    ["a program", program, "Tệp này không phải ảnh JPG, PNG hay PDF"],
  ] as const) {
    await test.step(what, async () => {
      await chooseFile(page, PAPER, file);
      await expect(row.getByText(said)).toBeVisible();
      await expect(row.getByText("Chưa đính kèm được")).toBeVisible();
      await expectFits(page);
      await row.getByRole("button", { name: /^Bỏ khỏi danh sách/ }).click();
      await expect(row.getByText(said)).toBeHidden();
    });
  }
  expect(sent).toEqual([]);
});

test("the name of a file is kept without its folders, two hundred Vietnamese letters long too", async ({ page }) => {
  const row = paperNamed(page, PAPER);
  await chooseFile(page, PAPER, climbing());
  await expect(row.getByText("Cơ quan đã nhận")).toHaveCount(1);
  await chooseFile(page, PAPER, longNamed());
  await expect(row.getByText("Cơ quan đã nhận")).toHaveCount(2);
  await page.reload();
  await expect(row.getByRole("button", { name: "Xóa Giấy ra viện.pdf", exact: true })).toBeVisible();
  await expect(row.getByRole("button", { name: `Xóa ${longNamed().name}`, exact: true })).toBeVisible();
  await expectFits(page);
});

test("a good file beside a bad one is taken", async ({ page }) => {
  await chooseFile(page, PAPER, [nothing(), picture()]);
  await expect(paperNamed(page, PAPER).getByText("Cơ quan đã nhận")).toBeVisible();
  await expect(paperNamed(page, PAPER).getByText("Tệp này rỗng")).toBeVisible();
});

test("more files than a paper may have are refused at once", async ({ page }) => {
  const eleven = Array.from({ length: 11 }, (_, number) => paper(`Trang ${number + 1}.pdf`));
  await chooseFile(page, PAPER, eleven);
  await expect(page.getByLabel(PAPER)).toHaveAccessibleDescription(/Mục này đã đủ 10 tệp/);
  await expectFits(page);
});
