// Pages that the browser translates. The translation replaces the text nodes of the app. Texts that change afterwards
// must stay true, and names, codes and numbers must not be translated.

import { chooseFiles, componentCard, errorSummary, fill, heading, press, submitRegistrationForm } from "../../kit/citizen";
import { jpegPhoto } from "../../kit/files";
import { BIRTH_PROCEDURE, createDossier, createDraft, registerAndSignIn } from "../../kit/api_setup";
import { holdResponses } from "../../kit/delayed_responses";
import { translatePage } from "../../kit/translator";
import { expect, test } from "../../kit/test";

test("faults that are mended, tries that are left and the links to sign in stay true in a translated page", async ({ page, person, browserErrors }) => {
  browserErrors.allowStatuses(422, 403);
  await submitRegistrationForm(page, person);
  const wrongCode = (await person.lastCode()) === "000000" ? "000001" : "000000";
  const code = page.getByRole("textbox", { name: /Mã xác thực \(OTP\)/ });
  for (const triesLeft of [4, 3]) {
    await code.fill(wrongCode);
    await press(page, /Xác nhận/);
    const summary = page.locator(".error-summary");
    await expect(summary).toContainText(`Bạn còn ${triesLeft} lần thử.`);
    await expect(summary).not.toContainText(`Bạn còn ${triesLeft + 1} lần thử.`);
    await translatePage(page);
    await expect(summary).toContainText(`Bạn còn ${triesLeft} lần thử.]`);
    await expect(page.locator(".lede strong").first()).toHaveText(/^09.*\d{3}$/);
  }
  await page.goto("/register/phone");
  await press(page, "Đăng ký");
  await expect(errorSummary(page)).toBeVisible();
  await translatePage(page);
  await fill(page, /Họ và tên/, person.name);
  await press(page, "[Đăng ký]");
  await expect(page.getByText("Hãy nhập họ và tên.")).toHaveCount(0);
  await registerAndSignIn(page, person);
  await page.reload();
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await translatePage(page);
  await press(page, "[Đăng xuất]");
  await expect(page.getByRole("banner")).toContainText("Đăng nhập");
  await expect(page.getByRole("banner")).not.toContainText("Đăng xuất");
});

test("the state of a file and the counts of the tabs stay true in a translated page", async ({ page, person }) => {
  await registerAndSignIn(page, person);
  const photo = await jpegPhoto(page);
  const { id } = await createDraft(page, BIRTH_PROCEDURE);
  await page.goto(`/drafts/${id}/attachments`);
  const releaseResponses = await holdResponses(page, "**/api/drafts/*/uploads");
  await chooseFiles(page, "Giấy chứng sinh; không có thì", photo);
  const card = componentCard(page, "Giấy chứng sinh; không có thì");
  await expect(card.getByText(photo.name).first()).toBeVisible();
  await translatePage(page);
  await expect(card.locator(".file-row__name")).toHaveText(photo.name);
  await releaseResponses();
  await expect(card.locator(".file-row__detail")).toContainText("Cơ quan đã nhận");
  await expect(card.locator(".file-row__detail")).not.toContainText("[");
  await page.goto("/dossiers?tab=new");
  const newTab = page.locator(".tabs__item").first();
  await expect(newTab).toHaveText(/1$/);
  await translatePage(page);
  await expect(newTab).toHaveText("[Hồ sơ mới] [1]");
  await page.getByRole("button", { name: /Xóa/ }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: /Xóa/ }).click();
  await expect(newTab).toHaveText(/0$/);
  await expect(newTab).not.toContainText("1");
  const { code } = await createDossier(page, person);
  await page.goto(`/dossiers/${code}`);
  await expect(page.getByText(code, { exact: true }).first()).toBeVisible();
  await translatePage(page);
  for (const text of [code, "Một Cửa"]) await expect(page.getByText(text, { exact: true }).first()).toBeVisible();
  await expect(heading(page, /^\[.+\]$/)).toBeVisible();
});
