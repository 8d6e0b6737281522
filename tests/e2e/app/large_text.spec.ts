// Every page fits the screen without scrolling sideways: on a screen 320 pixels wide, and on one 360 pixels wide with
// text at 200 %. Together the tests show each component of src/ui (../accessibility checks the same components in light
// and dark mode):
//   button, card, finder, icon, notice, radio group, select, disclosure  pages for guests
//   checkbox, text field, code field, error summary, skeleton            registration
//   stepper, date picker, fieldset, text area, summary list              form, delivery and review
//   file field, file row, dialog                                         attachments
//   badge, timeline, tabs, pager                                         receipt and dossiers

import type { Page } from "@playwright/test";

import { attachFile, chooseFiles, componentCard, errorSummary, heading, press } from "../../kit/citizen";
import { openCodePage } from "../../kit/challenge";
import { emptyFile, fileWithLongName } from "../../kit/files";
import { holdResponses } from "../../kit/delayed_responses";
import {
  BIRTH_PROCEDURE, COPY_PROCEDURE, birthAnswers, createCompleteDraft, createDossier, createDraft, findPlace,
  registerAndSignIn,
} from "../../kit/api_setup";
import { expireSession, focusWindow, renewalSheet, statusLine } from "../../kit/session";
import { expectAccessible, expectNoHorizontalOverflow } from "../../kit/accessibility";
import { expect, test } from "../../kit/test";

/**
 * Screen widths in pixels, each with the font size of the root element. 112.5% is the app's normal size, and 225% is
 * twice that.
 */
const SIZES = [
  { width: 320, text: "112.5%" },
  { width: 360, text: "225%" },
];

async function expectPageFits(page: Page, path: string, title: string): Promise<void> {
  await page.goto(path);
  await expect(heading(page, title)).toBeVisible();
  await expect(page.getByText("Đang tải…")).toHaveCount(0);
  await expectFitsAtAllSizes(page);
}

async function expectFitsAtAllSizes(page: Page): Promise<void> {
  for (const { width, text } of SIZES) {
    await page.setViewportSize({ width, height: 740 });
    await page.evaluate((fontSize) => Object.assign(document.documentElement.style, { fontSize }), text);
    await expectNoHorizontalOverflow(page);
  }
}

test("the pages for guests fit the screen", async ({ page }) => {
  await expectPageFits(page, "/", "Bạn cần làm thủ tục gì?");
  await expectPageFits(page, "/procedures?q=khai+sinh&field=ho-tich", "Dịch vụ công trực tuyến");
  await expectPageFits(page, `/procedures/${BIRTH_PROCEDURE}`, "Đăng ký khai sinh");
  await expectPageFits(page, `/procedures/${BIRTH_PROCEDURE}/prepare`, "Chuẩn bị hồ sơ");
  await expectPageFits(page, "/groups", "DỊCH VỤ CÔNG LIÊN THÔNG");
  await expectPageFits(page, "/lookup", "Tra cứu hồ sơ");
  await expectPageFits(page, "/feedback", "Góp ý");
  await expectPageFits(page, "/sign-in", "Đăng nhập");
  await expectPageFits(page, "/register", "Đăng ký tài khoản");
  await expectPageFits(page, "/register/phone", "Phiếu đăng ký");
  await press(page, "Đăng ký");
  await expect(errorSummary(page)).toBeFocused();
  await expectFitsAtAllSizes(page);
  await expectAccessible(page);
});

test("the code page and a loading page fit the screen", async ({ page, person }) => {
  await openCodePage(page, person);
  await page.getByText("Không nhận được tin nhắn?").click();
  await press(page, "Xác nhận");
  await expect(errorSummary(page)).toBeFocused();
  await expectFitsAtAllSizes(page);
  await holdResponses(page, "**/api/catalogue");
  await page.goto("/procedures");
  await expect(page.locator(".skeleton").first()).toBeVisible();
  await expectFitsAtAllSizes(page);
});

