// Accessibility of the last filing steps: attachments, delivery, declarations, review and receipt.

import type { Route } from "@playwright/test";

import {
  attachFile, chooseFiles, componentCard, declineOptionalComponents, errorSummary, fill, follow, heading, press,
} from "../../kit/citizen";
import {
  emptyFile, fileWithLongName, fileWithPathInName, jpegPhoto, lockedPdf, oversizedFile, pdfFile,
} from "../../kit/files";
import {
  BIRTH_PROCEDURE, COPY_PROCEDURE, createCompleteDraft, createDraft, registerAndSignIn, updateDraft,
} from "../../kit/api_setup";
import { accessibilitySweep } from "../../kit/accessibility_sweep";
import { expect, test } from "../../kit/test";

const BIRTH_CERTIFICATE_NAME = "Giấy chứng sinh; không có thì";
const POWER_OF_ATTORNEY = "Văn bản ủy quyền";
const DELIVERY_QUESTION = "Bạn muốn nhận kết quả bằng cách nào?";

test.beforeEach(async ({ page, person }) => registerAndSignIn(page, person));

test("the attachments page is accessible in light and dark mode", accessibilitySweep(async ({ page }) => {
  const answers = { requester_relation: "Người được ủy quyền", requester_citizen_id: "045190000001" };
  const { id } = await createDraft(page, BIRTH_PROCEDURE, answers);
  // The chunks that the test holds back after the first one, and whether the line is cut.
  const upload = { chunks: 0, held: [] as Route[], isCut: false };
  const other = await createDraft(page, BIRTH_PROCEDURE, answers);
  return { url: `/drafts/${id}/attachments`, fullUrl: `/drafts/${other.id}/attachments`, upload, large: await jpegPhoto(page, "Ảnh lớn.jpg") };
}, [
  ["attachments", "with an unanswered question", async ({ page, url }) => {
    await page.goto(url);
    await press(page, "Tiếp tục");
    await expect(errorSummary(page)).toContainText("Cho biết bạn có phải nộp giấy tờ này không");
  }],
  ["attachments", "with a missing file", async ({ page }) => {
    await declineOptionalComponents(page);
    await press(page, "Tiếp tục");
    await expect(errorSummary(page)).toContainText("Chưa có tệp cho: Giấy chứng sinh");
  }],
  ["attachments", "with invalid files", async ({ page }) => {
    const program = { ...pdfFile("Chương trình.exe"), mimeType: "application/octet-stream", buffer: Buffer.from("MZ…") };
    await chooseFiles(page, POWER_OF_ATTORNEY, [emptyFile(), await oversizedFile(page), lockedPdf(), program]);
    await expect(componentCard(page, POWER_OF_ATTORNEY).getByText("Chưa đính kèm được")).toHaveCount(4);
  }],
  ["attachments", "with too many files", async ({ page, fullUrl }) => {
    await page.goto(fullUrl);
    await expect(heading(page, "Đính kèm thành phần hồ sơ")).toBeVisible();
    await chooseFiles(page, POWER_OF_ATTORNEY, Array.from({ length: 11 }, (_, number) => pdfFile(`Trang ${number + 1}.pdf`)));
    await expect(page.getByLabel(POWER_OF_ATTORNEY)).toHaveAccessibleDescription(/Đã lấy 10 tệp đầu trong 11 tệp bạn chọn/);
  }],
  ["attachments", "with received files, one with a long name", async ({ page, large, url }) => {
    await page.goto(url);
    await attachFile(page, BIRTH_CERTIFICATE_NAME, { ...large, name: "Giấy chứng sinh.jpg" });
    await expect(componentCard(page, BIRTH_CERTIFICATE_NAME).locator("img")).toBeVisible();
    await attachFile(page, POWER_OF_ATTORNEY, fileWithLongName());
  }],
  ["attachments", "with the delete dialog", async ({ page }) => {
    await componentCard(page, POWER_OF_ATTORNEY).getByRole("button", { name: /^Xóa/ }).click();
    await expect(page.getByRole("dialog", { name: "Xóa tệp này?" })).toBeVisible();
  }],
  ["attachments", "during an upload", async ({ page, large, upload }) => {
    await page.getByRole("dialog").getByRole("button", { name: "Giữ lại" }).click();
    await page.route("**/api/uploads/*", async (route) => {
      if (upload.isCut) return route.abort("internetdisconnected");
      if (route.request().method() !== "PATCH") return route.continue();
      upload.chunks += 1;
      if (upload.chunks === 1) return route.continue();
      upload.held.push(route);
    });
    await chooseFiles(page, BIRTH_CERTIFICATE_NAME, large);
    const bar = componentCard(page, BIRTH_CERTIFICATE_NAME).getByRole("progressbar");
    await expect.poll(() => bar.getAttribute("value").then(Number)).toBeGreaterThan(0);
    await expect(page.getByText("Số tệp đang tải lên: 1")).toBeVisible();
  }],
  ["attachments", "with an upload that waits for the connection", async ({ page, upload, browserErrors }) => {
    browserErrors.allowNetworkErrors();
    upload.isCut = true;
    await Promise.all(upload.held.map((route) => route.abort("internetdisconnected")));
    await expect(componentCard(page, BIRTH_CERTIFICATE_NAME).getByText("Đang chờ đường truyền")).toBeVisible();
  }],
  ["attachments", "with an interrupted upload", async ({ page, context, url }) => {
    await page.close();
    const newTab = await context.newPage();
    await newTab.goto(url);
    await expect(newTab.getByText("Chưa tải xong – chọn lại tệp để tải tiếp.")).toBeVisible();
    return newTab;
  }],
]));

