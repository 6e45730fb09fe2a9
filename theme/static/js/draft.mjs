/**
 * What somebody has typed on a page, kept in her own browser and nowhere else: until she deletes it, a day
 * after she has sent it, or thirty days after she last typed. The page says so before anything is kept.
 */
const DAY = 86_400_000;
const KEPT = "holdkatalog:";
export const DAYS = 30;

export class Draft {
  #shelf;
  #page;
  #version;
  #now;

  /**
   * `page` is its path, `version` the id of the text it was made from, `now` a clock of milliseconds;
   * `shelf` is null where nothing can be kept.
   */
  constructor(page, version, now, shelf) {
    this.#shelf = shelf;
    this.#page = `${KEPT}${page}#`;
    this.#version = version;
    this.#now = now;
    this.#sweep();
  }

  /** Whether this browser keeps anything at all. */
  get possible() {
    return this.#shelf !== null;
  }

  /** What was typed on the page as it is now, with when; null when nothing was. */
  get kept() {
    return this.#read(this.#key);
  }

  /** The newest of what was typed on the page as it was before it changed. */
  get older() {
    const found = this.#keys.filter((key) => key.startsWith(this.#page) && key !== this.#key);
    return found.map((key) => this.#read(key)).sort((one, other) => other.at - one.at)[0] ?? null;
  }

  /** Keep the values by the names of their fields, nothing where there are none; whether it went well. */
  keep(names) {
    if (Object.keys(names).length === 0) {
      this.#shelf?.removeItem(this.#key);
      return true;
    }
    return this.#write({ at: this.#now(), until: this.#now() + DAYS * DAY, names });
  }

  /** It is on its way: a day is enough to come back and see that it arrived. */
  sent() {
    const { kept } = this;
    return kept === null || this.#write({ ...kept, sent: true, until: Math.min(kept.until, this.#now() + DAY) });
  }

  /** Delete what was typed on this page, as it is now and as it was before. */
  forget() {
    for (const key of this.#keys) if (key.startsWith(this.#page)) this.#shelf.removeItem(key);
  }

  get #key() {
    return this.#page + this.#version;
  }

  get #keys() {
    try {
      return Object.keys(this.#shelf ?? {}).filter((key) => key.startsWith(KEPT));
    } catch {
      return [];
    }
  }

  #read(key) {
    try {
      const found = JSON.parse(this.#shelf?.getItem(key) ?? null);
      return sound(found) ? found : null;
    } catch {
      return null;
    }
  }

  #write(draft) {
    try {
      this.#shelf.setItem(this.#key, JSON.stringify(draft));
      return true;
    } catch {
      // Full, or refused: the form works all the same, and the page says that nothing is kept.
      return false;
    }
  }

  /** Delete whatever has lain too long, and what is no draft of ours, on all the pages. */
  #sweep() {
    for (const key of this.#keys) {
      const found = this.#read(key);
      if (!found || found.until <= this.#now()) this.#shelf.removeItem(key);
    }
  }
}

/** Whether what was read is a draft as we write them. */
function sound(found) {
  const values = Object.values(found?.names ?? {});
  const texts = values.every((all) => Array.isArray(all) && all.every((one) => typeof one === "string"));
  return Number.isFinite(found?.at) && Number.isFinite(found?.until) && values.length > 0 && texts;
}

/** The browser's own shelf; null when it is forbidden. */
export function shelf() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
