// Incomplete input, such as a postal address without a street: the app keeps it and reports it as incomplete, but never
// sends it as an answer.

import {
  attachFile, chooseFiles, chooseRadio, componentCard, errorSummary, fill, heading, press, selectOption, selectPlace,
} from "../../kit/citizen";
import { jpegPhoto } from "../../kit/files";
import { BIRTH_PROCEDURE, createCompleteDraft, createDraft, registerAndSignIn } from "../../kit/api_setup";
import { readStorage } from "../../kit/session";
import { expect, test } from "../../kit/test";

const DELIVERY_QUESTION = "Bạn muốn nhận kết quả bằng cách nào?";

test("an incomplete postal address survives a reload and blocks sending", async ({ page, person }) => {
  await registerAndSignIn(page, person);
  const { id } = await createCompleteDraft(page, person);
  await page.goto(`/drafts/${id}/delivery`);
  await chooseRadio(page, DELIVERY_QUESTION, "Qua bưu chính công ích");
  await fill(page, "Số nhà, đường, thôn, tổ", "Thôn Hà Tây");
  await expect(page.getByText("mới giữ trên máy này")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: "Qua bưu chính công ích" })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Số nhà, đường, thôn, tổ" })).toHaveValue("Thôn Hà Tây");
  await page.goto(`/drafts/${id}/review`);
  await expect(page.getByText("Chưa khai xong: hãy khai nốt nơi nhận kết quả.")).toBeVisible();
  await press(page, "Gửi hồ sơ");
  await expect(errorSummary(page)).toContainText("Chưa khai xong");
  await page.goto(`/drafts/${id}/delivery`);
  await chooseRadio(page, DELIVERY_QUESTION, "Trực tuyến");
  await expect(page.getByText("mới giữ trên máy này")).toBeHidden();
});

test("an incomplete postal address survives a change of delivery and a reload, and leaves the tab's storage once saved", async ({ page, person }) => {
  await registerAndSignIn(page, person);
  const { id } = await createCompleteDraft(page, person);
  await page.goto(`/drafts/${id}/delivery`);
  await chooseRadio(page, DELIVERY_QUESTION, "Qua bưu chính công ích");
  await fill(page, "Số nhà, đường, thôn, tổ", "Thôn Hà Tây");
  await chooseRadio(page, DELIVERY_QUESTION, "Trực tuyến");
  await expect(page.getByText(/^Đã lưu lúc \d\d:\d\d/)).toBeVisible();
  await page.reload();
  await chooseRadio(page, DELIVERY_QUESTION, "Qua bưu chính công ích");
  await expect(page.getByRole("textbox", { name: "Số nhà, đường, thôn, tổ" })).toHaveValue("Thôn Hà Tây");
  await selectPlace(page);
  const tabStorage = async () => JSON.stringify((await readStorage(page)).tab);
  await expect.poll(tabStorage).not.toContain("Thôn Hà Tây");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Số nhà, đường, thôn, tổ" })).toHaveValue("Thôn Hà Tây");
});

test("a half-chosen agency is kept and reported, and nothing is sent to the former agency", async ({ page, person }) => {
  await registerAndSignIn(page, person);
  const { id } = await createCompleteDraft(page, person);
  await page.goto(`/drafts/${id}/agency`);
  await selectOption(page, "Tỉnh, thành phố", "Thành phố Hà Nội");
  await expect(page.getByText("Bạn chưa chọn xong nơi nhận hồ sơ")).toBeVisible();
  await page.goto(`/drafts/${id}/review`);
  await expect(page.getByText(/^Ủy ban nhân dân xã Triệu Phong/i)).toHaveCount(0);
  await press(page, "Gửi hồ sơ");
  await expect(errorSummary(page)).toContainText("Hãy chọn cơ quan thực hiện.");
  await page.goto(`/drafts/${id}/agency`);
  await expect(page.getByText("Bạn chưa chọn xong nơi nhận hồ sơ")).toBeVisible();
  await selectPlace(page);
  await expect(page.getByText("Bạn chưa chọn xong nơi nhận hồ sơ")).toBeHidden();
  await page.goto(`/drafts/${id}/review`);
  await expect(page.getByText(/^Ủy ban nhân dân xã Triệu Phong/i).first()).toBeVisible();
});

test("the error at a component's question disappears when it is answered", async ({ page, person }) => {
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, BIRTH_PROCEDURE, { requester_name: person.name });
  await page.goto(`/drafts/${id}/attachments`);
  await press(page, "Tiếp tục");
  const dialog = page.getByText("Hãy chọn một câu trả lời.");
  const before = await dialog.count();
  await page.getByRole("radio", { name: "Không", exact: true }).first().check();
  await expect(dialog).toHaveCount(before - 1);
});

test("«Xóa» removes a file whose upload is just being created", async ({ page, person, browserErrors }) => {
  // When the app aborts an upload request, the backend keeps the upload locked for a moment and refuses other requests
  // with 423.
  browserErrors.allowStatuses(423);
  await registerAndSignIn(page, person);
  const { id } = await createDraft(page, BIRTH_PROCEDURE, { requester_name: person.name });
  await page.goto(`/drafts/${id}/attachments`);
  await expect(heading(page, "Đính kèm thành phần hồ sơ")).toBeVisible();
  let releaseResponse = () => {};
  const responseReleased = new Promise<void>((resolve) => (releaseResponse = resolve));
  await page.route(`**/api/drafts/${id}/uploads`, async (route) => {
    const response = await route.fetch();
    await responseReleased;
    // The app may have aborted this request, although the backend has already handled it. Then the page can't receive
    // the response.
    await route.fulfill({ response }).catch(() => undefined);
  });
  await chooseFiles(page, "Giấy chứng sinh; không có thì", await jpegPhoto(page));
  const card = componentCard(page, "Giấy chứng sinh; không có thì");
  await card.getByRole("button", { name: /^Xóa/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Xóa" }).click();
  releaseResponse();
  await expect(dialog).toBeHidden();
  await expect(card.getByRole("listitem")).toHaveCount(0);
  await expect(page.getByLabel("Giấy chứng sinh; không có thì")).toBeFocused();
  const draft = (await (await page.request.get(`/api/drafts/${id}`)).json()) as { attachments: object[] };
  expect(draft.attachments).toEqual([]);
  await attachFile(page, "Giấy chứng sinh; không có thì", await jpegPhoto(page));
});

test("a half-filled registration form survives a reload", async ({ page }) => {
  await page.goto("/register/phone");
  const name = page.getByRole("textbox", { name: "Họ và tên" });
  await name.pressSequentially("Nguyễn Th");
  await page.reload();
  await expect(name).toHaveValue("Nguyễn Th");
});
