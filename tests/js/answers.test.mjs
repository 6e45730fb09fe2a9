import assert from "node:assert/strict";
import { test } from "node:test";

import { answered, confirmed, tree } from "../../theme/static/js/answers.mjs";
import { edits } from "../../theme/static/js/edits.mjs";
import { made, seenThrough, there } from "../../theme/static/js/made.mjs";
import { wrong } from "../../theme/static/js/rules.mjs";

const RULES = {
  keys: {
    club: { forening: { required: true, example: "Vig IF" }, hold: {}, bekræftet: {} },
    offer: {
      navn: { required: true },
      tid: { leaf: "session", example: "tirsdag 10.00" },
      pris: { once: true, many: 2 },
    },
    "time-fields": { dag: {}, kl: {} },
  },
  questions: ["toilet", "siddende"],
  numbers: ["gange"],
  leaves: { session: { pattern: "^(~mandag|[A-Z].*)$", longest: 20, say: "Skriv en dag.", sentence: true } },
  messages: {
    "form-missing": { text: ["Her mangler et svar."], help: ["Skriv fx:  {example}"] },
    "unreadable-session": { text: ['"{value}" forstår vi ikke.'], help: ["Skriv:  {sentence}", "{say}"] },
    "too-long": { text: ["{length} er over {limit}."], help: [] },
    "too-many": { text: ["{count} er over {limit}."] },
    "listed-twice": { text: ['"{value}" to gange.'] },
  },
};

test("names say where an answer stands, and the table the order", () => {
  const entries = [["hold.tid.1.kl", "10"], ["hold.tid.0", " Efter\u00a0aftale "], ["hold.tid.1.dag", "mandag"]];
  const found = tree([...entries, ["hold.navn", "Yoga"], ["forening", "A"], ["om", ""], ["_ja", "ja"]], RULES);
  assert.deepEqual([...found.keys()], ["forening", "hold"]);
  assert.deepEqual([...found.get("hold").keys()], ["navn", "tid"]);
  const [first, second] = found.get("hold").get("tid");
  assert.equal(first, "Efter aftale");
  assert.deepEqual([...second], [["dag", "mandag"], ["kl", "10"]]);
  assert.equal(second.slot, "1");
});

test("an answer and its words are one text, and words without an answer are not lost", () => {
  const entries = [["hold.godt_at_vide.toilet", "ja"], ["hold.godt_at_vide.toilet.ord", "i kroen"]];
  const [one, other] = answered([...entries, ["hold.godt_at_vide.siddende.ord", "måske"]]);
  assert.deepEqual([one.text, one.name], ["ja, i kroen", "hold.godt_at_vide.toilet.ord"]);
  assert.equal(other.text, "måske");
});

test("only what differs is an edit, and what the form doesn't show stays", () => {
  const there_ = new Map([["for", ["kol", "astma"]], ["tid", [new Map([["dag", "mandag"], ["sted", "Hallen"]])]]]);
  const slot = (fields) => Object.assign(new Map(fields), { slot: "0" });
  const before = new Map([["for", ["astma", "kol"]], ["tid", slot([["dag", "mandag"]])]]);
  const after = new Map([["for", ["astma", "kol", "copd"]], ["tid", slot([["dag", "onsdag"]])], ["om", "Ny"]]);
  assert.deepEqual(edits(before, after, ["hold", "a"], there_), [
    [["hold", "a", "for"], ["kol", "astma", "copd"]],
    [["hold", "a", "tid"], new Map([["dag", "onsdag"], ["sted", "Hallen"]])],
    [["hold", "a", "om"], "Ny"],
  ]);
  assert.deepEqual(edits(before, before, [], there_), []);
  assert.deepEqual(edits(before, new Map(), [], there_).map(([path, value]) => [path[0], value]), [
    ["for", null],
    ["tid", null],
  ]);
  const questions = (value) => new Map([["toilet", value]]);
  const own = new Map([["godt_at_vide", new Map([["toilet", "ja"], ["eget", "nej"]])]]);
  assert.deepEqual(edits(new Map([["godt_at_vide", questions("ja")]]), new Map(), [], own), [
    [["godt_at_vide"], new Map([["eget", "nej"]])],
  ]);
});

test("a role is told behind the day, and none when none is known", () => {
  assert.equal(confirmed("2026-11-05", " Af formanden"), "5. november 2026 af formanden");
  assert.equal(confirmed("2026-01-31"), "31. januar 2026");
});

test("what is wrong is told in the sentences of the table, the first whose facts are known", () => {
  const told = (entries) => wrong(entries, RULES).map(({ name, at, code, help }) => [name, at, code, help]);
  assert.deepEqual(told([["forening", ""], ["hold.navn", "x"]]), [
    ["forening", 0, "form-missing", "Skriv fx:  Vig IF"],
  ]);
  assert.deepEqual(told([["hold.tid.0", "mandag"], ["hold.tid.1", "Efter aftale"], ["hold.tid.2", "10"]]), [
    ["hold.tid.2", 0, "unreadable-session", "Skriv en dag."],
  ]);
  assert.equal(told([["hold.tid.0", "efter aftale"]])[0][3], "Skriv:  Efter aftale");
  assert.deepEqual(told([["hold.tid.0", "M".repeat(21)]])[0][2], "too-long");
  const prices = (...texts) => told(texts.map((text) => ["hold.pris", text])).map((one) => one.slice(1, 3));
  assert.deepEqual(prices("a", "", "a"), [[2, "listed-twice"]]);
  assert.deepEqual(prices("a", "b", "c"), [[2, "too-many"]]);
});

test("a new file has a name of its own, and a known club is found by its name", () => {
  const clubs = { "vig-if": "Vig IF" };
  const entries = [["forening", "Vig IF"], ["hold.navn", "Yoga"], ["_rolle", "formanden"]];
  const file = made({ kind: "ny-forening", clubs }, [], entries, RULES, "2026-11-25");
  assert.equal(file.file, "clubs/vig-if-2.yaml");
  assert.equal(
    file.text,
    "forening: Vig IF\n\nhold:\n  yoga:\n    navn: Yoga\nbekræftet: 25. november 2026 af formanden\n",
  );
  assert.equal(there("VIG  if", clubs), "vig-if");
  assert.equal(there("", clubs), "");
});

test("who has seen it through keeps the role that stands until another is told", () => {
  const told = ["", " ", "Af kassereren"].map((role) => seenThrough({ by: "formanden" }, role, "2026-11-05"));
  assert.deepEqual(told, [
    "5. november 2026 af formanden",
    "5. november 2026 af formanden",
    "5. november 2026 af kassereren",
  ]);
  assert.equal(seenThrough({}, "", "2026-11-05"), "5. november 2026");
});
