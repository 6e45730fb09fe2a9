/** The form of filters: what is ticked, how many each tick would give, and which groups are short. */
import { fill } from "./words.mjs";

export class Form {
  #form;
  #words;

  /** `changed` is told of each new choice; what was ticked comes first of its reasons. */
  constructor(form, words, changed) {
    this.#form = form;
    this.#words = words;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => changed(this.choice));
    for (const button of form.querySelectorAll(".hk-filters__all")) {
      button.dataset.all = button.textContent;
      button.addEventListener("click", () => this.#unfold(button));
    }
  }

  /** What is ticked: ids by facet. */
  get choice() {
    const ticked = {};
    for (const { name, value } of this.#form.querySelectorAll(":checked")) {
      (ticked[name] ??= []).push(value);
    }
    return ticked;
  }

  /** The box of an option. */
  box(key, id) {
    return this.#form.querySelector(`[name="${key}"][value="${CSS.escape(id)}"]`);
  }

  /** What an option is called: in full, where there is little room, or inside a sentence. */
  name(key, id, kind = "short") {
    const box = this.box(key, id);
    return box.dataset[kind] ?? box.parentElement.querySelector(".hk-check__text").textContent;
  }

  /** Show what is chosen and what each option would give; an option that gives nothing can't be chosen. */
  show(choice, counts) {
    for (const group of this.#form.querySelectorAll(".hk-filters__group")) {
      for (const box of group.querySelectorAll(".hk-check__box")) {
        const chosen = choice[box.name]?.includes(box.value) ?? false;
        this.#option(box, chosen, counts.get(`${box.name} ${box.value}`));
      }
      const number = group.querySelectorAll(":checked").length;
      const picked = number ? fill(this.#words.live.picked, { number }) : "";
      group.querySelector(".hk-filters__picked").textContent = picked;
      this.#fold(group);
    }
  }

  #option(box, checked, [yes, ask]) {
    box.checked = checked;
    // The focus would be lost from a box that is shut; the next change shuts it.
    box.disabled = !yes && !ask && !checked && box !== document.activeElement;
    const count = yes || !ask ? String(yes) : this.#words.only_ask;
    box.parentElement.querySelector(".hk-check__count").textContent = count;
  }

  /** Hide what is not among the first, but never what is ticked. */
  #fold(group) {
    const button = group.querySelector(".hk-filters__all");
    const short = button?.getAttribute("aria-expanded") === "false";
    for (const label of group.querySelectorAll("[data-more]")) {
      label.hidden = short && !label.querySelector(":checked");
    }
  }

  #unfold(button) {
    const open = button.getAttribute("aria-expanded") === "false";
    button.setAttribute("aria-expanded", String(open));
    button.textContent = open ? button.dataset.fewer : button.dataset.all;
    const group = button.closest(".hk-filters__group");
    this.#fold(group);
    if (open) group.querySelector("[data-more]:not([hidden]) .hk-check__box:not(:disabled)")?.focus();
  }
}
