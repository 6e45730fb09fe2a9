import assert from "node:assert/strict";
import { test } from "node:test";

import { DAYS, Draft, shelf } from "../../theme/static/js/draft.mjs";

const DAY = 86_400_000;
const PAGE = "/kommune/hold/ret/vig-stavgaengere/stavgang/";

/** A shelf as a browser has it: what lies there are its own keys. */
class Shelf {
  getItem(key) {
    return this[key] ?? null;
  }
  setItem(key, text) {
    this[key] = String(text);
  }
  removeItem(key) {
    delete this[key];
  }
}

const typed = { "hold.navn": ["Gåture"], "hold.pris": ["gratis", "20 kr. for kaffe"] };
const at = (days) => () => days * DAY;

test("nothing is kept before something is typed, and what is typed comes back", () => {
  const own = new Shelf();
  const draft = new Draft(PAGE, "a1", at(0), own);
  assert.equal(draft.kept, null);
  assert.deepEqual(Object.keys(own), []);
  assert.equal(draft.keep(typed), true);
  assert.deepEqual(new Draft(PAGE, "a1", at(1), own).kept.names, typed);
  assert.equal(new Draft("/kommune/hold/tilmeld/", "", at(1), own).kept, null);
});

test("after thirty days it is gone, wherever in the form somebody comes by", () => {
  const own = new Shelf();
  new Draft(PAGE, "a1", at(0), own).keep(typed);
  assert.ok(new Draft(PAGE, "a1", at(DAYS - 1), own).kept);
  assert.equal(new Draft("/en/anden/side/", "", at(DAYS), own).possible, true);
  assert.deepEqual(Object.keys(own), []);
});

test("typing again gives it thirty days more, and sending it one day only", () => {
  const own = new Shelf();
  new Draft(PAGE, "a1", at(0), own).keep(typed);
  const later = new Draft(PAGE, "a1", at(20), own);
  later.keep(typed);
  assert.ok(new Draft(PAGE, "a1", at(40), own).kept);
  later.sent();
  assert.equal(later.kept.sent, true);
  assert.ok(new Draft(PAGE, "a1", at(20.5), own).kept);
  assert.equal(new Draft(PAGE, "a1", at(21), own).kept, null);
});

test("what was never typed is not kept by being sent", () => {
  const own = new Shelf();
  assert.equal(new Draft(PAGE, "a1", at(0), own).sent(), true);
  assert.deepEqual(Object.keys(own), []);
});

test("it is deleted when somebody says so, and others' drafts stay", () => {
  const own = new Shelf();
  own.noget = "andet";
  const draft = new Draft(PAGE, "a1", at(0), own);
  draft.keep(typed);
  new Draft(PAGE, "b2", at(0), own).keep(typed);
  const other = new Draft("/kommune/hold/tilmeld/", "", at(0), own);
  other.keep(typed);
  draft.forget();
  assert.deepEqual([draft.kept, draft.older], [null, null]);
  assert.deepEqual(other.kept.names, typed);
  assert.equal(own.noget, "andet");
});

test("what was typed on the page as it was before is told apart, the newest first", () => {
  const own = new Shelf();
  new Draft(PAGE, "a1", at(1), own).keep({ "hold.navn": ["Først"] });
  new Draft(PAGE, "b2", at(3), own).keep({ "hold.navn": ["Sidst"] });
  new Draft(PAGE, "c3", at(2), own).keep({ "hold.navn": ["Midt imellem"] });
  const draft = new Draft(PAGE, "d4", at(4), own);
  assert.equal(draft.kept, null);
  assert.deepEqual(draft.older.names, { "hold.navn": ["Sidst"] });
});

test("a shelf that is full, refused or gone breaks nothing", () => {
  const full = new Shelf();
  full.setItem = () => {
    throw new DOMException("", "QuotaExceededError");
  };
  assert.equal(new Draft(PAGE, "a1", at(0), full).keep(typed), false);
  const none = new Draft(PAGE, "a1", at(0), null);
  assert.equal(none.possible, false);
  assert.deepEqual([none.keep(typed), none.kept, none.older, none.sent()], [false, null, null, true]);
  none.forget();
  const refused = new Proxy(new Shelf(), {
    ownKeys() {
      throw new DOMException("", "SecurityError");
    },
  });
  assert.equal(new Draft(PAGE, "a1", at(0), refused).older, null);
});

test("what somebody else left under our name is thrown away and never shown", () => {
  const good = { at: 0, until: 9 * DAY, names: typed };
  const spoilt = [
    ...["", "{", "null", "[]", "7", '"x"', "{}"],
    ...[{ ...good, at: "nu" }, { ...good, until: null }, { ...good, names: {} }].map((one) => JSON.stringify(one)),
    ...[{ ...good, names: { navn: "x" } }, { ...good, names: { navn: [7] } }].map((one) => JSON.stringify(one)),
  ];
  for (const text of spoilt) {
    const own = new Shelf();
    own[`holdkatalog:${PAGE}#a1`] = text;
    assert.equal(new Draft(PAGE, "a1", at(0), own).kept, null, text);
    assert.deepEqual(Object.keys(own), [], text);
  }
});

test("a browser that forbids it gives no shelf", () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, "localStorage");
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    get() {
      throw new DOMException("", "SecurityError");
    },
  });
  assert.equal(shelf(), null);
  Object.defineProperty(globalThis, "localStorage", { configurable: true, value: undefined });
  assert.equal(shelf(), null);
  if (before) Object.defineProperty(globalThis, "localStorage", before);
  else delete globalThis.localStorage;
});
