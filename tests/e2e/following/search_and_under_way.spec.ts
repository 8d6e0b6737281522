// Searching «Hồ sơ của tôi», and what is already under way: it is offered before the same procedure is begun again, and
// before another dossier of it is sent.

import { fill, heading, press, selectOption } from "../../kit/citizen";
import { BIRTH_PROCEDURE, COPY_PROCEDURE, createCompleteDraft, createDossier, createDraft, registerAndSignIn } from "../../kit/api_setup";
import { expectNoHorizontalOverflow } from "../../kit/accessibility";
import { expect, test } from "../../kit/test";

const SEARCH = "Tìm trong hồ sơ của tôi";

test.beforeEach(async ({ page, person }) => registerAndSignIn(page, person));

test("dossiers are found without accents, by code and by agency, and what was typed stands in no URL", async ({ page, person }) => {
  const { code } = await createDossier(page, person);
  await createDraft(page, BIRTH_PROCEDURE);
  await page.goto("/dossiers?tab=processing");
  await fill(page, SEARCH, "TRICH luc");
  await press(page, "Tìm");
  await expect(page.getByRole("heading", { name: "Kết quả tìm" })).toBeVisible();
  await expect(page.getByText("Tìm thấy 1 hồ sơ")).toBeVisible();
  await expect(page.locator(".dossier-cards").getByText(code)).toBeVisible();
  expect(page.url()).toMatch(/\/dossiers\?tab=all$/);
  // The search survives a reload, and the page of a dossier and back.
  await page.reload();
  await expect(page.getByRole("textbox", { name: SEARCH })).toHaveValue("TRICH luc");
  await expect(page.getByText("Tìm thấy 1 hồ sơ")).toBeVisible();
  await fill(page, SEARCH, "không có gì");
  await press(page, "Tìm");
  await expect(page.getByText("Không có hồ sơ nào phù hợp.")).toBeVisible();
  await press(page, "Bỏ tìm và lọc");
  await expect(page.getByRole("textbox", { name: SEARCH })).toHaveValue("");
  await expect(page.locator(".dossier-cards > li")).toHaveCount(2);
  await page.getByText("Lọc theo cơ quan và thời gian").click();
  await selectOption(page, "Thời gian gửi", "Năm trước");
  await expect(page.getByText("Không có hồ sơ nào phù hợp.")).toBeVisible();
  await selectOption(page, "Thời gian gửi", "30 ngày qua");
  await expect(page.getByText("Tìm thấy 2 hồ sơ")).toBeVisible();
  await expectNoHorizontalOverflow(page);
});

test("the same matter is offered before a new draft and before sending", async ({ page, person }) => {
  const { code } = await createDossier(page, person);
  const draft = await createCompleteDraft(page, person);
  await page.goto(`/procedures/${COPY_PROCEDURE}/file`);
  const offer = page.getByText("Bạn đang có hồ sơ của thủ tục này");
  await expect(offer).toBeVisible();
  await expect(page.getByRole("link", { name: new RegExp(`Theo dõi: ${code}`) })).toBeVisible();
  await page.getByRole("link", { name: /^Làm tiếp: Cho tôi · Đã khai/ }).click();
  await expect(page).toHaveURL(new RegExp(`/drafts/${draft.id}/form/1`));

  await page.goto(`/drafts/${draft.id}/review`);
  await expect(page.getByText("Có thể bạn đã nộp hồ sơ này rồi")).toBeVisible();
  await expectNoHorizontalOverflow(page);
  await page.getByRole("link", { name: new RegExp(`Theo dõi: ${code}`) }).click();
  await expect(heading(page, "Theo dõi hồ sơ")).toBeVisible();
  await expect(page.getByText(code).first()).toBeVisible();
});
