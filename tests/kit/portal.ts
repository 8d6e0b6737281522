// Changes the response to `GET /portal`, which tells the app what the backend offers.

import type { Page } from "@playwright/test";

type SignInMethod = { kind: string };
type Portal = { sign_in: SignInMethod[]; register: SignInMethod[] };

/** Label of the button that leads to the identity provider. */
export const PROVIDER_BUTTON = "Đăng nhập bằng cổng DVC Quốc gia";

/** Replaces the response to `GET /portal` with what `change` makes of it. */
export async function modifyPortal(page: Page, change: (portal: Portal) => object | Promise<object>): Promise<void> {
  await page.route("**/api/portal", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: await change((await response.json()) as Portal) });
  });
}

/** Adds an identity provider as the first method for registering and for signing in. */
export async function offerIdentityProvider(page: Page): Promise<void> {
  const method = { kind: "single_sign_on", provider: "dvcqg", label: PROVIDER_BUTTON };
  const putFirst = (methods: SignInMethod[]) => [method, ...methods.filter(({ kind }) => kind !== method.kind)];
  await modifyPortal(page, (portal) => ({
    ...portal,
    sign_in: putFirst(portal.sign_in),
    register: putFirst(portal.register),
  }));
}
