// Accessibility of groups (liên thông), which have one form for several agencies.

import {
  chooseRadio, declineOptionalComponents, errorSummary, heading, press, selectOption, selectPlace,
} from "../../kit/citizen";
import { pdfFile } from "../../kit/files";
import {
  BIRTH_GROUP, BIRTH_GROUP_CERTIFICATE, DEATH_GROUP, birthGroupAnswers, deathGroupAnswers,
} from "../../kit/group_answers";
import { createDraft, findPlace, registerAndSignIn, updateDraft, uploadFile } from "../../kit/api_setup";
import { accessibilitySweep } from "../../kit/accessibility_sweep";
import { expect, test } from "../../kit/test";

const DELIVERY_QUESTION = "Bạn muốn nhận kết quả bằng cách nào?";
const POLICE = "Đăng ký thường trú";

test.beforeEach(async ({ page, person }) => registerAndSignIn(page, person));

test("the birth group's pages are accessible in light and dark mode", accessibilitySweep(async ({ page, person }) => {
  const place = await findPlace(page, "Quảng Trị", "Triệu Phong");
  const begun = await createDraft(page, BIRTH_GROUP, birthGroupAnswers(person, place));
  await uploadFile(page, begun, pdfFile("Giấy chứng sinh.pdf"), BIRTH_GROUP_CERTIFICATE);
  const agency = await findPlace(page, "Quảng Trị", "Ái Tử");
  const { id: ready } = await updateDraft(page, begun, {
    delivery: { channel: "online" },
    papers: { "000.00.00.G15-KQ003303": false },
    parts: { residence: { agency }, insurance: { delivery: { channel: "counter" } } },
  });
  const { id: empty } = await createDraft(page, BIRTH_GROUP);
  return { ready, empty };
}, [
  ["agencies", "with errors", async ({ page }) => {
    await page.goto(`/procedures/${BIRTH_GROUP}/file`);
    await selectPlace(page);
    const police = page.getByRole("group", { name: POLICE });
    await police.getByRole("checkbox", { name: "Cùng xã, phường với nơi đầu tiên" }).uncheck();
    await press(page, "Thêm mới");
    await expect(errorSummary(page)).toBeFocused();
  }],
  ["agencies of a draft", "with one half chosen", async ({ page, empty }) => {
    await page.goto(`/drafts/${empty}/agency`);
    const police = page.getByRole("group", { name: POLICE });
    await police.getByRole("checkbox").uncheck();
    await selectOption(police, "Tỉnh, thành phố", "Hà Nội");
    await press(page, "Tiếp tục");
    await expect(errorSummary(page)).toBeFocused();
  }],
  ["group form", "about the child's residence", async ({ page, ready }) => {
    await page.goto(`/drafts/${ready}/form/5`);
    await expect(page.getByRole("textbox", { name: "Họ, chữ đệm, tên của chủ hộ" })).toHaveValue("Nguyễn Văn Thử");
  }],
  ["group attachments", "with errors", async ({ page, empty }) => {
    await page.goto(`/drafts/${empty}/attachments`);
    await press(page, "Tiếp tục");
    await expect(errorSummary(page)).toContainText("Cho biết bạn có phải nộp giấy tờ này không");
  }],
  ["group deliveries", "with errors", async ({ page, empty }) => {
    await page.goto(`/drafts/${empty}/delivery`);
    await chooseRadio(page, DELIVERY_QUESTION, "Trực tuyến");
    const card = page.locator("section").filter({ hasText: "Thẻ bảo hiểm y tế" });
    await card.getByRole("checkbox", { name: "Nhận cùng cách với kết quả đầu tiên" }).uncheck();
    await press(page, "Tiếp tục");
    await expect(errorSummary(page)).toContainText("Thẻ bảo hiểm y tế: ");
  }],
  ["group declarations", "with three declarations", async ({ page, ready }) => {
    await page.goto(`/drafts/${ready}/declarations`);
    await expect(page.getByRole("article")).toHaveCount(3);
  }],
  ["group review", "loaded", async ({ page, ready }) => {
    await page.goto(`/drafts/${ready}/review`);
    await expect(page.getByText("Trực tiếp tại nơi nộp")).toHaveCount(1);
  }],
  ["group receipt", "loaded", async ({ page }) => {
    await press(page, "Gửi hồ sơ");
    await expect(heading(page, "Giấy xác nhận đã gửi hồ sơ")).toBeVisible();
    await expect(page.getByText(/Công an .*Ái Tử/)).toBeVisible();
  }],
  ["group dossier", "with three parts", async ({ page }) => {
    await page.goto(page.url().replace("/receipt", ""));
    await expect(page.getByRole("listitem").filter({ hasText: "Xem phần này" })).toHaveCount(3);
  }],
  ["part of a group dossier", "loaded", async ({ page }) => {
    await page.getByRole("link", { name: /Xem phần này/ }).nth(1).click();
    await expect(page.getByText("Xem cả hồ sơ liên thông")).toBeVisible();
  }],
]));

test("the death group's pages are accessible in light and dark mode", accessibilitySweep(async ({ page, person }) => {
  const place = await findPlace(page, "Quảng Trị", "Triệu Phong");
  const begun = await createDraft(page, DEATH_GROUP, deathGroupAnswers(person, place));
  const { id } = await updateDraft(page, begun, { delivery: { channel: "counter" } });
  const { id: unentitled } = await createDraft(page, DEATH_GROUP, { funeral_entitlement: "Không thuộc diện hưởng" });
  return { id, unentitled };
}, [
  ["group form", "about deleting the residence", async ({ page, id }) => {
    await page.goto(`/drafts/${id}/form/4`);
    await expect(heading(page, "Xóa đăng ký thường trú")).toBeVisible();
  }],
  ["group form", "about the funeral allowance", async ({ page, id }) => {
    await page.goto(`/drafts/${id}/form/5`);
    await expect(heading(page, "Mai táng phí")).toBeVisible();
  }],
  ["group declarations", "with three declarations", async ({ page, id }) => {
    await page.goto(`/drafts/${id}/declarations`);
    await expect(page.getByRole("article")).toHaveCount(3);
  }],
  ["group attachments", "with received files", async ({ page, id }) => {
    await page.goto(`/drafts/${id}/attachments`);
    await declineOptionalComponents(page);
    for (const card of await page.locator(".attachment:has(input[type=file])").all()) {
      await card.locator("input[type=file]").setInputFiles(pdfFile());
      await expect(card.getByText("Cơ quan đã nhận")).toBeVisible();
    }
  }],
  ["group review", "loaded", async ({ page, id }) => {
    await page.goto(`/drafts/${id}/review`);
    await expect(page.getByText("Trực tiếp tại nơi nộp").first()).toBeVisible();
  }],
  ["group deliveries", "with two results, without entitlement", async ({ page, unentitled }) => {
    await page.goto(`/drafts/${unentitled}/delivery`);
    await expect(page.getByRole("heading", { name: /^Kết quả:/ })).toHaveCount(2);
  }],
]));
