import assert from "node:assert/strict";
import { test } from "node:test";

import { Searcher, load } from "../../theme/static/js/search.mjs";

// kor, lungekor and kort; sted, vaerksted; 45, 450; vig and roervig, both towns; aaben in running text.
const INDEX = {
  version: 1,
  refs: ["a/kor", "b/lungekor", "c/vig", "d/roervig"],
  stop: "i og hold",
  endings: "ene en et e s",
  terms: "A45C0AaabenAkorDtAlungekorAroervigAstedAvaerkstedAvig",
  kinds: "1101112112",
  hits: [[0, 5], [1, 5], [0, 5, 1, 4], [0, 9], [2, 9], [1, 9], [3, 9], [0, 2], [1, 2], [2, 9]],
};
const searcher = new Searcher(INDEX);
const ids = (text) => searcher.find(text)?.map(({ id }) => id) ?? null;

test("words share their beginnings with the word before", () => {
  assert.deepEqual(searcher.terms.slice(0, 6), ["45", "450", "aaben", "kor", "kort", "lungekor"]);
  assert.equal(searcher.terms.length, INDEX.hits.length);
});

test("the word itself comes before the word that it is a part of", () => {
  assert.deepEqual(ids("koret"), ["a/kor", "b/lungekor"]);
  assert.deepEqual(ids("lunge"), ["b/lungekor"]);
});

test("a short word is not found in a word that only begins or ends with the same letters", () => {
  assert.ok(!ids("kor").includes("c/vig"));
  assert.deepEqual(ids("vig"), ["c/vig"]);
  assert.deepEqual(ids("ben"), []);
});

test("a number is that number only", () => {
  assert.deepEqual(ids("45"), ["a/kor"]);
});

test("all words must be there, and when they nowhere are, as many as can be", () => {
  assert.deepEqual(ids("kor sted"), ["a/kor", "b/lungekor"]);
  assert.deepEqual(ids("kor 45"), ["a/kor"]);
  assert.deepEqual(ids("vig aaben 45"), ["c/vig", "a/kor"]);
  assert.deepEqual(ids("vig xylofon"), ["c/vig"]);
});

test("a word that is nowhere counts as its two parts where both are known", () => {
  assert.deepEqual(searcher.words("korhold"), ["kor"]);
  assert.deepEqual(searcher.words("vigkor"), ["vig", "kor"]);
  assert.deepEqual(searcher.words("vigfløjte"), ["vigfloejte"]);
});

test("times are no words, and what is pasted in whole is cut", () => {
  assert.deepEqual(searcher.words("vig kl. 10 10:00 10.00-11.30 kl 9.15"), ["vig"]);
  const many = Array.from({ length: 500 }, (_, number) => `ord${number}`);
  assert.equal(searcher.words(many.join(" ")).length, 20);
});

test("nothing to look for is no search, and letters of other alphabets find nothing", () => {
  for (const text of ["", " ", "?!", "10:00", "hold og"]) assert.equal(searcher.find(text), null, text);
  assert.deepEqual(searcher.find("日本"), []);
  assert.deepEqual(searcher.find("xylofon"), []);
});

test("equal scores keep the order of the list", () => {
  const even = new Searcher({ ...INDEX, hits: INDEX.hits.map(() => [0, 1, 0, 1, 0, 1]) });
  assert.deepEqual(even.find("sted").map(({ id }) => id), ["a/kor", "b/lungekor", "c/vig"]);
});

test("an index without words finds nothing", () => {
  const empty = new Searcher({ ...INDEX, refs: [], terms: "", kinds: "", hits: [] });
  assert.deepEqual(empty.find("kor i vig"), []);
});

test("an index of another version is refused, since it may mean something else", () => {
  assert.throws(() => new Searcher({ ...INDEX, version: 2 }), /version 2/);
});

test("loading asks for that one address and fails when it isn't there", async (t) => {
  const asked = [];
  t.mock.method(globalThis, "fetch", async (url) => {
    asked.push(url);
    return url === "gone" ? new Response("", { status: 404 }) : Response.json(INDEX);
  });
  const loaded = await load("soeg/hold.json");
  assert.deepEqual(loaded.find("vig").map(({ id }) => id), ["c/vig"]);
  assert.deepEqual(asked, ["soeg/hold.json"]);
  await assert.rejects(load("gone"), /404/);
});
