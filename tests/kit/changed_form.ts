// A form that has changed since a draft was begun on it: one answer doesn't fit any more, one question is gone.

import type { Page } from "@playwright/test";

type Layout = { scope?: string; elements?: Layout[]; options?: object };
type Form = { version: number; schema: { properties: Record<string, object> }; ui_schema: { elements: Layout[] } };

const GENERAL = "**/api/forms/general-declaration";

/** Has the general declaration ask for the request among two papers, and no longer for a note. */
export const formChanges = (page: Page): Promise<unknown> =>
  alter(page, (form) => {
    form.version += 1;
    form.schema.properties.request = { title: "Giấy cần cấp bản sao", type: "string", enum: ["Khai sinh", "Khai tử"] };
    delete form.schema.properties.note;
    for (const part of form.ui_schema.elements) drop(part, "#/properties/note");
    delete form.ui_schema.elements[1]?.elements?.[0]?.options;
  });

/** Has the general declaration hold something that the app doesn't know. */
export const formBreaks = (page: Page): Promise<unknown> =>
  alter(page, (form) => Object.assign(form.ui_schema.elements[0] ?? {}, { slider: true }));

/** Has it as the office wrote it. */
export const formAsWritten = (page: Page): Promise<void> => page.unroute(GENERAL);

function alter(page: Page, change: (form: Form) => void): Promise<unknown> {
  return page.route(GENERAL, async (route) => {
    const answer = await route.fetch();
    const form = (await answer.json()) as Form;
    change(form);
    await route.fulfill({ response: answer, json: form });
  });
}

/** Takes a control out of a layout, however deep it stands. */
function drop(layout: Layout, scope: string): void {
  layout.elements = layout.elements?.filter((element) => element.scope !== scope);
  for (const element of layout.elements ?? []) drop(element, scope);
}
