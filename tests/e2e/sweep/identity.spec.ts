// Registering, signing in, a forgotten password, and «Tài khoản của tôi».

import { agree, answer, enterCode, enterPassword, follow, heading, press, problems, type } from "../../kit/citizen";
import { holdBack } from "../../kit/held_back";
import { otherDevice } from "../../kit/other_device";
import { offersProvider, PROVIDER } from "../../kit/portal";
import { COPY, drafted, registered, sent, signedIn } from "../../kit/prepared";
import { nothingBeforehand, sweep } from "../../kit/sweep";
import { expect, test } from "../../kit/test";

const KIND = "Loại tài khoản";
const ORGANISATION = "Tổ chức / doanh nghiệp";
const SHARED = "Nhiều người cùng dùng máy này";
const NEW_PASSWORD = "câu mới cũng dễ nhớ";

test("who registers: usable by everybody, in light and in dark", sweep(nothingBeforehand, [
  ["ways to register", "loaded", async ({ page }) => {
    await page.goto("/register");
    await expect(page.getByText("Mức 1: xác minh số điện thoại")).toBeVisible();
  }],
  ["ways to register", "over an identity provider, on a shared device", async ({ page }) => {
    await offersProvider(page);
    await page.goto("/register");
    await page.getByRole("checkbox", { name: SHARED }).check();
    await expect(page.getByRole("link", { name: /cổng DVC Quốc gia/ })).toBeVisible();
    await page.unrouteAll({ behavior: "ignoreErrors" });
  }],
  ["registration slip", "an organisation's, with faults", async ({ page }) => {
    await page.goto("/register/phone");
    await answer(page, KIND, ORGANISATION);
    await press(page, "Đăng ký");
    await expect(problems(page)).toContainText("Hãy nhập mã số thuế");
  }],
  ["registration slip", "with faults", async ({ page, person }) => {
    await answer(page, KIND, "Công dân");
    await type(page, "Họ và tên", "😀");
    await type(page, "Số định danh / CCCD / CMND", person.citizenId);
    await type(page, "Ngày sinh", "31/2/1990");
    await press(page, "Đăng ký");
    await expect(problems(page)).toContainText("Hãy nhập đủ ngày, tháng, năm sinh");
    await expect(problems(page)).toContainText("Hãy đọc rồi đánh dấu vào ô này");
  }],
  ["registration slip", "without a connection", async ({ page, person, watch }) => {
    watch.allowOutage();
    await page.route("**/api/registrations", (route) => route.abort());
    await type(page, "Họ và tên", person.name);
    await type(page, "Ngày sinh", "15/3/1990");
    await type(page, "Số điện thoại di động", person.phone);
    await agree(page);
    await press(page, "Đăng ký");
    await expect(page.getByRole("alert").filter({ hasText: "Chưa kết nối được với máy chủ" }).first()).toBeVisible();
    await page.unrouteAll({ behavior: "ignoreErrors" });
  }],
  ["registration slip", "loaded", async ({ page }) => {
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Họ và tên" })).not.toHaveValue("");
    await agree(page);
  }],
  ["code", "just sent", async ({ page }) => {
    await press(page, "Đăng ký");
    await expect(page.getByText("Không đọc mã này cho bất kỳ ai")).toBeVisible();
  }],
  ["code", "wrong", async ({ page, person, watch }) => {
    watch.allowRefusals(403);
    await type(page, "Mã xác thực (OTP)", (await person.lastCode()) === "000000" ? "000001" : "000000");
    await press(page, "Xác nhận");
    await expect(problems(page)).toContainText("Bạn còn 4 lần thử.");
  }],
  ["code", "wrong too often", async ({ page }) => {
    for (const left of [3, 2, 1]) {
      await press(page, "Xác nhận");
      await expect(problems(page)).toContainText(`Bạn còn ${left} lần thử.`);
    }
    await press(page, "Xác nhận");
    await expect(page.getByText("Bạn đã nhập sai quá nhiều lần")).toBeVisible();
  }],
  ["new password", "on a shared device", async ({ page, person }) => {
    await follow(page, "Về phiếu đăng ký để nhận mã mới");
    await agree(page);
    await press(page, "Đăng ký");
    await enterCode(page, person);
    await expect(page.getByText("Ít nhất 8 ký tự")).toBeVisible();
    await page.getByRole("checkbox", { name: SHARED }).check();
  }],
  ["new password", "too easily guessed", async ({ page, person, watch }) => {
    watch.allowRefusals(403, 422);
    await page.getByLabel("Mật khẩu", { exact: true }).fill(person.phone);
    await press(page, "Đặt mật khẩu");
    await expect(problems(page)).toContainText("Mật khẩu này quá dễ đoán.");
  }],
  ["the first screen", "signed in", async ({ page, person }) => {
    await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
    await press(page, "Đặt mật khẩu");
    await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  }],
]));

