// Every page on the narrowest phone, and with text twice as large: nothing sticks out sideways. Together these pages show
// each component of src/ui, in light and in dark in ../sweep:
//   button, card, finder, icon, notice, radio group, said, select, disclosure  the guest's pages
//   checkbox, text field, code field, error summary, skeleton                  registering
//   stepper, date picker, fieldset, text area, summary list                    the way to a dossier
//   file field, file row, dialog                                               the papers
//   badge, timeline, tabs, pager                                               what follows a dossier

import type { Page } from "@playwright/test";

import { attach, chooseFile, heading, paperNamed, press, problems } from "../../kit/citizen";
import { openCode } from "../../kit/challenge";
import { longNamed, nothing } from "../../kit/files";
import { holdBack } from "../../kit/held_back";
import { BIRTH, COPY, birthAnswers, drafted, placeNamed, readyToSend, sent, signedIn } from "../../kit/prepared";
import { comeBack, endSession, line, sheet } from "../../kit/session";
import { expectFits, expectSound } from "../../kit/sound";
import { expect, test } from "../../kit/test";

/** The app's own size of text, and twice that. */
const SIZES = [
  { width: 320, text: "112.5%" },
  { width: 360, text: "225%" },
];

async function fitsAt(page: Page, address: string, words: string): Promise<void> {
  await page.goto(address);
  await expect(heading(page, words)).toBeVisible();
  await expect(page.getByText("Đang tải…")).toHaveCount(0);
  await expectFitsInAllSizes(page);
}

async function expectFitsInAllSizes(page: Page): Promise<void> {
  for (const { width, text } of SIZES) {
    await page.setViewportSize({ width, height: 740 });
    await page.evaluate((fontSize) => Object.assign(document.documentElement.style, { fontSize }), text);
    await expectFits(page);
  }
}

test("a guest's pages fit", async ({ page }) => {
  await fitsAt(page, "/", "Bạn cần làm thủ tục gì?");
  await fitsAt(page, "/procedures?q=khai+sinh&field=ho-tich", "Dịch vụ công trực tuyến");
  await fitsAt(page, `/procedures/${BIRTH}`, "Đăng ký khai sinh");
  await fitsAt(page, `/procedures/${BIRTH}/prepare`, "Chuẩn bị hồ sơ");
  await fitsAt(page, "/groups", "DỊCH VỤ CÔNG LIÊN THÔNG");
  await fitsAt(page, "/lookup", "Tra cứu hồ sơ");
  await fitsAt(page, "/feedback", "Góp ý");
  await fitsAt(page, "/sign-in", "Đăng nhập");
  await fitsAt(page, "/register", "Đăng ký tài khoản");
  await fitsAt(page, "/register/phone", "Phiếu đăng ký");
  await press(page, "Đăng ký");
  await expect(problems(page)).toBeFocused();
  await expectFitsInAllSizes(page);
  await expectSound(page);
});

test("the page that asks for a code fits, and a page that is still loading", async ({ page, person }) => {
  await openCode(page, person);
  await page.getByText("Không nhận được tin nhắn?").click();
  await press(page, "Xác nhận");
  await expect(problems(page)).toBeFocused();
  await expectFitsInAllSizes(page);
  await holdBack(page, "**/api/catalogue");
  await page.goto("/procedures");
  await expect(page.locator(".skeleton").first()).toBeVisible();
  await expectFitsInAllSizes(page);
});

test("the way to a dossier fits", async ({ page, person }) => {
  await signedIn(page, person);
  const answers = birthAnswers(person, await placeNamed(page, "Quảng Trị", "Triệu Phong"));
  const { id } = await drafted(page, BIRTH, { ...answers, requester_relation: "Người được ủy quyền" });
  await fitsAt(page, `/procedures/${BIRTH}/file`, "Lựa chọn cơ quan thực hiện");
  await fitsAt(page, `/drafts/${id}/form/2`, "Người được khai sinh");
  await fitsAt(page, `/drafts/${id}/form/5`, "Kết hôn, bản sao và cam đoan");
  await fitsAt(page, `/drafts/${id}/declarations`, "Xem lại các tờ khai chi tiết");
  await fitsAt(page, `/drafts/${id}/delivery`, "Chọn hình thức nhận kết quả");
  await fitsAt(page, `/drafts/${id}/review`, "Hoàn thiện gửi hồ sơ");
  const { id: general } = await drafted(page, COPY);
  await fitsAt(page, `/drafts/${general}/form/2`, "Nội dung đề nghị");
  await press(page, "Tiếp tục");
  await expect(problems(page)).toBeFocused();
  await expectFitsInAllSizes(page);
  await expectSound(page);
});

test("the papers fit, with a file whose name is long, one that can't be taken, and the question about deleting one", async ({
  page,
  person,
}) => {
  await signedIn(page, person);
  const { id } = await drafted(page, BIRTH, { requester_relation: "Người được ủy quyền" });
  await fitsAt(page, `/drafts/${id}/attachments`, "Đính kèm thành phần hồ sơ");
  await attach(page, "Văn bản ủy quyền", longNamed());
  await chooseFile(page, "Giấy chứng sinh; không có thì", nothing());
  await expect(paperNamed(page, "Giấy chứng sinh; không có thì").getByText("Tệp này rỗng")).toBeVisible();
  await expectFitsInAllSizes(page);
  await expectSound(page);
  await paperNamed(page, "Văn bản ủy quyền").getByRole("button", { name: /^Xóa/ }).click();
  await expect(page.getByRole("dialog", { name: "Xóa tệp này?" })).toBeVisible();
  await expectFitsInAllSizes(page);
});

test("what follows a dossier fits", async ({ page, person }) => {
  await signedIn(page, person);
  await readyToSend(page, person);
  const { code } = await sent(page, person);
  await fitsAt(page, `/dossiers/${code}/receipt`, "Giấy xác nhận đã gửi hồ sơ");
  await fitsAt(page, `/dossiers/${code}`, "Theo dõi hồ sơ");
  for (let number = 0; number < 20; number += 1) await drafted(page, BIRTH);
  await page.goto("/dossiers?tab=new&page=2");
  await expect(page.getByRole("link", { name: "Trang trước" })).toBeVisible();
  await expectFitsInAllSizes(page);
  await expectSound(page);
});

test.describe("when the session ends", () => {
  test.use({ alone: true });

  test("the sheet over the page fits, and the line once it is put aside", async ({ page, person, backend, watch }) => {
    watch.allowRefusals(401);
    await signedIn(page, person);
    await page.goto("/dossiers?tab=new");
    await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
    await endSession(backend);
    await comeBack(page);
    await expect(sheet(page)).toBeVisible();
    await expectFitsInAllSizes(page);
    await sheet(page).getByRole("button", { name: "Để sau" }).click();
    await expect(line(page)).not.toBeEmpty();
    await expectFitsInAllSizes(page);
  });
});
