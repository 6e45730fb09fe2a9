// Every case of the shared table, handed over by tests/test_forgetting.py in the file that CASES names.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { aged, places } from "../../../theme/static/js/aged.mjs";
import { dayOf, holds, left, meetings, moment, said, step } from "../../../theme/static/js/forget.mjs";

const { cases, lists } = JSON.parse(readFileSync(process.env.CASES, "utf8"));
const minute = (moment) => moment.replace("T", " ");

function readAt({ utc, now, built }) {
  if (utc) return moment(new Date(`${utc.replace(" ", "T")}Z`), built);
  const told = now.replace(" ", "T");
  return told < built ? `${built}T00:00` : told;
}

/** The signs of an offer in the list of which it is the only one. */
function signs({ room, week, ahead, ladder }, now) {
  const facets = [["plads", [["aaben", "?"]]], ["naar", [["denne-uge", "?"]]]];
  const cards = [{ ahead: ahead && meetings(ahead), ...ladder }];
  const { facets: told, gone } = aged({ facets, room: [room], week: [week] }, cards, now);
  assert.deepEqual(gone, [step(ladder, dayOf(now)) === "out"]);
  return told.map(([, [[, sign]]]) => sign);
}

function answers(given) {
  const now = readAt(given);
  const day = dayOf(now);
  const remaining = given.ahead ? left(meetings(given.ahead), now) : [];
  const here = step(given.ladder, day);
  const shown = Object.keys(given.spans).filter((key) => holds(given.spans[key], day));
  const old = ["old", "out"].includes(here);
  const { label, meeting } = said(remaining, { old, shut: shown.includes("shut") });
  const [room, week] = signs(given, now);
  return {
    moment: minute(now),
    left: String(remaining.length),
    label,
    next: meeting ? `${meeting.day} ${meeting.clock}`.trim() + meeting.place : "",
    sure: meeting?.sure ? "yes" : "no",
    shown: shown.join(" ") || "nothing",
    step: here,
    room,
    week,
  };
}

test(`${cases.length} cases`, async (all) => {
  for (const given of cases) await all.test(given.name, () => assert.deepEqual(answers(given), given.expected));
});

test(`${lists.length} lists`, () => {
  for (const { cards, now, places: expected } of lists) {
    const given = cards.map(([ahead, ladder]) => ({ ahead: ahead && meetings(ahead), ...ladder }));
    assert.deepEqual(places(given, now), expected, now);
  }
});
