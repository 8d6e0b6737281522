// The first screen is plain HTML until the app has started. In this time a citizen can already read it, type into its
// search field and follow its links. When the app replaces the HTML, the typed text, the focus and the caret stay.

import type { Page, Route } from "@playwright/test";

import { heading, press } from "../../kit/citizen";
import { holdResponses } from "../../kit/delayed_responses";
import { modifyPortal } from "../../kit/portal";
import { expect, test } from "../../kit/test";

const searchField = (page: Page) => page.getByRole("searchbox", { name: "Tên thủ tục hoặc việc cần làm" });

/** Holds back the responses for wasm files, so that the app can't start. Returns the function that releases them. */
const holdApp = (page: Page) => holdResponses(page, "**/*.wasm");

/** Waits until the app has started. The app removes the plain HTML (`#shell`) when it starts. */
const expectAppMounted = (page: Page) => expect(page.locator("#shell")).toHaveCount(0);

test("text, focus and caret stay when the app starts, and typing continues", async ({ page }) => {
  const releaseResponses = await holdApp(page);
  await page.goto("/", { waitUntil: "commit" });
  await searchField(page).click();
  await page.keyboard.type("khai snh");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator("#shell")).toHaveCount(1);
  await releaseResponses();
  await expectAppMounted(page);
  await expect(searchField(page)).toBeFocused();
  await page.keyboard.type("i");
  await expect(searchField(page)).toHaveValue("khai sinh");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: /^Có \d+ thủ tục$/ })).toBeVisible();
});

test("nothing moves when the app replaces the plain HTML screen", { tag: "@desktop" }, async ({ page }) => {
  const releaseResponses = await holdApp(page);
  await page.goto("/", { waitUntil: "commit" });
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  const layout = () =>
    page.evaluate(() => {
      const elements = [...document.querySelectorAll("h1, input, main button, .link-list li, header a, footer p")];
      return elements.map((element) => {
        const { x, y, width } = element.getBoundingClientRect();
        return `${element.tagName} ${Math.round(x)} ${Math.round(y)} ${Math.round(width)}`;
      });
    });
  const before = await layout();
  await releaseResponses();
  await expectAppMounted(page);
  await expect.poll(layout).toEqual(before);
});

test("the style inside the page draws the first screen as the whole style sheet does", { tag: "@desktop" }, async ({ page }) => {
  const styleArrives = await holdResponses(page, "**/motcua-*.css");
  await page.goto("/", { waitUntil: "commit" });
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length)).toBe(1);
  /** The computed style of every element of the first screen, and of the boxes before and after it. */
  const styles = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("body, body *:not(link, script)")].map((element) => {
        const parts = [undefined, "::before", "::after"].map((part) => {
          const style = getComputedStyle(element, part);
          const names = [...style].filter((name) => !name.startsWith("--"));
          return names.map((name) => `${element.tagName} ${part ?? ""} ${name}: ${style.getPropertyValue(name)}`);
        });
        return parts.flat();
      }),
    );
  const before = await styles();
  await holdApp(page);
  await styleArrives();
  const end = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--style-end"));
  await expect.poll(end).not.toBe("");
  const after = await styles();
  expect(after.length).toBe(before.length);
  const changed = after.flatMap((parts, index) => parts.filter((part, place) => part !== before[index]?.[place]));
  expect(changed).toEqual([]);
});

test("nothing is shifted while style sheet and app arrive", { tag: "@desktop" }, async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto("/");
  await expectAppMounted(page);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
});

test("what is typed in every moment of the start is kept", async ({ page }) => {
  await page.goto("/", { waitUntil: "commit" });
  await searchField(page).focus();
  const text = "dang ky khai sinh cho con".repeat(4);
  // Slow enough that the app starts in between, and replaces the field under the typing.
  await page.keyboard.type(text, { delay: 20 });
  await expectAppMounted(page);
  await expect(searchField(page)).toHaveValue(text);
  await expect(searchField(page)).toBeFocused();
});

test("the first screen is drawn without scripts, with its whole style", async ({ browser, backend }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(backend.origin);
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  await expect(page.locator(".notice--warning")).toHaveCSS("display", "flex");
  await context.close();
});

test("a search sent before the app has started shows its results", async ({ page }) => {
  const releaseResponses = await holdApp(page);
  await page.goto("/", { waitUntil: "commit" });
  await searchField(page).fill("khai sinh");
  await searchField(page).press("Enter");
  await page.waitForURL(/\/procedures\?q=khai\+sinh/, { waitUntil: "commit" });
  await releaseResponses();
  await expect(searchField(page)).toHaveValue("khai sinh");
  await expect(page.getByRole("heading", { level: 3 }).first()).toHaveText("Đăng ký khai sinh");
});

