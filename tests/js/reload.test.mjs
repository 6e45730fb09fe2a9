import assert from "node:assert/strict";
import { test } from "node:test";

import { follow } from "../../scripts/holdkatalog/serve/reload.mjs";

function world({ seen, answers }) {
  const log = [];
  return {
    log,
    seen,
    ask: async () => {
      log.push("ask");
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer;
    },
    rest: async () => {
      log.push("rest");
    },
    reload: () => {
      log.push("reload");
    },
  };
}

test("a page of the newest build is left alone, and is reloaded once when a newer is done", async () => {
  const w = world({ seen: "a", answers: ["a", "a", "b", "c"] });
  await follow(w);
  assert.deepEqual(w.log, ["rest", "ask", "rest", "ask", "rest", "ask", "reload"]);
});

test("a server that is away is asked again, and no page is reloaded into nothing", async () => {
  const w = world({ seen: "a", answers: [new Error("away"), new Error("away"), "b"] });
  await follow(w);
  assert.deepEqual(w.log, ["rest", "ask", "rest", "ask", "rest", "ask", "reload"]);
});

test("a page asks only after a pause, so that a failing build can't make it spin", async () => {
  const w = world({ seen: "a", answers: ["b"] });
  await follow(w);
  assert.equal(w.log[0], "rest");
});
