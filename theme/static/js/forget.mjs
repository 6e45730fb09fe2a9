/**
 * What remains of what a page carries once time has passed: the same as holdkatalog.facets.forgetting.
 * Pure: it knows neither page nor clock nor any team's rule. It drops what has been, and makes up nothing.
 *
 * A moment is the wall clock of Copenhagen, `2026-12-01T11:30`, and a day its first ten letters: as text
 * they sort as time does.
 */

const A_DAY = 86_400_000;
const CLOCK = new Intl.DateTimeFormat("en", {
  timeZone: "Europe/Copenhagen",
  hourCycle: "h23",
  ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
});
const STEPS = ["out", "old", "soon"];

/** The moment of an instant, never earlier than the day on which the page was built. */
export function moment(instant, built = "") {
  const { year, month, day, hour, minute } = Object.fromEntries(
    CLOCK.formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  const now = `${year}-${month}-${day}T${hour}:${minute}`;
  return now < built ? `${built}T00:00` : now;
}

/** The day of a moment. */
export function dayOf(moment) {
  return moment.slice(0, 10);
}

/** The day's place in its week, Monday 0. */
export function weekday(day) {
  return (new Date(day).getUTCDay() + 6) % 7;
}

/** So many days later. */
export function after(day, number) {
  return new Date(Date.parse(day) + number * A_DAY).toISOString().slice(0, 10);
}

/**
 * The meetings that a card carries: the first day, how many days lie between them, what there is of ends,
 * clocks, places and sureness (`at`), and which of these each meeting has (the first, when nothing is said).
 */
export function meetings({ first, gaps, at, which }) {
  let day = first;
  return [0, ...gaps].map((gap, number) => {
    day = after(day, gap);
    const [end, clock, place, sure] = at[which?.[number] ?? 0];
    return { day, end: `${day}T${end}`, clock, place, sure };
  });
}

/** Those that are not over. */
export function left(all, now) {
  return all.filter(({ end }) => end > now);
}

/** What a card says, `none`, `usual`, `again` or `next`, and of which meeting. */
export function said([meeting], { old, shut }) {
  if (!meeting) return { label: "none" };
  if (old) return { label: "usual", meeting };
  return { label: shut ? "again" : "next", meeting };
}

/** Whether something holds on a day, by its first and last, both included; none is open. */
export function holds({ from, to }, day) {
  return !(from > day) && !(to < day);
}

/** How fresh facts are that turn `soon`, `old` and `out` on these days; what nobody has confirmed is old. */
export function step(ladder, day) {
  if (!ladder.old) return "old";
  return STEPS.find((name) => ladder[name] <= day) ?? "fresh";
}
