// Step 4 for interlinked groups (R4.6–R4.16): one form, several agencies. Nothing is asked twice; every agency gets
// its own declaration, and each part then goes its own way. Each group is filed once by hand from its first page to the
// receipt; the other tests begin at the step they are about.

import {
  attachToEach, answer, attach, beginDraft, chooseDelivery, declareChildAndMother, declareDeceased, declareTruth, follow, goOn,
  heading, needsNoOtherPaper, pick, pickPlace, press, problems, send, type,
} from "../../kit/citizen";
import { paper, photo } from "../../kit/files";
import { BIRTH_GROUP, DEATH_GROUP } from "../../kit/group_answers";
import { holdBack } from "../../kit/held_back";
import { decided, drafted, signedIn } from "../../kit/prepared";
import { expectFits } from "../../kit/sound";
import { expect, test } from "../../kit/test";

/** The page of the death group's form that asks who is entitled to the funeral allowance. */
const FUNERAL_PAGE = 5;

test.beforeEach(async ({ page, person }) => signedIn(page, person));

test("a birth is registered, housed and insured in one filing", async ({ page }) => {
  test.setTimeout(120_000);
  await test.step("the group is found and its agencies are chosen", async () => {
    await page.goto("/");
    await follow(page, "Dịch vụ công liên thông: Khai sinh, Khai tử");
    await expect(heading(page, "DỊCH VỤ CÔNG LIÊN THÔNG")).toBeVisible();
    await follow(page, /Đăng ký khai sinh – Đăng ký thường trú/);
    await follow(page, "Nộp hồ sơ");
    await expect(heading(page, "Chuẩn bị hồ sơ")).toBeVisible();
    await follow(page, "Tiếp tục");
    await expect(heading(page, "Lựa chọn cơ quan thực hiện")).toBeVisible();
    await pickPlace(page);
    await expect(page.getByText(/Nơi nhận hồ sơ: Ủy ban nhân dân .*Triệu Phong/)).toBeVisible();
    await expect(page.getByText(/Nơi nhận hồ sơ: Công an .*Triệu Phong/)).toBeVisible();
    const police = page.getByRole("group", { name: "Đăng ký thường trú" });
    await police.getByRole("checkbox", { name: "Cùng xã, phường với nơi đầu tiên" }).uncheck();
    await press(page, "Thêm mới");
    await expect(problems(page)).toBeFocused();
    await pick(police, "Tỉnh, thành phố", "Quảng Trị");
    await type(police, "Gõ tên xã, phường", "ai tu");
    await pick(police, "Xã, phường, đặc khu", "Ái Tử");
    await press(page, "Thêm mới");
    await expect(page.getByText("Hồ sơ đã được lưu thành bản nháp")).toBeVisible();
  });

  await test.step("one form asks for everything", async () => {
    await declareChildAndMother(page);
    await goOn(page, "Đăng ký thường trú");
    await page.getByRole("button", { name: "Giống như: Quê quán" }).click();
    await answer(page, "Trẻ có đăng ký thường trú ở nơi khác với cha, mẹ không?", "Không");
    await type(page, "Họ, chữ đệm, tên của chủ hộ", "Nguyễn Văn Thử");
    await type(page, "Số định danh cá nhân của chủ hộ", "045060000123");
    await pick(page, "Quan hệ của trẻ với chủ hộ", "Cháu");
    await answer(page, "Chỗ ở hợp pháp nơi trẻ đăng ký thường trú", "Thuộc sở hữu của mình");
    await goOn(page, "Thẻ bảo hiểm y tế");
    await type(page, "Nơi đăng ký khám bệnh, chữa bệnh ban đầu", "Trạm y tế xã Triệu Phong");
    await goOn(page, "Kết hôn, bản sao và cam đoan");
    await declareTruth(page, "Bạn có đề nghị cấp bản sao Giấy khai sinh không?");
  });

  await test.step("each agency gets its own declaration, and a line is mended from there", async () => {
    await goOn(page, "Xem lại các tờ khai chi tiết");
    const sheets = page.getByRole("article");
    await expect(sheets).toHaveCount(3);
    await expect(sheets.nth(0)).toContainText("Kính gửi: Ủy ban nhân dân");
    await expect(sheets.nth(0)).toContainText("Ngày năm tháng mười năm hai nghìn không trăm hai mươi bốn");
    await expect(sheets.nth(1)).toContainText(/Kính gửi: Công an .*Ái Tử/);
    await expect(sheets.nth(1)).toContainText("Đăng ký thường trú cho trẻ mới sinh Trần Minh Thử");
    await expect(sheets.nth(1)).toContainText("Cơ quan sẽ ghi khi có kết quả: Đăng ký khai sinh");
    await expect(sheets.nth(1)).toContainText(/Xã Ái Tử, ngày .*Người yêu cầu/);
    await expect(sheets.nth(1)).not.toContainText("Email của người kê khai");
    await expect(sheets.nth(2)).toContainText("Trạm y tế xã Triệu Phong");
    await sheets.nth(2).getByRole("link", { name: /Sửa Nơi đăng ký khám/ }).click();
    await type(page, "Nơi đăng ký khám bệnh, chữa bệnh ban đầu", "Trung tâm Y tế khu vực Triệu Phong");
    await goOn(page, "Xem lại các tờ khai chi tiết");
    await expect(sheets.nth(2).getByText("Trung tâm Y tế khu vực Triệu Phong")).toBeInViewport();
    await goOn(page, "Đính kèm thành phần hồ sơ");
  });

  await test.step("a paper is attached once, and those of other situations are answered for", async () => {
    await expect(page.getByText("Văn bản ủy quyền")).toBeHidden();
    await attach(page, "Giấy chứng sinh; không có thì", await photo(page));
    await press(page, "Tiếp tục");
    await expect(problems(page)).toContainText("Cho biết bạn có phải nộp giấy tờ này không");
    await needsNoOtherPaper(page);
    await goOn(page, "Chọn hình thức nhận kết quả");
  });

  await test.step("one of the three results comes another way than the others", async () => {
    await answer(page, "Bạn muốn nhận kết quả bằng cách nào?", "Trực tuyến");
    const card = page.locator("section").filter({ hasText: "Thẻ bảo hiểm y tế" });
    await card.getByRole("checkbox", { name: "Nhận cùng cách với kết quả đầu tiên" }).uncheck();
    await press(page, "Tiếp tục");
    await expect(problems(page)).toContainText("Thẻ bảo hiểm y tế: ");
    await card.getByRole("radio", { name: "Trực tiếp tại nơi nộp" }).check();
    await goOn(page, "Hoàn thiện gửi hồ sơ");
    await expect(page.getByText("Trực tiếp tại nơi nộp")).toHaveCount(1);
    await expectFits(page);
  });

  const code = await test.step("the receipt names each agency and each way of delivery", async () => {
    const code = await send(page);
    await expect(page.getByText(/Công an .*Ái Tử/)).toBeVisible();
    // One way for each of the three results, and none for all of them.
    await expect(page.getByText("Hình thức nhận kết quả", { exact: true })).toHaveCount(3);
    await expectFits(page);
    return code;
  });

  await test.step("each part goes its own way, and the one that waits for another's result goes on when it is there", async () => {
    await follow(page, "Theo dõi hồ sơ");
    const parts = page.getByRole("listitem").filter({ hasText: "Xem phần này" });
    await expect(parts).toHaveCount(3);
    await expect(parts.nth(0)).toContainText("Ủy ban nhân dân Xã Triệu Phong");
    await expect(parts.nth(1)).toContainText("Công an Xã Ái Tử");
    await expect(parts.nth(2)).toContainText("Bảo hiểm xã hội phụ trách Xã Triệu Phong");
    await expect(parts.nth(1)).toContainText("Chờ kết quả");
    await expectFits(page);
    const birthPart = (await parts.nth(0).getByText(/^H\d\d/).innerText()).trim();
    expect(birthPart).not.toBe(code);
    for (const move of ["Tiếp nhận", "Chuyển xử lý", "Có kết quả"]) await decided(page, birthPart, move);
    await page.reload();
    await expect(parts.nth(0)).toContainText("Đã xử lý xong");
    await expect(parts.nth(1)).not.toContainText("Chờ kết quả");
    await expect(parts.nth(1)).toContainText("Mới đăng ký");
    await parts.nth(1).getByRole("link", { name: /Xem phần này/ }).click();
    await expect(page.getByText("Xem cả hồ sơ liên thông")).toBeVisible();
    await expect(page.getByText("Thông báo kết quả giải quyết đăng ký cư trú")).toBeVisible();
  });
});

