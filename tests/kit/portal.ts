// Changes the response to `GET /portal`, from which the app learns the features of the backend.

import type { Page } from "@playwright/test";

type SignInMethod = { kind: string };
type Portal = { sign_in: SignInMethod[]; register: SignInMethod[]; parts: Record<string, boolean> };

/** The label of the button that leads to the identity provider. */
export const PROVIDER_BUTTON = "Đăng nhập bằng cổng DVC Quốc gia";

/** Replaces the response to `GET /portal` by the result of `change`, which gets the original response. */
export async function modifyPortal(page: Page, change: (portal: Portal) => object | Promise<object>): Promise<void> {
  await page.route("**/api/portal", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: await change((await response.json()) as Portal) });
  });
}

/** Adds single sign-on at an identity provider, as the first method of registering and of signing in. */
export async function offerIdentityProvider(page: Page): Promise<void> {
  const method = { kind: "single_sign_on", provider: "dvcqg", label: PROVIDER_BUTTON };
  const putFirst = (methods: SignInMethod[]) => [method, ...methods.filter(({ kind }) => kind !== method.kind)];
  await modifyPortal(page, (portal) => ({
    ...portal,
    sign_in: putFirst(portal.sign_in),
    register: putFirst(portal.register),
  }));
}
