/**
 * Where an edit of a club's file must begin and end so that it touches nothing else: the same as
 * holdkatalog.yamlfile.offsets. Pure. An edit is [start, end, text].
 *
 * A node is what holdkatalog.yamlfile.outline made of it, its offsets counted as scripts count (UTF-16):
 * a text has `t` and its style `y`, fields have `m` ([key, start, end, node]), a list has `l`; `f` is flow.
 */

/** The file as read: its text and its tree. The outline counts characters, scripts count halves of some. */
export function read(source, outline) {
  const places = [];
  let at = 0;
  for (const letter of source) {
    places.push(at);
    at += letter.length;
  }
  places.push(at);
  return { source, root: moved(outline, places), newline: source.includes("\r\n") ? "\r\n" : "\n" };
}

function moved(node, places) {
  const here = { ...node, s: places[node.s], e: places[node.e] };
  if (node.l) here.l = node.l.map((item) => moved(item, places));
  if (node.m) here.m = node.m.map(([key, s, e, value]) => [key, places[s], places[e], moved(value, places)]);
  return here;
}

/** The node at the path; undefined when there is none. */
export function at(file, path) {
  return path.reduce((node, step) => {
    if (node?.m) return node.m.find(([key]) => key === step)?.[3];
    return typeof step === "number" ? node?.l?.[step] : undefined;
  }, file.root);
}

/** What a node says: texts, arrays and Maps; null where nothing is written. */
export function plain(node) {
  if (node.l) return node.l.map(plain);
  if (node.m) return new Map(node.m.map(([key, , , value]) => [key, plain(value)]));
  return isEmpty(node) ? null : node.t;
}

/** Nothing is written: no text and no quotes. */
export const isEmpty = (node) => node.t === "" && node.y === "plain";

/** The source with the edits made; of several at one place, the first given comes first. */
export function applied({ source }, edits) {
  let from = 0;
  const all = edits.map((edit) => placed(source, edit, edits));
  const parts = all
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .flatMap(([start, end, text]) => {
      const before = source.slice(from, start);
      from = end;
      return [before, text];
    });
  return [...parts, source.slice(from)].join("");
}

/** New lines after a line that goes come after the one above it instead. */
function placed(source, edit, edits) {
  if (edit[0] !== edit[1]) return edit;
  let [place] = edit;
  for (;;) {
    const over = edits.find(([start, end, text]) => !text && start < place && place <= end);
    if (!over) return [place, place, edit[2]];
    place = over[0] - (source.slice(0, over[0]).endsWith("\r\n") ? 2 : 1);
  }
}

function matched(pattern, source, from) {
  pattern.lastIndex = from;
  return pattern.exec(source);
}

/**
 * From the colon or dash to the end of what stands there, and the comments on those lines: `first` is the one
 * right after the colon or dash, when the value begins below it.
 */
export function replaced(file, path) {
  const node = at(file, path);
  const { source } = file;
  const start = afterMark(file, at(file, path.slice(0, -1)), path.slice(-1)[0]);
  const first = (node.s !== node.e && matched(/[ \t]+#[^\r\n]*/y, source, start)?.[0]) || "";
  if (node.y === "literal" || node.y === "folded") {
    const last = matched(/[|>][-+]?([ \t]+#[^\r\n]*)?/y, source, node.s)?.[1] ?? "";
    return { start, end: node.e, first, last };
  }
  const last = matched(/[ \t]+#[^\r\n]*/y, source, node.e)?.[0] ?? "";
  return { start, end: node.e + last.length, first, last };
}

/** Where each child begins, key or dash and all, and its value. */
export function offspring({ source }, parent) {
  if (parent.m) return parent.m.map(([, start, , value]) => [start, value]);
  return parent.l.map((item) => [parent.f ? item.s : dash(source, parent, item), item]);
}

/** Where the dash of an item stands: on the item's line, or on one above it. */
function dash(source, parent, item) {
  let line = lineStart(source, item.s);
  for (;;) {
    const place = line + parent.c - 1 + (source[line] === "\ufeff" ? 1 : 0);
    if (source[place] === "-" && /^[ \-\ufeff]*$/.test(source.slice(line, place))) return place;
    line = lineStart(source, line - 1);
  }
}

/** The offset right after the key's colon, or after the item's dash. */
function afterMark(file, parent, step) {
  if (parent.m) return file.source.indexOf(":", parent.m.find(([key]) => key === step)[2]) + 1;
  return offspring(file, parent)[step][0] + (parent.f ? 0 : 1);
}

/** Whether what stands at the path stands within braces or brackets. */
export const inFlow = (file, path) => path.some((_, length) => at(file, path.slice(0, length))?.f);

/** How many spaces stand in front of the fields under the path. */
export function column(file, path, node) {
  if (node.m) return node.c - 1;
  return path.length ? at(file, path.slice(0, -1)).c + 1 : 0;
}

/** The space that an empty value still lacks after its colon or dash. */
export const gap = (source, offset) => (source[offset - 1] === " " ? "" : " ");

/** Where the line of this offset ends, before its break. */
export function lineEnd(source, offset) {
  return offset + matched(/[^\r\n]*/y, source, offset)[0].length;
}

/** Where the line of this offset begins. */
export function lineStart(source, offset) {
  const before = source.slice(0, Math.max(offset, 0));
  return Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
}

/** Whether nothing but spaces stands before the offset on its line. */
export const firstOnLine = (source, offset) =>
  /^[ \ufeff]*$/.test(source.slice(lineStart(source, offset), offset));
