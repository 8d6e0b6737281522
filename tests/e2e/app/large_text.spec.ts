// Every page on the narrowest phone, and with text twice as large: nothing sticks out sideways.

import type { Page } from "@playwright/test";

import { chooseFile, heading, paperNamed } from "../../kit/citizen";
import { picture } from "../../kit/files";
import { BIRTH, birthAnswers, drafted, placeNamed, readyToSend, sent, signedIn } from "../../kit/prepared";
import { expectFits } from "../../kit/sound";
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
  await fitsAt(page, `/drafts/${id}/attachments`, "Đính kèm thành phần hồ sơ");
  await chooseFile(page, "Văn bản ủy quyền", picture());
  await expect(paperNamed(page, "Văn bản ủy quyền").getByText("Cơ quan đã nhận")).toBeVisible();
  await expectFitsInAllSizes(page);
});

test("what follows a dossier fits", async ({ page, person }) => {
  await signedIn(page, person);
  await readyToSend(page, person);
  const { code } = await sent(page, person);
  await fitsAt(page, `/dossiers/${code}/receipt`, "Giấy xác nhận đã gửi hồ sơ");
  await fitsAt(page, `/dossiers/${code}`, "Theo dõi hồ sơ");
  await fitsAt(page, "/dossiers?tab=new", "Hồ sơ của tôi");
});