test("a death is registered, the residence deleted and the funeral paid for in one filing", async ({ page }) => {
  test.setTimeout(120_000);
  await test.step("one form asks for everything", async () => {
    await page.goto(`/procedures/${DEATH_GROUP}`);
    await beginDraft(page);
    await declareDeceased(page);
    await type(page, "Ngày chết", "20112026");
    await page.getByRole("button", { name: /^Giống như: Nơi cư trú cuối cùng/ }).click();
    await answer(page, "Nguyên nhân chết", "Già yếu");
    await answer(page, "Giấy báo tử hoặc giấy tờ thay thế", "Không có");
    await goOn(page, "Xóa đăng ký thường trú");
    await pick(page, "Quan hệ của người chết với chủ hộ", "Cha đẻ");
    await answer(page, "Giới tính của người đứng tên", "Nữ");
    await pick(page, "Mối quan hệ với chủ hộ của người đứng tên", "Chủ hộ");
    await answer(page, "Chỗ ở nơi người chết đăng ký thường trú", "Thuộc sở hữu của mình");
    await goOn(page, "Mai táng phí");
    await answer(page, "Diện hưởng mai táng phí của người chết", "Trợ cấp hưu trí xã hội");
    await answer(page, "Người nhận mai táng phí có phải là người yêu cầu không?", "Có");
    await goOn(page, "Bản sao và cam đoan");
    await declareTruth(page, "Bạn có đề nghị cấp bản sao Trích lục khai tử không?");
    await goOn(page, "Xem lại các tờ khai chi tiết");
    await expect(page.getByRole("article")).toHaveCount(3);
  });

  await test.step("its papers are attached, and it is sent", async () => {
    await goOn(page, "Đính kèm thành phần hồ sơ");
    await needsNoOtherPaper(page);
    await attachToEach(page, paper);
    await goOn(page, "Chọn hình thức nhận kết quả");
    await chooseDelivery(page, "Trực tiếp tại nơi nộp");
    await send(page);
    await follow(page, "Theo dõi hồ sơ");
    const parts = page.getByRole("listitem").filter({ hasText: "Xem phần này" });
    await expect(parts).toHaveCount(3);
    await expect(parts.nth(2)).toContainText("hưu trí xã hội");
  });
});

