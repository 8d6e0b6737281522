// Step 4 of the journey for groups (liên thông, R4.6–R4.16), which have one form for several agencies. The form asks no
// question twice, every agency gets its own declaration, and each part has its own status. One test for each group
// files it on the screen, from the group's first page to the receipt. The other tests start at the page that they test.

import {
  attachFile, attachToEveryComponent, chooseDelivery, chooseRadio, continueTo, declineOptionalComponents,
  errorSummary, fill, fillChildAndMotherPages, fillDeceasedPages, fillLastPage, follow, heading, press, selectOption,
  selectPlace, sendDossier, signIn, startDraft,
} from "../../kit/citizen";
import { jpegPhoto, pdfFile } from "../../kit/files";
import { BIRTH_GROUP, BIRTH_GROUP_CERTIFICATE, DEATH_GROUP, birthGroupAnswers } from "../../kit/group_answers";
import { holdResponses } from "../../kit/delayed_responses";
import {
  createDraft, decideDossier, findPlace, registerAndSignIn, submitDraft, updateDraft, uploadFile,
} from "../../kit/api_setup";
import { expectNoHorizontalOverflow } from "../../kit/accessibility";
import { expect, test } from "../../kit/test";

/** The page of the death group's form that asks about the funeral allowance. Pages are numbered from 1. */
const FUNERAL_PAGE = 5;

test.beforeEach(async ({ page, person }) => registerAndSignIn(page, person));

