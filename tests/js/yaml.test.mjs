import assert from "node:assert/strict";
import { test } from "node:test";

import { change } from "../../theme/static/js/change.mjs";
import { bare, dump, quoted, typed, written } from "../../theme/static/js/yaml.mjs";

test("a text that another reader takes for something else is quoted", () => {
  for (const text of ["yes", "null", "19:30", "2026-05-01", "012345678", "0o17", ".5", "1e3", "~", "<<"]) {
    assert.ok(typed(text), text);
    assert.equal(written(text, { indent: 2 }), `"${text}"`);
  }
  assert.equal(written("8", { indent: 2, numbers: true }), "8");
  assert.ok(!typed("12 34 56 78"));
});

test("what would be read as YAML's own is quoted, and quotes within are kept", () => {
  for (const text of ["- a", "# a", "a: b", "a #b", "navn:Foo", " a", "a ", "@a", "---"]) assert.ok(!bare(text), text);
  assert.equal(quoted('Sig "du"'), `'Sig "du"'`);
  assert.equal(quoted("Anne's"), `"Anne's"`);
  assert.equal(quoted(`"Anne's"`), `'"Anne''s"'`);
  assert.ok(bare("a, b") && !bare("a, b", { flow: true }));
});

test("a file is its fields in order, with empty lines between what is large", () => {
  const values = new Map([
    ["forening", "Vig IF"],
    ["12", ["a", "b"]],
    ["hold", new Map([["a", new Map([["om", "To\nlinjer"], ["gange", "8"]])], ["b", { navn: "Yoga" }]])],
  ]);
  assert.equal(
    dump(values, ["gange"]),
    'forening: Vig IF\n"12":\n  - a\n  - b\n\nhold:\n  a:\n    om: |\n      To\n      linjer\n    gange: 8\n\n' +
      "  b:\n    navn: Yoga\n",
  );
  assert.throws(() => dump(new Map([["a", []]])), /nothing to write/);
});

test("a change touches its own line, also behind letters that scripts count as two", () => {
  const source = "a: 😀 # x\nb: [kol, astma]\n";
  const leaf = (s, e, t) => ({ s, e, c: 4, t, y: "plain" });
  const outline = {
    ...{ s: 0, e: 24, c: 1, f: false },
    m: [
      ["a", 0, 1, leaf(3, 4, "😀")],
      ["b", 9, 10, { s: 12, e: 24, c: 4, f: true, l: [leaf(13, 16, "kol"), leaf(18, 23, "astma")] }],
    ],
  };
  assert.equal(change(source, outline, [[["a"], "ny"]]), "a: ny # x\nb: [kol, astma]\n");
  assert.equal(change(source, outline, [[["b"], ["kol", "ny"]], [["c"], "d"]]), "a: 😀 # x\nb: [kol, ny]\nc: d\n");
  assert.equal(change(source, outline, [[["b"], null]]), "a: 😀 # x\n");
  assert.equal(change(source, outline, []), source);
});
