/** The file that a form becomes: a new one, or the old one with nothing else changed. Pure. */
import { confirmed, inOrder, tree } from "./answers.mjs";
import { change } from "./change.mjs";
import { edits } from "./edits.mjs";
import { at, inFlow, plain, read } from "./places.mjs";
import { free, id } from "./slug.mjs";
import { dump } from "./yaml.mjs";

const CONFIRMED = "bekræftet";

/**
 * {file, text, isNew, club, offer}: the file's path and text, and the ids of the club and of the form's offer.
 * `facts` are the page's own of its file, `first` and `now` the form's pairs of name and text as the page had
 * them and as they are, `rules` the table, `day` the day it is (`2026-11-25`).
 */
export function made(facts, first, now, rules, day) {
  const told = new Map(now);
  const date = confirmed(day, told.get("_rolle"));
  if (facts.kind === "ny-forening") return newFile(facts, now, date, rules);
  const after = tree(now, rules);
  const offer = facts.kind === "nyt-hold" ? free(nameOf(after), facts.offers, "hold") : facts.offer;
  const all = changed(facts, tree(first, rules), after);
  if (facts.kind === "nyt-hold") all.push([["hold", offer], dated(after.get("hold"), date, rules)]);
  const own = [];
  if (told.has("_set")) (hasDate(facts) ? all : own).push(seen(facts, told.get("_rolle"), rules, day));
  const text = all.length + own.length ? change(facts.source, facts.outline, all, rules.numbers, own) : facts.source;
  return { file: facts.file, text, isNew: false, club: facts.club, offer };
}

/** What is written when it has been seen through: the role that stands stays when none is typed. */
export function seenThrough({ by = "" }, role, day) {
  const date = confirmed(day, role);
  return date === confirmed(day) ? confirmed(day, by) : date;
}

/** Where the date goes, what it says, and the order of the keys there: as `holdkatalog confirm` has it. */
function seen(facts, role, { keys }, day) {
  const [path, table] = facts.kind === "hold" ? [["hold", facts.offer], "offer"] : [[], "club"];
  return [[...path, CONFIRMED], seenThrough(facts, role, day), Object.keys(keys[table])];
}

/** Whether there is a line for the date; in a file that is written on one line, it comes last there. */
function hasDate({ source, outline, offer }) {
  const file = read(source, outline);
  const path = offer ? ["hold", offer] : [];
  return inFlow(file, [...path, ""]) || at(file, [...path, CONFIRMED]) !== undefined;
}

function newFile(facts, now, date, rules) {
  const after = tree([...now, [CONFIRMED, date]], rules);
  const club = free(after.get("forening") ?? "", Object.keys(facts.clubs ?? {}), "forening");
  const offer = id(nameOf(after)) || "hold";
  const own = after.get("hold");
  // It has its place among the keys already, and keeps it.
  if (own) after.set("hold", new Map([[offer, own]]));
  return { file: `clubs/${club}.yaml`, text: dump(after, rules.numbers), isNew: true, club, offer };
}

const nameOf = (said) => said.get("hold")?.get("navn") ?? "";

/** A new offer's values with the day on which they were seen, where the table has it. */
const dated = (values, date, rules) => inOrder([...(values ?? []), [CONFIRMED, date]], "offer", rules);

/** What differs from the page's own first state, in the club's head and in its offer. */
function changed({ kind, source, outline, offer }, before, after) {
  const file = read(source, outline);
  const there = (path) => plain(at(file, path));
  const head = (said) => new Map([...said].filter(([key]) => key !== "hold"));
  const inHead = edits(head(before), head(after), [], there([]));
  if (kind !== "hold") return inHead;
  const own = (said) => said.get("hold") ?? new Map();
  return [...inHead, ...edits(own(before), own(after), ["hold", offer], there(["hold", offer]))];
}

/** The id of a club that is there already under this very name; empty when none is. */
export function there(name, clubs) {
  return Object.keys(clubs).find((known) => known === id(name)) ?? "";
}
