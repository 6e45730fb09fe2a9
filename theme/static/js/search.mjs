// Reads the search index that was made when the site was built. What is typed stays in the browser.

import { fold } from "./fold.mjs";

const VERSION = 1;
// Both as search/words.py has them: how many letters are left of a word, and where an ending is none.
const SHORTEST = 3;
const KEPT = /[ao]-e(?!n$)|o-en|[su]-s$/;
// Nobody types more; a whole page pasted into the field must not hold the browser up.
const MOST = 20;
// A time of day finds no team, and its numbers would find others: kl. 10, 10.30, 10:00.
const TIME = /\bkl\.?\s*\d{1,2}(?:[.:]\d{2})?\b|\b\d{1,2}[.:]\d{2}\b/gi;
const [TEXT, NAME] = "01";
const WHOLE = 10;
const PART = 3;

/**
 * Fetch the index and make a searcher of it.
 *
 * @param {string} url
 * @returns {Promise<Searcher>}
 */
export async function load(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return new Searcher(await answer.json());
}

export class Searcher {
  /** @param {object} index as `compact` in search/compact.py describes it */
  constructor({ version, refs, stop, endings, terms, kinds, hits }) {
    if (version !== VERSION) throw new Error(`the index has version ${version}`);
    this.refs = refs;
    this.stop = new Set(stop.split(" "));
    this.endings = endings.split(" ");
    this.terms = unfold(terms);
    this.numbers = new Map(this.terms.map((term, number) => [term, number]));
    this.kinds = kinds;
    this.hits = hits;
  }

  /**
   * The offers that the words find, best first: those that all words find, else those that most do.
   *
   * @param {string} text as it was typed
   * @returns {{id: string, score: number}[] | null} null when there is nothing to look for
   */
  find(text) {
    const words = this.words(text);
    if (words.length) return this.rank(words.map((word) => this.matches(word)));
    // Letters that the index has none of (日本語) find nothing; signs and the commonest words ask nothing.
    return !fold(text) && /[\p{L}\p{N}]/u.test(text) ? [] : null;
  }

  /** The words to look for, each once; one that the index lacks counts as its two parts if it has those. */
  words(text) {
    const typed = fold(text.replace(TIME, " ")).split(" ").filter((word) => word && !this.stop.has(word));
    const known = typed.slice(0, MOST).flatMap((word) => (this.matches(word).length ? [word] : this.parts(word)));
    return [...new Set(known)];
  }

  /** `gymnastikhold` is `gymnastik`, and any team is a `hold`. */
  parts(word) {
    const has = (part) => this.stop.has(part) || this.numbers.has(this.stem(part));
    for (let at = word.length - SHORTEST; at >= SHORTEST; at -= 1) {
      const both = [word.slice(0, at), word.slice(at)];
      if (both.every(has)) return both.filter((part) => !this.stop.has(part));
    }
    return [word];
  }

  /** The word without its ending, as `stem` in search/words.py has it. */
  stem(word) {
    for (const ending of this.endings) {
      const rest = word.slice(0, -ending.length);
      if (word.endsWith(ending) && rest.length >= SHORTEST + (ending === "s" ? 1 : 0)) {
        return bare(KEPT.test(`${rest}-${ending}`) ? word : rest);
      }
    }
    return bare(word);
  }

  /** What the index has of the word: pairs of a term's number and how well it fits. */
  matches(word) {
    const stem = this.stem(word);
    const found = [];
    this.terms.forEach((term, number) => {
      const fit = term === stem ? WHOLE : this.fits(word, stem, number);
      if (fit) found.push([number, fit]);
    });
    return found;
  }

  /** How well a term fits that isn't the word itself, 0 for not at all. */
  fits(word, stem, number) {
    const [term, kind] = [this.terms[number], this.kinds[number]];
    const short = stem.length <= SHORTEST;
    // 60 is not 600. A short word is in too many others, unless those are names.
    if (/^\d/.test(word) || stem.length < SHORTEST || (short && kind === TEXT)) return 0;
    const other = term.length - stem.length;
    if (term.startsWith(stem) || term.startsWith(word)) {
      // A kor is no kort, and a ryger has nothing to do with a ryg.
      return short && (other < SHORTEST || term.startsWith("er", SHORTEST)) ? 0 : PART;
    }
    // A kor is in lungekor; but tur is no part of natur, and Vig none of Rørvig.
    return kind === NAME && other >= SHORTEST && this.ends(term, stem) ? PART : 0;
  }

  /** Whether the stem is the term's last part: KOL is none of patientskole, since skole is. */
  ends(term, stem) {
    const longer = [1, 2].map((more) => term.slice(-stem.length - more));
    return term.endsWith(stem) && !longer.some((part) => this.numbers.has(part));
  }

  /**
   * The offers that every clause finds, best first, else those that most of them do.
   *
   * @param {[number, number][][]} clauses each any of its terms, with what the term's weight counts
   */
  rank(clauses) {
    const scores = new Map();
    for (const clause of clauses) {
      const own = new Map();
      for (const [term, fit] of clause) this.add(own, term, fit);
      for (const [ref, score] of own) {
        const [times, sum] = scores.get(ref) ?? [0, 0];
        scores.set(ref, [times + 1, sum + score]);
      }
    }
    const most = Math.max(0, ...[...scores.values()].map(([times]) => times));
    return [...scores]
      .filter(([, [times]]) => times === most)
      .sort(([a, [, x]], [b, [, y]]) => y - x || a - b)
      .map(([ref, [, score]]) => ({ id: this.refs[ref], score }));
  }

  add(scores, term, fit) {
    const pairs = this.hits[term];
    for (let at = 0, ref = -1; at < pairs.length; at += 2) {
      ref += pairs[at] + 1;
      scores.set(ref, (scores.get(ref) ?? 0) + fit * pairs[at + 1]);
    }
  }
}

/** Letters that come and go with an ending: `klub` and `klubben`, `cykel` and `cykler`. */
function bare(rest) {
  if (rest.length <= SHORTEST) return rest;
  return /(.)\1$/.test(rest) ? rest.slice(0, -1) : rest.replace(/([^aeiouy])el$/, "$1l");
}

/** The terms of a list in which each says with a capital how many letters it shares with the one before. */
function unfold(terms) {
  const found = [];
  for (const [, shared, rest] of terms.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const before = found[found.length - 1] ?? "";
    found.push(before.slice(0, shared.charCodeAt(0) - 65) + rest);
  }
  return found;
}
