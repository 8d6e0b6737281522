// Interlinked groups: one form, several agencies.

import { answer, heading, needsNoOtherPaper, pick, pickPlace, press, problems } from "../../kit/citizen";
import { paper } from "../../kit/files";
import {
  BIRTH_GROUP, BIRTH_GROUP_PAPER, DEATH_GROUP, birthGroupAnswers, deathGroupAnswers,
} from "../../kit/group_answers";
import { change, drafted, placeNamed, signedIn, uploaded } from "../../kit/prepared";
import { sweep } from "../../kit/sweep";
import { expect, test } from "../../kit/test";

const QUESTION = "Bạn muốn nhận kết quả bằng cách nào?";
const POLICE = "Đăng ký thường trú";

test.beforeEach(async ({ page, person }) => signedIn(page, person));

test("who registers, houses and insures a child in one filing: usable by everybody, in light and in dark", sweep(async ({ page, person }) => {
  const place = await placeNamed(page, "Quảng Trị", "Triệu Phong");
  const begun = await drafted(page, BIRTH_GROUP, birthGroupAnswers(person, place));
  await uploaded(page, begun, paper("Giấy chứng sinh.pdf"), BIRTH_GROUP_PAPER);
  const agency = await placeNamed(page, "Quảng Trị", "Ái Tử");
  const { id: ready } = await change(page, begun, {
    delivery: { channel: "online" },
    papers: { "000.00.00.G15-KQ003303": false },
    parts: { residence: { agency }, insurance: { delivery: { channel: "counter" } } },
  });
  const { id: empty } = await drafted(page, BIRTH_GROUP);
  return { ready, empty };
}, [
  ["choosing the agencies", "with faults", async ({ page }) => {
    await page.goto(`/procedures/${BIRTH_GROUP}/file`);
    await pickPlace(page);
    const police = page.getByRole("group", { name: POLICE });
    await police.getByRole("checkbox", { name: "Cùng xã, phường với nơi đầu tiên" }).uncheck();
    await press(page, "Thêm mới");
    await expect(problems(page)).toBeFocused();
  }],
  ["changing the agencies", "one half chosen", async ({ page, empty }) => {
    await page.goto(`/drafts/${empty}/agency`);
    const police = page.getByRole("group", { name: POLICE });
    await police.getByRole("checkbox").uncheck();
    await pick(police, "Tỉnh, thành phố", "Hà Nội");
    await press(page, "Tiếp tục");
    await expect(problems(page)).toBeFocused();
  }],
  ["the group's form", "where the child is registered as living", async ({ page, ready }) => {
    await page.goto(`/drafts/${ready}/form/5`);
    await expect(page.getByRole("textbox", { name: "Họ, chữ đệm, tên của chủ hộ" })).toHaveValue("Nguyễn Văn Thử");
  }],
  ["the group's papers", "with faults", async ({ page, empty }) => {
    await page.goto(`/drafts/${empty}/attachments`);
    await press(page, "Tiếp tục");
    await expect(problems(page)).toContainText("Cho biết bạn có phải nộp giấy tờ này không");
  }],
  ["the group's deliveries", "with faults", async ({ page, empty }) => {
    await page.goto(`/drafts/${empty}/delivery`);
    await answer(page, QUESTION, "Trực tuyến");
    const card = page.locator("section").filter({ hasText: "Thẻ bảo hiểm y tế" });
    await card.getByRole("checkbox", { name: "Nhận cùng cách với kết quả đầu tiên" }).uncheck();
    await press(page, "Tiếp tục");
    await expect(problems(page)).toContainText("Thẻ bảo hiểm y tế: ");
  }],
  ["the group's declarations", "three of them", async ({ page, ready }) => {
    await page.goto(`/drafts/${ready}/declarations`);
    await expect(page.getByRole("article")).toHaveCount(3);
  }],
  ["the group's last step", "loaded", async ({ page, ready }) => {
    await page.goto(`/drafts/${ready}/review`);
    await expect(page.getByText("Trực tiếp tại nơi nộp")).toHaveCount(1);
  }],
  ["the group's receipt", "loaded", async ({ page }) => {
    await press(page, "Gửi hồ sơ");
    await expect(heading(page, "Giấy xác nhận đã gửi hồ sơ")).toBeVisible();
    await expect(page.getByText(/Công an .*Ái Tử/)).toBeVisible();
  }],
  ["the group's dossier", "three parts", async ({ page }) => {
    await page.goto(page.url().replace("/receipt", ""));
    await expect(page.getByRole("listitem").filter({ hasText: "Xem phần này" })).toHaveCount(3);
  }],
  ["a part of the group's dossier", "loaded", async ({ page }) => {
    await page.getByRole("link", { name: /Xem phần này/ }).nth(1).click();
    await expect(page.getByText("Xem cả hồ sơ liên thông")).toBeVisible();
  }],
]));

test("who declares a death to three offices in one filing: usable by everybody, in light and in dark", sweep(async ({ page, person }) => {
  const place = await placeNamed(page, "Quảng Trị", "Triệu Phong");
  const begun = await drafted(page, DEATH_GROUP, deathGroupAnswers(person, place));
  const { id } = await change(page, begun, { delivery: { channel: "counter" } });
  const { id: unentitled } = await drafted(page, DEATH_GROUP, { funeral_entitlement: "Không thuộc diện hưởng" });
  return { id, unentitled };
}, [
  ["the group's form", "deleting the residence", async ({ page, id }) => {
    await page.goto(`/drafts/${id}/form/4`);
    await expect(heading(page, "Xóa đăng ký thường trú")).toBeVisible();
  }],
  ["the group's form", "who is paid for the funeral", async ({ page, id }) => {
    await page.goto(`/drafts/${id}/form/5`);
    await expect(heading(page, "Mai táng phí")).toBeVisible();
  }],
  ["the group's declarations", "three of them", async ({ page, id }) => {
    await page.goto(`/drafts/${id}/declarations`);
    await expect(page.getByRole("article")).toHaveCount(3);
  }],
  ["the group's papers", "held by the office", async ({ page, id }) => {
    await page.goto(`/drafts/${id}/attachments`);
    await needsNoOtherPaper(page);
    for (const asked of await page.locator(".attachment:has(input[type=file])").all()) {
      await asked.locator("input[type=file]").setInputFiles(paper());
      await expect(asked.getByText("Cơ quan đã nhận")).toBeVisible();
    }
  }],
  ["the group's last step", "loaded", async ({ page, id }) => {
    await page.goto(`/drafts/${id}/review`);
    await expect(page.getByText("Trực tiếp tại nơi nộp").first()).toBeVisible();
  }],
  ["the group's deliveries", "nobody is entitled, so two results", async ({ page, unentitled }) => {
    await page.goto(`/drafts/${unentitled}/delivery`);
    await expect(page.getByRole("heading", { name: /^Kết quả:/ })).toHaveCount(2);
  }],
]));
