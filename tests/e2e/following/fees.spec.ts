// Fees («Nghĩa vụ tài chính», «Thanh toán phí»): every way to pay and every way in which a payment can end, on the pages of
// the app and of the demo gateway, which is another process with another port.

import type { Page } from "@playwright/test";

import { expectNoHorizontalOverflow } from "../../kit/accessibility";
import { createDossier, decideDossier, registerAndSignIn } from "../../kit/api_setup";
import { follow, heading, press } from "../../kit/citizen";
import { jpegPhoto } from "../../kit/files";
import { FEE, askForFee } from "../../kit/officer";
import { expect, test } from "../../kit/test";

/** Opens the fee of a new dossier. Returns the code of the dossier. */
async function openFee(page: Page, person: Parameters<typeof createDossier>[1], form: Record<string, string>): Promise<string> {
  const { code } = await createDossier(page, person);
  await askForFee(page, code, form);
  await page.goto(`/dossiers/${code}`);
  await follow(page, /^Xem và nộp/);
  await expect(heading(page, "Khoản phải nộp")).toBeVisible();
  return code;
}

/** Leaves for the payment page and presses a button there, which leads back to the app. Returns the URL of that page. */
async function payAtGateway(page: Page, choice: string): Promise<string> {
  await press(page, "Thanh toán trực tuyến");
  await expect(heading(page, "Cổng thanh toán thử nghiệm")).toBeVisible();
  const url = page.url();
  await press(page, choice);
  await expect(heading(page, "Khoản phải nộp")).toBeVisible();
  return url;
}

const badge = (page: Page, words: string) => page.locator(".badge").filter({ hasText: words });

test.beforeEach(async ({ page, person }) => registerAndSignIn(page, person));

test("a fee is paid on the payment page, and its receipt is on the page and on the dossier", async ({ page, person }) => {
  const code = await openFee(page, person, { ...FEE, holds: "1" });
  await expect(page.getByText("50.000 đ").first()).toBeVisible();
  for (const words of ["Lệ phí cấp bản sao", "Phí khai thác dữ liệu", "Thông tư 281/2016/TT-BTC", "31/12/2099", "Quầy số 3"]) {
    await expect(page.getByText(words).first()).toBeVisible();
  }
  await expectNoHorizontalOverflow(page);
  await page.goto("/dossiers?tab=payment");
  await expect(page.locator(".dossier-card__code").filter({ hasText: code })).toBeVisible();
  await page.goBack();
  await payAtGateway(page, "Thanh toán");
  await expect(page.getByText("Đã nhận tiền.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Biên lai thu tiền" })).toBeVisible();
  await expect(page.getByText(person.name).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Thanh toán trực tuyến" })).toHaveCount(0);
  await follow(page, "Về hồ sơ");
  await expect(page.getByRole("link", { name: /^Xem biên lai/ })).toBeVisible();
  await expect(page.getByText("Mới đăng ký").first()).toBeVisible();
});

test("a payment that was cancelled, refused, delayed or not reported ends as the citizen expects", async ({ page, person }) => {
  await openFee(page, person, FEE);
  await payAtGateway(page, "Hủy, quay lại");
  await expect(page.getByText("Bạn đã hủy, chưa có khoản tiền nào được thu.")).toBeVisible();
  await payAtGateway(page, "Ngân hàng từ chối");
  await expect(page.getByText("Ngân hàng từ chối giao dịch")).toBeVisible();
  const gatewayPage = await payAtGateway(page, "Ngân hàng đang xử lý");
  await expect(page.getByText("Ngân hàng chưa xác nhận.")).toBeVisible();
  await expect(badge(page, "Đang chờ ngân hàng xác nhận")).toBeVisible();
  await expect(page.getByRole("button", { name: "Thanh toán trực tuyến" })).toHaveCount(0);
  // The bank confirms while the page is open, which needs no reload. The payment page is the one that was just left.
  const gateway = await page.context().newPage();
  await gateway.goto(gatewayPage);
  await press(gateway, "Thanh toán");
  await expect(heading(gateway, "Khoản phải nộp")).toBeVisible();
  await gateway.close();
  await expect(page.getByRole("heading", { name: "Biên lai thu tiền" })).toBeVisible({ timeout: 30_000 });
});

test("money of another amount is paid back, and a payment that the gateway never reported is found", async ({ page, person }) => {
  await openFee(page, person, FEE);
  await payAtGateway(page, "Thanh toán một số tiền khác");
  await expect(page.getByText("Đã nhận 49.000 đ. Số tiền này khác số tiền phải nộp là 50.000 đ.")).toBeVisible();
  await expect(page.getByText("Cơ quan sẽ hoàn lại số tiền đã nhận cho bạn.")).toBeVisible();
  await expect(badge(page, "Chờ thanh toán")).toBeVisible();
  await payAtGateway(page, "Thanh toán nhưng không báo cho cổng dịch vụ công");
  await expect(page.getByRole("heading", { name: "Biên lai thu tiền" })).toBeVisible();
});