test("birth, residence and health insurance are filed together", async ({ page }) => {
  test.setTimeout(120_000);
  await test.step("find the group and choose its agencies", async () => {
    await page.goto("/");
    await follow(page, "Dịch vụ công liên thông: Khai sinh, Khai tử");
    await expect(heading(page, "DỊCH VỤ CÔNG LIÊN THÔNG")).toBeVisible();
    await follow(page, /Đăng ký khai sinh – Đăng ký thường trú/);
    await follow(page, "Nộp hồ sơ");
    await expect(heading(page, "Chuẩn bị hồ sơ")).toBeVisible();
    await follow(page, "Tiếp tục");
    await expect(heading(page, "Lựa chọn cơ quan thực hiện")).toBeVisible();
    await selectPlace(page);
    await expect(page.getByText(/Nơi nhận hồ sơ: Ủy ban nhân dân .*Triệu Phong/)).toBeVisible();
    await expect(page.getByText(/Nơi nhận hồ sơ: Công an .*Triệu Phong/)).toBeVisible();
    const police = page.getByRole("group", { name: "Đăng ký thường trú" });
    await police.getByRole("checkbox", { name: "Cùng xã, phường với nơi đầu tiên" }).uncheck();
    await press(page, "Thêm mới");
    await expect(errorSummary(page)).toBeFocused();
    await selectOption(police, "Tỉnh, thành phố", "Quảng Trị");
    await fill(police, "Gõ tên xã, phường", "ai tu");
    await selectOption(police, "Xã, phường, đặc khu", "Ái Tử");
    await press(page, "Thêm mới");
    await expect(page.getByText("Hồ sơ đã được lưu thành bản nháp")).toBeVisible();
  });

  await test.step("fill in one form for all parts", async () => {
    await fillChildAndMotherPages(page);
    await continueTo(page, "Đăng ký thường trú");
    await page.getByRole("button", { name: "Giống như: Quê quán" }).click();
    await chooseRadio(page, "Trẻ có đăng ký thường trú ở nơi khác với cha, mẹ không?", "Không");
    await fill(page, "Họ, chữ đệm, tên của chủ hộ", "Nguyễn Văn Thử");
    await fill(page, "Số định danh cá nhân của chủ hộ", "045060000123");
    await selectOption(page, "Quan hệ của trẻ với chủ hộ", "Cháu");
    await chooseRadio(page, "Chỗ ở hợp pháp nơi trẻ đăng ký thường trú", "Thuộc sở hữu của mình");
    await continueTo(page, "Thẻ bảo hiểm y tế");
    await fill(page, "Nơi đăng ký khám bệnh, chữa bệnh ban đầu", "Trạm y tế xã Triệu Phong");
    await continueTo(page, "Kết hôn, bản sao và cam đoan");
    await fillLastPage(page, "Bạn có đề nghị cấp bản sao Giấy khai sinh không?");
  });

  await test.step("read one declaration per agency and correct an answer", async () => {
    await continueTo(page, "Xem lại các tờ khai chi tiết");
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
    await fill(page, "Nơi đăng ký khám bệnh, chữa bệnh ban đầu", "Trung tâm Y tế khu vực Triệu Phong");
    await continueTo(page, "Xem lại các tờ khai chi tiết");
    await expect(sheets.nth(2).getByText("Trung tâm Y tế khu vực Triệu Phong")).toBeInViewport();
    await continueTo(page, "Đính kèm thành phần hồ sơ");
  });

  await test.step("attach each component once and decline the conditional ones", async () => {
    await expect(page.getByText("Văn bản ủy quyền")).toBeHidden();
    await attachFile(page, "Giấy chứng sinh; không có thì", await jpegPhoto(page));
    await press(page, "Tiếp tục");
    await expect(errorSummary(page)).toContainText("Cho biết bạn có phải nộp giấy tờ này không");
    await declineOptionalComponents(page);
    await continueTo(page, "Chọn hình thức nhận kết quả");
  });

  await test.step("choose another delivery for one of the three results", async () => {
    await chooseRadio(page, "Bạn muốn nhận kết quả bằng cách nào?", "Trực tuyến");
    const card = page.locator("section").filter({ hasText: "Thẻ bảo hiểm y tế" });
    await card.getByRole("checkbox", { name: "Nhận cùng cách với kết quả đầu tiên" }).uncheck();
    await press(page, "Tiếp tục");
    await expect(errorSummary(page)).toContainText("Thẻ bảo hiểm y tế: ");
    await card.getByRole("radio", { name: "Trực tiếp tại nơi nộp" }).check();
    await continueTo(page, "Hoàn thiện gửi hồ sơ");
    await expect(page.getByText("Trực tiếp tại nơi nộp")).toHaveCount(1);
    await expectNoHorizontalOverflow(page);
  });

  const code = await test.step("the receipt lists every agency and every delivery", async () => {
    const code = await sendDossier(page);
    await expect(page.getByText(/Công an .*Ái Tử/)).toBeVisible();
    // The receipt has one line for the delivery of each of the three results, and no line for all of them together.
    await expect(page.getByText("Hình thức nhận kết quả", { exact: true })).toHaveCount(3);
    await expectNoHorizontalOverflow(page);
    return code;
  });

  await test.step("each part has its own status, and a waiting part continues after the result that it depends on", async () => {
    await follow(page, "Theo dõi hồ sơ");
    const parts = page.getByRole("listitem").filter({ hasText: "Xem phần này" });
    await expect(parts).toHaveCount(3);
    await expect(parts.nth(0)).toContainText("Ủy ban nhân dân Xã Triệu Phong");
    await expect(parts.nth(1)).toContainText("Công an Xã Ái Tử");
    await expect(parts.nth(2)).toContainText("Bảo hiểm xã hội phụ trách Xã Triệu Phong");
    await expect(parts.nth(1)).toContainText("Chờ kết quả");
    await expectNoHorizontalOverflow(page);
    const birthPart = (await parts.nth(0).getByText(/^H\d\d/).innerText()).trim();
    expect(birthPart).not.toBe(code);
    for (const move of ["Tiếp nhận", "Chuyển xử lý", "Có kết quả"]) await decideDossier(page, birthPart, move);
    await page.reload();
    await expect(parts.nth(0)).toContainText("Đã xử lý xong");
    await expect(parts.nth(1)).not.toContainText("Chờ kết quả");
    await expect(parts.nth(1)).toContainText("Mới đăng ký");
    await parts.nth(1).getByRole("link", { name: /Xem phần này/ }).click();
    await expect(page.getByText("Xem cả hồ sơ liên thông")).toBeVisible();
    await expect(page.getByText("Thông báo kết quả giải quyết đăng ký cư trú")).toBeVisible();
  });
});

