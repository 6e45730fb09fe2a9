/** On a telephone the filters are a panel over the page: nothing behind it can be reached until it closes. */
export class Panel {
  #element;
  #opener;
  #asleep = [];

  /** `wide` is the media query for which the filters stand beside the list and are no panel. */
  constructor(element, opener, wide) {
    this.#element = element;
    this.#opener = opener;
    opener.addEventListener("click", () => this.open());
    element.querySelector(".hk-filters__close").addEventListener("click", () => this.close());
    element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.isOpen) this.close();
    });
    wide.addEventListener("change", () => this.isOpen && this.close(null));
  }

  get isOpen() {
    return "open" in this.#element.dataset;
  }

  /** Show the panel, take the focus into it, and let all the rest sleep. */
  open() {
    this.#element.dataset.open = "";
    this.#element.setAttribute("role", "dialog");
    this.#element.setAttribute("aria-modal", "true");
    this.#element.setAttribute("aria-labelledby", "filtre-titel");
    this.#asleep = others(this.#element).filter((other) => !other.inert);
    for (const other of this.#asleep) other.inert = true;
    this.#element.querySelector("#filtre-titel").focus();
  }

  /** Put the panel away and give the focus back, or to what is given; null leaves it alone. */
  close(next = this.#opener) {
    for (const name of ["data-open", "role", "aria-modal", "aria-labelledby"]) {
      this.#element.removeAttribute(name);
    }
    for (const other of this.#asleep) other.inert = false;
    this.#asleep = [];
    next?.focus();
  }
}

/** Everything on the page that neither holds the element nor stands in it. */
function others(element) {
  const found = [];
  for (let node = element; node !== document.body; node = node.parentElement) {
    found.push(...[...node.parentElement.children].filter((other) => other !== node));
  }
  return found;
}