test("the form, delivery and review pages fit the screen", async ({ page, person }) => {
  await registerAndSignIn(page, person);
  const answers = birthAnswers(person, await findPlace(page, "Quảng Trị", "Triệu Phong"));
  const { id } = await createDraft(page, BIRTH_PROCEDURE, { ...answers, requester_relation: "Người được ủy quyền" });
  await expectPageFits(page, `/procedures/${BIRTH_PROCEDURE}/file`, "Lựa chọn cơ quan thực hiện");
  await expectPageFits(page, `/drafts/${id}/form/2`, "Người được khai sinh");
  await expectPageFits(page, `/drafts/${id}/form/5`, "Kết hôn, bản sao và cam đoan");
  await expectPageFits(page, `/drafts/${id}/declarations`, "Xem lại các tờ khai chi tiết");
  await expectPageFits(page, `/drafts/${id}/delivery`, "Chọn hình thức nhận kết quả");
  await expectPageFits(page, `/drafts/${id}/review`, "Hoàn thiện gửi hồ sơ");
  const { id: wrong } = await createDraft(page, BIRTH_PROCEDURE, { child_birth_date: "1/1" });
  for (const number of [1, 2]) {
    await page.goto(`/drafts/${wrong}/form/${number}`);
    await press(page, "Tiếp tục");
    await expect(errorSummary(page)).toBeFocused();
    await expect(errorSummary(page).getByRole("heading", { name: "Có thông tin cần sửa" })).toBeVisible();
    await expectFitsAtAllSizes(page);
  }
  const { id: general } = await createDraft(page, COPY_PROCEDURE);
  await expectPageFits(page, `/drafts/${general}/form/2`, "Nội dung đề nghị");
  await press(page, "Tiếp tục");
  await expect(errorSummary(page)).toBeFocused();
  await expectFitsAtAllSizes(page);
  await expectAccessible(page);
});

test("the attachments page fits the screen with a long file name, a rejected file and the delete dialog", async ({
  page,
  person,
}) => {
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, BIRTH_PROCEDURE, { requester_relation: "Người được ủy quyền" });
  await expectPageFits(page, `/drafts/${id}/attachments`, "Đính kèm thành phần hồ sơ");
  await attachFile(page, "Văn bản ủy quyền", fileWithLongName());
  await chooseFiles(page, "Giấy chứng sinh; không có thì", emptyFile());
  await expect(componentCard(page, "Giấy chứng sinh; không có thì").getByText("Tệp này rỗng")).toBeVisible();
  await expectFitsAtAllSizes(page);
  await expectAccessible(page);
  await componentCard(page, "Văn bản ủy quyền").getByRole("button", { name: /^Xóa/ }).click();
  await expect(page.getByRole("dialog", { name: "Xóa tệp này?" })).toBeVisible();
  await expectFitsAtAllSizes(page);
});

test("the receipt, the dossier and the list of dossiers fit the screen", async ({ page, person }) => {
  await registerAndSignIn(page, person);
  await createCompleteDraft(page, person);
  const { code } = await createDossier(page, person);
  await expectPageFits(page, `/dossiers/${code}/receipt`, "Giấy xác nhận đã gửi hồ sơ");
  await expectPageFits(page, `/dossiers/${code}`, "Theo dõi hồ sơ");
  for (let number = 0; number < 20; number += 1) await createDraft(page, BIRTH_PROCEDURE);
  await page.goto("/dossiers?tab=new&page=2");
  await expect(page.getByRole("link", { name: "Trang trước" })).toBeVisible();
  await expectFitsAtAllSizes(page);
  await expectAccessible(page);
});

test.describe("when the session expires", () => {
  test.use({ ownBackend: true });

  test("the renewal sheet fits the screen, and so does the status line after it is closed", async ({ page, person, backend, browserErrors }) => {
    browserErrors.allowStatuses(401);
    await registerAndSignIn(page, person);
    await page.goto("/dossiers?tab=new");
    await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
    await expireSession(backend);
    await focusWindow(page);
    await expect(renewalSheet(page)).toBeVisible();
    await expectFitsAtAllSizes(page);
    await renewalSheet(page).getByRole("button", { name: "Để sau" }).click();
    await expect(statusLine(page)).not.toBeEmpty();
    await expectFitsAtAllSizes(page);
  });
});
