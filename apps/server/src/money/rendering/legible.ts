/**
 * Characters that neither XML 1.0 (§2.2) nor a page can show: control characters, halves of surrogate pairs,
 * noncharacters, byte order marks. Tabs and line ends stay.
 */
const ILLEGIBLE = /[^\t\n\P{Cc}]|\p{Cs}|\p{Noncharacter_Code_Point}|\ufeff/gu;

/** The text without illegible characters. Every line end is `\n`. */
export const legible = (text: string): string => text.replace(/\r\n?/g, '\n').replace(ILLEGIBLE, '');
