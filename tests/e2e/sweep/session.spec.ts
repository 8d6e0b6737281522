// A session that ends, is put aside, or is over; and a device that others use too.

import { enterCode, enterPassword, heading, pickPlace, press, type } from "../../kit/citizen";
import { otherDevice } from "../../kit/other_device";
import { BIRTH, COPY, drafted, readyToSend, registered, signedIn } from "../../kit/prepared";
import { askOnSheet, endSession, line, sheet } from "../../kit/session";
import { sweep } from "../../kit/sweep";
import { expect, test } from "../../kit/test";

test.use({ alone: true });

const OWNER = "Họ, chữ đệm, tên của chủ hồ sơ";
const CHILD = "Họ, chữ đệm, tên của người được khai sinh";
const outside = /^Đăng xuất (?!khỏi)/;

test("a session that ends: usable by everybody, in light and in dark", sweep(async ({ page, person, browser, backend, watch }) => {
  watch.allowRefusals(401, 403);
  await signedIn(page, person);
  const { id: birth } = await drafted(page, BIRTH);
  const { id: ready } = await readyToSend(page, person);
  return { birth, ready, elsewhere: await otherDevice(browser, backend, person) };
}, [
  ["devices", "asked for a code, since the sign-in was long ago", async ({ page, backend, elsewhere }) => {
    await backend.later(16 * 60);
    await page.goto("/account/devices");
    await page.getByRole("main").getByRole("button", { name: outside }).click();
    await expect(page.getByRole("dialog").getByText("Bạn đăng nhập đã lâu")).toBeVisible();
    await elsewhere.close();
  }],
  ["the form", "the sheet stands over it", async ({ page, backend, birth }) => {
    await page.goto(`/drafts/${birth}/form/2`);
    // What the account knows is saved: the next thing refused is what is typed now.
    await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
    await endSession(backend);
    await type(page, CHILD, "Trần Minh Thử");
    await expect(sheet(page).getByText("Những gì bạn đã nhập vẫn còn nguyên")).toBeVisible();
  }],
  ["the sheet", "a code was sent", async ({ page, person }) => {
    await askOnSheet(page, person);
    await expect(sheet(page).getByText("Không đọc mã này cho bất kỳ ai")).toBeVisible();
  }],
  ["the sheet", "too few digits", async ({ page }) => {
    await type(sheet(page), "Mã xác thực (OTP)", "12");
    await sheet(page).getByRole("button", { name: "Xác nhận" }).click();
    await expect(sheet(page).getByText("Mã xác thực gồm đúng 6 chữ số.")).toBeVisible();
  }],
  ["the sheet", "a wrong code", async ({ page, person }) => {
    const right = await person.lastCode();
    await type(sheet(page), "Mã xác thực (OTP)", right === "000000" ? "000001" : "000000");
    await sheet(page).getByRole("button", { name: "Xác nhận" }).click();
    await expect(sheet(page).getByText("Mã này không đúng. Bạn còn 4 lần thử.")).toBeVisible();
    await type(sheet(page), "Mã xác thực (OTP)", right);
    await sheet(page).getByRole("button", { name: "Xác nhận" }).click();
    await expect(sheet(page)).toBeHidden();
  }],
  ["the last step", "the sheet was put aside", async ({ page, backend, ready }) => {
    await page.goto(`/drafts/${ready}/review`);
    await expect(page.getByText("Trực tiếp tại nơi nộp")).toBeVisible();
    await endSession(backend);
    await press(page, "Gửi hồ sơ");
    await sheet(page).getByRole("button", { name: "Để sau" }).click();
    await expect(line(page)).toContainText("Thay đổi của bạn đang chờ trên máy này");
  }],
  ["the sheet", "no code is enough any more", async ({ page, backend }) => {
    await backend.later(25 * 3600);
    await line(page).getByRole("button", { name: "Xác nhận lại để làm tiếp" }).click();
    await sheet(page).getByRole("button", { name: "Nhận mã" }).click();
    await expect(sheet(page).getByText("Không gửi được mã")).toBeVisible();
  }],
]));

