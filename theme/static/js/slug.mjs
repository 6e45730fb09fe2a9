/** Ids out of names: the same as holdkatalog.danish.slug, and where Python makes an id of a bad one. Pure. */
import { fold } from "./fold.mjs";

const LONGEST = 40;

/** The text as a part of an address: `Nykøbing Sj.` becomes `nykoebing-sj`. */
export const slug = (text) => fold(text).replaceAll(" ", "-");

/** The text as an id, `[a-z][a-z0-9-]*` and no longer than an id may be; empty when no letter is left. */
export function id(text) {
  return slug(text)
    .replace(/^[^a-z]+/, "")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
}

/** An id for the name that none of the taken has: the plain one, else with `-2`, `-3` and so on behind it. */
export function free(name, taken, otherwise) {
  const known = new Set(taken);
  const plain = id(name) || otherwise;
  if (!known.has(plain)) return plain;
  for (let number = 2; ; number += 1) {
    const end = `-${number}`;
    const next = `${plain.slice(0, LONGEST - end.length).replace(/-+$/, "")}${end}`;
    if (!known.has(next)) return next;
  }
}
