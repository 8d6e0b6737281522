// Lines and browsers that lack something: a proxy that lets only GET and POST through, and browsers without dialogs or
// printing, such as those inside other apps.

import { chooseFiles, componentCard, fill, follow, heading, press } from "../../kit/citizen";
import { pdfFile } from "../../kit/files";
import { BIRTH_PROCEDURE, createDraft, registerAndSignIn } from "../../kit/api_setup";
import { expect, test } from "../../kit/test";

const COMPONENT = "Văn bản ủy quyền";

test("behind a proxy that blocks PATCH, HEAD and DELETE, answers are saved and files arrive and go", async ({ page, person, browserErrors }) => {
  browserErrors.allowStatuses(405);
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, BIRTH_PROCEDURE, { requester_relation: "Người được ủy quyền" });
  await page.route("**/api/**", (route) =>
    ["PATCH", "HEAD", "DELETE"].includes(route.request().method())
      ? route.fulfill({ status: 405, contentType: "text/html", body: "<h1>Method Not Allowed</h1>" })
      : route.continue());
  await page.goto(`/drafts/${id}/form/2`);
  await fill(page, "Họ, chữ đệm, tên của người được khai sinh", "Trần Minh Thử");
  await expect(page.getByText(/^Đã lưu lúc \d\d:\d\d/)).toBeVisible();
  await page.goto(`/drafts/${id}/attachments`);
  const card = componentCard(page, COMPONENT);
  await chooseFiles(page, COMPONENT, pdfFile());
  await expect(card.getByText("Cơ quan đã nhận")).toBeVisible();
  await card.getByRole("button", { name: /^Xóa/ }).click();
  await press(page, "Xóa");
  await expect(card.getByText("Cơ quan đã nhận")).toBeHidden();
});

test("a browser without dialogs still asks before it removes a file", async ({ page, person }) => {
  await page.addInitScript(() => {
    const { prototype } = HTMLDialogElement as unknown as { prototype: Record<string, unknown> };
    delete prototype.showModal;
    delete prototype.close;
  });
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, BIRTH_PROCEDURE, { requester_relation: "Người được ủy quyền" });
  await page.goto(`/drafts/${id}/attachments`);
  await expect(heading(page, "Đính kèm thành phần hồ sơ")).toBeVisible();
  const card = componentCard(page, COMPONENT);
  await chooseFiles(page, COMPONENT, pdfFile());
  await expect(card.getByText("Cơ quan đã nhận")).toBeVisible();
  const remove = card.getByRole("button", { name: /^Xóa/ });
  const dialog = page.getByRole("dialog", { name: "Xóa tệp này?" });
  await remove.click();
  await expect(dialog).toBeFocused();
  await dialog.getByRole("button", { name: "Giữ lại" }).click();
  await expect(dialog).toBeHidden();
  await expect(remove).toBeFocused();
  await remove.click();
  await dialog.getByRole("button", { name: "Xóa", exact: true }).click();
  await expect(card.getByText("Cơ quan đã nhận")).toBeHidden();
});

test("a browser that can't print says so, and what helps", async ({ page }) => {
  await page.addInitScript(() => Object.assign(window, { print: undefined }));
  await page.goto(`/procedures/${BIRTH_PROCEDURE}`);
  await follow(page, "Nộp hồ sơ");
  await press(page, "In danh sách");
  await expect(page.getByText(/^Trình duyệt này không in được\. Hãy chụp màn hình/)).toBeVisible();
});
