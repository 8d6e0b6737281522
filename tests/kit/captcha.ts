// Answers the check question of the feedback form: the sum of two numbers that are written as Vietnamese words.

import type { Page } from "@playwright/test";

const NUMBERS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/** Reads the check question on the page and returns its answer. */
export async function solveCaptcha(page: Page): Promise<string> {
  const question = await page.getByText(/bằng mấy\?|là mấy\?/).first().innerText();
  const numbers = question.toLowerCase().split(/\s+/).flatMap((word) => {
    const number = NUMBERS.indexOf(word);
    return number < 0 ? [] : [number];
  });
  return String(numbers.reduce((sum, number) => sum + number, 0));
}
