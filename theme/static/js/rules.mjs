/**
 * What is wrong with an answer by itself: nothing is said, it can't be read, is out of range, is no choice or
 * too long. The same as the check of files says, in its very sentences: they and the patterns come from
 * `tilmeld/regler.json`. Pure. What takes more knowing than one answer is left to the check.
 */
import { answered, rulesAt } from "./answers.mjs";
import { masked, normalised, refused, short } from "./texts.mjs";

const NUMBER = /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+)$/;
// As long as the role of a contact may be.
const LONGEST_ROLE = 80;
const UNKNOWN = /^ukendt(?![\p{L}\p{N}_])/iu;

/**
 * Everything that is wrong, {name, at, code, text, help}: of the controls with that name the one numbered `at`,
 * the sentence, and what to do about it. `entries` are the form's pairs of name and text, the empty ones too.
 */
export function wrong(entries, rules) {
  const said = answered(entries);
  const told = (one, { code, facts }) => ({ ...one, code, ...sentences(rules, code, facts) });
  const place = ({ name, at }) => ({ name, at });
  return [
    ...missing(entries, said, rules).map(([name, found]) => told({ name, at: 0 }, found)),
    ...said.map((one) => [one, judged(one, rules)]).flatMap(([one, found]) => (found ? [told(place(one), found)] : [])),
    ...lists(said, rules).map(([one, found]) => told(place(one), found)),
    ...roles(entries).map((found) => told({ name: "_rolle", at: 0 }, found)),
  ];
}

/** The required answers of the form that nobody gave. */
function missing(entries, said, rules) {
  const names = [...new Set([...entries].map(([name]) => name))];
  const asked = names.filter((name) => rulesAt(name.split("."), rules).required);
  const given = new Set(said.map(({ name }) => name));
  // A template may give instead what is required without one.
  const instead = (name) => name.replace(/[^.]+$/, rulesAt(name.split("."), rules).unless ?? "");
  return asked
    .filter((name) => !given.has(name) && !given.has(instead(name)))
    .map((name) => {
      const { example, many } = rulesAt(name.split("."), rules);
      return [name, { code: many ? "form-choose" : "form-missing", facts: { example } }];
    });
}

/** What is wrong with one answer; null when nothing is. */
function judged({ path, text }, rules) {
  const own = rulesAt(path, rules);
  const leaf = leafOf(own, rules);
  const facts = { key: nameOf(path), value: short(text), say: leaf.say, example: own.example };
  return (
    refused(text) ??
    tooLong(text, leaf.longest, facts) ??
    notAChoice(text, leaf.choices, facts) ??
    unreadable(text, leaf, facts) ??
    outOfRange(text, leaf, facts)
  );
}

/** What a kind of text looks like, with what its key says of its own; a narrower kind has the other's pattern. */
function leafOf(own, { leaves }) {
  const leaf = leaves[own.leaf] ?? {};
  const kind = leaf.kind ?? own.leaf ?? "text";
  return { ...leaf, pattern: leaves[kind]?.pattern, kind, ...own };
}

const nameOf = (path) => [...path].reverse().find((step) => !/^\d+$/.test(step));

function tooLong(text, longest, facts) {
  const { length } = [...text];
  if (!longest || length <= longest) return null;
  return { code: "too-long", facts: { ...facts, length: `${length}`, limit: `${longest}` } };
}

function notAChoice(text, choices, facts) {
  if (!choices || choices.includes(text)) return null;
  const proposed = choices.filter((word) => word === word.toLowerCase());
  return { code: "not-a-choice", facts: { ...facts, choices: proposed.join(", ") } };
}

function unreadable(text, { kind, pattern, begins, sentence }, facts) {
  if (!pattern) return null;
  if (!matches(pattern, text)) {
    if (kind !== "text") return { code: `unreadable-${kind}`, facts: { ...facts, ...asSentence(text, sentence) } };
    return { code: UNKNOWN.test(text) ? "needless-unknown" : "wrong-form", facts };
  }
  if (!begins || matches(begins, text)) return null;
  if (UNKNOWN.test(text)) return { code: "needless-unknown", facts };
  return { code: "price-not-on-top", facts: { ...facts, line: `plus ${text}` } };
}

const made = new Map();

/** Whether the text has the pattern, in which `~m` stands for `[Mm]`; each is made once, which takes its time. */
function matches(pattern, text) {
  if (!made.has(pattern)) {
    const whole = pattern.replace(/~(.)/gu, (_, letter) => `[${letter.toUpperCase()}${letter}]`);
    made.set(pattern, new RegExp(whole, "u"));
  }
  return made.get(pattern).test(text);
}

/** A small letter in front may be all that keeps a text from being a sentence. */
function asSentence(text, allowed) {
  return allowed && /^[a-zæøåé]/.test(text) ? { sentence: text.slice(0, 1).toUpperCase() + text.slice(1) } : {};
}

function outOfRange(text, { least, most }, facts) {
  if (least === undefined || !NUMBER.test(text)) return null;
  return Number(text) < least || Number(text) > most ? { code: "wrong-form", facts } : null;
}

/** Lists with too many things, or with one of them twice. */
function lists(said, rules) {
  const byPath = new Map();
  for (const one of said) {
    const path = one.path.slice(-1)[0].match(/^\d+$/) ? one.path.slice(0, -1) : one.path;
    byPath.set(path.join("."), [...(byPath.get(path.join(".")) ?? []), one]);
  }
  return [...byPath.values()].flatMap((all) => {
    const { many, once } = rulesAt(all[0].path, rules);
    const key = nameOf(all[0].path);
    const facts = { key, count: `${all.length}`, limit: `${many}` };
    if (many && all.length > many) return [[all[many], { code: "too-many", facts }]];
    const again = all.filter(({ text }, number) => all.findIndex((one) => one.text === text) < number);
    return once ? again.map((one) => [one, { code: "listed-twice", facts: { key, value: short(one.text) } }]) : [];
  });
}

/** A role is told behind the day on which somebody saw it all, and has no key of its own. */
function roles(entries) {
  const told = [...entries].filter(([name]) => name === "_rolle").map(([, text]) => normalised(text));
  return told.map((text) => refused(text) ?? tooLong(text, LONGEST_ROLE, { key: "rolle" })).filter(Boolean);
}

/** The first sentence of a message, and of its help, whose facts are all known; nothing private in it. */
export function sentences({ messages }, code, facts) {
  const known = Object.entries(facts).filter(([, fact]) => fact);
  const shown = new Map(known.map(([name, fact]) => [name, fact.split("\n").map(masked).join("\n")]));
  const first = (all) => {
    const found = all.find((one) => names(one).every((name) => shown.has(name))) ?? "";
    return found.replace(/\{(\w+)\}/g, (_, name) => shown.get(name));
  };
  return { text: first(messages[code].text), help: first(messages[code].help ?? ["{say}"]) };
}

const names = (sentence) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
