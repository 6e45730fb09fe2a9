/**
 * Makes values of a club's file equal to wanted ones by the smallest edits: the same as
 * holdkatalog.yamlfile.changing. Pure. Texts, arrays and Maps; null takes a key away.
 */
import { addition, removals, replacement } from "./edit.mjs";
import { applied, at, gap, inFlow, lineEnd, offspring, plain, read, replaced } from "./places.mjs";
import { meant } from "./texts.mjs";
import { below, inline, item, pairs } from "./yaml.mjs";

/**
 * The source with what stands at each path made equal to its value: edits are [path, value], and all of them
 * are of the file as the outline has it. What is equal already stays as it is written: a list of one is its
 * only item, and no fields, an empty list and an empty line are the same as nothing. A missing key is written
 * after the last one of its parent, a parent left with nothing goes too. `numbers` may get bare numbers.
 * `places` are texts for keys that aren't there yet, and stand where an order has them: [path, text, order].
 */
export function change(source, outline, edits, numbers = [], places = []) {
  const file = read(source, outline);
  const own = places.map(([path, value, order]) => placed(file, path, value, order));
  return applied(file, [...changes(file, edits, numbers), ...own]);
}

function changes(file, edits, numbers) {
  if (edits.length === 1) return one(file, ...edits[0], numbers);
  const wanted = edits.reduce((values, [path, value]) => put(values, path, value), plain(file.root));
  return valued({ file, numbers }, [], file.root, solid(wanted) ?? new Map());
}

/** A new key where the order has it: after the last one there of those that come before it. */
function placed(file, path, value, order) {
  const [parent, key] = [path.slice(0, -1), path.slice(-1)[0]];
  const rank = new Map(order.slice(0, order.indexOf(key)).map((name, number) => [name, number]));
  const above = at(file, parent).m.filter(([name]) => rank.has(name));
  const last = above.reduce((found, each) => (found && rank.get(found[0]) > rank.get(each[0]) ? found : each), null);
  return addition(file, parent, [[key, value]], [], last?.[3]);
}

function one(file, path, value, numbers) {
  const wanted = solid(value);
  const node = at(file, path);
  if (!node) return wanted === null ? [] : [addition(file, path.slice(0, -1), [[path.slice(-1)[0], wanted]], numbers)];
  if (wanted !== null) return valued({ file, numbers }, path, node, wanted);
  return solid(plain(node)) === null ? [] : gone(file, path);
}

/** The values with another one at the path; what a path leads through must be there. */
function put(values, path, value) {
  if (!path.length) return value;
  const [step, ...rest] = path;
  if (Array.isArray(values)) return values.map((each, number) => (number === step ? put(each, rest, value) : each));
  if (values !== null && !(values instanceof Map)) throw new RangeError(`no fields: ${path}`);
  const fields = new Map(values);
  return fields.set(step, put(fields.get(step) ?? null, rest, value));
}

/** The value without what says nothing, its texts as the loader would give them back; null for nothing. */
export function solid(value) {
  if (typeof value === "string") return meant(value);
  if (Array.isArray(value)) {
    const items = value.map(solid);
    return items.some((each) => each !== null) ? items : null;
  }
  if (value === null) return null;
  const full = pairs(value).map(([key, under]) => [key, solid(under)]);
  const fields = new Map(full.filter(([, under]) => under !== null));
  return fields.size ? fields : null;
}

/** Whether two solid values say the same: a list of one says what its only item says. */
export function same(first, second) {
  const [a, b] = [single(first), single(second)];
  if (a instanceof Map && b instanceof Map) {
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && same(value, b.get(key)));
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((value, number) => same(value, b[number]));
  }
  return a === b;
}

const single = (value) => (Array.isArray(value) && value.length === 1 ? single(value[0]) : value);

/** What stands at the path goes, with every parent that would be left with nothing. */
function gone(file, path) {
  const parent = at(file, path.slice(0, -1));
  const children = parent.m?.map(([, , , value]) => value) ?? parent.l;
  if (path.length > 1 && children.length === 1) return gone(file, path.slice(0, -1));
  return removals(file, parent, [children.indexOf(at(file, path))]);
}

