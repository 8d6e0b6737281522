// Text that fields must reject or clean up: typing mistakes, keyboard artefacts and attempted attacks.

/** Ten thousand characters. */
export const LONG_TEXT = "dài ".repeat(2_500).trim();
/** Ten thousand digits. */
export const LONG_NUMBER = "9".repeat(10_000);
/** One emoji. */
export const EMOJI = "😀";
/** The invisible character U+202E, which reverses the reading direction, followed by letters. */
export const RIGHT_TO_LEFT = "\u202ELan";
/** HTML that would run a script if a page inserted it as markup. */
export const MARKUP = "<img src=x onerror=alert(1)>";
/** A space, a no-break space and a tab. */
export const BLANK = " \u00A0\t";
/** The same text in Unicode form NFD, where each accent is a separate character. Some keyboards send text in this form. */
export const decompose = (text: string): string => text.normalize("NFD");
