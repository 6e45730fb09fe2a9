/** Sentences with {names} filled in, as the strings of the theme have them. */

/** The sentence with its names filled in; what is filled in is text, never HTML. */
export function fill(sentence, words) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in words ? words[name] : whole));
}

/** A number with its noun, by the sentences for one and for many. */
export function counted(number, one, many) {
  return fill(number === 1 ? one : many, { number });
}

/** The words as a list: `a`, `a og b`, `a, b og c`; `last` joins the last two. */
export function listed(words, last) {
  if (words.length < 2) return words.join("");
  return fill(last, { first: words.slice(0, -1).join(", "), last: words[words.length - 1] });
}

/** The text with a capital first letter. */
export function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
