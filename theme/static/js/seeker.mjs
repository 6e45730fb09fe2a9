/** The words searched for on the list. The search itself is fetched only when somebody needs it. */
export class Seeker {
  #form;
  #ids;
  #searcher = null;
  #shown = "";
  failed = false;

  /** `form` names the index in `data-index`, null where there is no search; `sought` is told of new words. */
  constructor(form, ids, sought) {
    this.#form = form;
    this.#ids = new Map(ids.map((id, number) => [id, number]));
    if (!form) return;
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      // Half a character can't be written in an address, and is no letter anyway.
      sought(this.#field.value.replace(/[\ud800-\udfff]/gu, "").trim());
    });
    this.#field.addEventListener("focus", () => this.#load(), { once: true });
    // The little cross of a search field empties it.
    this.#field.addEventListener("search", () => this.#field.value || sought(""));
  }

  get #field() {
    return this.#form.querySelector("input");
  }

  /** Where each offer stands among what the words find, by its number; null when nobody searches. */
  async find(words = "") {
    // What somebody is about to type is left alone while nothing else is searched for.
    if (this.#form && words !== this.#shown) this.#field.value = words;
    this.#shown = words;
    this.failed = false;
    if (!words) return null;
    const searcher = await this.#load();
    this.failed = !searcher;
    const hits = searcher?.find(words) ?? null;
    return hits && new Map(hits.filter(({ id }) => this.#ids.has(id)).map(({ id }, place) => [this.#ids.get(id), place]));
  }

  /** The searcher, null when it can't be had; what failed once is tried again the next time. */
  async #load() {
    const address = this.#form?.dataset.index;
    this.#searcher ??= address
      ? import("./search.mjs").then(({ load }) => load(new URL(address, document.baseURI).href))
      : Promise.reject(new Error("no index"));
    try {
      return await this.#searcher;
    } catch {
      this.#searcher = null;
      return null;
    }
  }
}
