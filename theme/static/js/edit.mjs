/** Edits of one value of a club's file: the same as holdkatalog.yamlfile.editing. Pure. */
import { at, column, firstOnLine, gap, inFlow, isEmpty, lineEnd, lineStart, offspring, replaced } from "./places.mjs";
import { meant } from "./texts.mjs";
import { apart, entry, inBraces, topmost, typed, written } from "./yaml.mjs";

/** The edit that writes the text at the path; with `number` a number may stand bare. */
export function replacement(file, path, text, number) {
  const node = at(file, path);
  const place = replaced(file, path);
  let { start } = place;
  let [before, comment] = [" ", place.first + place.last];
  if ("t" in node || node.f) {
    // What stands between the colon and the value stays where it is.
    start = node.s;
    comment = place.last;
    before = start === node.e ? gap(file.source, start) : "";
  }
  const made = written(meant(text), {
    indent: at(file, path.slice(0, -1)).c + 1,
    flow: inFlow(file, path),
    numbers: number || (node.y === "plain" && typed(node.t)),
    newline: file.newline,
  });
  // A comment stands on the line of the key, also when the text becomes a block below it.
  const cut = made.indexOf(file.newline);
  const head = cut < 0 ? made : made.slice(0, cut);
  return [start, place.end, before + head + comment + made.slice(head.length)];
}

/** The edit that writes new fields (pairs) under the path, after that value or the last one there. */
export function addition(file, path, fields, numbers, after) {
  const node = at(file, path);
  if (!node?.m && !(node && isEmpty(node))) throw new RangeError(`no fields: ${path}`);
  const last = after ?? node.m?.slice(-1)[0]?.[3];
  if (inFlow(file, [...path, ""])) {
    const text = inBraces(new Map(fields), numbers).join(", ");
    if (last) return [last.e, last.e, `, ${text}`];
    if (node.m) return [node.s + 1, node.s + 1, text];
    return [node.e, node.e, `${gap(file.source, node.e)}{${text}}`];
  }
  const end = lineEnd(file.source, (last ?? node).e);
  const lines = added(node, fields, path.length, column(file, path, node), numbers);
  return [end, end, lines.map((line) => file.newline + line).join("")];
}

/** The lines of new fields, with the empty lines between them that a new file has there. */
function added(node, fields, depth, indent, numbers) {
  const there = node.m ?? [];
  const large = apart(new Map(fields)) || there.some(([, , , value]) => value.m);
  return fields.flatMap(([key, value], number) => {
    if (depth === 0) return topmost(key, value, numbers);
    const empty = depth === 1 && large && (there.length || number) ? [""] : [];
    return [...empty, ...entry(key, value, indent, numbers)];
  });
}

/** The edits that take away these children of the parent. */
export function removals(file, parent, gone) {
  const { source } = file;
  const children = offspring(file, parent);
  return runs(gone).flatMap((run) => {
    const [first, last] = [run[0], run.slice(-1)[0]];
    const following = children[last + 1]?.[0];
    const start = children[first][0];
    if (parent.f) {
      const from = following === undefined && first ? children[first - 1][1].e : start;
      return [[from, following ?? children[last][1].e, ""]];
    }
    if (!firstOnLine(source, start) && following !== undefined) {
      // The first field after a dash: the next one moves up to the dash.
      return behindDash(source, children.slice(0, last + 2));
    }
    return run.map((number) => line(source, ...children[number]));
  });
}

/** The edits that take away all of these but the last; the first stands behind a dash. */
function behindDash(source, children) {
  const starts = children.map(([start]) => start);
  const ends = children.map(([, node]) => lineEnd(source, node.e));
  if (starts.slice(1).some((start, number) => source.slice(ends[number], start).includes("#"))) {
    const dash = source.slice(0, starts[0]).trimEnd().length;
    return [[dash, ends[0], ""], ...children.slice(1, -1).map((child) => line(source, ...child))];
  }
  return [[starts[0], starts.slice(-1)[0], ""]];
}

function runs(numbers) {
  const found = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    if (found.slice(-1)[0]?.slice(-1)[0] === number - 1) found.slice(-1)[0].push(number);
    else found.push([number]);
  }
  return found;
}

function line(source, start, node) {
  const end = lineEnd(source, node.e);
  const newline = source.startsWith("\r\n", end) ? 2 : end < source.length ? 1 : 0;
  return [lineStart(source, start), end + newline, ""];
}