/** The edits by which what stands at the path becomes the wanted value. */
function valued(work, path, node, wanted) {
  if (same(solid(plain(node)), wanted)) return [];
  if (node.l?.length) return listed(work, path, node, Array.isArray(wanted) ? wanted : [wanted]);
  const value = single(wanted);
  if (node.m && value instanceof Map) return fielded(work, path, node, value);
  if (typeof value === "string") return [replacement(work.file, path, value, numeric(work, path))];
  return [anew(work, path, node, value)];
}

function fielded(work, path, node, wanted) {
  const old = new Map(node.m.map(([key, , , value]) => [key, solid(plain(value))]));
  // A key with nothing after it may stay where nothing is wanted.
  const away = [...old].flatMap(([key, value], number) => (wanted.has(key) || value === null ? [] : [number]));
  const kept = node.m.filter((_, number) => !away.includes(number));
  if (!kept.length) return [allNew(work, path, node, wanted)];
  const inside = kept.filter(([key]) => wanted.has(key));
  const fresh = [...wanted].filter(([key]) => !old.has(key));
  return [
    ...removals(work.file, node, away),
    ...inside.flatMap(([key, , , value]) => valued(work, [...path, key], value, wanted.get(key))),
    ...(fresh.length ? [addition(work.file, path, fresh, work.numbers, kept.slice(-1)[0][3])] : []),
  ];
}

/** Other fields instead of all that are there. */
function allNew({ file, numbers }, path, node, wanted) {
  if (inFlow(file, [...path, ""])) return [node.s, node.e, inline(wanted, numbers, false)];
  const text = below(wanted, node.c - 1, numbers, false).join(file.newline);
  return [node.s, node.e, text.trimStart()];
}

/** Items that are the same at both ends stay; those between are made equal one by one. */
function listed(work, path, node, wanted) {
  const old = node.l.map((each) => solid(plain(each)));
  const head = alike(old, wanted);
  const tail = alike(old.slice(head).reverse(), wanted.slice(head).reverse());
  const was = numbered(head, old.length - tail);
  const now = numbered(head, wanted.length - tail);
  const more = now.slice(was.length).map((number) => wanted[number]);
  return [
    ...was.slice(0, now.length).flatMap((number) => valued(work, [...path, number], node.l[number], wanted[number])),
    ...removals(work.file, node, was.slice(now.length)),
    ...(more.length ? [items(work, path, node, head + was.length, more)] : []),
  ];
}

/** How many items are the same from the start. */
function alike(first, second) {
  const differs = first.findIndex((value, number) => number >= second.length || !same(value, second[number]));
  return differs < 0 ? first.length : differs;
}

const numbered = (from, to) => Array.from({ length: to - from }, (_, number) => from + number);

/** New items in front of the one with this number, which may be one past the last. */
function items(work, path, node, number, values) {
  const { file, numbers } = work;
  const may = numeric(work, path);
  const start = offspring(file, node)[Math.max(number - 1, 0)][0];
  const last = node.l[number - 1]?.e;
  if (inFlow(file, [...path, 0])) {
    const texts = values.map((each) => inline(each, numbers, may));
    if (number) return [last, last, texts.map((text) => `, ${text}`).join("")];
    return [start, start, texts.map((text) => `${text}, `).join("")];
  }
  const indent = node.c - 1;
  const lines = values.flatMap((each) => item(each, indent, numbers, may));
  if (number) {
    const end = lineEnd(file.source, last);
    return [end, end, lines.map((line) => file.newline + line).join("")];
  }
  return [start, start, [...lines, " ".repeat(indent)].join(file.newline).slice(indent)];
}

/** A value of another kind, below its key or behind its dash. */
function anew(work, path, node, wanted) {
  const { file, numbers } = work;
  const may = numeric(work, path);
  if (inFlow(file, path)) {
    const before = node.s === node.e ? gap(file.source, node.s) : "";
    return [node.s, node.e, before + inline(wanted, numbers, may)];
  }
  const { start, end, first, last } = replaced(file, path);
  const parent = at(file, path.slice(0, -1));
  const [head, ...rest] = below(wanted, parent.c + 1, numbers, may);
  const lines = parent.m ? [first + last, head, ...rest] : [` ${head.trimStart()}${first}${last}`, ...rest];
  return [start, end, lines.join(file.newline)];
}

/** Whether a bare number may stand under the key that the path leads to. */
function numeric({ numbers }, path) {
  return numbers.includes([...path].reverse().find((step) => typeof step === "string") ?? "");
}