test("death, residence and funeral allowance are filed together", async ({ page }) => {
  test.setTimeout(120_000);
  await test.step("fill in one form for all parts", async () => {
    await page.goto(`/procedures/${DEATH_GROUP}`);
    await startDraft(page);
    await fillDeceasedPages(page);
    await fill(page, "Ngày chết", "20112026");
    await page.getByRole("button", { name: /^Giống như: Nơi cư trú cuối cùng/ }).click();
    await chooseRadio(page, "Nguyên nhân chết", "Già yếu");
    await chooseRadio(page, "Giấy báo tử hoặc giấy tờ thay thế", "Không có");
    await continueTo(page, "Xóa đăng ký thường trú");
    await selectOption(page, "Quan hệ của người chết với chủ hộ", "Cha đẻ");
    await chooseRadio(page, "Giới tính của người đứng tên", "Nữ");
    await selectOption(page, "Mối quan hệ với chủ hộ của người đứng tên", "Chủ hộ");
    await chooseRadio(page, "Chỗ ở nơi người chết đăng ký thường trú", "Thuộc sở hữu của mình");
    await continueTo(page, "Mai táng phí");
    await chooseRadio(page, "Diện hưởng mai táng phí của người chết", "Trợ cấp hưu trí xã hội");
    await chooseRadio(page, "Người nhận mai táng phí có phải là người yêu cầu không?", "Có");
    await continueTo(page, "Bản sao và cam đoan");
    await fillLastPage(page, "Bạn có đề nghị cấp bản sao Trích lục khai tử không?");
    await continueTo(page, "Xem lại các tờ khai chi tiết");
    await expect(page.getByRole("article")).toHaveCount(3);
  });

  await test.step("attach the components and send the dossier", async () => {
    await continueTo(page, "Đính kèm thành phần hồ sơ");
    await declineOptionalComponents(page);
    await attachToEveryComponent(page, pdfFile);
    await continueTo(page, "Chọn hình thức nhận kết quả");
    await chooseDelivery(page, "Trực tiếp tại nơi nộp");
    await sendDossier(page);
    await follow(page, "Theo dõi hồ sơ");
    const parts = page.getByRole("listitem").filter({ hasText: "Xem phần này" });
    await expect(parts).toHaveCount(3);
    await expect(parts.nth(2)).toContainText("hưu trí xã hội");
  });
});

test.describe("with a clock of its own", () => {
  test.use({ ownBackend: true });

  test("a group whose parts stand differently says on top what the citizen must do, and how each part stands", async ({ page, person, backend }) => {
    const place = await findPlace(page, "Quảng Trị", "Triệu Phong");
    const begun = await createDraft(page, BIRTH_GROUP, birthGroupAnswers(person, place));
    await uploadFile(page, begun, pdfFile("Giấy chứng sinh.pdf"), BIRTH_GROUP_CERTIFICATE);
    const declined = { "000.00.00.G15-KQ003303": false };
    const { code } = await submitDraft(page, await updateDraft(page, begun, { delivery: { channel: "online" }, papers: declined }));
    const { parts } = (await (await page.request.get(`/api/dossiers/${code}`)).json()) as { parts: { code: string }[] };
    const [birth = "", residence = "", insurance = ""] = parts.map((part) => part.code);
    for (const move of ["Tiếp nhận", "Chuyển xử lý", "Có kết quả"]) await decideDossier(page, birth, move);
    // The certificate isn't handed over in time. The other two offices decide differently.
    await backend.advanceClock(9 * 24 * 3600);
    await decideDossier(page, residence, "Yêu cầu bổ sung trước tiếp nhận", "Thiếu giấy tờ về chỗ ở");
    await decideDossier(page, insurance, "Từ chối tiếp nhận", "Trẻ đã có thẻ");
    await page.context().clearCookies();
    await signIn(page, person);
    await page.goto("/dossiers?tab=supplement");
    const card = page.locator(".dossier-cards > li").filter({ hasText: code });
    await expect(card).toContainText("Yêu cầu bổ sung giấy tờ");
    await expect(card).toContainText("Quá hạn");
    await page.goto(`/dossiers/${code}`);
    await expect(page.locator(".dossier-status__status")).toHaveText("Yêu cầu bổ sung giấy tờ");
    await expect(page.locator(".dossier-status__lead")).toContainText("Cơ quan đang chờ bạn bổ sung hồ sơ.");
    const stuck = page.locator(".notice").filter({ hasText: "Hồ sơ đang bị chậm" });
    await expect(stuck).toContainText("Đăng ký khai sinh");
    await expect(stuck).not.toContainText("Thẻ bảo hiểm");
    await expect(page.getByText("Thiếu giấy tờ về chỗ ở").first()).toBeVisible();
    const listed = page.getByRole("listitem").filter({ hasText: "Xem phần này" });
    for (const [index, status] of ["Đã xử lý xong", "Yêu cầu bổ sung giấy tờ", "Không được tiếp nhận"].entries()) {
      await expect(listed.nth(index)).toContainText(status);
    }
    await expect(page.getByText("Nằm trong mục").locator("..")).toContainText("Bổ sung hồ sơ");
    await expectNoHorizontalOverflow(page);
    await page.getByRole("link", { name: "Bổ sung ngay" }).click();
    await expect(page).toHaveURL(new RegExp(`/dossiers/${residence}/`));
  });
});

