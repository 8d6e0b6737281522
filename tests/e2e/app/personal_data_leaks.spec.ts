// Personal data must not be left in URLs, titles, the browser's history, the console or the log. After sign-out, it
// must not be left in the browser's storage either. The test covers a whole journey from registration to sign-out and
// fills in every kind of field.

import type { Page } from "@playwright/test";

import {
  attachFile, chooseRadio, continueTo, declineOptionalComponents, fill, fillBirthForm, findProcedure, follow,
  heading, press, register, selectPlace, sendDossier, startDraft,
} from "../../kit/citizen";
import { decideDossier } from "../../kit/api_setup";
import { APP, Backend } from "../../kit/backend";
import { pdfFile } from "../../kit/files";
import { askForFee } from "../../kit/officer";
import { expect, test as base } from "../../kit/test";
import { LeakRecorder } from "../../kit/leak_recorder";

/** Starts a backend that logs at the level `debug`, its most detailed one. */
const test = base.extend({
  backend: async ({}, use) => {
    const backend = await Backend.launch(APP, { flags: ["--log", "debug"] });
    await use(backend);
    await backend.dispose();
  },
});

const CHILD = "Trần Minh Thử";
const MOTHERS_NUMBER = "045190009999";
const STREET = "Thôn Vĩnh Hoàng Thượng";
const FILE = "Chứng sinh bé Mặc Khải.pdf";
const SEARCHED = "Lê Thị Tìm Kiếm";
const MESSAGE = "Chồng tôi Đỗ Văn Nhắn đến lấy";
const REASON = "Tôi nộp nhầm cho cháu Hồ Thị Rút";
/**
 * All places that the recorder watches. Among them, only session storage may hold personal data, and only until the
 * data is saved on the server.
 */
const RECORDED_PLACES = [
  "address", "referrer", "history", "title", "console", "local storage", "session storage", "cache", "database", "cookie",
];

/**
 * Waits until the answers are saved on the server, so that session storage must be empty. Then records the page's
 * state.
 */
async function recordWhenSaved(page: Page, recorder: LeakRecorder): Promise<void> {
  await expect(page.getByText(/^Đã lưu lúc \d\d:\d\d/)).toBeVisible();
  await recorder.recordPageState(page);
}

