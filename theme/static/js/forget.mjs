/**
 * What remains of what a page carries once time has passed: the same as holdkatalog.facets.forgetting.
 * Pure, and it knows no team's rule: it drops what has been. A moment is Copenhagen's wall clock,
 * `2026-12-01T11:30`, and a day its first ten letters: as text they sort as time does.
 */
const two = "2-digit";
const CLOCK = new Intl.DateTimeFormat("en", {
  timeZone: "Europe/Copenhagen",
  hourCycle: "h23",
  ...{ year: "numeric", month: two, day: two, hour: two, minute: two },
});

/** The moment of an instant, never earlier than the day on which the page was built. */
export function moment(instant, built) {
  const part = Object.fromEntries(CLOCK.formatToParts(instant).map(({ type, value }) => [type, value]));
  const now = `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
  return now < built ? `${built}T00:00` : now;
}

/** The day of a moment. */
export const dayOf = (moment) => moment.slice(0, 10);

/** The day's place in its week, Monday 0. */
export const weekday = (day) => (new Date(day).getUTCDay() + 6) % 7;

/** So many days later. */
export const after = (day, number) => dayOf(new Date(Date.parse(day) + number * 86_400_000).toISOString());

/**
 * The meetings that a card carries: the first day, the days from one to the next, what there is of ends,
 * clocks, places, sureness and being on a day of its own (`at`), and `which` of these each has: the first,
 * when nothing is said.
 */
export function meetings({ first, gaps, at, which }) {
  let day = first;
  return [0, ...gaps].map((gap, number) => {
    day = after(day, gap);
    const [end, clock, place, sure, once] = at[which?.[number] ?? 0];
    return { day, end: `${day}T${end}`, clock, place, sure, once };
  });
}

/** Those that are not over. */
export const left = (all, now) => all.filter(({ end }) => end > now);

/** What a card says, `none`, `usual`, `dated`, `again` or `next`, and of which meeting. */
export function said([meeting], { old, shut }) {
  if (!meeting) return { label: "none" };
  if (old) return { label: meeting.once ? "dated" : "usual", meeting };
  return { label: shut ? "again" : "next", meeting };
}

/** Whether something holds on a day, by its first and last, both included; none is open. */
export const holds = ({ from, to }, day) => !(from > day || to < day);

/** How fresh facts are that turn `soon`, `old` and `out` on these days; what never turns old is old. */
export function step(ladder, day) {
  return ["out", "old", "soon"].find((name) => ladder[name] <= day) ?? (ladder.old ? "fresh" : "old");
}
