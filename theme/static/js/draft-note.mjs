/** What the page says of the draft it keeps: before it keeps anything, when it brings it back, and when it goes. */
import { fill } from "./words.mjs";

const PAUSE = 400;
const DAY = new Intl.DateTimeFormat("da", { day: "numeric", month: "long", year: "numeric" });

export class DraftNote {
  #note;
  #words;
  #draft;
  #fields;
  #more;
  #waiting = null;
  #gone = null;

  /** `more` makes one more field of a name, and says whether it could. */
  constructor(note, words, draft, fields, more) {
    this.#note = note;
    this.#words = words;
    this.#draft = draft;
    this.#fields = fields;
    this.#more = more;
  }

  /** Say what is kept, bring back what was, and keep what is typed in the form from now on. */
  start(form) {
    this.#find(".hk-draft__promise").textContent = this.#draft.possible
      ? this.#words.draft_promise
      : this.#words.draft_impossible;
    this.#note.hidden = false;
    if (this.#draft.kept) this.#back(this.#draft.kept);
    else if (this.#draft.older) this.#offer(this.#draft.older);
    for (const kind of ["input", "change"]) form.addEventListener(kind, () => this.later());
    window.addEventListener("pagehide", () => this.#now());
    document.addEventListener("visibilitychange", () => document.hidden && this.#now());
    document.addEventListener("click", ({ target }) => this.#clicked(target.closest("[data-draft]")?.dataset.draft));
  }

  /** Keep what is typed as soon as there is a pause. */
  later() {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#now(), PAUSE);
  }

  /** It is on its way to somebody. */
  sent() {
    this.#now();
    this.#draft.sent();
  }

  #now() {
    if (this.#waiting === null) return;
    clearTimeout(this.#waiting);
    this.#waiting = null;
    // A refused draft leaves the form as it is; the reader must know before she closes the page.
    if (!this.#draft.keep(this.#fields.typed)) this.#say(this.#words.draft_failed);
    this.#show("forget", this.#draft.kept !== null);
  }

  #back(kept) {
    // What stands there already, the browser has brought back itself or somebody has just typed.
    const now = Object.keys(this.#fields.typed);
    const rest = Object.entries(kept.names).filter(([name]) => !now.includes(name));
    this.#fields.put(Object.fromEntries(rest), this.#more);
    const sentence = kept.sent ? this.#words.draft_sent : this.#words.draft_back;
    this.#say(fill(sentence, { day: DAY.format(kept.at) }));
    for (const what of ["clear", "forget"]) this.#show(what, true);
  }

  /** The page has changed since: what was typed may not fit any more, so the reader decides. */
  #offer(older) {
    this.#say(fill(this.#words.draft_older, { day: DAY.format(older.at) }));
    for (const what of ["use", "clear", "forget"]) this.#show(what, true);
  }

  #clicked(what) {
    if (what === "use") this.#use();
    else if (what === "forget" || what === "clear") this.#forget();
    else if (what === "undo") this.#undo();
  }

  #use() {
    const left = this.#fields.put(this.#draft.older.names, this.#more);
    this.#show("use", false);
    this.#say(left.length ? fill(this.#words.draft_left, { left: left.join("; ") }) : this.#words.draft_used);
    this.later();
    this.#said.focus();
  }

  #forget() {
    clearTimeout(this.#waiting);
    this.#waiting = null;
    this.#gone = { ...this.#draft.older?.names, ...this.#fields.typed };
    this.#draft.forget();
    this.#fields.back();
    this.#say(this.#words.draft_forgotten);
    for (const what of ["use", "clear", "forget"]) this.#show(what, false);
    this.#show("undo", true);
    this.#said.focus();
  }

  #undo() {
    this.#fields.put(this.#gone, this.#more);
    this.#show("undo", false);
    this.#say(this.#words.draft_undone);
    this.later();
    this.#said.focus();
  }

  get #said() {
    return this.#find(".hk-draft__said");
  }

  #find(selector) {
    return this.#note.querySelector(selector);
  }

  #say(words) {
    this.#said.hidden = !words;
    this.#said.textContent = words;
  }

  #show(what, shown) {
    for (const button of document.querySelectorAll(`[data-draft="${what}"]`)) button.hidden = !shown;
  }
}
