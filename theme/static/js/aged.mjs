/**
 * The list's data on the day on which it is read: the same as holdkatalog.facets.forgetting. Pure, as
 * forget.mjs is, and of the same moments and days.
 */
import { after, dayOf, left, step, weekday } from "./forget.mjs";

// Later than any day.
const FAR = "~";

/** The sign that holds on a day, of [sign, first day] in order; the first of them has held all along. */
export function signOn(steps, day) {
  return steps.filter(([, from]) => !from || from <= day).pop()[0];
}

/**
 * The sign of whether it meets this week, from now to Sunday. `quiet` has the signs of a week without a
 * meeting; when those that a card carries have run out, nobody knows.
 */
export function week(all, quiet, now) {
  const today = dayOf(now);
  const sunday = after(today, 6 - weekday(today));
  const coming = left(all ?? [], now);
  const within = coming.filter(({ day }) => day <= sunday);
  if (within.length) return within.some(({ sure }) => sure) ? "j" : "?";
  return all && !coming.length ? "?" : signOn(quiet, today);
}

/** Each offer's place in the list: old ones last, those that meet first before others, else as they were. */
export function places(cards, now) {
  const keys = cards.map(({ ahead, ...ladder }) => {
    const late = step(ladder, dayOf(now)) === "fresh" ? 0 : 1;
    return late + (left(ahead ?? [], now)[0]?.day ?? FAR);
  });
  const sorted = [...keys.keys()].sort((a, b) => (keys[a] < keys[b] ? -1 : Number(keys[a] > keys[b])) || a - b);
  const found = [];
  sorted.forEach((number, place) => (found[number] = place));
  return found;
}

/**
 * The list's data as they are now, from what each offer's card carries: the signs of `plads` and `naar`,
 * which offers are out of the lists (`gone`), and their places.
 */
export function aged({ facets, room, week: quiet, ...rest }, cards, now) {
  const day = dayOf(now);
  const anew = {
    plads: (_, number) => signOn(room[number], day),
    naar: (_, number) => week(cards[number].ahead, quiet[number], now),
  };
  const told = facets.map(([key, options]) => [
    key,
    anew[key] ? options.map(([id, signs]) => [id, Array.from(signs, anew[key]).join("")]) : options,
  ]);
  const gone = cards.map((ladder) => step(ladder, day) === "out");
  return { ...rest, facets: told, gone, places: places(cards, now) };
}
