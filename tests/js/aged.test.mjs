import assert from "node:assert/strict";
import { test } from "node:test";

import { aged, places } from "../../theme/static/js/aged.mjs";
import { combined, counts, filters } from "../../theme/static/js/filter.mjs";
import { meetings } from "../../theme/static/js/forget.mjs";

const old = "2027-10-15";
const out = "2027-12-14";
const on = (first, ...gaps) => ({
  ahead: meetings({ first, gaps, at: [["11:30", "kl. 10.00", "", true]] }),
  old,
  out,
});
const NEVER = [["?", null]];
const NONE = [["-", null]];
const data = (number) => ({
  facets: [
    ["sygdom", [["kol", "m".repeat(number)]]],
    ["plads", [["aaben", "?".repeat(number)]]],
    ["naar", [["denne-uge", "?".repeat(number)]]],
    ["omraade", [["vig", "h".repeat(number)]]],
  ],
  km: [[0]],
  room: Array(number).fill(NEVER),
  week: Array(number).fill(NONE),
});
const found = (cards, now, choice) => combined(filters(aged(data(cards.length), cards, now), cards.length), choice);

test("on the day it was built nothing moves", () => {
  const cards = [on("2026-12-01"), on("2026-12-02"), {}];
  assert.deepEqual(places(cards, "2026-11-25T12:00"), [0, 1, 2]);
  assert.deepEqual(found(cards, "2026-11-25T12:00", {}).groups, [["all", [0, 1, 2]]]);
});

test("those that meet first come first, and equals stay as they were", () => {
  const cards = [on("2026-12-01", 14), on("2026-12-02", 7), on("2026-12-03", 6)];
  assert.deepEqual(places(cards, "2026-12-04T08:00"), [2, 0, 1]);
  assert.deepEqual(found(cards, "2026-12-04T08:00", { sygdom: ["kol"] }).groups, [["made", [1, 2, 0]]]);
});

test("what meets today stands first until it is over", () => {
  const cards = [on("2026-12-01", 7), on("2026-12-02")];
  assert.deepEqual(found(cards, "2026-12-01T11:29", {}).groups, [["all", [0, 1]]]);
  assert.deepEqual(found(cards, "2026-12-01T11:30", {}).groups, [["all", [1, 0]]]);
});

test("old ones sink below the others, and what has no date comes last of each", () => {
  const early = { ...on("2026-12-01"), old: "2026-12-20" };
  const cards = [early, { old: "2026-12-20", out }, { old, out }, on("2027-01-05"), {}];
  assert.deepEqual(found(cards, "2026-12-20T00:00", {}).groups, [["all", [3, 2, 0, 1, 4]]]);
});

test("offers that are out are left out of results and counts", () => {
  const cards = [{ ...on("2026-12-01"), old: "2026-11-30", out: "2026-12-24" }, on("2026-12-02")];
  const now = (moment) => filters(aged(data(2), cards, moment), 2);
  assert.equal(combined(now("2026-12-23T23:59"), {}).yes, 2);
  assert.equal(combined(now("2026-12-24T00:00"), {}).yes, 1);
  assert.deepEqual(counts(now("2026-12-24T00:00"), {}).get("sygdom kol"), [1, 0]);
});

test("the signs of room and of this week are those of the moment, and no others change", () => {
  const cards = [on("2026-12-01"), on("2026-12-08")];
  const given = { ...data(2), room: [[["-", null], ["j", "2026-12-01"]], NEVER] };
  const told = Object.fromEntries(aged(given, cards, "2026-12-01T10:00").facets);
  assert.deepEqual(told, {
    ...Object.fromEntries(given.facets),
    plads: [["aaben", "j?"]],
    naar: [["denne-uge", "j-"]],
  });
});

test("a list that was built without these filters has them no later", () => {
  const given = { facets: [["sygdom", [["kol", "m"]]]], km: [], room: [NEVER], week: [NONE] };
  assert.deepEqual(aged(given, [on("2026-12-01")], "2026-12-01T10:00").facets, given.facets);
});

test("what a search found keeps the search's order", () => {
  const cards = [{ ...on("2026-12-01"), old: "2026-11-30" }, on("2026-12-02")];
  const given = filters(aged(data(2), cards, "2026-12-01T10:00"), 2);
  assert.deepEqual(combined(given, {}, new Map([[0, 0], [1, 1]])).groups, [["all", [0, 1]]]);
});