test("a session that ends soon, and a shared device: usable by everybody, in light and in dark", sweep(async ({ page, person, watch }) => {
  watch.allowOutage();
  await page.clock.install();
  await signedIn(page, person);
  return drafted(page, COPY);
}, [
  ["my dossiers", "the session ends soon", async ({ page, backend }) => {
    await page.goto("/dossiers?tab=new");
    await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
    await page.clock.fastForward("28:30");
    await backend.later(28.5 * 60);
    await expect(line(page)).toContainText("Phiên đăng nhập sẽ hết sau 2 phút");
  }],
  ["the form on a shared device", "what isn't sent is in the page alone", async ({ page, id }) => {
    await page.request.patch("/api/session", { headers: { "Motcua-Request": "1" }, data: { shared_device: true } });
    const filledIn = page.waitForResponse((answer) => answer.request().method() === "PATCH");
    await page.goto(`/drafts/${id}/form/1`);
    await filledIn;
    await page.route(`**/api/drafts/${id}`, (route) => route.abort());
    await type(page, OWNER, "Trần Văn Riêng");
    await expect(page.getByText("nội dung chưa gửi chỉ nằm tạm trong trang này")).toBeVisible();
    await page.unroute(`**/api/drafts/${id}`);
  }],
  ["the form on a shared device", "the session ends soon", async ({ page, backend, id }) => {
    await page.goto(`/drafts/${id}/form/2`);
    await expect(heading(page, "Nội dung đề nghị")).toBeVisible();
    await backend.later(210);
    await page.clock.fastForward("03:30");
    await expect(line(page)).toContainText("Đây là máy dùng chung");
  }],
  ["the first screen", "the shared device has signed out by itself", async ({ page, backend }) => {
    await backend.later(120);
    await page.clock.fastForward("02:00");
    await expect(line(page)).toContainText("Đã tự đăng xuất");
    await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  }],
]));

test("who signs out: usable by everybody, in light and in dark", sweep(async ({ page, person, other, watch }) => {
  watch.allowOutage();
  await registered(page, other);
  await signedIn(page, person);
  return drafted(page, COPY);
}, [
  ["the form", "signing out would lose what isn't saved", async ({ page, id }) => {
    await page.goto(`/drafts/${id}/form/1`);
    await expect(page.getByRole("textbox", { name: OWNER })).not.toHaveValue("");
    await page.route(`**/api/drafts/${id}`, (route) => route.abort());
    await type(page, OWNER, "Trần Văn Chậm");
    await press(page, "Đăng xuất");
    await expect(page.getByText("đăng xuất bây giờ là mất")).toBeVisible();
    await page.unroute(`**/api/drafts/${id}`);
  }],
  ["choosing the agency", "another citizen has signed in in another tab", async ({ page, context, other }) => {
    await page.goto(`/procedures/${COPY}/file`);
    await pickPlace(page);
    const second = await context.newPage();
    await second.goto("/sign-in");
    await enterPassword(second, other.phone, other.password);
    await enterCode(second, other);
    await expect(line(page)).toContainText("Một người khác vừa đăng nhập");
    await second.close();
  }],
  ["the first screen", "signed out in another tab", async ({ page, context }) => {
    await page.goto("/dossiers?tab=new");
    await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
    const second = await context.newPage();
    await second.goto("/");
    await press(second, "Đăng xuất");
    await expect(line(page)).toContainText("Bạn đã đăng xuất ở một thẻ khác.");
    await second.close();
  }],
  ["the first screen", "the server couldn't be told that the citizen signed out", async ({ page, context, person }) => {
    await page.goto("/sign-in");
    await enterPassword(page, person.phone, person.password);
    await enterCode(page, person);
    await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
    await context.route("**/api/session", (route) => route.abort());
    await press(page, "Đăng xuất");
    await expect(line(page)).toContainText(/phiên ở máy chủ có thể còn đến \d\d:\d\d/);
  }],
]));
