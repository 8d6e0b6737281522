// Translates a page as Chrome does: each text node is replaced by a `<font>` element with the translated text. The
// "translation" is the text in brackets, so a test sees which texts are translated and still up to date.

import type { Page } from "@playwright/test";

/** Translates every text that is on the page now, except in elements that mustn't be translated. */
export const translatePage = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const parent = text.parentElement;
      if (!text.data.trim() || !parent || parent.closest("font, script, [translate='no']")) continue;
      const inner = document.createElement("font");
      inner.append(`[${text.data.trim()}]`);
      const outer = document.createElement("font");
      outer.append(inner);
      parent.replaceChild(outer, text);
    }
  });