test("where nobody is entitled, the funeral's part isn't filed and its papers aren't asked for", async ({ page }) => {
  const { id } = await drafted(page, DEATH_GROUP, { funeral_entitlement: "Bảo trợ xã hội" });
  const decision = page.getByText("Quyết định thôi hưởng trợ cấp").first();
  await page.goto(`/drafts/${id}/attachments`);
  await expect(decision).toBeVisible();
  await page.goto(`/drafts/${id}/form/${FUNERAL_PAGE}`);
  await answer(page, "Diện hưởng mai táng phí của người chết", "Không thuộc diện hưởng");
  await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
  await page.goto(`/drafts/${id}/attachments`);
  await expect(heading(page, "Đính kèm thành phần hồ sơ")).toBeVisible();
  await expect(page.getByText("Văn bản ủy quyền").first()).toBeVisible();
  await expect(decision).toBeHidden();
  await page.goto(`/drafts/${id}/declarations`);
  await expect(page.getByRole("article")).toHaveCount(2);
  await page.goto(`/drafts/${id}/delivery`);
  await expect(page.getByRole("heading", { name: /^Kết quả:/ })).toHaveCount(2);
});

test("who leaves while «Thêm mới» is under way finds the draft later, with the other agency", async ({ page }) => {
  await page.goto(`/procedures/${BIRTH_GROUP}/prepare`);
  await follow(page, "Tiếp tục");
  await pickPlace(page);
  const police = page.getByRole("group", { name: "Đăng ký thường trú" });
  await police.getByRole("checkbox").uncheck();
  await pick(police, "Tỉnh, thành phố", "Quảng Trị");
  await pick(police, "Xã, phường, đặc khu", "Ái Tử");
  await page.reload();
  await expect(police.getByRole("combobox", { name: "Xã, phường, đặc khu" })).toHaveValue(/\d{5}/);
  const letBegin = await holdBack(page, "**/api/drafts");
  const begun = page.waitForResponse((answer) => answer.url().endsWith("/api/drafts") && answer.ok());
  await press(page, "Thêm mới");
  await page.goBack();
  await expect(heading(page, "Chuẩn bị hồ sơ")).toBeVisible();
  await letBegin();
  const { id } = (await (await begun).json()) as { id: string };
  await expect
    .poll(async () => (await (await page.request.get(`/api/drafts/${id}`)).json()).parts?.residence?.agency?.commune)
    .toMatch(/^\d{5}$/);
});

