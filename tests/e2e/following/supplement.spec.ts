// «Bổ sung hồ sơ»: the office asks for single answers and papers at `/demo`, and the citizen sends exactly these from
// their phone. The draft of a birth certificate is confirmed in the same way.

import { errorSummary, fill, follow, heading, press } from "../../kit/citizen";
import {
  BIRTH_CERTIFICATE, BIRTH_PROCEDURE, createCompleteDraft, createDossier, decideDossier, registerAndSignIn, submitDraft,
} from "../../kit/api_setup";
import { askAtDesk } from "../../kit/officer";
import { expectNoHorizontalOverflow } from "../../kit/accessibility";
import { jpegPhoto, pdfFile } from "../../kit/files";
import { signInOnOtherDevice } from "../../kit/other_device";
import { expect, test } from "../../kit/test";

const CHILD = "Họ, chữ đệm, tên của người được khai sinh";

test.beforeEach(async ({ page, person }) => registerAndSignIn(page, person));

test("the citizen corrects what the office names, item by item, and the dossier goes on", async ({ page, person }) => {
  const draft = await createCompleteDraft(page, person, BIRTH_PROCEDURE, await jpegPhoto(page));
  const { code } = await submitDraft(page, draft);
  await decideDossier(page, code, "Tiếp nhận");
  await askAtDesk(page, code, {
    reason: "Tên con không khớp giấy chứng sinh.",
    items: { [`q:child_name`]: "Thiếu chữ đệm", [`c:${BIRTH_CERTIFICATE}`]: "Ảnh mờ" },
    otherPaper: "Bản sao thẻ bảo hiểm",
  });
  await page.goto("/dossiers?tab=supplement");
  await page.getByRole("link", { name: /Đăng ký khai sinh/ }).first().click();
  await expect(page.getByRole("heading", { name: "Cơ quan yêu cầu bổ sung" })).toBeVisible();
  await expect(page.getByText("Thiếu chữ đệm")).toBeVisible();
  await follow(page, "Bổ sung ngay");

  await expect(heading(page, "Bổ sung hồ sơ")).toBeVisible();
  await expect(page.getByText("Tên con không khớp giấy chứng sinh.")).toBeVisible();
  await expect(page.getByText("Đang ghi trong hồ sơ: Trần Minh Thử")).toBeVisible();
  await expect(page.getByText("Đã nộp: Giấy chứng sinh.jpg")).toBeVisible();
  // Nothing else of the form is asked.
  await expect(page.getByRole("textbox")).toHaveCount(1);
  await expectNoHorizontalOverflow(page);
  await press(page, "Gửi bổ sung");
  await expect(errorSummary(page)).toContainText("Bản sao thẻ bảo hiểm");

  await fill(page, CHILD, "Trần Minh Thư");
  const [certificate, card] = await page.locator("input[type=file]").all();
  await certificate?.setInputFiles(await jpegPhoto(page, "Chứng sinh rõ.jpg"));
  await card?.setInputFiles(pdfFile("Thẻ bảo hiểm.pdf"));
  await expect(page.getByText("Cơ quan đã nhận", { exact: false })).toHaveCount(2);
  // What is filled in survives a reload.
  await expect(page.getByText(/^Đã lưu/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox", { name: CHILD })).toHaveValue("Trần Minh Thư");
  await press(page, "Gửi bổ sung");
  await expect(heading(page, "Đã gửi")).toBeVisible();
  await expect(page.getByText("Chứng sinh rõ.jpg")).toBeVisible();
  await follow(page, "Xem hồ sơ");
  await expect(page.getByText("Đang xử lý").first()).toBeVisible();
  await page.getByText("Đã bổ sung").click();
  await expect(page.getByText("Trần Minh Thử → Trần Minh Thư")).toBeVisible();
  await expect(page.getByText("thay cho Giấy chứng sinh.jpg")).toBeVisible();
});

test("two phones fill in the same supplement, and what one has sent the other doesn't send again", async ({ page, person, browser, backend }) => {
  const { code } = await createDossier(page, person);
  await decideDossier(page, code, "Yêu cầu bổ sung trước tiếp nhận", "Nộp thêm giấy báo tử");
  const other = await signInOnOtherDevice(browser, backend, person);
  const phone = await other.newPage();
  await phone.goto(`/dossiers/${code}/supplement`);
  await expect(phone.getByText("Nộp thêm giấy báo tử")).toBeVisible();
  await page.goto(`/dossiers/${code}`);
  await follow(page, "Bổ sung ngay");
  await press(page, "Gửi bổ sung");
  await expect(errorSummary(page)).toContainText("Hãy viết nội dung hoặc chọn ít nhất một tệp.");
  await fill(page, "Nội dung gửi cơ quan", "Tôi đã nộp bản gốc tại quầy.");
  await press(page, "Gửi bổ sung");
  await expect(heading(page, "Đã gửi")).toBeVisible();
  await fill(phone, "Nội dung gửi cơ quan", "Gửi lần nữa.");
  await expect(phone.getByText(/Cơ quan không chờ mục này nữa/)).toBeVisible();
  await phone.getByRole("link", { name: "Xem hồ sơ" }).click();
  await expect(phone.getByText("Gửi bổ sung trước tiếp nhận")).toBeVisible();
  await other.close();
});

test("a draft certificate shows what will be printed, and a mistake is reported", async ({ page, person }) => {
  const draft = await createCompleteDraft(page, person, BIRTH_PROCEDURE, await jpegPhoto(page));
  const { code } = await submitDraft(page, draft);
  await decideDossier(page, code, "Tiếp nhận");
  await askAtDesk(page, code, { certificate: true });
  await page.goto(`/dossiers/${code}`);
  await expect(page.locator(".dossier-status__lead")).toContainText("Cơ quan gửi bản thảo giấy tờ. Hãy kiểm tra trước khi in");
  await follow(page, "Xem bản thảo và trả lời");
  await expect(heading(page, "Kiểm tra bản thảo")).toBeVisible();
  await expect(page.getByText("Trần Minh Thử")).toBeVisible();
  await expect(page.getByText("Quá hạn mà không trả lời thì coi như bạn đồng ý.").first()).toBeVisible();
  await page.getByRole("radio", { name: "Có chỗ sai" }).check();
  await press(page, "Gửi ý kiến");
  await expect(errorSummary(page)).toContainText("Chỗ sai và nội dung đúng");
  await fill(page, "Chỗ sai và nội dung đúng", "Tên là Thư, không phải Thử.");
  await press(page, "Gửi ý kiến");
  await expect(heading(page, "Đã gửi")).toBeVisible();
  await follow(page, "Xem hồ sơ");
  await expect(page.getByText("Báo bản thảo có chỗ sai").first()).toBeVisible();
});
