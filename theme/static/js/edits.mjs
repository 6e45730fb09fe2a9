/**
 * What has been changed in a form, as edits of its file. Pure. A form shows less than a file may say: only what
 * differs from the form's own first state is touched, and what the form can't show stays where it is.
 */
import { same } from "./change.mjs";
import { slug } from "./slug.mjs";

/**
 * The edits, [path, value] each with null for what is gone, from what a form said first to what it says now:
 * both are trees. `there` is what the file says at the base path, which leads to fields.
 */
export function edits(before, after, base, there) {
  const keys = [...new Set([...after.keys(), ...before.keys()])];
  const changed = keys.filter((key) => !equal(before.get(key), after.get(key)));
  return changed.map((key) => [[...base, key], merged(there?.get(key), before.get(key), after.get(key)) ?? null]);
}

const equal = (a, b) => a === b || (a !== undefined && b !== undefined && same(a, b));

/** What the file shall say: what the form says now, with what the form didn't show of what stood there. */
function merged(there, before, after) {
  // Who takes away a time takes away all of it.
  if (after === undefined && before?.slot) return undefined;
  if (there instanceof Map && before instanceof Map && (after === undefined || after instanceof Map)) {
    return mergedFields(there, before, after ?? new Map());
  }
  if (there === undefined || there === null || before === undefined) return after;
  const shown = list(before);
  if (!list(there).some((each) => each instanceof Map) && !shown.some((each) => each instanceof Map)) {
    return single(mergedTexts(list(there), shown, list(after)));
  }
  return single(mergedSlots(list(there), shown, list(after)));
}

const list = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const single = (values) => (values.length > 1 ? values : values[0]);

function mergedFields(there, before, after) {
  const found = new Map(there);
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    if (equal(before.get(key), after.get(key))) continue;
    const value = merged(there.get(key), before.get(key), after.get(key));
    if (value === undefined) found.delete(key);
    else found.set(key, value);
  }
  return found.size ? found : undefined;
}

const word = (text) => slug(text) || text;

/**
 * The texts of a list: those that a form shows in an order of its own, as boxes to tick, keep the file's order
 * and spelling, and new ones come last. Where the form's order is the file's, the reader's order holds.
 */
function mergedTexts(there, before, after) {
  const first = before.map(word);
  const known = new Map(there.map((text) => [word(text), text]));
  const spelt = (text) => (before.includes(text) ? (known.get(word(text)) ?? text) : text);
  const now = after.map(spelt);
  const inOrder = there.length === before.length && there.every((text, number) => word(text) === first[number]);
  if (inOrder) return now;
  const kept = there.filter((text) => now.includes(text) || !first.includes(word(text)));
  return [...kept, ...now.filter((text) => !kept.includes(text))];
}

/**
 * Texts and fields in numbered slots, the numbers being the file's own order. What the form said of the file's
 * fields is changed in them, and their other keys stay; fields of which it showed nothing stay whole.
 */
function mergedSlots(there, before, after) {
  const shown = new Map(before.filter((each) => each instanceof Map).map((each) => [Number(each.slot), each]));
  const now = after.map((each) => {
    const first = shown.get(Number(each.slot));
    const original = there[Number(each.slot)];
    return first && original instanceof Map ? mergedFields(original, first, each) : each;
  });
  for (const [number, each] of there.entries()) {
    if (each instanceof Map && !shown.has(number)) now.splice(number, 0, each);
  }
  return now;
}