test("if the app can't be loaded, an error is shown and the plain HTML screen stays", async ({ page, browserErrors }) => {
  browserErrors.allowNetworkErrors();
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("/");
  await expect(page.getByRole("alert").filter({ hasText: "Chưa tải được ứng dụng" })).toBeVisible();
  await expect(searchField(page)).toBeVisible();
});

/** What a Wi-Fi that asks for a sign-in, or a broken proxy, sends in place of a file of the app. */
const WRONG_ANSWERS = {
  "a page": async (route: Route) => route.fulfill({ contentType: "text/html", body: "<title>Wi-Fi</title>" }),
  "half of the file": async (route: Route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
  },
  nothing: async (route: Route) => route.fulfill({ response: await route.fetch(), body: "" }),
};

for (const [answer, fulfill] of Object.entries(WRONG_ANSWERS)) {
  test(`${answer} in place of a file of the app isn't blamed on the browser, and «Thử lại» opens the app`, async ({ page, browserErrors }) => {
    browserErrors.allowWrongFiles();
    for (const file of ["**/app_bg.wasm", "**/app.js", "**/motcua-*.css"]) {
      await test.step(file, async () => {
        let isWrong = true;
        await page.route(file, (route) => isWrong ? fulfill(route) : route.continue());
        await page.goto("/");
        const alert = page.getByRole("alert").filter({ hasText: "Chưa tải được ứng dụng" });
        await expect(alert).toBeVisible();
        if (answer === "a page") await expect(alert).toContainText("đăng nhập của Wi-Fi");
        await expect(page.getByText("Trình duyệt này quá cũ")).toHaveCount(0);
        isWrong = false;
        await press(page, "Thử lại");
        await expectAppMounted(page);
      });
    }
  });
}

test("another page shows «Đang mở…» while loading, not the text of the first screen", async ({ page }) => {
  const releaseResponses = await holdApp(page);
  await page.goto("/procedures", { waitUntil: "commit" });
  await expect(heading(page, "Đang mở…")).toBeAttached();
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toHaveCount(0);
  await releaseResponses();
  await expect(heading(page, "Dịch vụ công trực tuyến")).toBeVisible();
});

test("another page never shows the first screen, not even before its scripts have arrived", async ({ page }) => {
  const releaseResponses = await holdResponses(page, "**/boot.js");
  await page.goto("/procedures", { waitUntil: "commit" });
  await expect(page.getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeHidden();
  await releaseResponses();
  await expect(heading(page, "Dịch vụ công trực tuyến")).toBeVisible();
});

test("an outdated browser gets a message in plain words", async ({ page }) => {
  await page.addInitScript(() => Object.assign(WebAssembly, { validate: () => false }));
  await page.goto("/");
  await expect(page.getByRole("alert").filter({ hasText: "Trình duyệt này quá cũ" })).toBeVisible();
  await expect(searchField(page)).toBeVisible();
});

test("the portal's own name, title, tiles, procedures and footer are shown, and an empty list is left out", async ({
  page,
}) => {
  await modifyPortal(page, (portal) => ({
    ...portal,
    name: "Cổng xã Thử",
    title: { vi: "Dịch vụ công xã Thử" },
    footer: { vi: "Trang của xã Thử." },
    tiles: [{ page: "weather" }, { page: "feedback" }, { page: "procedure", code: "1.001193", label: { vi: "Khai sinh" } }],
    popular: [],
  }));
  await page.goto("/");
  await expect(page.getByRole("banner").getByRole("link", { name: "Cổng xã Thử" })).toBeVisible();
  await expect(page).toHaveTitle("Dịch vụ công xã Thử");
  await expect(page.locator(".tiles a")).toHaveText(["Góp ý", "Khai sinh"]);
  await expect(page.getByRole("heading", { name: "Thủ tục nhiều người làm" })).toHaveCount(0);
  await expect(page.getByRole("contentinfo")).toContainText("Trang của xã Thử.");
  await page.getByRole("main").getByRole("link", { name: "Khai sinh" }).click();
  await expect(heading(page, "Đăng ký khai sinh")).toBeVisible();
  await expect(page).toHaveTitle("Đăng ký khai sinh – Cổng xã Thử");
});

test("in a portal without Vietnamese the page switches to English and keeps text, focus and caret", async ({ page }) => {
  let releasePortal = (): void => undefined;
  const portalReleased = new Promise<void>((resolve) => (releasePortal = resolve));
  await modifyPortal(page, async (portal) => {
    await portalReleased;
    return { ...portal, languages: ["en"] };
  });
  await page.goto("/");
  await expectAppMounted(page);
  await searchField(page).pressSequentially("khai snh");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  releasePortal();
  await expect(heading(page, "What do you need to do?")).toBeVisible();
  await expect(page.getByRole("button", { name: "Tiếng Việt" })).toBeHidden();
  const englishField = page.getByRole("searchbox", { name: "Name of the procedure" });
  await expect(englishField).toBeFocused();
  await page.keyboard.type("i");
  await expect(englishField).toHaveValue("khai sinh");
});
