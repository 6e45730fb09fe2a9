// Asks lunr.js and the site's own reader the same, of the same index: {lunr, index, queries} comes in.
// A query is a list of words as the index has them, all of which must be there.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { Searcher } from "../../theme/static/js/search.mjs";

const lunr = createRequire(new URL("../node/", import.meta.url))("lunr");
const given = JSON.parse(readFileSync(0, "utf8"));
const oracle = lunr.Index.load(given.lunr);
const searcher = new Searcher(given.index);
const { REQUIRED } = lunr.Query.presence;

function theirs(words) {
  const found = oracle.query((query) => words.forEach((word) => query.term(word, { presence: REQUIRED })));
  return found.map(({ ref, score }) => ({ id: given.index.refs[Number(ref)], score }));
}

function ours(words) {
  return searcher.rank(words.map((word) => [[searcher.numbers.get(word), 1]]));
}

const answers = given.queries.map((words) => ({ theirs: theirs(words), ours: ours(words) }));
process.stdout.write(JSON.stringify({ version: lunr.version, answers }));
