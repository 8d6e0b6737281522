// From the papers to the receipt: attaching, the delivery, reading over, sending.

import type { Route } from "@playwright/test";

import { attach, chooseFile, follow, heading, needsNoOtherPaper, paperNamed, press, problems, type } from "../../kit/citizen";
import { climbing, disguised, longNamed, nothing, paper, photo, tooLarge } from "../../kit/files";
import { BIRTH, COPY, change, drafted, readyToSend, signedIn } from "../../kit/prepared";
import { lineOf, type SetSpeed } from "../../kit/slow_line";
import { sweep } from "../../kit/sweep";
import { expect, test } from "../../kit/test";

const CERTIFICATE = "Giấy chứng sinh; không có thì";
const POWER = "Văn bản ủy quyền";
const QUESTION = "Bạn muốn nhận kết quả bằng cách nào?";

test.beforeEach(async ({ page, person }) => signedIn(page, person));

test("who attaches papers: usable by everybody, in light and in dark", sweep(async ({ page }) => {
  const asked = { requester_relation: "Người được ủy quyền", requester_citizen_id: "045190000001" };
  const { id } = await drafted(page, BIRTH, asked);
  const line: { setSpeed?: SetSpeed } = {};
  return { address: `/drafts/${id}/attachments`, line, large: await photo(page, "Ảnh lớn.jpg") };
}, [
  ["papers", "not all questions are answered", async ({ page, address }) => {
    await page.goto(address);
    await press(page, "Tiếp tục");
    await expect(problems(page)).toContainText("Cho biết bạn có phải nộp giấy tờ này không");
  }],
  ["papers", "a file is missing", async ({ page }) => {
    await needsNoOtherPaper(page);
    await press(page, "Tiếp tục");
    await expect(problems(page)).toContainText("Chưa có tệp cho: Giấy chứng sinh");
  }],
  ["papers", "files that can't be taken", async ({ page }) => {
    const program = { ...paper("Chương trình.exe"), mimeType: "application/octet-stream", buffer: Buffer.from("MZ…") };
    await chooseFile(page, POWER, [nothing(), tooLarge(), disguised(), program]);
    await expect(paperNamed(page, POWER).getByText("Chưa đính kèm được")).toHaveCount(4);
  }],
  ["papers", "more files than are taken", async ({ page, address }) => {
    await page.goto(address);
    await expect(heading(page, "Đính kèm thành phần hồ sơ")).toBeVisible();
    await chooseFile(page, POWER, Array.from({ length: 11 }, (_, number) => paper(`Trang ${number + 1}.pdf`)));
    await expect(page.getByLabel(POWER)).toHaveAccessibleDescription(/Mục này đã đủ 10 tệp/);
  }],
  ["papers", "held by the office, one with a long name", async ({ page, large, address }) => {
    await page.goto(address);
    await attach(page, CERTIFICATE, { ...large, name: "Giấy chứng sinh.jpg" });
    await expect(paperNamed(page, CERTIFICATE).locator("img")).toBeVisible();
    await attach(page, POWER, longNamed());
  }],
  ["papers", "asked whether to delete a file", async ({ page }) => {
    await paperNamed(page, POWER).getByRole("button", { name: /^Xóa/ }).click();
    await expect(page.getByRole("dialog", { name: "Xóa tệp này?" })).toBeVisible();
  }],
  ["papers", "a file is on its way", async ({ page, large, line }) => {
    await page.getByRole("dialog").getByRole("button", { name: "Giữ lại" }).click();
    line.setSpeed = await lineOf(page);
    await line.setSpeed(150_000);
    await chooseFile(page, CERTIFICATE, large);
    const bar = paperNamed(page, CERTIFICATE).getByRole("progressbar");
    await expect.poll(() => bar.getAttribute("value").then(Number)).toBeGreaterThan(0);
    await expect(page.getByText("Số tệp đang tải lên: 1")).toBeVisible();
    await line.setSpeed(20_000);
  }],
  ["papers", "a file waits for the connection", async ({ page, line, watch }) => {
    watch.allowOutage();
    await line.setSpeed?.(0);
    await expect(paperNamed(page, CERTIFICATE).getByText("Đang chờ đường truyền")).toBeVisible();
  }],
  ["papers", "a file was left half way", async ({ page, context, address }) => {
    await page.close();
    const again = await context.newPage();
    await again.goto(address);
    await expect(again.getByText("Chưa tải xong – chọn lại tệp để tải tiếp.")).toBeVisible();
    return again;
  }],
]));

