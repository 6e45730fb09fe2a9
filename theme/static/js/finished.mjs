/** The end of the road where no bridge takes over: what was written, and the ways to send it. */
import { fill } from "./words.mjs";

export class Finished {
  #section;
  #words;
  #file = { name: "", text: "" };

  /** `back` is called when somebody wants to mend something after all, `left` when she has taken one of the ways. */
  constructor(section, words, { back, left }) {
    this.#section = section;
    this.#words = words;
    this.#find("[data-back]").addEventListener("click", back);
    for (const way of section.querySelectorAll("[data-way]")) {
      way.addEventListener("click", () => this.#take(way.dataset.way));
      way.addEventListener("click", left);
    }
  }

  get isOpen() {
    return !this.#section.hidden;
  }

  /** Show what was said, `[question, answers]` each, and the file; `ways` are the addresses of mail and forge. */
  fill(said, file, ways) {
    this.#file = file;
    this.#find("[data-said]").replaceChildren(...said.flatMap(([name, answers]) => this.#said(name, answers)));
    this.#find("[data-file]").textContent = file.text;
    for (const name of this.#section.querySelectorAll("[data-name]")) name.textContent = file.name;
    this.#find("[data-copied]").textContent = "";
    if (ways.mail) this.#lead("mail", ways.mail);
    if (ways.forge) this.#lead("forge", ways.forge);
  }

  open() {
    this.#section.hidden = false;
    this.#find("#faerdig-titel").focus();
  }

  close() {
    this.#section.hidden = true;
  }

  /** Where the file is too long to come along, the words say what to do instead. */
  #lead(way, { href, whole }) {
    for (const link of this.#section.querySelectorAll(`[data-way="${way}"]`)) link.href = href;
    for (const words of this.#section.querySelectorAll(`[data-whole="${way}"]`)) words.hidden = !whole;
    for (const words of this.#section.querySelectorAll(`[data-apart="${way}"]`)) words.hidden = whole;
  }

  #said(name, answers) {
    const term = Object.assign(document.createElement("dt"), { textContent: name });
    const all = answers.length ? answers : [this.#words.gone];
    return [term, ...all.map((answer) => Object.assign(document.createElement("dd"), { textContent: answer }))];
  }

  #take(way) {
    if (way === "hent") this.#fetch();
    else if (way === "kopi") this.#copy();
  }

  #fetch() {
    const address = URL.createObjectURL(new Blob([this.#file.text], { type: "application/yaml" }));
    const link = Object.assign(document.createElement("a"), { href: address, download: this.#file.name });
    link.click();
    // Old telephones read the file only after the click is over.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }

  async #copy() {
    const said = this.#find("[data-copied]");
    said.textContent = "";
    try {
      await navigator.clipboard.writeText(this.#file.text);
      said.textContent = this.#words.copied;
    } catch {
      // Not every browser lets a page do it; she can, with what is marked already.
      said.textContent = this.#words.not_copied;
      const file = this.#find("[data-file]");
      file.closest("details").open = true;
      getSelection().selectAllChildren(file);
    }
  }

  #find(selector) {
    return this.#section.querySelector(selector);
  }
}
