/** The list of all offers with its filters. What is chosen stands in the address's fragment, which is never sent. */
import { aged } from "./aged.mjs";
import { combined, counts, dropped, filters, format, nearest, parse, tells } from "./filter.mjs";
import { Form } from "./form.mjs";
import { Panel } from "./panel.mjs";
import { Result } from "./result.mjs";
import { Seeker } from "./seeker.mjs";
import { now, watch } from "./time.mjs";
import { counted, fill, listed } from "./words.mjs";

export class List {
  #page;
  #words;
  #given;
  #carried;
  #told;
  #result;
  #form;
  #panel;
  #seeker;
  #choice = {};

  constructor(page, words) {
    this.#page = page;
    this.#words = words;
    this.#result = new Result(this.#find(".hk-find__list"), words);
    this.#carried = this.#result.carried;
    this.#age(now());
    this.#form = new Form(this.#find("form"), words, (choice) => this.#choose({ ...choice, q: this.#choice.q }));
    this.#panel = new Panel(this.#find(".hk-filters"), this.#opener, matchMedia("(min-width: 60rem)"));
    this.#seeker = new Seeker(document.querySelector("form[data-index]"), this.#result.ids, (q) =>
      this.#choose({ ...this.#choice, q }),
    );
  }

  /** Show the controls, and what the address tells of. */
  start() {
    this.#find(".hk-find__ways").hidden = true;
    this.#find(".hk-filters").hidden = false;
    this.#find(".hk-filters__open").hidden = false;
    this.#find(".hk-filters__show").addEventListener("click", () => this.#panel.close(this.#status));
    this.#page.addEventListener("click", (event) => this.#clicked(event.target));
    window.addEventListener("popstate", () => this.#moved());
    watch((moment) => this.#age(moment) && this.#show());
    this.#choice = parse(location.hash, this.#given);
    return this.#show();
  }

  /** Make the data those of the moment; whether that changes anything. */
  #age(moment) {
    const data = aged(this.#words.data, this.#carried, moment);
    const told = JSON.stringify(data);
    const changed = told !== this.#told;
    this.#told = told;
    if (changed) this.#given = filters(data, this.#carried.length);
    return changed;
  }

  get #status() {
    return this.#find(".hk-result__count");
  }

  get #opener() {
    return this.#find(".hk-filters__open button");
  }

  #find(selector) {
    return this.#page.querySelector(selector);
  }

  #clicked(target) {
    const chip = target.closest(".hk-chip[data-key]");
    if (chip) this.#remove(chip);
    else if (target.closest("[data-clear]")) this.#clear();
  }

  /** Take one thing away; the focus goes to the next chip, or to how many there are now. */
  async #remove(chip) {
    const { key, id } = chip.dataset;
    const place = [...this.#chips].indexOf(chip);
    const rest = key === "q" ? "" : this.#choice[key].filter((one) => one !== id);
    await this.#choose({ ...this.#choice, [key]: rest });
    (this.#chips[Math.min(place, this.#chips.length - 1)] ?? this.#status).focus();
  }

  get #chips() {
    return this.#page.querySelectorAll(".hk-chip[data-key]");
  }

  async #clear() {
    await this.#choose({});
    if (!this.#panel.isOpen) this.#status.focus();
  }

  /** Show a new choice, and write it in the address so that it can be kept, shared and gone back from. */
  #choose(choice) {
    const fragment = format(choice);
    history.pushState(null, "", fragment ? `#${fragment}` : location.pathname + location.search);
    this.#choice = parse(fragment, this.#given);
    return this.#show();
  }

  /** The address has changed by itself: by going back, or by a link. */
  async #moved() {
    const { hash } = location;
    if (hash && !tells(hash)) {
      // The way past the menu is a place on the page; what is chosen stays chosen, in the address too.
      const fragment = format(this.#choice);
      if (fragment) history.replaceState(null, "", `#${fragment}`);
      return;
    }
    const lost = this.#find(".hk-find__none").contains(document.activeElement);
    if (this.#panel.isOpen) this.#panel.close();
    this.#choice = parse(hash, this.#given);
    await this.#show();
    if (lost) this.#status.focus();
  }

  async #show() {
    const choice = this.#choice;
    const hits = await this.#seeker.find(choice.q);
    // Something else was chosen while the index was on its way.
    if (choice !== this.#choice) return;
    const result = combined(this.#given, choice, hits);
    // Words that ask for nothing (`og`, `!!!`) are nothing that anything could fit.
    const asked = hits || this.#seeker.failed;
    const chosen = this.#chosen(asked ? choice : { ...choice, q: "" });
    this.#form.show(choice, counts(this.#given, choice, hits));
    this.#result.groups(result, this.#titles(choice));
    this.#result.chips(chosen);
    this.#result.nothing(!result.yes, { names: chosen.map((one) => one.name), ...this.#waysOut(choice, hits) });
    this.#say(result, chosen);
    this.#failed();
  }

  #failed() {
    const note = this.#find(".hk-find__failed");
    note.hidden = !this.#seeker.failed;
    note.textContent = this.#seeker.failed ? this.#words.live.search_failed : "";
  }

  /** Everything that is chosen, one by one, with its short name. */
  #chosen(choice) {
    const ticked = Object.entries(choice).filter(([key]) => key !== "q");
    const found = ticked.flatMap(([key, ids]) => ids.map((id) => ({ key, id, name: this.#form.name(key, id) })));
    const words = fill(this.#words.live.words, { words: choice.q });
    return choice.q ? [...found, { key: "q", id: "", name: words }] : found;
  }

  #titles(choice) {
    const { live, heads } = this.#words;
    // What holds several names is put into the list one by one: no list has a list inside it.
    const within = (key) => (choice[key] ?? []).flatMap((id) => this.#form.name(key, id, "within").split("|"));
    const words = { name: listed(within("sygdom"), live.or), where: listed(within("omraade"), live.or) };
    const titles = Object.entries(heads).map(([key, sentence]) => [key, fill(sentence, words)]);
    return { ...Object.fromEntries(titles), ask: live.ask };
  }

  #waysOut(choice, hits) {
    const { live } = this.#words;
    const ways = dropped(this.#given, choice, hits).map(({ key, ids, choice: rest, yes }) => {
      const name = key === "q" ? choice.q : listed(ids.map((id) => this.#form.name(key, id)), live.or);
      return { fragment: format(rest), text: fill(live.without, { name }), yes };
    });
    const way = nearest(this.#given, choice, hits);
    if (!way) return { ways, near: [] };
    const [area, start] = [way.id, way.start].map((id) => this.#form.name("omraade", id));
    const text = fill(live.nearest, { area, km: way.km, start });
    return { ways, near: [{ fragment: format({ ...choice, omraade: [way.id] }), text, yes: way.yes }] };
  }

  /** Say how many there are, wherever somebody looks or listens. */
  #say({ yes, ask }, chosen) {
    const { live } = this.#words;
    const said = chosen.length ? this.#sentence(yes, ask.length) : counted(yes, live.all_one, live.all_many);
    const inPanel = this.#find(".hk-filters [role=status]");
    // Beside the list, a screen reader would hear both of them.
    const heard = [[this.#status, said], [inPanel, this.#panel.isOpen ? said : ""]];
    for (const [place, words] of heard) if (place.textContent !== words) place.textContent = words;
    this.#find(".hk-filters__show").textContent = yes ? fill(live.show, { number: yes }) : live.show_none;
    const opener = this.#opener.querySelector("span");
    const ticked = chosen.filter(({ key }) => key !== "q").length;
    opener.dataset.none ??= opener.textContent;
    opener.textContent = ticked ? fill(live.open, { number: ticked }) : opener.dataset.none;
    // The best hits and fits come first, and the alphabet only after them; nothing has no order.
    this.#find(".hk-result .hk-muted").hidden = chosen.some(({ key }) => key === "q" || key === "sygdom") || !yes;
    const legend = document.getElementById("valgt-paa-papir");
    legend.dataset.none ??= legend.textContent;
    const names = listed(chosen.map(({ name }) => name), live.and);
    legend.textContent = names ? fill(live.chosen, { names }) : legend.dataset.none;
  }

  #sentence(yes, ask) {
    const { live } = this.#words;
    if (!yes) return ask ? fill(live.none_ask, { number: ask }) : live.none;
    const fits = counted(yes, live.yes_one, live.yes_many);
    return ask ? fill(live.yes_ask, { yes: fits, number: ask }) : fits;
  }
}

const page = globalThis.document?.querySelector('[data-module="list"]');
if (page) new List(page, JSON.parse(document.getElementById("hold-data").textContent)).start();
