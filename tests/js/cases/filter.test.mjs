/** Every case that Python wrote down, found again by the script. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { combined, counts, dropped, filters, format, nearest, parse } from "../../../theme/static/js/filter.mjs";

const tables = JSON.parse(readFileSync(process.env.CASES, "utf-8"));
let seen = 0;

for (const { data, ids, cases } of tables) {
  test(`the script finds what Python finds (${ids.length} offers, ${cases.length} cases)`, () => {
    const given = filters(data, ids.length);
    const named = (numbers) => numbers.map((number) => ids[number]);
    for (const one of cases) {
      const hits = one.hits && new Map(one.hits.map((id, place) => [ids.indexOf(id), place]));
      const where = JSON.stringify([one.choice, one.hits]);
      const result = combined(given, one.choice, hits);
      assert.deepEqual(result.groups.map(([key, numbers]) => [key, named(numbers)]), one.groups, where);
      assert.deepEqual(named(result.ask), one.ask, where);
      assert.equal(result.yes, one.groups.flatMap(([, each]) => each).length, where);
      const sorted = parse(format(one.choice), given);
      assert.deepEqual(Object.keys(sorted).sort(), Object.keys(one.choice).sort(), where);
      for (const key of Object.keys(sorted)) assert.deepEqual([...sorted[key]].sort(), [...one.choice[key]].sort());
      if (one.counts) {
        assert.deepEqual(Object.fromEntries(counts(given, one.choice, hits)), one.counts, where);
        const drops = dropped(given, sorted, hits).map(({ key, ids: each, yes }) => [key, each, yes]);
        assert.deepEqual(drops, one.dropped, where);
        assert.deepEqual(nearest(given, one.choice, hits), one.nearest, where);
      }
      seen += 1;
    }
  });
}

test("none was left out", () => console.log(`${seen} cases`));
