// The list of all offers at many moments, handed over by tests/test_forgetting_demo.py in the file that CASES names.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { aged } from "../../../theme/static/js/aged.mjs";
import { meetings } from "../../../theme/static/js/forget.mjs";

const { data, cards, told } = JSON.parse(readFileSync(process.env.CASES, "utf8"));
const given = cards.map(({ ahead, ...ladder }) => ({ ahead: ahead && meetings(ahead), ...ladder }));

test(`${told.length} moments`, () => {
  for (const { now, ...expected } of told) {
    const { facets, gone, places } = aged(data, given, now);
    const [plads, naar] = ["plads", "naar"].map((one) => facets.find(([key]) => key === one)[1][0][1]);
    assert.deepEqual({ plads, naar, gone, places }, expected, now);
  }
});
