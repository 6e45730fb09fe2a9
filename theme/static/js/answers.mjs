/**
 * What a form says, as the values of a club's file. Pure: it knows names and texts, no page.
 *
 * A name is where the answer stands: `forening`, `hold.pris` (several in order are a list), `hold.tid.1.dag`
 * (the fields of the second time), `hold.godt_at_vide.toilet` with its words in `...toilet.ord`.
 */
import { normalised } from "./texts.mjs";

const MONTHS = "januar februar marts april maj juni juli august september oktober november december".split(" ");
// Which table of keys holds the fields below a key; below `steder` stand places.
const TABLES = { hold: "offer", kontakt: "contact-fields", sted: "place-fields", tid: "time-fields" };
const QUESTIONS = "godt_at_vide";
// Where keys are the reader's own, or the municipality's, all have the same rules.
const OF_ALL = { steder: { leaf: "place" }, answers: { leaf: "answer" } };
const isNumber = (step) => /^\d+$/.test(step);

/**
 * Everything that was answered, in the form's order, from its pairs of name and text: {name, at, path, text},
 * normalised as the strict loader would, what is empty left out. `at` says the how manieth of its name it is.
 * An answer and its words are one text, told of where the words are written.
 */
export function answered(entries) {
  const seen = new Map();
  const questions = new Map();
  const all = [];
  for (const [name, raw] of entries) {
    if (name.startsWith("_")) continue;
    const at = seen.get(name) ?? 0;
    seen.set(name, at + 1);
    const path = name.split(".");
    const text = normalised(raw);
    const end = path.lastIndexOf(QUESTIONS) + 2;
    const question = path.slice(0, end).join(".");
    const known = end > 1 && questions.get(question);
    if (known && text) Object.assign(known, { name, at, text: [known.text, text].filter(Boolean).join(", ") });
    if (known) continue;
    all.push({ name, at, path: end > 1 ? path.slice(0, end) : path, text });
    if (end > 1) questions.set(question, all.slice(-1)[0]);
  }
  return all.filter(({ text }) => text);
}

/**
 * The values of the file's part that a form asks for, in the order of the tables: a Map of texts, arrays and
 * Maps. `hold` holds the fields of the form's one offer, without its id. The fields of a numbered slot know
 * their `slot`, so that they are found again when others have gone.
 */
export function tree(entries, rules) {
  const top = { texts: [], under: new Map() };
  for (const { path, text } of answered(entries)) {
    const place = path.reduce((node, step) => {
      if (!node.under.has(step)) node.under.set(step, { texts: [], under: new Map() });
      return node.under.get(step);
    }, top);
    place.texts.push(text);
  }
  return fields(top, "club", rules);
}

/** Texts, then slots by their numbers, then what is made of fields: one of them, or a list. */
function value(node, table, rules) {
  const slots = [...node.under].filter(([step]) => isNumber(step)).sort(([a], [b]) => a - b);
  const below = slots.flatMap(([slot, under]) => {
    const found = value(under, table, rules);
    const every = Array.isArray(found) ? found : [found];
    return every.map((one) => (one instanceof Map ? Object.assign(one, { slot }) : one));
  });
  const own = fields(node, table, rules);
  const all = [...node.texts, ...below, ...(own.size ? [own] : [])];
  return all.length > 1 ? all : all[0];
}

function fields(node, table, rules) {
  const named = [...node.under].filter(([step]) => !isNumber(step));
  return inOrder(named.map(([key, under]) => [key, value(under, tableOf(key, table), rules)]), table, rules);
}

/** Fields in the order of their table; what it doesn't know comes last. */
export function inOrder(named, table, { keys, questions }) {
  const known = table === "answers" ? questions : Object.keys(keys[table] ?? {});
  const place = ([key]) => (known.includes(key) ? known.indexOf(key) : known.length);
  return new Map([...named].sort((a, b) => place(a) - place(b)));
}

function tableOf(key, table) {
  if (key === QUESTIONS) return "answers";
  if (table === "steder") return "place-fields";
  return key === "steder" ? key : TABLES[key];
}

/** The rules of what stands at a path: the key's own, or those of the leaf it is; {} for what nobody knows. */
export function rulesAt(path, { keys }) {
  let table = "club";
  let found = {};
  for (const step of path.filter((one) => !isNumber(one))) {
    found = OF_ALL[table] ?? keys[table]?.[step] ?? {};
    table = tableOf(step, table);
  }
  return found;
}

/** What is written when somebody has seen it all through on a day (`2026-11-25`), with her role if she told it. */
export function confirmed(day, role = "") {
  const [year, month, date] = day.split("-").map(Number);
  const who = normalised(role).replace(/^af\s+/i, "");
  return `${date}. ${MONTHS[month - 1]} ${year}${who ? ` af ${who}` : ""}`;
}
