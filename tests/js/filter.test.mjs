import assert from "node:assert/strict";
import { test } from "node:test";

import { filters, format, parse, tells } from "../../theme/static/js/filter.mjs";

const given = filters(
  {
    facets: [
      ["sygdom", [["astma", "m"], ["kol", "m"]]],
      ["omraade", [["vig", "h"]]],
      ["behov", [["pauser", "j"], ["siddende", "j"]]],
    ],
    km: [[0]],
  },
  1,
);

test("a fragment tells what is chosen, in the page's own order", () => {
  assert.deepEqual(parse("#sygdom=kol,astma&behov=siddende&q=yoga", given), {
    sygdom: ["astma", "kol"],
    behov: ["siddende"],
    q: "yoga",
  });
});

test("what is not known, twice or broken is left out, so that an old link still works", () => {
  assert.deepEqual(parse("#sygdom=kol,kol,findes-ikke&omraade=&farve=blaa&dag=tirsdag&behov", given), {
    sygdom: ["kol"],
  });
  assert.deepEqual(parse("#q=%E0%A4%A&omraade=%76ig", given), { omraade: ["vig"] });
  assert.deepEqual(parse("#constructor=x&__proto__=y", given), {});
  assert.deepEqual(parse("", given), {});
});

test("a choice becomes a fragment in one order, with Danish words and signs kept safe", () => {
  const choice = { q: "gå & løb=æ,#", behov: ["pauser", "siddende"], sygdom: ["kol"], omraade: [] };
  const fragment = format(choice);
  assert.equal(fragment, "sygdom=kol&behov=pauser,siddende&q=g%C3%A5%20%26%20l%C3%B8b%3D%C3%A6%2C%23");
  assert.deepEqual(parse(fragment, given), { sygdom: ["kol"], behov: ["pauser", "siddende"], q: "gå & løb=æ,#" });
  assert.equal(format({}), "");
});

test("room, the week and the part of the day have keys of their own, last in the fragment", () => {
  const timed = filters(
    {
      facets: [
        ["dag", [["tirsdag", "j"]]],
        ["plads", [["aaben", "j"]]],
        ["naar", [["denne-uge", "j"]]],
        ["tidspunkt", [["formiddag", "j"], ["aften", "-"]]],
      ],
      km: [],
    },
    1,
  );
  const choice = { tidspunkt: ["formiddag", "aften"], naar: ["denne-uge"], plads: ["aaben"], dag: ["tirsdag"] };
  const fragment = format(choice);
  assert.equal(fragment, "dag=tirsdag&plads=aaben&naar=denne-uge&tidspunkt=formiddag,aften");
  assert.deepEqual(parse(`#${fragment}`, timed), choice);
  assert.ok(["#plads=aaben", "#naar=denne-uge", "#tidspunkt=aften"].every(tells));
});

test("spaces may be written as a form writes them, and only spaces are no search", () => {
  assert.deepEqual(parse("#q=stole+yoga", given), { q: "stole yoga" });
  assert.deepEqual(parse("#q=%20+", given), {});
});

test("a place on the page is no choice", () => {
  assert.ok(!tells("#indhold") && !tells("") && !tells("#faq=1"));
  assert.ok(tells("#sygdom=kol") && tells("#farve=x&q=yoga"));
});
