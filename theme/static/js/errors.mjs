/** What there is to mend: told above the page with a link to each field, and in words at the field itself. */
import { counted, fill } from "./words.mjs";

export class Errors {
  #summary;
  #words;
  #title = document.title;
  #told = new Map();

  constructor(summary, words) {
    this.#summary = summary;
    this.#words = words;
  }

  /** Whether anything is told of. */
  get any() {
    return this.#told.size > 0;
  }

  /** Tell everything at once, `{control, text, help, link}` each, and go to the telling. */
  show(found) {
    const before = [...this.#told.keys()];
    this.#told = new Map(inOrder(found).map((one) => [one.control, one]));
    for (const control of new Set([...before, ...this.#told.keys()])) this.#mark(control);
    this.#sum();
    if (found.length) this.#summary.focus();
  }

  /** Somebody has left a question: what is mended there is told no more. Nothing new is ever told while she works. */
  mend(control, found) {
    const place = field(control);
    const before = [...this.#told.keys()].filter((one) => field(one) === place);
    if (before.length === 0) return;
    const now = new Map(found.map((one) => [one.control, one]));
    for (const one of before) {
      if (now.has(one)) this.#told.set(one, now.get(one));
      else this.#told.delete(one);
      this.#mark(one);
    }
    this.#sum();
  }

  /** Let the question of a control look and say as it is. */
  #mark(control) {
    const place = field(control);
    const here = [...this.#told.values()].filter((one) => field(one.control) === place);
    place.classList.toggle("hk-field--wrong", here.length > 0);
    // A radio can't be wrong by itself: the words of its group say it.
    if (this.#told.has(control) && control.type !== "radio") control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
    const error = place.querySelector(".hk-field__error");
    error.replaceChildren(...(here.length ? [mark(), said(here)] : []));
    error.hidden = here.length === 0;
    if (this.#told.has(control)) unfold(control);
  }

  /** Tell above the page what is left. */
  #sum() {
    const [title, list] = [document.createElement("h2"), document.createElement("ul")];
    title.className = "hk-errors__title";
    title.id = "fejl";
    title.textContent = counted(this.#told.size, this.#words.wrong_one, this.#words.wrong_many);
    list.className = "hk-errors__list";
    list.append(...[...this.#told.values()].map((one) => this.#item(one)));
    this.#summary.replaceChildren(...(this.any ? [title, list] : []));
    this.#summary.hidden = !this.any;
    document.title = this.any ? fill(this.#words.title, { title: this.#title }) : this.#title;
  }

  #item({ control, text }) {
    const item = document.createElement("li");
    const link = anchor(`#${control.id || field(control).id}`, asked(nameOf(control), text));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      reach(control);
    });
    item.append(link);
    return item;
  }
}

/** As a reader comes by them. */
function inOrder(found) {
  const after = (one, other) => one.control.compareDocumentPosition(other.control) & Node.DOCUMENT_POSITION_FOLLOWING;
  return [...found].sort((one, other) => (after(one, other) ? -1 : 1));
}

/** Go to a control, with what stands above it in sight. */
export function reach(control) {
  control.focus({ preventScroll: true });
  field(control).scrollIntoView({ block: "start" });
}

/** The part of the page that a control, its question and its error are in. */
export function field(control) {
  return control.closest(".hk-answer, .hk-field");
}

/** What a control's question is called, without the mark of those that must be answered. */
export function nameOf(control) {
  const label = field(control).querySelector(".hk-field__label, legend");
  return label ? label.firstChild.textContent.trim() : "";
}

/** The question with what is wrong; most are asked with a question mark. */
function asked(label, text) {
  if (!label) return text;
  return `${label}${/[\p{L}\p{N}]$/u.test(label) ? ":" : ""} ${text}`;
}

/** The drawing that says "mend this"; the page has it once, in a template. */
function mark() {
  return document.getElementById("ikon-ret").content.firstElementChild.cloneNode(true);
}

function said(errors) {
  const all = document.createElement("span");
  for (const { text, help, link } of errors) {
    const words = document.createElement("span");
    words.className = "hk-field__sentence";
    words.textContent = [text, help].filter(Boolean).join(" ");
    if (link) words.append(" ", anchor(link.href, link.text));
    all.append(words);
  }
  return all;
}

/** Open everything that a control is folded into. */
export function unfold(control) {
  for (let above = control.closest("details"); above; above = above.parentElement.closest("details")) above.open = true;
}

function anchor(href, textContent) {
  return Object.assign(document.createElement("a"), { href, textContent });
}
