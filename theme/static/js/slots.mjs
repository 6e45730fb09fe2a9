/** One more line or one more group of fields where a question takes several, and away with a group again. */
import { fill } from "./words.mjs";

const NUMBER = "{n}";
const NAMED = ["name", "data-lines", "data-slot-of"];
const POINTING = ["for", "aria-describedby", "aria-labelledby"];

export class Slots {
  #form;
  #words;
  #made = 0;

  constructor(form, words) {
    this.#form = form;
    this.#words = words;
  }

  /** Show the buttons, and give each group of fields one to take it away. */
  start() {
    this.#ready(this.#form);
    this.#form.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (button?.matches("[data-more]")) this.#one(button);
      else if (button?.matches("[data-remove]")) this.#remove(button.closest("[data-slot-of]"));
      else if (button?.matches("[data-undo]")) this.#undo(button.parentElement);
    });
  }

  /** Make one more field of a name; false where the page has no room for it. */
  more(name) {
    const every = [...this.#form.querySelectorAll("[data-lines]")];
    const own = every.find((lines) => lines.dataset.lines === name);
    if (own) return this.#add(own, "", next(own)) !== null;
    const within = every.filter(({ dataset }) => "slots" in dataset && name.startsWith(`${dataset.lines}.`));
    const lines = within.sort((one, other) => other.dataset.lines.length - one.dataset.lines.length)[0];
    const [place, ...inner] = name.slice((lines?.dataset.lines.length ?? 0) + 1).split(".");
    if (!lines || !/^\d{1,3}$/.test(place) || taken(lines, place)) return false;
    return this.#add(lines, inner.length ? "fields" : "line", Number(place)) !== null;
  }

  #ready(part) {
    for (const button of part.querySelectorAll("[data-more]")) button.hidden = false;
    for (const slot of part.querySelectorAll("[data-slot-of]")) {
      const title = slot.querySelector("legend").textContent.trim();
      slot.append(button(fill(this.#words.remove, { title }), "remove"));
    }
  }

  /** Somebody wants one more: it is made, and she stands in it. */
  #one({ parentElement: lines, dataset }) {
    const made = this.#add(lines, dataset.more, next(lines));
    const first = made.matches("input, textarea") ? made : made.querySelector("input, textarea, select");
    first.focus();
  }

  #add(lines, kind, place) {
    const template = lines.querySelector(`:scope > template${kind ? `[data-slot="${kind}"]` : ""}`);
    if (!template) return null;
    const copy = template.content.cloneNode(true);
    number(copy, lines.dataset.lines, place);
    identify(copy, (this.#made += 1));
    label(copy, place + 1);
    this.#ready(copy);
    const made = copy.firstElementChild;
    lines.querySelector(":scope > template").before(copy);
    return made;
  }

  /** What is taken away asks nothing: it only steps aside until somebody wants it back. */
  #remove(slot) {
    const title = slot.querySelector("legend").textContent.trim();
    const note = document.createElement("div");
    note.className = "hk-slot__gone";
    const words = document.createElement("p");
    words.textContent = fill(this.#words.removed, { title });
    words.setAttribute("role", "status");
    note.append(words, button(this.#words.undo, "undo"));
    slot.disabled = true;
    slot.hidden = true;
    slot.after(note);
    note.querySelector("button").focus();
    note.dispatchEvent(new Event("change", { bubbles: true }));
  }

  #undo(note) {
    const slot = note.previousElementSibling;
    slot.disabled = false;
    slot.hidden = false;
    note.remove();
    slot.querySelector("input, textarea, select").focus();
    slot.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/** The place after the last one, also after those that have been taken away. */
function next(lines) {
  if (!("slots" in lines.dataset)) return lines.querySelectorAll(":scope > input, :scope > textarea").length;
  const before = lines.dataset.lines.length + 1;
  const names = [...lines.querySelectorAll("[name], [data-slot-of]")].map((one) => one.name || one.dataset.slotOf);
  return Math.max(-1, ...names.map((name) => parseInt(name.slice(before), 10))) + 1;
}

/** Whether a place has a field of its own or a group of them. */
function taken(lines, place) {
  const name = `${lines.dataset.lines}.${place}`;
  return lines.querySelector(`[name="${name}"], [data-slot-of="${name}"]`) !== null;
}

/** Everything in a part of the page, and in the templates within it. */
function everything(part) {
  const all = [...part.querySelectorAll("*")];
  return all.flatMap((one) => (one.content ? [one, ...everything(one.content)] : [one]));
}

/** Write the place into every name, also into those that are made later within this one. */
function number(copy, name, place) {
  for (const one of everything(copy)) {
    for (const attribute of NAMED.filter((each) => one.hasAttribute(each))) {
      const said = one.getAttribute(attribute);
      one.setAttribute(attribute, said.replace(`${name}.${NUMBER}`, `${name}.${place}`));
    }
  }
}

/** Make the ids the copy's own, and let what points at them point there. */
function identify(copy, mark) {
  const own = new Map([...copy.querySelectorAll("[id]")].map(({ id }) => [id, `${id.replaceAll(NUMBER, "")}-${mark}`]));
  for (const one of everything(copy)) {
    for (const attribute of ["id", ...POINTING].filter((each) => one.hasAttribute(each))) {
      const ids = one.getAttribute(attribute).split(" ");
      one.setAttribute(attribute, ids.map((id) => own.get(id) ?? id).join(" "));
    }
  }
}

/** Say which one it is, to who sees it and to who hears it. */
function label(copy, ordinal) {
  for (const one of copy.querySelectorAll("[aria-label]")) {
    one.setAttribute("aria-label", one.getAttribute("aria-label").replace(NUMBER, ordinal));
  }
  for (const one of copy.querySelectorAll("legend")) one.textContent = one.textContent.replace(NUMBER, ordinal);
}

function button(text, kind) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
  made.className = "hk-button hk-button--quiet";
  made.dataset[kind] = "";
  return made;
}
