/**
 * The list's data on the day on which it is read: the same as holdkatalog.facets.forgetting. Pure, as
 * forget.mjs is, and of the same moments and days.
 */
import { after, dayOf, left, step, weekday } from "./forget.mjs";

/** The sign of whether there is room, of [sign, first day] in order; a sign without a day always held. */
export function room(steps, day) {
  return steps.filter(([, from]) => !from || from <= day).pop()[0];
}

/**
 * The sign of whether it meets this week, from now to Sunday. `built` is what the build found of an offer
 * that carries no meetings; of one whose meetings have run out nobody knows.
 */
export function week(all, built, now) {
  if (!all) return built;
  const coming = left(all, now);
  const today = dayOf(now);
  const sunday = after(today, 6 - weekday(today));
  const within = coming.filter(({ day }) => day <= sunday);
  if (within.some(({ sure }) => sure)) return "j";
  return within.length || !coming.length ? "?" : "-";
}

/**
 * The list's data as they are now, from what each offer's card carries: the signs of `plads` and `naar`,
 * which offers are out of the lists (`gone`), and which sink below the others (`late`).
 */
export function aged({ facets, km, room: rooms }, cards, now) {
  const day = dayOf(now);
  const steps = cards.map((ladder) => step(ladder, day));
  const those = (name) => new Set([...steps.keys()].filter((number) => steps[number] === name));
  const anew = {
    plads: (sign, number) => (rooms ? room(rooms[number], day) : sign),
    naar: (sign, number) => week(cards[number].ahead, sign, now),
  };
  const told = facets.map(([key, options]) => [
    key,
    anew[key] ? options.map(([id, signs]) => [id, Array.from(signs, anew[key]).join("")]) : options,
  ]);
  return { facets: told, km, gone: those("out"), late: those("old") };
}