test("another agency half chosen is kept, and the part stays where it was until it is whole", async ({ page }) => {
  const { id } = await drafted(page, BIRTH_GROUP);
  await page.goto(`/drafts/${id}/agency`);
  const police = page.getByRole("group", { name: "Đăng ký thường trú" });
  await police.getByRole("checkbox").uncheck();
  await pick(police, "Tỉnh, thành phố", "Quảng Trị");
  await pick(police, "Xã, phường, đặc khu", "Ái Tử");
  await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
  await pick(police, "Tỉnh, thành phố", "Hà Nội");
  await page.reload();
  await expect(police.getByRole("checkbox")).not.toBeChecked();
  await expect(police.getByRole("combobox", { name: "Tỉnh, thành phố" })).toHaveValue("01");
  const held = async () => (await (await page.request.get(`/api/drafts/${id}`)).json()).parts.residence.agency.province;
  expect(await held()).not.toBe("01");
  await press(page, "Tiếp tục");
  await expect(problems(page)).toBeFocused();
});

test("a letter begun for a result that is no longer asked for holds nothing back, and isn't forgotten", async ({ page }) => {
  const { id } = await drafted(page, DEATH_GROUP, { funeral_entitlement: "Bảo trợ xã hội" });
  await page.goto(`/drafts/${id}/delivery`);
  await answer(page, "Bạn muốn nhận kết quả bằng cách nào?", "Trực tiếp tại nơi nộp");
  const funeral = page.locator("section").filter({ hasText: "mai táng phí" });
  await funeral.getByRole("checkbox").uncheck();
  await funeral.getByRole("radio", { name: "Qua bưu chính công ích" }).check();
  await type(funeral, "Số nhà, đường, thôn, tổ", "Thôn Hà Tây");
  await expect(page.getByText("Nơi nhận kết quả chưa đủ")).toBeVisible();
  await page.goto(`/drafts/${id}/form/${FUNERAL_PAGE}`);
  await answer(page, "Diện hưởng mai táng phí của người chết", "Không thuộc diện hưởng");
  await page.goto(`/drafts/${id}/review`);
  await press(page, "Gửi hồ sơ");
  await expect(problems(page)).toBeVisible();
  await expect(problems(page).getByText("chưa khai xong")).toHaveCount(0);
  await expect(page.getByText("Nơi nhận kết quả chưa đủ")).toBeHidden();
  await page.goto(`/drafts/${id}/form/${FUNERAL_PAGE}`);
  await answer(page, "Diện hưởng mai táng phí của người chết", "Bảo trợ xã hội");
  await page.goto(`/drafts/${id}/delivery`);
  await expect(funeral.getByRole("textbox", { name: /^Số nhà, đường/ })).toHaveValue("Thôn Hà Tây");
});
