import assert from "node:assert/strict";
import { test } from "node:test";

import { SearchBox, leads } from "../../theme/static/js/search-box.mjs";

function page({ typed = "", load = async () => {} } = {}) {
  const log = [];
  const input = new EventTarget();
  input.value = typed;
  const form = new EventTarget();
  Object.assign(form, { hidden: true, action: "https://example.org/hold/", dataset: { index: "soeg/hold.json" } });
  form.querySelector = () => input;
  const world = {
    load: (url) => {
      log.push(`load ${url}`);
      return load();
    },
    go: (url) => log.push(`go ${url}`),
  };
  new SearchBox(form, world).start();
  return { form, input, log };
}

test("the form is seen once somebody listens to it", () => {
  assert.equal(page().form.hidden, false);
});

test("the index is fetched at the first focus and never again", () => {
  const { input, log } = page();
  assert.deepEqual(log, []);
  input.dispatchEvent(new Event("focus"));
  input.dispatchEvent(new Event("focus"));
  assert.deepEqual(log, ["load soeg/hold.json"]);
});

test("an index that can't be had keeps nobody from searching", async () => {
  const { form, input, log } = page({ typed: "kor", load: () => Promise.reject(new Error("away")) });
  input.dispatchEvent(new Event("focus"));
  await Promise.resolve();
  form.dispatchEvent(new Event("submit", { cancelable: true }));
  assert.equal(log.pop(), "go https://example.org/hold/#q=kor");
});

test("the form never sends itself", () => {
  const { form } = page({ typed: "kor" });
  assert.equal(form.dispatchEvent(new Event("submit", { cancelable: true })), false);
});

test("what was typed stands behind the # in a form that every address can hold", () => {
  assert.equal(leads("hold/", " gåtur i Vig "), "hold/#q=g%C3%A5tur%20i%20Vig");
  assert.equal(leads("hold/", "a&b,c#d=e"), "hold/#q=a%26b%2Cc%23d%3De");
  assert.equal(leads("hold/", "kor\ud800"), "hold/#q=kor");
  assert.equal(leads("hold/", "  "), "hold/");
});
