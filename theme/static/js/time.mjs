/** Moves the page on to the day on which it is read. It only hides, takes away and moves what the page carries. */
import { dayOf, holds, left, meetings, moment, said, step, weekday } from "./forget.mjs";
import { counted, fill } from "./words.mjs";

const HOUR = 3_600_000;
const FIRST = 5;
const page = globalThis.document;
const watching = [];

/** The moment it is, by the reader's own clock. */
export function now() {
  return moment(new Date(), page.documentElement.dataset.built);
}

/** Have something done each time that the page has moved on. */
export function watch(tell) {
  watching.push(tell);
}

/** What an offer's card carries. */
export function carried({ dataset: { ahead, old, out } }) {
  return { ahead: ahead && meetings(JSON.parse(ahead)), old, out };
}

/** All there is of something on the page, or in a part of it. */
const all = (selector, part = page) => [...part.querySelectorAll(selector)];

/** Hide it or show it; what is so already isn't touched. */
function hide(element, hidden) {
  if (element && element.hidden !== hidden) element.hidden = hidden;
}

/** What an element says, however its lines break. */
const plain = ({ textContent }) => textContent.replace(/\s+/g, " ").trim();

/** Put these into an element, unless it says the same already. */
function put(element, ...nodes) {
  const told = made("p", ...nodes);
  if (plain(told) !== plain(element)) element.replaceChildren(...told.childNodes);
}

function made(tag, ...nodes) {
  const element = page.createElement(tag);
  element.append(...nodes);
  return element;
}

/** The dates of an offer's page: those that have been go, and the next ones take their places. */
function dates(box, now) {
  for (const one of all("li[data-end]", box)) if (!left([one.dataset], now).length) one.remove();
  const [list, more] = all("ol", box);
  const none = box.querySelector("[data-none]");
  if (more) list.append(...[...more.children].slice(0, Math.max(0, FIRST - list.children.length)));
  hide(box.querySelector("details"), !more?.children.length);
  const next = list?.firstElementChild;
  hide(list, !next);
  hide(none, Boolean(next));
  const says = next ?? none;
  for (const one of says ? all("[data-next-of]") : []) put(one, ...says.cloneNode(true).childNodes);
}

/** A meeting's day and clock, with its year apart. */
function when({ day, clock }, usual, words) {
  // No line may break before a number, as on the page.
  const held = clock && ` ${clock.replace(/ (?=\d)/g, "\u00a0")}`;
  const name = words.days[weekday(day)];
  if (usual) return [name + held];
  const [year, month, number] = day.split("-").map(Number);
  const span = made("span", fill(words.year, { year }));
  span.dataset.year = "";
  return [fill(words.day, { weekday: name, day: number, month: words.months[month - 1] }), span, held];
}

/** What a card says of its next meeting. */
function sentence(card, { ahead }, old, now, words) {
  const next = card.querySelector(".hk-card__next");
  if (!next || !ahead || !words) return;
  const shut = Boolean(card.querySelector("[data-shut]:not([hidden])"));
  const { label, meeting } = said(left(ahead, now), { old, shut });
  if (!meeting) {
    put(next, words.none);
    return;
  }
  const strong = made("strong", ...when(meeting, old, words));
  put(next, `${words[label]} `, strong, ...(old ? [] : [meeting.place, meeting.sure ? "" : words.unsure]));
}

/** The cards: what each says, which have left the lists, and which go to the end of theirs. */
function cards(now, words) {
  const lists = new Map();
  for (const card of all(".hk-card")) {
    const given = carried(card);
    const here = step(given, dayOf(now));
    const old = here === "old" || here === "out";
    sentence(card, given, old, now, words);
    const item = card.closest("li");
    // The list with filters hides and orders its own.
    if (!item || item.dataset.id !== undefined) continue;
    hide(item, here === "out");
    if (!lists.has(item.parentElement)) lists.set(item.parentElement, []);
    lists.get(item.parentElement).push({ item, old });
  }
  for (const [list, items] of lists) {
    const mixed = items.some(({ old }, number) => old && items[number + 1]?.old === false);
    if (mixed) list.append(...items.filter(({ old }) => old).map(({ item }) => item));
  }
}

/** How many there are below a heading. */
function counts(words) {
  for (const count of all("[data-count]")) {
    const number = all("li:not([hidden]) > .hk-card", count.parentElement).length;
    put(count, counted(number, words.one, words.many));
  }
}

/** Move everything on that moves with the day. */
function move(words) {
  const moment = now();
  for (const one of all("[data-from], [data-to]")) hide(one, !holds(one.dataset, dayOf(moment)));
  for (const box of all("[data-meetings]")) dates(box, moment);
  cards(moment, words);
  if (words) counts(words);
  // A year is said unless it is this one.
  for (const one of all("[data-year]")) hide(one, plain(one) === moment.slice(0, 4));
  for (const tell of watching) tell(moment);
}

if (page) {
  const words = JSON.parse(page.getElementById("tid")?.textContent ?? "null");
  const again = () => move(words);
  // Copenhagen's hours turn when everybody's do, also on the days when its clock is put back or on.
  const hourly = () => setTimeout(() => (again(), hourly()), HOUR - (Date.now() % HOUR));
  again();
  hourly();
  addEventListener("pageshow", ({ persisted }) => persisted && again());
  page.addEventListener("visibilitychange", () => page.hidden || again());
}