test("who signs in: usable by everybody, in light and in dark", sweep(async ({ page, person }) => (await registered(page, person), {}), [
  ["signing in", "loading", async ({ page }) => {
    await holdBack(page, "**/api/portal");
    await page.goto("/sign-in");
    await expect(page.getByText("Đang tải").first()).toBeAttached();
  }],
  ["signing in", "loaded", async ({ page }) => {
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.goto("/sign-in");
    await expect(page.getByLabel("Mật khẩu", { exact: true })).toBeVisible();
  }],
  ["signing in", "an organisation", async ({ page }) => {
    await answer(page, KIND, ORGANISATION);
    await expect(page.getByRole("textbox", { name: "Mã số thuế" })).toBeVisible();
  }],
  ["signing in", "a wrong password", async ({ page, person, watch }) => {
    watch.allowRefusals(401, 403);
    await answer(page, KIND, "Công dân");
    await enterPassword(page, person.phone, "không phải câu này");
    await expect(problems(page)).toContainText("Số đã nhập hoặc mật khẩu không đúng");
  }],
  ["signing in", "over an identity provider, on a shared device", async ({ page }) => {
    await offersProvider(page);
    await page.goto("/sign-in");
    await page.getByRole("checkbox", { name: SHARED }).check();
    await expect(page.getByRole("link", { name: PROVIDER })).toBeVisible();
    await page.unrouteAll({ behavior: "ignoreErrors" });
  }],
  ["signing in", "what went wrong at the identity provider", async ({ page }) => {
    await page.goto("/sign-in?trouble=unverified");
    await expect(page.getByRole("status").filter({ hasText: "số định danh 12 chữ số" })).toBeVisible();
  }],
  ["code of signing in", "on a shared device", async ({ page, person }) => {
    await enterPassword(page, person.phone, person.password);
    await page.getByRole("checkbox", { name: SHARED }).check();
  }],
  ["my account", "the device couldn't be marked as shared", async ({ page, person, watch }) => {
    watch.allowOutage();
    const marking = "**/api/session";
    await page.route(marking, (route) => (route.request().method() === "PATCH" ? route.abort() : route.continue()));
    await enterCode(page, person);
    await expect(page.getByText("chưa bật được «Máy dùng chung»")).toBeVisible();
    await page.unroute(marking);
  }],
  ["forgotten password", "loaded", async ({ page }) => {
    await page.context().clearCookies();
    await page.goto("/forgotten-password");
    await expect(page.getByRole("textbox", { name: "Số điện thoại di động" })).toBeVisible();
  }],
  ["forgotten password", "with faults", async ({ page }) => {
    await press(page, "Gửi mã xác thực");
    await expect(problems(page)).toBeFocused();
  }],
  ["code of a forgotten password", "just sent", async ({ page, person }) => {
    await type(page, "Số định danh / CCCD / CMND", person.citizenId);
    await type(page, "Số điện thoại di động", person.phone);
    await press(page, "Gửi mã xác thực");
    await expect(page.getByText("Không đọc mã này cho bất kỳ ai")).toBeVisible();
  }],
  ["password in place of a forgotten one", "on a shared device", async ({ page, person }) => {
    await enterCode(page, person);
    await expect(heading(page, "Đặt mật khẩu mới")).toBeVisible();
    await page.getByRole("checkbox", { name: SHARED }).check();
  }],
  ["password in place of a forgotten one", "too late", async ({ page, watch }) => {
    watch.allowRefusals(403, 404);
    await page.goto("/forgotten-password/nothing-there");
    await page.getByLabel("Mật khẩu", { exact: true }).fill(NEW_PASSWORD);
    await press(page, "Đặt mật khẩu mới");
    await expect(page.getByText("Lần lấy lại mật khẩu này đã quá lâu hoặc đã xong")).toBeVisible();
  }],
]));

