// Nothing personal where others may read it: not in an address, a title, the history, the console, a log, nor on the
// device once the citizen has signed out. From registering to signing out, with everything that can be typed.

import type { Page } from "@playwright/test";

import {
  answer, attach, beginDraft, declareBirth, findProcedure, follow, goOn, heading, needsNoOtherPaper, pickPlace, press,
  register, send, type,
} from "../../kit/citizen";
import { APP, Backend } from "../../kit/backend";
import { paper } from "../../kit/files";
import { expect, test as base } from "../../kit/test";
import { Traces } from "../../kit/traces";

/** A backend that logs all it can. */
const test = base.extend({
  backend: async ({}, use) => {
    const backend = await Backend.begin(APP, { flags: ["--log", "debug"] });
    await use(backend);
    await backend.end();
  },
});

const CHILD = "Trần Minh Thử";
const MOTHERS_NUMBER = "045190009999";
const STREET = "Thôn Vĩnh Hoàng Thượng";
const FILE = "Chứng sinh bé Mặc Khải.pdf";
/** Where something personal has no place; in the tab's own storage, none once it is saved. */
const NEVER = [
  "address", "referrer", "history", "title", "console", "local storage", "session storage", "cache", "database", "cookie",
];

/** Looks once the agency has all that was answered: from then on nothing has to be kept in the tab. */
async function lookWhenSaved(page: Page, traces: Traces): Promise<void> {
  await expect(page.getByText(/^Đã lưu lúc \d\d:\d\d/)).toBeVisible();
  await traces.look(page);
}

test("a whole journey leaves nothing personal in addresses, titles, logs or on the device", async ({ page, person, backend }) => {
  test.setTimeout(120_000);
  const traces = new Traces();
  await traces.on(page.context());
  await register(page, person);
  await traces.look(page);
  await findProcedure(page, "khai sinh", "Đăng ký khai sinh");
  await beginDraft(page);
  await declareBirth(page);
  await lookWhenSaved(page, traces);
  await attach(page, "Giấy chứng sinh; không có thì", paper(FILE));
  await needsNoOtherPaper(page);
  await goOn(page, "Chọn hình thức nhận kết quả");
  await answer(page, "Bạn muốn nhận kết quả bằng cách nào?", "Qua bưu chính công ích");
  await pickPlace(page);
  await type(page, "Số nhà, đường, thôn, tổ", STREET);
  await goOn(page, "Hoàn thiện gửi hồ sơ");
  await lookWhenSaved(page, traces);
  const code = await send(page);
  await traces.look(page);
  await follow(page, "Hồ sơ của tôi");
  await follow(page, /Đăng ký khai sinh/);
  await expect(page.getByText("Mới đăng ký").first()).toBeVisible();
  await traces.look(page);
  await page.goto("/lookup");
  await type(page, "Mã hồ sơ", code);
  await type(page, "Số điện thoại hoặc số CCCD của người nộp", person.phone);
  await press(page, "Tra cứu");
  await expect(page.getByText("Mới đăng ký")).toBeVisible();
  await page.reload();
  await expect(heading(page, "Tra cứu hồ sơ")).toBeVisible();
  await press(page, "Đăng xuất");
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  await traces.look(page);
  traces.note("log", backend.log());

  const personal = [person.name, person.citizenId, person.phone, person.password, CHILD, MOTHERS_NUMBER, STREET, FILE];
  expect(traces.unsent(personal), "what was searched for without being sent").toEqual([]);
  expect(traces.of(personal)).toEqual([]);
  for (const where of ["address", "referrer", "history", "title", "local storage", "session storage", "log"]) {
    expect(traces.count(where), `traces looked at: ${where}`).toBeGreaterThan(0);
  }
  expect(traces.count("log"), "each request has its line").toBeGreaterThan(20);
});

test("what is left at any of these places is found, however it is spelled", async ({ page, person }) => {
  const traces = new Traces();
  await traces.on(page.context());
  await page.goto("/");
  await expect(heading(page, /./)).toBeVisible();
  expect(traces.of([person.name, person.phone])).toEqual([]);
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
    await new Promise<void>((done) => {
      const asked = indexedDB.open("kept");
      asked.onupgradeneeded = () => asked.result.createObjectStore("kept").put({ name }, 1);
      asked.onsuccess = () => done();
    });
  }, { name: person.name, phone: person.phone });
  await page.goto("/feedback");
  await traces.look(page);
  const found = new Set(traces.of([person.name, person.phone]).map(({ where }) => where));
  expect([...found].sort()).toEqual([...NEVER].sort());
});
