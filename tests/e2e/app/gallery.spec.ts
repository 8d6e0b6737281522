// The gallery of the design system shows each UI component with examples. Only the development build contains the
// gallery, so these tests run with `make trunk`. The same components on real pages are checked by ../accessibility and
// large_text.spec.ts.

import { Backend, GALLERY } from "../../kit/backend";
import { heading } from "../../kit/citizen";
import { expectAccessible } from "../../kit/accessibility";
import { expect, test as usual } from "../../kit/test";

const TRUNK = { tag: "@trunk" };

const test = usual.extend<{ backend: Backend }>({
  backend: async ({}, use) => {
    const backend = await Backend.launch(GALLERY);
    await use(backend);
    await backend.dispose();
  },
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`every example is accessible in ${colorScheme} mode`, TRUNK, async ({ page }) => {
    await page.emulateMedia({ colorScheme: colorScheme });
    await page.goto("/gallery");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });
}

for (const [width, size] of [
  [320, "100%"],
  [360, "200%"],
] as const) {
  test(`nothing is wider than the screen at ${width} pixels with text at ${size}`, TRUNK, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    await page.goto("/gallery");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.evaluate((fontSize) => Object.assign(document.documentElement.style, { fontSize }), size);
    await expectAccessible(page);
  });
}

usual("the release build has no gallery", async ({ page }) => {
  await page.goto("/gallery");
  await expect(heading(page, "Không có trang này")).toBeVisible();
});