test("a citizen's account: usable by everybody, in light and in dark", sweep(async ({ page, person, browser, backend }) => {
  await signedIn(page, person);
  await sent(page, person);
  await drafted(page, COPY, { owner_name: person.name });
  return { elsewhere: await otherDevice(browser, backend, person) };
}, [
  ["my account", "loaded", async ({ page, person }) => {
    await page.goto("/account");
    await expect(page.getByText(person.name)).toBeVisible();
  }],
  ["my account", "the device is shared", async ({ page }) => {
    await page.getByRole("checkbox", { name: SHARED }).check();
    await expect(page.getByText("Đã bật: máy này không giữ lại gì của bạn.")).toBeVisible();
  }],
  ["my data", "citizen id and phone hidden", async ({ page }) => {
    await page.goto("/account/data");
    await expect(page.getByRole("heading", { name: "Hồ sơ đang làm" })).toBeVisible();
  }],
  ["my data", "in full", async ({ page, person }) => {
    await page.getByRole("checkbox", { name: "Hiện đầy đủ" }).check();
    await expect(page.getByText(person.citizenId).first()).toBeVisible();
  }],
  ["consents", "loaded", async ({ page }) => {
    await page.goto("/account/consents");
    await expect(page.getByText("Không có sự đồng ý này thì không có tài khoản.")).toBeVisible();
  }],
  ["consents", "one withdrawn, with its history", async ({ page }) => {
    await page.getByRole("button", { name: "Rút lại đồng ý Điền sẵn" }).click();
    await expect(page.getByText("Đã rút lại sự đồng ý.")).toBeVisible();
    await page.getByText("Lịch sử").click();
    await expect(page.getByText(/^Đã rút lại lúc/).first()).toBeVisible();
  }],
  ["consent before filing", "loaded", async ({ page }) => {
    const given = "**/api/account/consents";
    await page.route(given, (route) => (route.request().method() === "GET" ? route.fulfill({ json: [] }) : route.continue()));
    await page.goto(`/procedures/${COPY}/file`);
    await expect(heading(page, "Trước khi nộp hồ sơ")).toBeVisible();
    await expect(page.getByRole("checkbox")).toBeVisible();
  }],
  ["consent before filing", "with faults", async ({ page }) => {
    await press(page, "Đồng ý và tiếp tục");
    await expect(problems(page)).toContainText("Hãy đọc rồi đánh dấu vào ô này");
    await page.unroute("**/api/account/consents");
  }],
  ["devices", "two are signed in", async ({ page }) => {
    await page.goto("/account/devices");
    await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(2);
  }],
  ["devices", "asked whether to sign out everywhere", async ({ page, elsewhere }) => {
    await elsewhere.close();
    await press(page, "Đăng xuất khỏi mọi thiết bị");
    await expect(page.getByRole("dialog")).toBeVisible();
  }],
  ["changing the password", "loaded", async ({ page }) => {
    await page.goto("/account/password");
    await expect(page.getByLabel("Mật khẩu hiện tại", { exact: true })).toBeVisible();
  }],
  ["changing the password", "with faults", async ({ page }) => {
    await press(page, "Đổi mật khẩu");
    await expect(problems(page)).toContainText("Hãy nhập mật khẩu hiện tại.");
  }],
  ["changing the phone", "with faults", async ({ page }) => {
    await page.goto("/account/phone");
    await press(page, "Gửi mã đến số mới");
    await expect(problems(page)).toContainText("Hãy nhập số điện thoại di động.");
  }],
  ["changing the phone", "a code was sent", async ({ page, person, other }) => {
    await type(page, "Số điện thoại mới", other.phone);
    await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
    await press(page, "Gửi mã đến số mới");
    await expect(page.getByText("đã được gửi đến số điện thoại mới")).toBeVisible();
  }],
  ["my account", "the phone was changed", async ({ page, other }) => {
    await enterCode(page, other);
    await expect(page.getByText("Đã đổi số điện thoại của tài khoản.")).toBeVisible();
  }],
  ["closing the account", "loaded", async ({ page }) => {
    await page.goto("/account/close");
    await expect(page.getByRole("checkbox")).toBeVisible();
  }],
  ["closing the account", "with faults", async ({ page }) => {
    await press(page, "Gửi mã để đóng tài khoản");
    await expect(problems(page)).toContainText("Hãy đọc rồi đánh dấu vào ô này");
  }],
  ["closing the account", "a code was sent", async ({ page }) => {
    await page.getByRole("checkbox").check();
    await press(page, "Gửi mã để đóng tài khoản");
    await expect(page.getByText("Nhập đúng mã là tài khoản được đóng ngay")).toBeVisible();
  }],
  ["closing the account", "closed", async ({ page, other }) => {
    await type(page, "Mã xác thực (OTP)", await other.lastCode());
    await press(page, "Đóng tài khoản");
    await expect(heading(page, "Đã đóng tài khoản")).toBeVisible();
  }],
]));

test("other accounts: usable by everybody, in light and in dark", sweep(nothingBeforehand, [
  ["my account", "an organisation's", async ({ page, person }) => {
    const organisation = { name: "Công ty TNHH Thử Nghiệm", tax_code: `01${person.phone.slice(2)}`, position: "Giám đốc" };
    await signedIn(page, person, organisation);
    await page.goto("/account");
    await expect(page.getByText(organisation.name)).toBeVisible();
  }],
  ["my account", "the password was changed", async ({ page, person }) => {
    await page.goto("/account/password");
    await page.getByLabel("Mật khẩu hiện tại", { exact: true }).fill(person.password);
    await page.getByLabel("Mật khẩu mới", { exact: true }).fill(NEW_PASSWORD);
    await press(page, "Đổi mật khẩu");
    await expect(page.getByText("Đã đổi mật khẩu.")).toBeVisible();
  }],
  ["changing the phone", "of an account without a password", async ({ page }) => {
    await page.route("**/api/session", async (route) => {
      const answer = await route.fetch();
      const session = (await answer.json()) as { account: object };
      await route.fulfill({ response: answer, json: { ...session, account: { ...session.account, lacks_password: true } } });
    });
    await page.goto("/account/phone");
    await expect(page.getByRole("textbox", { name: "Số điện thoại mới" })).toBeVisible();
    await expect(page.getByLabel("Mật khẩu", { exact: true })).toHaveCount(0);
  }],
  ["setting the first password", "of an account without a password", async ({ page }) => {
    await page.goto("/account/password");
    await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
  }],
]));
