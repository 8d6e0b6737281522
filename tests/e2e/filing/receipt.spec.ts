// Step 5: the receipt. What the office holds, when it answers, what happens next; and it prints on one sheet.

import { createHash } from "node:crypto";

import { CODE, follow, heading, press, send } from "../../kit/citizen";
import { paper } from "../../kit/files";
import { BIRTH, readyToSend, sent, signedIn } from "../../kit/prepared";
import { expectSound } from "../../kit/sound";
import { expect, test } from "../../kit/test";

test.beforeEach(async ({ page, person }) => signedIn(page, person));

test("the receipt names code, due date, every file, and what happens next", async ({ page, person }) => {
  const file = paper("Giấy chứng sinh.pdf");
  const { id } = await readyToSend(page, person, BIRTH, file);
  await page.goto(`/drafts/${id}/review`);
  const code = await send(page);
  expect(code).toMatch(CODE);
  await expect(page).toHaveURL(new RegExp(`/dossiers/${code.replaceAll(".", "\\.")}/receipt$`));
  await expect(page.getByText("Giấy chứng sinh.pdf")).toBeVisible();
  const fingerprint = createHash("sha256").update(file.buffer).digest("hex").slice(0, 16);
  await expect(page.getByText(fingerprint)).toBeVisible();
  const row = (question: string) => page.locator("dl > div").filter({ hasText: question });
  await expect(row("Ngày hẹn trả kết quả")).toContainText(/\d\d\/\d\d\/\d{4}/);
  await expect(row("Gửi lúc")).toContainText(/\d\d:\d\d/);
  await expect(row("Người nộp")).toContainText(person.name);
  await expect(row("Cơ quan thực hiện")).toContainText("Triệu Phong");
  await expect(page.getByRole("heading", { name: "Việc tiếp theo" })).toBeVisible();
  await expect(page.getByText("Bổ sung hồ sơ")).toBeVisible();
  await expectSound(page);
});

test("Back doesn't lead to a draft that was sent, and a reload shows the receipt again", async ({ page, person }) => {
  const { id } = await readyToSend(page, person);
  await page.goto("/dossiers?tab=new");
  await page.goto(`/drafts/${id}/review`);
  const code = await send(page);
  await page.reload();
  await expect(page.getByText(code, { exact: true })).toBeVisible();
  await page.goBack();
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
});

test("no name and no number stands in title or address", async ({ page, person }) => {
  const { code } = await sent(page, person);
  await page.goto(`/dossiers/${code}/receipt`);
  await expect(page.getByText(person.name)).toBeVisible();
  expect(`${page.url()} ${await page.title()}`).not.toContain(person.name);
  expect(`${page.url()} ${await page.title()}`).not.toContain(person.citizenId);
});

test("it prints on one sheet, without menus and buttons", async ({ page, person }) => {
  const { id } = await readyToSend(page, person, BIRTH, paper("Giấy chứng sinh.pdf"));
  await page.goto(`/drafts/${id}/review`);
  const code = await send(page);
  await page.evaluate(() => Object.assign(window, { print: () => (document.title = "printing") }));
  await press(page, "In giấy này");
  await expect(page).toHaveTitle("printing");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(code, { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "In giấy này" })).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Menu chính" })).toBeHidden();
  const sheets = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g);
  expect(sheets).toHaveLength(1);
});

test("the receipt leads to the dossier and to all dossiers", async ({ page, person }) => {
  const { code } = await sent(page, person);
  await page.goto(`/dossiers/${code}/receipt`);
  await follow(page, "Theo dõi hồ sơ");
  await expect(page).toHaveURL(/\/dossiers\/[^/]+$/);
  await expect(page.getByText(code).first()).toBeVisible();
});

test("nobody sees a receipt that isn't theirs", async ({ page, person, browser, backend, watch }) => {
  watch.allowRefusals(404);
  const { code } = await sent(page, person);
  const stranger = await browser.newPage({ baseURL: backend.origin });
  await stranger.goto(`/dossiers/${code}/receipt`);
  await expect(heading(stranger, "Đăng nhập")).toBeVisible();
  await stranger.close();
});
