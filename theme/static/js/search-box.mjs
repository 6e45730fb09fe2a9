// The search field of a page without a list: it leads to the list, with what was typed behind a #,
// which a browser never sends.

/**
 * The address of the list with what was typed as its `q`, or the bare list when that is nothing.
 *
 * @param {string} action the list's address
 * @param {string} typed
 * @returns {string}
 */
export function leads(action, typed) {
  // Half a character can't be encoded, and is no letter anyway.
  const text = typed.replace(/[\ud800-\udfff]/gu, "").trim();
  return text ? `${action}#q=${encodeURIComponent(text)}` : action;
}

export class SearchBox {
  /**
   * @param {HTMLFormElement} form
   * @param {object} world
   * @param {(url: string) => Promise<unknown>} world.load fetches the index
   * @param {(url: string) => void} world.go opens an address
   */
  constructor(form, { load, go }) {
    this.form = form;
    this.input = form.querySelector("input");
    this.load = load;
    this.go = go;
  }

  /** Listen, and only then be seen: a form that nobody listens to would send itself. */
  start() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.go(leads(this.form.action, this.input.value));
    });
    // Fetched while she types, so that the list has it at once; if that fails, the list says so.
    this.input.addEventListener("focus", () => this.load(this.form.dataset.index).catch(() => {}), { once: true });
    this.form.hidden = false;
  }
}

if (typeof document !== "undefined") {
  const load = async (url) => (await import("./search.mjs")).load(url);
  const go = (url) => location.assign(url);
  for (const form of document.querySelectorAll('[data-module="search"]')) new SearchBox(form, { load, go }).start();
}