test("a whole journey leaves no personal data in URLs, titles, logs or browser storage", async ({ page, person, backend }) => {
  test.setTimeout(120_000);
  const recorder = new LeakRecorder();
  await recorder.listen(page.context());
  await register(page, person);
  await recorder.recordPageState(page);
  await findProcedure(page, "khai sinh", "Đăng ký khai sinh");
  await startDraft(page);
  await fillBirthForm(page);
  await recordWhenSaved(page, recorder);
  await attachFile(page, "Giấy chứng sinh; không có thì", pdfFile(FILE));
  await declineOptionalComponents(page);
  await continueTo(page, "Chọn hình thức nhận kết quả");
  await chooseRadio(page, "Bạn muốn nhận kết quả bằng cách nào?", "Qua bưu chính công ích");
  await selectPlace(page);
  await fill(page, "Số nhà, đường, thôn, tổ", STREET);
  await continueTo(page, "Hoàn thiện gửi hồ sơ");
  await recordWhenSaved(page, recorder);
  const code = await sendDossier(page);
  await recorder.recordPageState(page);
  await follow(page, "Hồ sơ của tôi");
  await follow(page, /Đăng ký khai sinh/);
  await expect(page.getByText("Mới đăng ký").first()).toBeVisible();
  await recorder.recordPageState(page);
  await test.step("search, write a message, pay, and withdraw", async () => {
    await follow(page, "Hồ sơ của tôi");
    await fill(page, "Tìm trong hồ sơ của tôi", SEARCHED);
    await press(page, "Tìm");
    await expect(page.getByText("Không có hồ sơ nào phù hợp.")).toBeVisible();
    await press(page, "Bỏ tìm và lọc");
    await page.goto(`/dossiers/${code}/messages`);
    await fill(page, "Tin nhắn cho cơ quan", MESSAGE);
    await press(page, "Gửi tin nhắn");
    await expect(page.locator(".message")).toContainText(MESSAGE);
    await recorder.recordPageState(page);
    await askForFee(page, code);
    await page.goto(`/dossiers/${code}`);
    await follow(page, /^Xem và nộp/);
    await press(page, "Thanh toán trực tuyến");
    await expect(heading(page, "Cổng thanh toán thử nghiệm")).toBeVisible();
    await recorder.recordPageState(page);
    await press(page, "Thanh toán");
    await expect(page.getByRole("heading", { name: "Biên lai thu tiền" })).toBeVisible();
    await recorder.recordPageState(page);
    await decideDossier(page, code, "Tiếp nhận");
    await page.goto(`/dossiers/${code}`);
    await press(page, "Rút hồ sơ");
    await fill(page, "Vì sao bạn rút hồ sơ?", REASON);
    await press(page, "Gửi yêu cầu rút");
    await expect(page.locator(".dossier-status")).toContainText("Công dân yêu cầu rút hồ sơ");
    await recorder.recordPageState(page);
  });
  await page.goto("/lookup");
  await fill(page, "Mã hồ sơ", code);
  await fill(page, "Số điện thoại hoặc số CCCD của người nộp", person.phone);
  await press(page, "Tra cứu");
  await expect(page.getByText("Công dân yêu cầu rút hồ sơ")).toBeVisible();
  await page.reload();
  await expect(heading(page, "Tra cứu hồ sơ")).toBeVisible();
  await press(page, "Đăng xuất");
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  await recorder.recordPageState(page);
  recorder.record("log", backend.log());

  const typed = [CHILD, MOTHERS_NUMBER, STREET, FILE, SEARCHED, MESSAGE, REASON];
  const personal = [person.name, person.citizenId, person.phone, person.password, ...typed];
  expect(recorder.notSent(personal), "personal data that was never sent").toEqual([]);
  expect(recorder.find(personal)).toEqual([]);
  for (const place of ["address", "referrer", "history", "title", "local storage", "session storage", "log"]) {
    expect(recorder.count(place), `observations recorded at: ${place}`).toBeGreaterThan(0);
  }
  expect(recorder.count("log"), "the log has a line for each request").toBeGreaterThan(20);
});

test("the leak check finds personal data in each of these places, in any spelling", async ({ page, person }) => {
  const recorder = new LeakRecorder();
  await recorder.listen(page.context());
  await page.goto("/");
  await expect(heading(page, /./)).toBeVisible();
  expect(recorder.find([person.name, person.phone])).toEqual([]);
  await page.evaluate(async ({ name, phone }) => {
    const slug = name.normalize("NFD").replace(/\p{M}/gu, "").replaceAll(" ", "-");
    history.replaceState({ name }, "", `?who=${encodeURIComponent(name)}`);
    await fetch(`/healthz?name=${slug}`);
    history.replaceState(null, "", "/");
    localStorage.setItem("name", name.normalize("NFD"));
    localStorage.removeItem("name");
    sessionStorage.setItem("name", name);
    document.title = slug;
    document.cookie = `phone=${phone.slice(0, 4)}.${phone.slice(4)}`;
    console.info(`+84 ${phone.slice(1)}`, phone);
    await (await caches.open("kept")).put(`/kept/${phone}`, new Response());
    await new Promise<void>((resolve) => {
      const openRequest = indexedDB.open("kept");
      openRequest.onupgradeneeded = () => openRequest.result.createObjectStore("kept").put({ name }, 1);
      openRequest.onsuccess = () => resolve();
    });
  }, { name: person.name, phone: person.phone });
  await page.goto("/feedback");
  await recorder.recordPageState(page);
  const found = new Set(recorder.find([person.name, person.phone]).map(({ place }) => place));
  expect([...found].sort()).toEqual([...RECORDED_PLACES].sort());
});