test("without entitlement, the funeral allowance isn't filed and its components aren't required", async ({ page }) => {
  const { id } = await createDraft(page, DEATH_GROUP, { funeral_entitlement: "Bảo trợ xã hội" });
  const decision = page.getByText("Quyết định thôi hưởng trợ cấp").first();
  await page.goto(`/drafts/${id}/attachments`);
  await expect(decision).toBeVisible();
  await page.goto(`/drafts/${id}/form/${FUNERAL_PAGE}`);
  await chooseRadio(page, "Diện hưởng mai táng phí của người chết", "Không thuộc diện hưởng");
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

test("a citizen who leaves during «Thêm mới» finds the draft later, with the agency they chose", async ({ page }) => {
  await page.goto(`/procedures/${BIRTH_GROUP}/prepare`);
  await follow(page, "Tiếp tục");
  await selectPlace(page);
  const police = page.getByRole("group", { name: "Đăng ký thường trú" });
  await police.getByRole("checkbox").uncheck();
  await selectOption(police, "Tỉnh, thành phố", "Quảng Trị");
  await selectOption(police, "Xã, phường, đặc khu", "Ái Tử");
  await page.reload();
  await expect(police.getByRole("combobox", { name: "Xã, phường, đặc khu" })).toHaveValue(/\d{5}/);
  const releaseDrafts = await holdResponses(page, "**/api/drafts");
  const draftCreated = page.waitForResponse((response) => response.url().endsWith("/api/drafts") && response.ok());
  await press(page, "Thêm mới");
  await page.goBack();
  await expect(heading(page, "Chuẩn bị hồ sơ")).toBeVisible();
  await releaseDrafts();
  const { id } = (await (await draftCreated).json()) as { id: string };
  await expect
    .poll(async () => (await (await page.request.get(`/api/drafts/${id}`)).json()).parts?.residence?.agency?.commune)
    .toMatch(/^\d{5}$/);
});

test("a half-chosen agency survives a reload and isn't saved until it is complete", async ({ page }) => {
  const { id } = await createDraft(page, BIRTH_GROUP);
  await page.goto(`/drafts/${id}/agency`);
  const police = page.getByRole("group", { name: "Đăng ký thường trú" });
  await police.getByRole("checkbox").uncheck();
  await selectOption(police, "Tỉnh, thành phố", "Quảng Trị");
  await selectOption(police, "Xã, phường, đặc khu", "Ái Tử");
  await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
  await selectOption(police, "Tỉnh, thành phố", "Hà Nội");
  await page.reload();
  await expect(police.getByRole("checkbox")).not.toBeChecked();
  await expect(police.getByRole("combobox", { name: "Tỉnh, thành phố" })).toHaveValue("01");
  const savedProvince = async () => (await (await page.request.get(`/api/drafts/${id}`)).json()).parts.residence.agency.province;
  expect(await savedProvince()).not.toBe("01");
  await press(page, "Tiếp tục");
  await expect(errorSummary(page)).toBeFocused();
});

test("an incomplete postal address of a result that no longer applies doesn't block sending and is kept", async ({ page }) => {
  const { id } = await createDraft(page, DEATH_GROUP, { funeral_entitlement: "Bảo trợ xã hội" });
  await page.goto(`/drafts/${id}/delivery`);
  await chooseRadio(page, "Bạn muốn nhận kết quả bằng cách nào?", "Trực tiếp tại nơi nộp");
  const funeral = page.locator("section").filter({ hasText: "mai táng phí" });
  await funeral.getByRole("checkbox").uncheck();
  await funeral.getByRole("radio", { name: "Qua bưu chính công ích" }).check();
  await fill(funeral, "Số nhà, đường, thôn, tổ", "Thôn Hà Tây");
  await expect(page.getByText("Nơi nhận kết quả chưa đủ")).toBeVisible();
  await page.goto(`/drafts/${id}/form/${FUNERAL_PAGE}`);
  await chooseRadio(page, "Diện hưởng mai táng phí của người chết", "Không thuộc diện hưởng");
  await page.goto(`/drafts/${id}/review`);
  await press(page, "Gửi hồ sơ");
  await expect(errorSummary(page)).toBeVisible();
  await expect(errorSummary(page).getByText("chưa khai xong")).toHaveCount(0);
  await expect(page.getByText("Nơi nhận kết quả chưa đủ")).toBeHidden();
  await page.goto(`/drafts/${id}/form/${FUNERAL_PAGE}`);
  await chooseRadio(page, "Diện hưởng mai táng phí của người chết", "Bảo trợ xã hội");
  await page.goto(`/drafts/${id}/delivery`);
  await expect(funeral.getByRole("textbox", { name: /^Số nhà, đường/ })).toHaveValue("Thôn Hà Tây");
});
