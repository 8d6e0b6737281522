// Replaces the form "general-declaration" in the backend's response by a newer version, or by a form that the app can't
// use.

import type { Page } from "@playwright/test";

type Layout = { scope?: string; elements?: Layout[]; options?: object };
type Form = { version: number; schema: { properties: Record<string, object> }; ui_schema: { elements: Layout[] } };

const FORM_URL = "**/api/forms/general-declaration";

/**
 * Serves a newer version of the form "general-declaration": the question `request` has two options instead of a text
 * field, and the question `note` doesn't exist any more.
 */
export const serveChangedForm = (page: Page): Promise<unknown> =>
  modifyForm(page, (form) => {
    form.version += 1;
    form.schema.properties.request = { title: "Giấy cần cấp bản sao", type: "string", enum: ["Khai sinh", "Khai tử"] };
    delete form.schema.properties.note;
    for (const category of form.ui_schema.elements) removeControl(category, "#/properties/note");
    delete form.ui_schema.elements[1]?.elements?.[0]?.options;
  });

/**
 * Serves the form "general-declaration" with the additional member `slider`. The app doesn't know this member, so it
 * can't use the form.
 */
export const serveUnusableForm = (page: Page): Promise<unknown> =>
  modifyForm(page, (form) => Object.assign(form.ui_schema.elements[0] ?? {}, { slider: true }));

/** Stops replacing the form, so that the app receives the backend's own form again. */
export const restoreForm = (page: Page): Promise<void> => page.unroute(FORM_URL);

function modifyForm(page: Page, change: (form: Form) => void): Promise<unknown> {
  return page.route(FORM_URL, async (route) => {
    const response = await route.fetch();
    const form = (await response.json()) as Form;
    change(form);
    await route.fulfill({ response, json: form });
  });
}

/** Removes the control with the given scope from a layout and from the layouts inside it. */
function removeControl(layout: Layout, scope: string): void {
  layout.elements = layout.elements?.filter((element) => element.scope !== scope);
  for (const element of layout.elements ?? []) removeControl(element, scope);
}
