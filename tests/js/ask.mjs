// Puts texts to the site's own reader: {index, texts} comes in as JSON, what each gives goes out.

import { readFileSync } from "node:fs";

import { fold } from "../../theme/static/js/fold.mjs";
import { Searcher } from "../../theme/static/js/search.mjs";

const { index, texts } = JSON.parse(readFileSync(0, "utf8"));
const searcher = new Searcher(index);

function stems(text) {
  const words = fold(text).split(" ").filter((word) => word && !searcher.stop.has(word));
  return words.map((word) => searcher.stem(word)).join(" ");
}

const given = texts.map((text) => ({ found: searcher.find(text), stems: stems(text), folded: fold(text) }));
process.stdout.write(JSON.stringify(given));
