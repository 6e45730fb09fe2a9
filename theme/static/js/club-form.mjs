/** The form in which a club tells of itself: looks at what is typed, and makes the file it becomes. */
import { DraftNote } from "./draft-note.mjs";
import { Draft, shelf } from "./draft.mjs";
import { Errors } from "./errors.mjs";
import { Fields } from "./fields.mjs";
import { Finished } from "./finished.mjs";
import { Slots } from "./slots.mjs";

const DONE = "#faerdig";

export class ClubForm {
  #form;
  #facts;
  #words;
  #fields;
  #slots;
  #errors;
  #note;
  #finished;
  #look = null;
  #pressed = false;

  /** `facts` are of the file that is made or changed, `words` what the page says. */
  constructor(form, facts, words) {
    this.#form = form;
    this.#facts = facts;
    this.#words = words;
    this.#fields = new Fields(form);
    this.#slots = new Slots(form, words);
    this.#errors = new Errors(document.getElementById("fejl-i-alt"), words);
    const draft = new Draft(location.pathname, facts.blob, Date.now, shelf());
    const more = (name) => this.#slots.more(name);
    this.#note = new DraftNote(document.getElementById("kladde"), words, draft, this.#fields, more);
    const finished = document.getElementById("faerdig");
    const ways = { back: () => history.back(), left: () => this.#note.sent() };
    this.#finished = finished && new Finished(finished, words, ways);
  }

  /** Show what only works with scripts, and what was typed before. */
  start() {
    for (const plain of document.querySelectorAll("[data-no-script]")) plain.hidden = true;
    this.#form.querySelector("[type=submit]").hidden = false;
    this.#slots.start();
    this.#note.start(this.#form);
    // What was ready to send is made anew from what is typed.
    if (location.hash === DONE) history.replaceState(null, "", location.pathname + location.search);
    this.#form.addEventListener("submit", (event) => this.#submitted(event));
    this.#form.addEventListener("focusout", ({ target }) => this.#left(target));
    window.addEventListener("popstate", () => this.#moved());
    for (const [kind, pressed] of [["pointerdown", true], ["pointerup", false], ["pointercancel", false]]) {
      document.addEventListener(kind, () => (this.#pressed = pressed), true);
    }
    // Who only reads the questions needs no rules.
    this.#form.addEventListener("focusin", () => this.#load(), { once: true });
  }

  /** Fetch the rules and what looks by them; when they can't be had, it is tried again the next time. */
  async #load() {
    try {
      const [answer, { Outcome }] = await Promise.all([fetch(this.#form.dataset.rules), import("./outcome.mjs")]);
      const rules = await answer.json();
      this.#look = () => new Outcome(this.#form, this.#fields, this.#facts, rules, this.#words, Date.now());
    } catch {
      this.#look = null;
    }
  }

  async #submitted(event) {
    if (!this.#look) {
      event.preventDefault();
      this.#form.setAttribute("aria-busy", "true");
      await this.#load();
      this.#form.removeAttribute("aria-busy");
      if (this.#look) this.#form.querySelector("[type=submit]").click();
      else this.#say(this.#words.unreachable);
      return;
    }
    const outcome = this.#look();
    const { wrong } = outcome;
    this.#errors.show(wrong);
    this.#say(!wrong.length && outcome.same ? this.#words.same : "");
    if (wrong.length || outcome.same) event.preventDefault();
    // The bridge takes over: the browser posts the form as it is.
    else if (this.#facts.bridge) this.#note.sent();
    else {
      event.preventDefault();
      this.#finished.fill(outcome.said, outcome.file, outcome.ways);
      history.pushState(null, "", DONE);
      this.#moved();
    }
  }

  /** A mended answer is told of no more, but never while somebody types or is about to press something. */
  #left(control) {
    const look = () => control.name && this.#errors.mend(control, this.#look().wrong);
    if (!this.#errors.any) return;
    if (this.#pressed) document.addEventListener("pointerup", () => setTimeout(look), { once: true });
    else look();
  }

  /** Between what is typed and what is ready to send the browser's own ways lead back and forth. */
  #moved() {
    const done = location.hash === DONE;
    // The way past the menu is a place on the page, whatever the page shows.
    if ((location.hash && !done) || done === this.#form.hidden || !this.#finished) return;
    for (const part of document.querySelectorAll("[data-form-only]")) part.hidden = done;
    this.#form.hidden = done;
    if (done) this.#finished.open();
    else {
      this.#finished.close();
      this.#top();
    }
  }

  /** Who comes back stands at the top, and sees that she does: a browser would go down to the button again. */
  #top() {
    const title = document.querySelector("h1");
    title.focus();
    setTimeout(() => title.scrollIntoView(), 0);
  }

  /** Say something beside the button, where the reader is. */
  #say(words) {
    const place = document.getElementById("besked");
    place.textContent = words;
    place.hidden = !words;
    if (words) place.focus();
  }
}

const form = globalThis.document?.getElementById("formular");
const json = (id) => JSON.parse(document.getElementById(id).textContent);
if (form) new ClubForm(form, json("sag"), json("ord")).start();