test("delivery, review and receipt are accessible in light and dark mode", accessibilitySweep(async ({ page, person }) => ({
  ready: await createCompleteDraft(page, person, BIRTH_PROCEDURE, fileWithPathInName()),
  changed: await createCompleteDraft(page, person),
  empty: await createDraft(page, BIRTH_PROCEDURE),
  withoutDelivery: await createDraft(page, COPY_PROCEDURE),
  pendingRequests: [] as Route[],
}), [
  ["delivery", "with errors", async ({ page, withoutDelivery }) => {
    await page.goto(`/drafts/${withoutDelivery.id}/delivery`);
    await press(page, "Tiếp tục");
    await expect(errorSummary(page)).toContainText("Hãy chọn một hình thức nhận kết quả.");
  }],
  ["delivery", "by post, with errors", async ({ page }) => {
    await page.getByRole("group", { name: DELIVERY_QUESTION }).getByRole("radio", { name: "Qua bưu chính công ích" }).check();
    await fill(page, "Họ tên người nhận", "😀");
    await press(page, "Tiếp tục");
    await expect(errorSummary(page)).toContainText("Hãy chọn đủ tỉnh và xã nơi nhận.");
  }],
  ["review", "with an incomplete delivery", async ({ page, withoutDelivery }) => {
    await page.goto(`/drafts/${withoutDelivery.id}/review`);
    await expect(page.getByText("Chưa khai xong: hãy khai nốt nơi nhận kết quả.")).toBeVisible();
    await press(page, "Gửi hồ sơ");
    await expect(errorSummary(page)).toContainText("Chưa khai xong");
  }],
  ["review", "with errors", async ({ page, empty }) => {
    await page.goto(`/drafts/${empty.id}/review`);
    await press(page, "Gửi hồ sơ");
    await expect(errorSummary(page)).toContainText("Chưa có tệp cho: Giấy chứng sinh");
  }],
  ["declarations", "loaded", async ({ page, ready }) => {
    await page.goto(`/drafts/${ready.id}/declarations`);
    await expect(page.getByText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).toBeVisible();
  }],
  ["review", "after a change on another device", async ({ page, changed, browserErrors }) => {
    browserErrors.allowStatuses(412);
    await page.goto(`/drafts/${changed.id}/declarations`);
    await expect(page.getByText("Đề nghị cấp 2 bản sao")).toBeVisible();
    await follow(page, "Hoàn thiện gửi hồ sơ");
    await expect(heading(page, "Hoàn thiện gửi hồ sơ")).toBeVisible();
    await updateDraft(page, changed, { answers: { request: "Đề nghị cấp 5 bản sao." } });
    await press(page, "Gửi hồ sơ");
    await expect(page.getByText(/vừa được sửa ở nơi khác, nên chưa gửi/)).toBeVisible();
  }],
  ["review", "loaded", async ({ page, ready }) => {
    await page.goto(`/drafts/${ready.id}/review`);
    await expect(page.getByText("Giấy ra viện.pdf")).toBeVisible();
  }],
  ["review", "while sending", async ({ page, pendingRequests }) => {
    await page.route("**/submission", (route) => void pendingRequests.push(route));
    await press(page, "Gửi hồ sơ");
    await expect.poll(() => pendingRequests.length).toBe(1);
  }],
  ["review", "after a lost response to sending", async ({ page, pendingRequests, browserErrors }) => {
    browserErrors.allowNetworkErrors();
    await pendingRequests[0]?.abort();
    await page.unroute("**/submission");
    await expect(page.getByText("Chưa biết cơ quan đã nhận hay chưa")).toBeVisible();
  }],
  ["receipt", "with a file", async ({ page }) => {
    await press(page, "Gửi hồ sơ");
    await expect(heading(page, "Giấy xác nhận đã gửi hồ sơ")).toBeVisible();
    await expect(page.getByText("Giấy ra viện.pdf")).toBeVisible();
  }],
  ["draft", "already sent", async ({ page, ready, browserErrors }) => {
    browserErrors.allowStatuses(404);
    await page.goto(`/drafts/${ready.id}/review`);
    await expect(page.getByText("Hồ sơ này đã được gửi rồi")).toBeVisible();
  }],
]));