test.describe("with a clock of its own", () => {
  test.use({ ownBackend: true });

  test("who pays twice is told that the second payment is paid back", async ({ page, person, backend }) => {
    await openFee(page, person, FEE);
    await press(page, "Thanh toán trực tuyến");
    await expect(heading(page, "Cổng thanh toán thử nghiệm")).toBeVisible();
    const firstUrl = page.url();
    // The first page stays open in another tab. Its time is over for the portal, so a second payment begins.
    await page.goBack();
    await expect(page.getByText("Bạn chưa thanh toán xong.")).toBeVisible();
    await backend.advanceClock(16 * 60);
    expect(await payAtGateway(page, "Thanh toán")).not.toBe(firstUrl);
    await expect(page.getByRole("heading", { name: "Biên lai thu tiền" })).toBeVisible();
    const other = await page.context().newPage();
    await other.goto(firstUrl);
    await press(other, "Thanh toán");
    await expect(other.getByText("Cơ quan sẽ hoàn lại số tiền đã nhận cho bạn.")).toBeVisible();
    await expect(other.getByRole("heading", { name: "Biên lai thu tiền" })).toBeVisible();
    await other.close();
  });
});

test("a payment page that was left can be opened again", async ({ page, person }) => {
  await openFee(page, person, FEE);
  await press(page, "Thanh toán trực tuyến");
  await expect(heading(page, "Cổng thanh toán thử nghiệm")).toBeVisible();
  const gatewayUrl = page.url();
  await page.goBack();
  await expect(page.getByText("Bạn chưa thanh toán xong.")).toBeVisible();
  await press(page, "Thanh toán trực tuyến");
  await expect(page).toHaveURL(gatewayUrl);
});

test("a transfer has a code to scan, values to copy and a picture to keep", async ({ page, person }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const code = await openFee(page, person, { ...FEE, amount1: "9.999.958.000" });
  await expect(page.getByText("10.000.000.000 đ").first()).toBeVisible();
  await expect(page.getByRole("img", { name: "Mã VietQR để chuyển khoản" })).toBeVisible();
  await expectNoHorizontalOverflow(page);
  await press(page, "Sao chép Nội dung");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code.slice(0, 25));
  await press(page, "Sao chép Số tiền");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("10000000000");
  const saving = page.waitForEvent("download");
  await press(page, "Lưu ảnh mã QR");
  expect((await saving).suggestedFilename()).toMatch(/^ma-qr-.*\.png$/);
  await expect(page.locator(".transfer img.saved-picture")).toBeVisible();
});

test("a financial obligation is listed in its tab and paid at the counter", async ({ page, person }) => {
  const { code } = await createDossier(page, person);
  await decideDossier(page, code, "Tiếp nhận");
  await askForFee(page, code, {
    kind1: "levy", name1: "Tiền sử dụng đất", amount1: "100.000.000", reason: "Thông báo số 5", counter: "Kho bạc Nhà nước",
    proof: "1", holds: "1",
  });
  await page.goto("/dossiers?tab=obligation");
  await expect(page.locator(".dossier-card__code").filter({ hasText: code })).toBeVisible();
  await page.goto(`/dossiers/${code}`);
  await follow(page, /^Xem và nộp/);
  await expect(page.getByText("Kho bạc Nhà nước").first()).toBeVisible();
  await expect(page.getByText("bạn phải gửi chứng từ nộp tiền")).toBeVisible();
  await expect(page.getByRole("button", { name: "Thanh toán trực tuyến" })).toHaveCount(0);
  // The receipt of the treasury is handed in as a photo.
  await follow(page, "Gửi chứng từ nộp tiền");
  await expect(heading(page, "Gửi chứng từ nộp tiền")).toBeVisible();
  const photo = await jpegPhoto(page);
  await page.locator("input[type=file]").setInputFiles(photo);
  await expect(page.getByText("Cơ quan đã nhận")).toBeVisible();
  await press(page, "Gửi cho cơ quan");
  await expect(heading(page, "Đã gửi")).toBeVisible();
  await follow(page, "Xem hồ sơ");
  await follow(page, /^Xem và nộp/);
  await expect(page.getByText("Cơ quan đã nhận chứng từ nộp tiền")).toBeVisible();
  // The office records the payment while the page is open, which needs no reload and is announced once.
  await decideDossier(page, code, "Đã thanh toán");
  await expect(page.getByRole("heading", { name: "Biên lai thu tiền" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Đã thanh toán" })).toHaveCount(1);
});

test("a state that only a newer backend knows is shown as it came", async ({ page, person }) => {
  const code = await openFee(page, person, FEE);
  await page.route(`**/api/dossiers/${code}`, async (route) => {
    const response = await route.fetch();
    const text = (await response.text()).replace('"state":"waiting"', '"state":"Đang đối soát"').replace('"kind":"duty"', '"kind":"Thuế mới"');
    await route.fulfill({ response, body: text });
  });
  await page.reload();
  await expect(badge(page, "Đang đối soát")).toBeVisible();
  await expect(page.getByText("Thuế mới").first()).toBeVisible();
});
