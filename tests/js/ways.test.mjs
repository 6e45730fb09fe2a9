import assert from "node:assert/strict";
import { test } from "node:test";

import { free, id } from "../../theme/static/js/slug.mjs";
import { masked, normalised, refused } from "../../theme/static/js/texts.mjs";
import { forge, mailto } from "../../theme/static/js/ways.mjs";

test("a letter has the file in it while there is room, and says so when there is none", () => {
  const short = mailto("a@example.org", "Nyt: æ", ["Hej"], { text: "b: c\n", edition: "f".repeat(40) });
  assert.ok(short.whole && short.href.endsWith(`b%3A%20c%0D%0A%0D%0AUdgave%3A%20${"f".repeat(40)}`));
  assert.ok(short.href.startsWith("mailto:a@example.org?subject=Nyt%3A%20%C3%A6&body=Hej%0D%0A%0D%0A"));
  const long = mailto("a@example.org", "N", ["Hej"], { text: "x".repeat(1800), attached: ["Vedhæft x."] });
  assert.ok(!long.whole && long.href.endsWith("Hej%0D%0A%0D%0AVedh%C3%A6ft%20x."));
});

test("an address never passes 8,191 bytes, and a forge that takes no text gets none", () => {
  const where = ["https://example.org/a/b", "main", "clubs/x.yaml"];
  const page = (kind, text, isNew = true) => forge(kind, ...where, text, isNew);
  assert.deepEqual(page("github", "a: å"), {
    href: "https://example.org/a/b/new/main/clubs?filename=x.yaml&value=a%3A%20%C3%A5",
    prefilled: true,
  });
  assert.ok(!page("forgejo", "æ".repeat(2000)).prefilled);
  assert.equal(page("gitlab", "a").href, "https://example.org/a/b/-/new/main/clubs?file_name=x.yaml");
  assert.equal(page("gitea", "a", false).href, "https://example.org/a/b/_edit/main/clubs/x.yaml");
});

test("an id is short, begins with a letter, and is nobody else's", () => {
  assert.equal(id("50+ Ærø Café"), "aeroe-cafe");
  assert.equal(free("Vig IF", ["vig-if", "vig-if-2"], "hold"), "vig-if-3");
  assert.equal(free("日本", [], "hold"), "hold");
  assert.ok(free("x".repeat(60), ["x".repeat(40)], "hold").length <= 40);
});

test("a text is what was meant, hidden signs are gone, dangerous ones are told of, private ones masked", () => {
  assert.equal(normalised("\ufeff A\u0301\u00a0b\u00ad\r\nc\u200b \t"), "Á b\nc");
  assert.deepEqual(refused("a\u202eb"), { code: "control-character", facts: { character: "U+202E" } });
  assert.equal(refused("a\ufffd").code, "lost-letter");
  assert.equal(refused("ærlig tekst 😀"), null);
  assert.equal(masked("010170-1234 bo@bo.dk kontakt@example.org"), "••••••-•••• ••@bo.dk kontakt@example.org");
});
