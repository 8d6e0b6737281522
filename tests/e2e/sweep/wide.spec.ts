// The pages that look otherwise on a wide screen: header, lists, filters, tabs, columns.

import { attach, heading, press, problems } from "../../kit/citizen";
import { photo, paper } from "../../kit/files";
import { BIRTH, birthAnswers, decided, drafted, placeNamed, readyToSend, sent, signedIn } from "../../kit/prepared";
import { sweep } from "../../kit/sweep";
import { expect, test } from "../../kit/test";

test("on a wide screen: usable by everybody, in light and in dark", { tag: "@wide" }, sweep(async ({ page, person }) => {
  await signedIn(page, person);
  const answers = birthAnswers(person, await placeNamed(page, "Quảng Trị", "Triệu Phong"));
  const { id } = await drafted(page, BIRTH, { ...answers, child_name: null, requester_relation: "Người được ủy quyền" });
  const ready = await readyToSend(page, person, BIRTH, paper("Giấy chứng sinh.pdf"));
  const { code } = await sent(page, person);
  await decided(page, code, "Tiếp nhận");
  return { id, ready: ready.id, code };
}, [
  ["the first screen", "loaded", async ({ page }) => {
    await page.goto("/");
    await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
    await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  }],
  ["the list of procedures", "loaded", async ({ page }) => {
    await page.goto("/procedures?q=khai+sinh");
    await expect(page.getByRole("combobox", { name: "Lĩnh vực" })).toBeVisible();
  }],
  ["a procedure", "loaded", async ({ page }) => {
    await page.goto(`/procedures/${BIRTH}`);
    await expect(page.getByRole("heading", { name: "Thành phần hồ sơ" })).toBeVisible();
  }],
  ["what to prepare", "loaded", async ({ page }) => {
    await page.goto(`/procedures/${BIRTH}/prepare`);
    await expect(page.getByRole("link", { name: "Tiếp tục" })).toBeVisible();
  }],
  ["the form", "with faults", async ({ page, id }) => {
    await page.goto(`/drafts/${id}/form/2`);
    await press(page, "Tiếp tục");
    await expect(problems(page)).toBeFocused();
  }],
  ["papers", "one held by the office", async ({ page, id }) => {
    await page.goto(`/drafts/${id}/attachments`);
    await attach(page, "Giấy chứng sinh; không có thì", await photo(page));
  }],
  ["the declaration", "loaded", async ({ page, ready }) => {
    await page.goto(`/drafts/${ready}/declarations`);
    await expect(page.getByText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).toBeVisible();
  }],
  ["delivery", "loaded", async ({ page, ready }) => {
    await page.goto(`/drafts/${ready}/delivery`);
    await expect(page.getByRole("radio", { name: "Trực tiếp tại nơi nộp" })).toBeChecked();
  }],
  ["the last step", "loaded", async ({ page, ready }) => {
    await page.goto(`/drafts/${ready}/review`);
    await expect(page.getByText("Giấy chứng sinh.pdf")).toBeVisible();
  }],
  ["my dossiers", "drafts", async ({ page }) => {
    await page.goto("/dossiers?tab=new");
    await expect(page.getByText("Bản nháp", { exact: true })).toHaveCount(2);
  }],
  ["my dossiers", "asked whether to delete a draft", async ({ page }) => {
    await page.getByRole("button", { name: /^Xóa/ }).first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
  }],
  ["a dossier", "accepted by the office", async ({ page, code }) => {
    await page.goto(`/dossiers/${code}`);
    await expect(page.getByText("Được tiếp nhận").first()).toBeVisible();
  }],
  ["the receipt", "loaded", async ({ page, code }) => {
    await page.goto(`/dossiers/${code}/receipt`);
    await expect(page.getByText(code).first()).toBeVisible();
  }],
  ["my account", "loaded", async ({ page, person }) => {
    await page.goto("/account");
    await expect(page.getByText(person.name)).toBeVisible();
  }],
  ["signing in", "with faults", async ({ page }) => {
    await page.context().clearCookies();
    await page.goto("/sign-in");
    await press(page, "Đăng nhập");
    await expect(problems(page)).toBeFocused();
  }],
  ["registration slip", "loaded", async ({ page }) => {
    await page.goto("/register/phone");
    await expect(page.getByRole("textbox", { name: "Họ và tên" })).toBeVisible();
  }],
]));
