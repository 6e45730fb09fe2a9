/**
 * What one finds when several things are chosen: the same as holdkatalog.facets.combining, from the
 * same signs. `-` is no, `?` is unknown, every other sign is yes. Pure: knows neither page nor address.
 *
 * A choice is {sygdom: ["kol"], ..., q: "yoga"}: ids by facet, and the words searched for.
 * `hits` maps an offer's number to its place among what a search found; null when nobody searched.
 */

const KEYS = ["sygdom", "omraade", "aktivitet", "behov", "pris", "dag", "plads", "naar", "tidspunkt"];
const EVERY = new Set(["behov"]);
const HEADS = ["made", "suits", "relatives", "open", "here", "wide", "all"];
const HEAD_OF = { m: "made", s: "suits", r: "relatives", c: "open", a: "open" };
const BEST_FIRST = "msrcahwj?-";
const rank = (sign) => BEST_FIRST.indexOf(sign);

/**
 * The data of the page, made quick to look up: facets with their options' signs by id. Which offers are
 * `gone` from the lists, and the `places` of all others when these are no longer those of the page.
 */
export function filters({ facets, km, gone = [], places = [] }, length) {
  return { facets: facets.map(([key, options]) => ({ key, signs: new Map(options) })), km, length, gone, places };
}

/** The choice that an address's fragment tells of; what is not known is left out. */
export function parse(fragment, { facets }) {
  const told = new Map();
  for (const part of fragment.replace(/^#/, "").split("&")) {
    const [, key, text] = part.match(/^([^=]*)=(.*)$/) ?? [];
    if (key) told.set(key, text);
  }
  const choice = {};
  for (const { key, signs } of facets) {
    const given = new Set(told.get(key)?.split(",").map(decoded));
    const ids = [...signs.keys()].filter((id) => given.has(id));
    if (ids.length) choice[key] = ids;
  }
  const q = decoded(told.get("q") ?? "").trim();
  return q ? { ...choice, q } : choice;
}

function decoded(text) {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return "";
  }
}

/** Whether a fragment tells of a choice, and is not a place on the page. */
export function tells(fragment) {
  return [...KEYS, "q"].some((key) => new RegExp(`(^#?|&)${key}=`).test(fragment));
}

/** The fragment that tells of a choice, "" for none; always in the same order. */
export function format(choice) {
  const parts = KEYS.filter((key) => choice[key]?.length).map(
    (key) => `${key}=${choice[key].map(encodeURIComponent).join(",")}`,
  );
  if (choice.q) parts.push(`q=${encodeURIComponent(choice.q)}`);
  return parts.join("&");
}

/** An offer's sign for what is chosen in a facet: its best, or its worst where all must hold. */
function signOf({ key, signs }, chosen, number) {
  const ranks = chosen.map((id) => rank(signs.get(id)[number]));
  return BEST_FIRST[EVERY.has(key) ? Math.max(...ranks) : Math.min(...ranks)];
}

function headOf(signs) {
  if (signs.omraade === "w") return "wide";
  if (signs.sygdom) return HEAD_OF[signs.sygdom];
  return signs.omraade ? "here" : "all";
}

/** The numbers of the offers that fit, below their headings, and apart those one has to ask about. */
export function combined(given, choice, hits = null) {
  const found = [];
  const ask = [];
  const facets = given.facets.filter((facet) => choice[facet.key]?.length);
  for (let number = 0; number < given.length; number += 1) {
    if (given.gone[number] || (hits && !hits.has(number))) continue;
    const signs = {};
    for (const facet of facets) signs[facet.key] = signOf(facet, choice[facet.key], number);
    const worst = Math.max(0, ...Object.values(signs).map(rank));
    const order = hits ? hits.get(number) : rank(signs.sygdom ?? "j");
    if (worst < rank("?")) found.push({ head: headOf(signs), order, number });
    else if (worst === rank("?")) ask.push({ order, number });
  }
  const place = ({ number }) => given.places[number] ?? number;
  const sorted = (each) =>
    each.sort((a, b) => a.order - b.order || place(a) - place(b)).map((one) => one.number);
  const groups = HEADS.map((key) => [key, sorted(found.filter((one) => one.head === key))]);
  return {
    groups: groups.filter(([, numbers]) => numbers.length),
    ask: sorted(ask),
    yes: found.length,
  };
}

/** For each option, how many fit and how many one has to ask about, if one chose it too. */
export function counts(given, choice, hits = null) {
  const told = new Map();
  for (const { key, signs } of given.facets) {
    for (const id of signs.keys()) {
      const held = EVERY.has(key) ? (choice[key] ?? []).filter((one) => one !== id) : [];
      const { yes, ask } = combined(given, { ...choice, [key]: [...held, id] }, hits);
      told.set(`${key} ${id}`, [yes, ask.length]);
    }
  }
  return told;
}

/** What one can let go of when nothing fits, and what that gives; what gives nothing is left out. */
export function dropped(given, choice, hits = null) {
  const made = [];
  for (const { key } of given.facets) {
    const ids = choice[key] ?? [];
    // Of things of which any will do, letting one go gives no more: they go together.
    const parts = EVERY.has(key) ? ids.map((id) => [id]) : [ids];
    for (const part of parts.filter((one) => one.length)) {
      const rest = { ...choice, [key]: ids.filter((id) => !part.includes(id)) };
      made.push({ key, ids: part, choice: rest, yes: combined(given, rest, hits).yes });
    }
  }
  if (hits) {
    const rest = { ...choice, q: "" };
    made.push({ key: "q", ids: [], choice: rest, yes: combined(given, rest).yes });
  }
  return made.filter((one) => one.yes);
}

/** Where the nearest is that fits all the rest; null without an area, or when there is nothing. */
export function nearest(given, choice, hits = null) {
  const ids = [...given.facets.find((facet) => facet.key === "omraade").signs.keys()];
  const chosen = (choice.omraade ?? []).map((id) => ids.indexOf(id));
  if (!chosen.length) return null;
  const ways = ids
    .map((id, n) => {
      const starts = chosen.map((start) => ({ id, n, start, km: given.km[start][n] }));
      return starts.sort((a, b) => a.km - b.km || a.start - b.start)[0];
    })
    .filter((way) => !chosen.includes(way.n));
  for (const { id, start, km } of ways.sort((a, b) => a.km - b.km || a.start - b.start || a.n - b.n)) {
    const { yes } = combined(given, { ...choice, omraade: [id] }, hits);
    if (yes) return { id, start: ids[start], km, yes };
  }
  return null;
}
