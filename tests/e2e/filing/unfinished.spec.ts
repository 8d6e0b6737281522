// What is begun and not whole: kept, told, and never taken for an answer.

import { answer, attach, chooseFile, heading, paperNamed, pick, pickPlace, press, problems, type } from "../../kit/citizen";
import { photo } from "../../kit/files";
import { BIRTH, drafted, readyToSend, signedIn } from "../../kit/prepared";
import { kept } from "../../kit/session";
import { expect, test } from "../../kit/test";

const QUESTION = "Bạn muốn nhận kết quả bằng cách nào?";

test("a letter without its place outlives a reload, and isn't sent another way", async ({ page, person }) => {
  await signedIn(page, person);
  const { id } = await readyToSend(page, person);
  await page.goto(`/drafts/${id}/delivery`);
  await answer(page, QUESTION, "Qua bưu chính công ích");
  await type(page, "Số nhà, đường, thôn, tổ", "Thôn Hà Tây");
  await expect(page.getByText("mới giữ trên máy này")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: "Qua bưu chính công ích" })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Số nhà, đường, thôn, tổ" })).toHaveValue("Thôn Hà Tây");
  await page.goto(`/drafts/${id}/review`);
  await expect(page.getByText("Chưa khai xong: hãy khai nốt nơi nhận kết quả.")).toBeVisible();
  await press(page, "Gửi hồ sơ");
  await expect(problems(page)).toContainText("Chưa khai xong");
  await page.goto(`/drafts/${id}/delivery`);
  await answer(page, QUESTION, "Trực tuyến");
  await expect(page.getByText("mới giữ trên máy này")).toBeHidden();
});

test("a letter begun before another way was chosen outlives a reload, and isn't kept in the tab once it is saved", async ({ page, person }) => {
  await signedIn(page, person);
  const { id } = await readyToSend(page, person);
  await page.goto(`/drafts/${id}/delivery`);
  await answer(page, QUESTION, "Qua bưu chính công ích");
  await type(page, "Số nhà, đường, thôn, tổ", "Thôn Hà Tây");
  await answer(page, QUESTION, "Trực tuyến");
  await expect(page.getByText(/^Đã lưu lúc \d\d:\d\d/)).toBeVisible();
  await page.reload();
  await answer(page, QUESTION, "Qua bưu chính công ích");
  await expect(page.getByRole("textbox", { name: "Số nhà, đường, thôn, tổ" })).toHaveValue("Thôn Hà Tây");
  await pickPlace(page);
  const inTab = async () => JSON.stringify((await kept(page)).tab);
  await expect.poll(inTab).not.toContain("Thôn Hà Tây");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Số nhà, đường, thôn, tổ" })).toHaveValue("Thôn Hà Tây");
});

test("another agency that is half chosen is kept, told, and nothing goes to the one before", async ({ page, person }) => {
  await signedIn(page, person);
  const { id } = await readyToSend(page, person);
  await page.goto(`/drafts/${id}/agency`);
  await pick(page, "Tỉnh, thành phố", "Thành phố Hà Nội");
  await expect(page.getByText("Bạn chưa chọn xong nơi nhận hồ sơ")).toBeVisible();
  await page.goto(`/drafts/${id}/review`);
  await expect(page.getByText(/^Ủy ban nhân dân xã Triệu Phong/i)).toHaveCount(0);
  await press(page, "Gửi hồ sơ");
  await expect(problems(page)).toContainText("Hãy chọn cơ quan thực hiện.");
  await page.goto(`/drafts/${id}/agency`);
  await expect(page.getByText("Bạn chưa chọn xong nơi nhận hồ sơ")).toBeVisible();
  await pickPlace(page);
  await expect(page.getByText("Bạn chưa chọn xong nơi nhận hồ sơ")).toBeHidden();
  await page.goto(`/drafts/${id}/review`);
  await expect(page.getByText(/^Ủy ban nhân dân xã Triệu Phong/i).first()).toBeVisible();
});

test("a paper's question that is answered is no longer asked for in red", async ({ page, person }) => {
  await signedIn(page, person);
  const { id } = await drafted(page, BIRTH, { requester_name: person.name });
  await page.goto(`/drafts/${id}/attachments`);
  await press(page, "Tiếp tục");
  const asked = page.getByText("Hãy chọn một câu trả lời.");
  const before = await asked.count();
  await page.getByRole("radio", { name: "Không", exact: true }).first().check();
  await expect(asked).toHaveCount(before - 1);
});

test("«Xóa» of a file whose upload is only just being made takes it away", async ({ page, person, watch }) => {
  // A chunk that is broken off stays locked for a moment.
  watch.allowRefusals(423);
  await signedIn(page, person);
  const { id } = await drafted(page, BIRTH, { requester_name: person.name });
  await page.goto(`/drafts/${id}/attachments`);
  await expect(heading(page, "Đính kèm thành phần hồ sơ")).toBeVisible();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(`**/api/drafts/${id}/uploads`, async (route) => {
    const made = await route.fetch();
    await held;
    // The app may have given up on it meanwhile; the server has not.
    await route.fulfill({ response: made }).catch(() => undefined);
  });
  await chooseFile(page, "Giấy chứng sinh; không có thì", await photo(page));
  const row = paperNamed(page, "Giấy chứng sinh; không có thì");
  await row.getByRole("button", { name: /^Xóa/ }).click();
  const asked = page.getByRole("dialog");
  await asked.getByRole("button", { name: "Xóa" }).click();
  letGo();
  await expect(asked).toBeHidden();
  await expect(row.getByRole("listitem")).toHaveCount(0);
  await expect(page.getByLabel("Giấy chứng sinh; không có thì")).toBeFocused();
  const draft = (await (await page.request.get(`/api/drafts/${id}`)).json()) as { attachments: object[] };
  expect(draft.attachments).toEqual([]);
  await attach(page, "Giấy chứng sinh; không có thì", await photo(page));
});

test("a slip typed half way outlives a reload", async ({ page }) => {
  await page.goto("/register/phone");
  const name = page.getByRole("textbox", { name: "Họ và tên" });
  await name.pressSequentially("Nguyễn Th");
  await page.reload();
  await expect(name).toHaveValue("Nguyễn Th");
});
