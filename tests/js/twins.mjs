// Answers, line by line, for the site's own modules, as long as it is asked: {call, given} comes in as
// JSON, {said} or {threw} goes out. Values are told as ["m", [key, value]...], ["l", value...] or a text, since
// JSON's own fields would lose their order.

import { createInterface } from "node:readline";

import { change } from "../../theme/static/js/change.mjs";
import { tree } from "../../theme/static/js/answers.mjs";
import { made } from "../../theme/static/js/made.mjs";
import { wrong } from "../../theme/static/js/rules.mjs";
import * as slugs from "../../theme/static/js/slug.mjs";
import * as texts from "../../theme/static/js/texts.mjs";
import * as ways from "../../theme/static/js/ways.mjs";
import * as yaml from "../../theme/static/js/yaml.mjs";

function value(told) {
  if (!Array.isArray(told)) return told;
  const [kind, ...rest] = told;
  return kind === "l" ? rest.map(value) : new Map(rest.map(([key, under]) => [key, value(under)]));
}

function telling(said) {
  if (said instanceof Map) return ["m", ...[...said].map(([key, under]) => [key, telling(under)])];
  return Array.isArray(said) ? ["l", ...said.map(telling)] : said;
}

let table = null;

const CALLS = {
  dump: ([values, numbers]) => yaml.dump(value(values), numbers),
  written: ([text, options]) => yaml.written(text, options),
  typed: ([text]) => yaml.typed(text),
  bare: ([text, flow]) => yaml.bare(text, { flow }),
  change: ([source, outline, edits, numbers]) =>
    change(source, outline, edits.map(([path, told]) => [path, value(told)]), numbers),
  meant: ([text]) => texts.meant(text),
  masked: ([text]) => texts.masked(text),
  short: ([text]) => texts.short(text),
  refused: ([text]) => texts.refused(text),
  slug: ([text]) => slugs.slug(text),
  id: ([text]) => slugs.id(text),
  // The table is long: it is learnt once and asked by.
  learn: ([rules]) => void (table = rules),
  tree: ([entries]) => telling(tree(entries, table)),
  made: ([facts, first, now, day]) => made(facts, first, now, table, day),
  wrong: ([entries, rules]) => wrong(entries, rules ?? table),
  mailto: (given) => ways.mailto(...given),
  forge: (given) => ways.forge(...given),
  free: (given) => slugs.free(...given),
};

function answered(line) {
  const { call, given } = JSON.parse(line);
  try {
    return { said: CALLS[call](given) };
  } catch (error) {
    return { threw: `${error.name}: ${error.message}` };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answered(line))}\n`);
}
