// The design system's gallery: every component with its named examples. It is in the development build alone, so these
// tests run where that is built: make trunk. The same components are checked on real pages in ../sweep and large_text.spec.ts.

import { Backend, GALLERY } from "../../kit/backend";
import { heading } from "../../kit/citizen";
import { expectSound } from "../../kit/sound";
import { expect, test as usual } from "../../kit/test";

const TRUNK = { tag: "@trunk" };

const test = usual.extend<{ backend: Backend }>({
  backend: async ({}, use) => {
    const backend = await Backend.begin(GALLERY);
    await use(backend);
    await backend.end();
  },
});

for (const look of ["light", "dark"] as const) {
  test(`every example is usable by everybody, ${look}`, TRUNK, async ({ page }) => {
    await page.emulateMedia({ colorScheme: look });
    await page.goto("/gallery");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectSound(page);
  });
}

for (const [width, size] of [
  [320, "100%"],
  [360, "200%"],
] as const) {
  test(`nothing sticks out at ${width} pixels with text at ${size}`, TRUNK, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    await page.goto("/gallery");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.evaluate((fontSize) => Object.assign(document.documentElement.style, { fontSize }), size);
    await expectSound(page);
  });
}

usual("a release has no gallery", async ({ page }) => {
  await page.goto("/gallery");
  await expect(heading(page, "Không có trang này")).toBeVisible();
});
