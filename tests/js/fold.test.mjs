import assert from "node:assert/strict";
import { test } from "node:test";

import { fold } from "../../theme/static/js/fold.mjs";

test("letters fold as addresses write them, however they were typed", () => {
  for (const typed of ["Gåture på Rørvigs træer", "GÅTURE PÅ RØRVIGS TRÆER", "Ga\u030Ature pa\u030A Rørvigs træer"]) {
    assert.equal(fold(typed), "gaature paa roervigs traeer");
  }
  assert.equal(fold("café Zürich"), "cafe zurich");
});

test("what is no letter and no figure parts words, and none stands at the ends", () => {
  assert.equal(fold(" «svømning.» / kl. 10:00\u00a0"), "svoemning kl 10 00");
  assert.equal(fold("日本 …"), "");
});
