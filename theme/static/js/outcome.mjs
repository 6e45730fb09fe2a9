/** What the form comes to as it stands: what there is to mend, or the file and what it tells. */
import { confirmed } from "./answers.mjs";
import { made, seenThrough, there } from "./made.mjs";
import { wrong } from "./rules.mjs";
import { told } from "./told.mjs";
import { forge, mailto } from "./ways.mjs";
import { fill } from "./words.mjs";

const DAY = new Intl.DateTimeFormat("sv", { timeZone: "Europe/Copenhagen" });

export class Outcome {
  #form;
  #fields;
  #facts;
  #rules;
  #words;
  #now;

  /** `facts` are of the file, `rules` the table of what may stand where, `now` the moment in milliseconds. */
  constructor(form, fields, facts, rules, words, now) {
    this.#form = form;
    this.#fields = fields;
    this.#facts = facts;
    this.#rules = rules;
    this.#words = words;
    this.#now = now;
  }

  /** What there is to mend, each with its control: the answers, a club that is here already, a yes that lacks. */
  get wrong() {
    const rules = wrong(this.#fields.entries, this.#rules).map(({ name, at, code, text, help }) => ({
      control: this.#fields.control(name, code.startsWith("form-") ? -1 : at),
      text,
      help,
    }));
    return [...rules, ...this.#known(), ...this.#agreed()];
  }

  /** Whether nothing in the file would be changed. */
  get same() {
    const { isNew, text } = this.#made;
    return !isNew && text === this.#facts.source;
  }

  /** Each question with its answers; of a page that was filled in already, those that have changed. */
  get said() {
    const [role] = this.#fields.named("_rolle");
    // What is new is dated by being sent; of what was there already somebody must say so.
    const box = this.#fields.control("_set", 0);
    const seen = box ? box.checked : true;
    const said = box ? seenThrough(this.#facts, role.value, this.#day) : confirmed(this.#day, role.value);
    const date = [this.#words.seen, [said]];
    return [...told(this.#form, this.#facts.file !== ""), ...(seen ? [date] : [])];
  }

  get file() {
    const { file, text } = this.#made;
    return { name: file.split("/").pop(), text };
  }

  /** The letter and the forge's page, {href} each with whether the file is in it; null where there is none. */
  get ways() {
    const { mail, forge: own } = this.#facts;
    const { file, text, isNew } = this.#made;
    const page = own && forge(own.kind, own.address, own.branch, file, text, isNew);
    return { mail: mail && this.#letter(mail), forge: page && { href: page.href, whole: page.prefilled } };
  }

  #letter(mail) {
    const { site, page, blob } = this.#facts;
    const { text, isNew } = this.#made;
    const file = this.file.name;
    const title = document.querySelector("h1").textContent.trim();
    const lines = [this.#words.mail_hello, "", fill(this.#words.mail_text, { site }), ...(page ? [page] : [])];
    const attached = [fill(this.#words.mail_attached, { file })];
    const subject = fill(this.#words.mail_subject, { title, file });
    return mailto(mail, subject, lines, { text, edition: isNew ? "" : blob, attached });
  }

  get #made() {
    return made(this.#facts, this.#fields.first, this.#fields.entries, this.#rules, this.#day);
  }

  get #day() {
    return DAY.format(this.#now);
  }

  /** A new club that has the name of one that is here: is it the same? Then there is another way. */
  *#known() {
    const { kind, clubs } = this.#facts;
    const control = this.#fields.control("forening", 0);
    const known = kind === "ny-forening" ? there(control.value, clubs) : "";
    if (!known) return;
    const club = clubs[known];
    const link = { href: `${known}/`, text: fill(this.#words.there_link, { club }) };
    yield { control, text: fill(this.#words.there, { club }), help: this.#words.there_help, link };
  }

  *#agreed() {
    const control = this.#fields.control("_ja", 0);
    if (control && !control.checked) yield { control, text: this.#words.agree };
  }
}
