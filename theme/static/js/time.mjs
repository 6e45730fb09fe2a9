/** Moves the page on to the day on which it is read: it only hides, moves and takes away what the page carries. */
import { dayOf, holds, left, meetings, moment, said, step, weekday } from "./forget.mjs";
import { counted, fill } from "./words.mjs";

const HOUR = 3_600_000;
const FIRST = 5;
const page = globalThis.document;
const watching = [];

/** The moment it is, by the reader's own clock. */
export const now = () => moment(new Date(), page.documentElement.dataset.built);

/** Have something done each time that the page has moved on. */
export const watch = (tell) => watching.push(tell);

/** What an offer's card carries. */
export function carried({ dataset: { ahead, old, out } }) {
  return { ahead: ahead && meetings(JSON.parse(ahead)), old, out };
}

const all = (selector, part = page) => [...part.querySelectorAll(selector)];

/** Hide it or show it; what is so already is left alone, as below. */
function hide(element, hidden) {
  if (element && element.hidden !== hidden) element.hidden = hidden;
}

function put(element, ...nodes) {
  const told = made("p", ...nodes);
  if (plain(told) !== plain(element)) element.replaceChildren(...told.childNodes);
}

const plain = ({ textContent }) => textContent.replace(/\s+/g, " ").trim();

function made(tag, ...nodes) {
  const element = page.createElement(tag);
  element.append(...nodes);
  return element;
}

/** The dates of an offer's page: those that have been go, and the next ones take their places. */
function dates(box, now, words) {
  for (const one of all("li[data-end]", box)) if (one.dataset.end <= now) one.remove();
  const [list, more] = all("ol", box);
  if (more) list.append(...[...more.children].slice(0, Math.max(0, FIRST - list.children.length)));
  hide(box.querySelector("details"), !more?.children.length);
  const next = list?.firstElementChild;
  hide(list, !next);
  hide(box.querySelector("[data-none]"), Boolean(next));
  for (const one of all("[data-next-of]")) put(one, ...(next ? next.cloneNode(true).childNodes : [words.none]));
}

/** A meeting's day and clock, with its year apart. */
function when({ day, clock }, usual, words) {
  // No line may break before a number, as on the page.
  const held = clock && ` ${clock.replace(/ (?=\d)/g, "\u00a0")}`;
  const name = words.days[weekday(day)];
  if (usual) return [name + held];
  const [year, month, number] = day.split("-").map(Number);
  const apart = made("span", fill(words.year, { year }));
  apart.dataset.year = "";
  const told = fill(words.day, { weekday: name, day: number, month: words.months[month - 1] });
  return [told.replace(". ", ".\u00a0"), apart, held];
}

/** What a card says of its next meeting. */
function sentence(card, ahead, old, now, words) {
  const next = card.querySelector(".hk-card__next");
  if (!next || !ahead) return;
  const { label, meeting } = said(left(ahead, now), { old, shut: card.querySelector("[data-shut]:not([hidden])") });
  const usual = label === "usual";
  const rest = meeting && !usual ? [meeting.place, meeting.sure ? "" : words.unsure] : [];
  put(next, `${words[label]} `, ...(meeting ? [made("strong", ...when(meeting, usual, words)), ...rest] : []));
}

/** The cards: what each says, which have left the lists, and which go to the end of theirs. */
function cards(now, words) {
  const lists = new Map();
  for (const card of all(".hk-card")) {
    const { ahead, ...ladder } = carried(card);
    const here = step(ladder, dayOf(now));
    const old = here !== "fresh";
    sentence(card, ahead, old, now, words);
    const item = card.closest("li");
    // The list with filters hides and orders its own.
    if (!item || item.dataset.id) continue;
    // A club's own page has all that the club has.
    if (!item.closest("[data-whole]")) hide(item, here === "out");
    const list = item.parentElement;
    if (!lists.has(list)) lists.set(list, []);
    lists.get(list).push({ item, old });
  }
  for (const [list, items] of lists) {
    // What leads to nothing any more leads nowhere.
    hide(list.closest("[data-leads]"), items.every(({ item }) => item.hidden));
    const mixed = items.some(({ old }, number) => old && items[number + 1]?.old === false);
    if (mixed) list.append(...items.filter(({ old }) => old).map(({ item }) => item));
  }
}

/** Move all that moves with the day. */
function move(words) {
  const moment = now();
  for (const one of all("[data-from], [data-to]")) hide(one, !holds(one.dataset, dayOf(moment)));
  for (const box of all("[data-meetings]")) dates(box, moment, words);
  cards(moment, words);
  for (const one of all("[data-count]")) {
    const number = all("li:not([hidden]) > .hk-card", one.parentElement).length;
    put(one, counted(number, words.one, words.many));
  }
  // A year is said unless it is this one.
  for (const one of all("[data-year]")) hide(one, plain(one) === moment.slice(0, 4));
  for (const tell of watching) tell(moment);
}

if (page) {
  const words = JSON.parse(page.getElementById("tid").textContent);
  const again = () => move(words);
  // Copenhagen's hours turn when everybody's do, also when its clock is put back or on.
  const hourly = () => setTimeout(() => (again(), hourly()), HOUR - (Date.now() % HOUR));
  again();
  hourly();
  addEventListener("pageshow", ({ persisted }) => persisted && again());
  page.addEventListener("visibilitychange", () => page.hidden || again());
}
