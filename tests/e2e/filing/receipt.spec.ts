// Step 5 of the journey: the receipt. It lists what the office has received, shows the due date and the next steps, and
// fits on one printed page.

import { createHash } from "node:crypto";

import { DOSSIER_CODE, follow, heading, press, sendDossier } from "../../kit/citizen";
import { pdfFile } from "../../kit/files";
import { BIRTH_PROCEDURE, createCompleteDraft, createDossier, registerAndSignIn } from "../../kit/api_setup";
import { expectNoHorizontalOverflow } from "../../kit/accessibility";
import { expect, test } from "../../kit/test";

test.beforeEach(async ({ page, person }) => registerAndSignIn(page, person));

test("the receipt shows what was sent and what happens next, prints on one page, and links to the dossier", async ({ page, person }) => {
  const file = pdfFile("Giấy chứng sinh.pdf");
  const { id } = await createCompleteDraft(page, person, BIRTH_PROCEDURE, file);
  await page.goto(`/drafts/${id}/review`);
  const code = await sendDossier(page);

  await test.step("shows code, due date, every file and the next steps", async () => {
    expect(code).toMatch(DOSSIER_CODE);
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
    await expectNoHorizontalOverflow(page);
  });

  await test.step("title and URL contain no name and no citizen id", async () => {
    expect(`${page.url()} ${await page.title()}`).not.toContain(person.name);
    expect(`${page.url()} ${await page.title()}`).not.toContain(person.citizenId);
  });

  await test.step("prints one page without menus and buttons", async () => {
    await page.evaluate(() => Object.assign(window, { print: () => (document.documentElement.dataset.printing = "") }));
    await press(page, "In giấy này");
    await expect(page.locator("html")).toHaveAttribute("data-printing");
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText(code, { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "In giấy này" })).toBeHidden();
    await expect(page.getByRole("navigation", { name: "Menu chính" })).toBeHidden();
    const sheets = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g);
    expect(sheets).toHaveLength(1);
    await page.emulateMedia({ media: "screen" });
  });

  await test.step("links to the dossier", async () => {
    await follow(page, "Theo dõi hồ sơ");
    await expect(page).toHaveURL(/\/dossiers\/[^/]+$/);
    await expect(page.getByText(code).first()).toBeVisible();
  });
});

test("a reload shows the receipt again, and going back skips the sent draft", async ({ page, person }) => {
  const { id } = await createCompleteDraft(page, person);
  await page.goto("/dossiers?tab=new");
  await page.goto(`/drafts/${id}/review`);
  const code = await sendDossier(page);
  await page.reload();
  await expect(page.getByText(code, { exact: true })).toBeVisible();
  await page.goBack();
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
});

test("a receipt can't be opened without its owner's session", async ({ page, person, browser, backend, browserErrors }) => {
  browserErrors.allowStatuses(404);
  const { code } = await createDossier(page, person);
  const stranger = await browser.newPage({ baseURL: backend.origin });
  await stranger.goto(`/dossiers/${code}/receipt`);
  await expect(heading(stranger, "Đăng nhập")).toBeVisible();
  await stranger.close();
});
