// Text that a field must reject or clean up: typing mistakes, characters that some keyboards add, and attempted
// attacks.

/** A text of about ten thousand characters. */
export const LONG_TEXT = "dài ".repeat(2_500).trim();
/** A number with ten thousand digits. */
export const LONG_NUMBER = "9".repeat(10_000);
/** A text that consists of one emoji. */
export const EMOJI = "😀";
/** A text with the invisible character U+202E, which reverses the reading direction of the letters after it. */
export const RIGHT_TO_LEFT = "\u202ELan";
/** HTML that would run a script if the app inserted it as markup. */
export const MARKUP = "<img src=x onerror=alert(1)>";
/** A text that consists of a space, a no-break space and a tab. */
export const BLANK = " \u00A0\t";
/**
 * Returns the text in the Unicode form NFD, in which each accent is a separate character. Some keyboards send text in
 * this form.
 */
export const decompose = (text: string): string => text.normalize("NFD");
