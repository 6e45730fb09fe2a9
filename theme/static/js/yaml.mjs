/**
 * A tree of texts as a club's file: the same as holdkatalog.yamlfile.writing and .quoting, letter for letter.
 * Pure. Fields are a Map (or an object none of whose names is a number), lists arrays, all else texts. A text
 * never meets what stands around it unquoted: it goes through `written`, and nothing is glued together.
 */

import { SPACE, meant } from "./texts.mjs";

// What Python calls a letter of a word, and what one may begin with.
const LETTER = "\\p{L}\\p{Nl}\\p{No}_";
const WORD = "\\p{L}\\p{N}_";

// `navn:Foo` is refused in a list, since it looks like a field that lacks its space.
const SAFE_START = new RegExp(`^(?![${LETTER}][${WORD}-]*:[^${SPACE}])[\\p{L}\\p{N}+(/.]`, "u");
const NOT_PLAIN = new RegExp(
  `[\\n\\t]|:(?=[${SPACE}]|$)|[${SPACE}]#|^[${SPACE}]|[${SPACE}]$|^---|^\\.\\.\\.`,
  "u",
);
// A town on its own would be taken for the end of an address that a comma has cut.
const NOT_IN_FLOW = new RegExp(`[,\\[\\]{}:?#]|^\\p{Nd}{4} [${LETTER}]`, "u");
const BEGINS_WITH_SPACE = new RegExp(`^[${SPACE}]`, "u");
const ONLY_SPACE = new RegExp(`^[${SPACE}]*$`, "u");

// YAML 1.2 reads more numbers than YAML 1.1 does: 012345678, 1e3, 0o17.
const NUMBER = /^(?:[-+]?(?:\.\p{Nd}+|\p{Nd}+(?:\.\p{Nd}*)?)(?:[eE][-+]?\p{Nd}+)?|0o[0-7]+|0x[\p{Nd}a-fA-F]+)$/u;
// And YAML 1.1 reads more than numbers: these are PyYAML's own patterns.
const TYPED = [
  /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
  /^(?:~|null|Null|NULL|)$/,
  /^[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?$/,
  /^\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?$/,
  /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
  /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  /^[-+]?(?:0b[0-1_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
  new RegExp(
    "^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?" +
      "(?:[ \\t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?$",
  ),
  /^(?:<<|[=!&*])$/,
];

/** Some YAML reader takes the bare text for a number, a date, yes or no, or nothing. */
export const typed = (text) => NUMBER.test(text) || TYPED.some((pattern) => pattern.test(text));

/** The text may stand without quotes and is read as this very text. */
export function bare(text, { flow = false } = {}) {
  if (!SAFE_START.test(text) || NOT_PLAIN.test(text)) return false;
  return !(flow && NOT_IN_FLOW.test(text));
}

/** The text in quotes, on one line. */
export function quoted(text) {
  const double = text.includes('"');
  const slash = text.includes("\\");
  if (text.includes("\n") || (text.includes("'") && !double && !slash)) {
    return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
  }
  return double || slash ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** The text as a block under `|`, indented; null when a block can't hold it. */
export function literal(text, indent, newline = "\n") {
  const lines = text.split("\n");
  if (!lines[0] || BEGINS_WITH_SPACE.test(lines[0]) || ONLY_SPACE.test(lines.slice(-1)[0])) return null;
  return ["|", ...lines.map((line) => (line ? " ".repeat(indent) + line : ""))].join(newline);
}

/**
 * The text as YAML: bare if it may be, as a block if it has lines, else quoted. `numbers` lets `8` stand
 * bare, for the fields in which it may.
 */
export function written(text, { indent, flow = false, numbers = false, newline = "\n" }) {
  const block = text.includes("\n") && !flow ? literal(text, indent, newline) : null;
  if (block !== null) return block;
  return bare(text, { flow }) && (numbers || !typed(text)) ? text : quoted(text);
}

/** A key as it must be written. */
export const named = (key, { flow = false } = {}) => (bare(key, { flow }) && !typed(key) ? key : quoted(key));

/** What is made of fields, as pairs; null for a text or a list. */
export function pairs(value) {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
  return value instanceof Map ? [...value] : Object.entries(value);
}

/**
 * The file of these values, in their own order, with a line break at its end: block style, two spaces further
 * in; an empty line before and between fields at the top that are themselves made of fields. `numbers` are the
 * keys whose value may stand as a bare number. Throws for an empty list, empty fields, and what is no text.
 */
export function dump(values, numbers = []) {
  const all = pairs(values).flatMap(([key, value]) => topmost(key, value, numbers));
  return `${all.join("\n").replace(/^\n+/, "")}\n`;
}

/** The lines of a key at the top, with the empty lines that its fields need around them. */
export function topmost(key, value, numbers) {
  if (!pairs(value) || !apart(value)) return entry(key, value, 0, numbers);
  const parts = pairs(value).map(([inner, under]) => entry(inner, under, 2, numbers));
  return ["", `${named(key)}:`, ...parts.flatMap((part, at) => (at ? ["", ...part] : part))];
}

/** Whether fields below a key at the top are so large that an empty line stands between them. */
export const apart = (fields) => pairs(fields).some(([, value]) => pairs(value));

/** The lines of a key with its value, the key so many spaces in. */
export function entry(key, value, indent, numbers) {
  const under = below(value, indent + 2, numbers, numbers.includes(key));
  return joined(`${" ".repeat(indent)}${named(key)}:`, value, under);
}

/** The lines of a value: of a text its first goes on the line of the key. */
export function below(value, indent, numbers, bareNumber) {
  if (typeof value === "string") return written(meant(value), { indent, numbers: bareNumber }).split("\n");
  const fields = full(value);
  if (fields) return fields.flatMap(([key, under]) => entry(key, under, indent, numbers));
  return value.flatMap((one) => item(one, indent, numbers, bareNumber));
}

/** The lines of an item of a list, its dash so many spaces in. */
export function item(value, indent, numbers, bareNumber) {
  const under = below(value, indent + 2, numbers, bareNumber);
  const dash = `${" ".repeat(indent)}-`;
  if (typeof value === "string") return joined(dash, value, under);
  // The first field or item of an item stands on the line of its dash.
  return [`${dash} ${under[0].trimStart()}`, ...under.slice(1)];
}

/** The value on one line, as it must be written within brackets or braces. */
export function inline(value, numbers, bareNumber) {
  if (typeof value === "string") return written(meant(value), { indent: 0, flow: true, numbers: bareNumber });
  if (full(value)) return `{${inBraces(value, numbers).join(", ")}}`;
  return `[${value.map((one) => inline(one, numbers, bareNumber)).join(", ")}]`;
}

/** Each field as it must be written within braces. */
export function inBraces(fields, numbers) {
  return pairs(fields).map(
    ([key, value]) => `${named(key, { flow: true })}: ${inline(value, numbers, numbers.includes(key))}`,
  );
}

/** The pairs of what is made of fields, null for a list; throws for what can't be written. */
function full(value) {
  const fields = pairs(value);
  if (!(fields ?? (Array.isArray(value) ? value : [])).length) throw new TypeError(`nothing to write: ${value}`);
  return fields;
}

function joined(head, value, under) {
  return typeof value === "string" ? [`${head} ${under[0]}`, ...under.slice(1)] : [head, ...under];
}
