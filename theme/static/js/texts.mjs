/**
 * What a text is when it is read strictly, and what of it may be repeated to others: the same as
 * holdkatalog.yamlfile.characters and holdkatalog.messages.masked. Pure. No lookbehind: old phones have none.
 */

// What Python calls a space; a browser's own \s is another.
export const SPACE = "\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
// Spaces that Word, web pages and phones write instead of a space.
const SPACES = "\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
// Nothing to see at all: soft hyphen, zero width, word joiner, byte order mark, object marks.
const NOTHING = /[\xad\u034f\u180e\u200b\u2060-\u2064\ufeff\ufffc]/gu;
const ODD_SPACE = new RegExp(`[\\t${SPACES}]`, "gu");
// Turn text round (bidi), steer a terminal, or have no agreed meaning (private use, tags).
const DANGEROUS = new RegExp(
  "[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u206f" +
    "\\ud800-\\udfff\\ue000-\\uf8ff\\ufff9-\\ufffb\\ufffe\\uffff\\u{e0000}-\\u{e007f}\\u{f0000}-\\u{10ffff}]",
  "u",
);
// The mark a program leaves where it could not read a letter.
const LOST = "\ufffd";
const EDGES = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "g");
const GAPS = new RegExp(`[${SPACE}]+`, "g");

/** The text as the loader would give it back: plain spaces and line breaks, nothing hidden, NFC. */
export function meant(text) {
  const plain = text.replace(/\r\n?/g, "\n").replace(ODD_SPACE, " ").replace(NOTHING, "");
  // Persian and many emoji need their joiners; among Latin letters a joiner is only a leftover.
  const joined = plain.replace(/[\u200c\u200d]/g, (joiner, at) => (plain.charCodeAt(at - 1) >= 0x590 ? joiner : ""));
  return joined.normalize("NFC").replace(/\n+$/, "");
}

/** The same, with no space round it either: what somebody meant who typed it. */
export const normalised = (text) => meant(text).replace(EDGES, "");

/** Why no file may have the text: a code and the number of the character; null when it may. */
export function refused(text) {
  const found = DANGEROUS.exec(text);
  if (found) return { code: "control-character", facts: { character: numbered(found[0]) } };
  return text.includes(LOST) ? { code: "lost-letter", facts: { character: numbered(LOST) } } : null;
}

function numbered(character) {
  return `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

const LONGEST = 200;

/** The text on one line, as it is repeated in a message. */
export function short(text) {
  const letters = [...text.replace(GAPS, " ").replace(EDGES, "")];
  return letters.length <= LONGEST ? letters.join("") : `${letters.slice(0, LONGEST - 1).join("")}…`;
}

const MASK = "•";
const ROOM = "[ \\xa0\\u2007\\u2009\\u202f]{0,3}";
// Whatever looks like a hyphen, also as it is escaped in quotes, and the spaces people put around it.
const HYPHEN =
  `${ROOM}(?:[-\\xad\\u2010-\\u2015\\u2043\\u2212/]|\\\\x(?:2[Dd]|[Aa][Dd])` +
  `|\\\\(?:u|U0000)(?:002[Dd]|00[Aa][Dd]|201[0-5]|2043|2212))${ROOM}`;
const D = "\\p{Nd}";
const CPR = new RegExp(
  `(^|[^${D}])((?:[0-3]${D} ?[01]${D} ?${D}${D}(?:${HYPHEN}|${ROOM})` +
    `|[0-3]${D}([./ -])[01]${D}\\3${D}${D}${HYPHEN})${D}{4})(?!${D})`,
  "gu",
);
const NAME = `[^${SPACE}@<>"',;:[{(]`;
const MAIL = new RegExp(
  `(${NAME}+)@(?!example\\.(?:org|com)(?![\\p{L}\\p{N}_]))(?=[^${SPACE}@.]+\\.[^${SPACE}@])`,
  "gu",
);

/** The text without CPR numbers, the names in mails and hidden characters; as long as before. */
export function masked(text) {
  const withoutCpr = text.replace(CPR, (whole, before, number) => before + number.replace(/\p{Nd}/gu, MASK));
  const withoutMail = withoutCpr.replace(MAIL, (whole, name) => `${MASK.repeat([...name].length)}@`);
  return withoutMail.replace(/\t/g, "→").replace(/(?! )[\p{C}\p{Z}]/gu, "·");
}
