// What people and their phones put into fields by mistake, and what others put there on purpose.

/** Ten thousand letters. */
export const LONG = "dài ".repeat(2_500).trim();
/** Ten thousand digits. */
export const LONG_NUMBER = "9".repeat(10_000);
/** One picture. */
export const EMOJI = "😀";
/** A mark that turns the reading direction, and letters behind it. */
export const TURNED = "\u202ELan";
/** What would be a script if anybody took it for one. */
export const MARKUP = "<img src=x onerror=alert(1)>";
/** Blanks of three kinds. */
export const BLANK = " \u00A0\t";
/** The same letters, each accent a character of its own, as some keyboards send them. */
export const takenApart = (text: string): string => text.normalize("NFD");
