// Step 5: the receipt. What the office holds, when it answers, what happens next; and it prints on one sheet.

import { createHash } from "node:crypto";

import { CODE, follow, heading, press, send } from "../../kit/citizen";
import { paper } from "../../kit/files";
import { BIRTH, readyToSend, sent, signedIn } from "../../kit/prepared";
import { expectFits } from "../../kit/sound";
import { expect, test } from "../../kit/test";

test.beforeEach(async ({ page, person }) => signedIn(page, person));

test("the receipt names what was sent and what happens next, prints on one sheet, and leads to the dossier", async ({ page, person }) => {
  const file = paper("Giấy chứng sinh.pdf");
  const { id } = await readyToSend(page, person, BIRTH, file);
  await page.goto(`/drafts/${id}/review`);
  const code = await send(page);

  await test.step("code, due date, every file, and what happens next", async () => {
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
    await expectFits(page);
  });

  await test.step("no name and no number stands in title or address", async () => {
    expect(`${page.url()} ${await page.title()}`).not.toContain(person.name);
    expect(`${page.url()} ${await page.title()}`).not.toContain(person.citizenId);
  });

  await test.step("one sheet, without menus and buttons", async () => {
    const title = await page.title();
    await page.evaluate(() => Object.assign(window, { print: () => (document.title = "printing") }));
    await press(page, "In giấy này");
    await expect(page).toHaveTitle("printing");
    await page.evaluate((title) => (document.title = title), title);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText(code, { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "In giấy này" })).toBeHidden();
    await expect(page.getByRole("navigation", { name: "Menu chính" })).toBeHidden();
    const sheets = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g);
    expect(sheets).toHaveLength(1);
    await page.emulateMedia({ media: "screen" });
  });

  await test.step("the dossier is one link away", async () => {
    await follow(page, "Theo dõi hồ sơ");
    await expect(page).toHaveURL(/\/dossiers\/[^/]+$/);
    await expect(page.getByText(code).first()).toBeVisible();
  });
});

test("a reload shows the receipt again, and Back doesn't lead to a draft that was sent", async ({ page, person }) => {
  const { id } = await readyToSend(page, person);
  await page.goto("/dossiers?tab=new");
  await page.goto(`/drafts/${id}/review`);
  const code = await send(page);
  await page.reload();
  await expect(page.getByText(code, { exact: true })).toBeVisible();
  await page.goBack();
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
});

test("nobody sees a receipt that isn't theirs", async ({ page, person, browser, backend, watch }) => {
  watch.allowRefusals(404);
  const { code } = await sent(page, person);
  const stranger = await browser.newPage({ baseURL: backend.origin });
  await stranger.goto(`/dossiers/${code}/receipt`);
  await expect(heading(stranger, "Đăng nhập")).toBeVisible();
  await stranger.close();
});