test("who reads over and sends a dossier: usable by everybody, in light and in dark", sweep(async ({ page, person }) => ({
  ready: await readyToSend(page, person, BIRTH, climbing()),
  changed: await readyToSend(page, person),
  empty: await drafted(page, BIRTH),
  undelivered: await drafted(page, COPY),
  underWay: [] as Route[],
}), [
  ["delivery", "with faults", async ({ page, undelivered }) => {
    await page.goto(`/drafts/${undelivered.id}/delivery`);
    await press(page, "Tiếp tục");
    await expect(problems(page)).toContainText("Hãy chọn một hình thức nhận kết quả.");
  }],
  ["delivery", "by post, with faults", async ({ page }) => {
    await page.getByRole("group", { name: QUESTION }).getByRole("radio", { name: "Qua bưu chính công ích" }).check();
    await type(page, "Họ tên người nhận", "😀");
    await press(page, "Tiếp tục");
    await expect(problems(page)).toContainText("Hãy chọn đủ tỉnh và xã nơi nhận.");
  }],
  ["the last step", "the delivery isn't whole", async ({ page, undelivered }) => {
    await page.goto(`/drafts/${undelivered.id}/review`);
    await expect(page.getByText("Chưa khai xong: hãy khai nốt nơi nhận kết quả.")).toBeVisible();
    await press(page, "Gửi hồ sơ");
    await expect(problems(page)).toContainText("Chưa khai xong");
  }],
  ["the last step", "with faults", async ({ page, empty }) => {
    await page.goto(`/drafts/${empty.id}/review`);
    await press(page, "Gửi hồ sơ");
    await expect(problems(page)).toContainText("Chưa có tệp cho: Giấy chứng sinh");
  }],
  ["the declaration", "loaded", async ({ page, ready }) => {
    await page.goto(`/drafts/${ready.id}/declarations`);
    await expect(page.getByText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).toBeVisible();
  }],
  ["the last step", "the draft was changed elsewhere", async ({ page, changed, watch }) => {
    watch.allowRefusals(412);
    await page.goto(`/drafts/${changed.id}/declarations`);
    await expect(page.getByText("Đề nghị cấp 2 bản sao")).toBeVisible();
    await follow(page, "Hoàn thiện gửi hồ sơ");
    await expect(heading(page, "Hoàn thiện gửi hồ sơ")).toBeVisible();
    await change(page, changed, { answers: { request: "Đề nghị cấp 5 bản sao." } });
    await press(page, "Gửi hồ sơ");
    await expect(page.getByText(/vừa được sửa ở nơi khác, nên chưa gửi/)).toBeVisible();
  }],
  ["the last step", "loaded", async ({ page, ready }) => {
    await page.goto(`/drafts/${ready.id}/review`);
    await expect(page.getByText("Giấy ra viện.pdf")).toBeVisible();
  }],
  ["the last step", "it is being sent", async ({ page, underWay }) => {
    await page.route("**/submission", (route) => void underWay.push(route));
    await press(page, "Gửi hồ sơ");
    await expect.poll(() => underWay.length).toBe(1);
  }],
  ["the last step", "nobody knows whether it arrived", async ({ page, underWay, watch }) => {
    watch.allowOutage();
    await underWay[0]?.abort();
    await page.unroute("**/submission");
    await expect(page.getByText("Chưa biết cơ quan đã nhận hay chưa")).toBeVisible();
  }],
  ["the receipt", "with a file", async ({ page }) => {
    await press(page, "Gửi hồ sơ");
    await expect(heading(page, "Giấy xác nhận đã gửi hồ sơ")).toBeVisible();
    await expect(page.getByText("Giấy ra viện.pdf")).toBeVisible();
  }],
  ["a draft", "it was sent already", async ({ page, ready, watch }) => {
    watch.allowRefusals(404);
    await page.goto(`/drafts/${ready.id}/review`);
    await expect(page.getByText("Bản nháp này không còn: có thể đã gửi rồi.")).toBeVisible();
  }],
]));
