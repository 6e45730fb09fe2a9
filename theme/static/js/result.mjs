/** What is found, put on the page: the cards below their headings, the chips, and the way out of nothing. */
import { carried } from "./time.mjs";
import { capital, counted, fill, listed } from "./words.mjs";

export class Result {
  #list;
  #words;
  #cards;
  #head;
  #all;
  #made = [];

  constructor(list, words) {
    this.#list = list;
    this.#words = words;
    this.#all = list.querySelector(".hk-find__group");
    this.#head = this.#all.querySelector(".hk-paper--head");
    this.#cards = [...this.#all.querySelectorAll("[data-id]")];
  }

  /** The offers' ids, in the order of their signs. */
  get ids() {
    return this.#cards.map((card) => card.dataset.id);
  }

  /** What each card carries, in the same order. */
  get carried() {
    return this.#cards.map((card) => carried(card.querySelector(".hk-card")));
  }

  /** Put the cards below their headings in the order in which they are to be read. */
  groups({ groups, ask }, titles) {
    for (const section of this.#made) section.remove();
    this.#made = [];
    const pool = this.#all.querySelector("ul");
    const plain = groups.length === 1 && groups[0][0] === "all" ? groups[0][1] : [];
    const shown = new Set(plain);
    pool.append(...plain.map((number) => this.#cards[number]));
    this.#cards.forEach((card, number) => {
      card.hidden = !shown.has(number);
      if (card.hidden) pool.append(card);
    });
    this.#all.hidden = !plain.length;
    for (const [key, numbers] of [...(plain.length ? [] : groups), ["ask", ask]]) {
      if (numbers.length) this.#section(key, titles[key], numbers);
    }
  }

  #section(key, title, numbers) {
    const section = made("section", "hk-find__group hk-group");
    const heading = made("h2");
    heading.id = `gruppe-${key}`;
    section.setAttribute("aria-labelledby", heading.id);
    const number = made("span", "hk-muted");
    number.textContent = `(${counted(numbers.length, this.#words.one, this.#words.many)})`;
    heading.append(capital(title), " ", number);
    const cards = numbers.map((one) => this.#cards[one]);
    for (const card of cards) card.hidden = false;
    const list = made("ul", "hk-cards hk-cards--rows");
    list.append(this.#head.cloneNode(true), ...cards);
    section.append(heading, list);
    this.#list.append(section);
    this.#made.push(section);
  }

  /** One chip for each thing that is chosen, and one that clears them all. */
  chips(chosen) {
    const list = this.#list.querySelector(".hk-find__chosen");
    const chips = chosen.map(({ key, id, name }) => {
      const chip = part("chip");
      Object.assign(chip.querySelector("button").dataset, { key, id });
      chip.querySelector("span").textContent = name;
      return chip;
    });
    list.replaceChildren(...chips, ...(chips.length ? [part("clear")] : []));
    list.hidden = !chips.length;
  }

  /** When nothing fits: what was chosen, what letting go of each gives, and what is nearest. */
  nothing(shown, { names, ways, near }) {
    const box = this.#list.querySelector(".hk-find__none");
    box.hidden = !shown;
    if (!shown) return;
    const { live } = this.#words;
    const sentence = [live.chosen, live.let_go_one][ways.length] ?? live.let_go;
    box.querySelector("p").textContent = fill(sentence, { names: listed(names, live.and) });
    this.#ways(box.querySelector("ul"), ways);
    const nearest = box.querySelector(".hk-find__near");
    nearest.hidden = !near.length;
    this.#ways(nearest.querySelector("ul"), near);
  }

  #ways(list, ways) {
    const items = ways.map(({ fragment, text, yes }) => {
      const item = part("way");
      const link = made("a", "hk-picker__link");
      link.href = `#${fragment}`;
      link.append(...item.childNodes);
      item.append(link);
      item.querySelector(".hk-picker__text").textContent = text;
      item.querySelector(".hk-picker__count").textContent = counted(yes, this.#words.one, this.#words.many);
      return item;
    });
    list.replaceChildren(...items);
    list.hidden = !items.length;
  }
}

function made(tag, names = "") {
  const element = document.createElement(tag);
  element.className = names;
  return element;
}

function part(name) {
  const template = document.querySelector(`template[data-part="${name}"]`);
  return template.content.firstElementChild.cloneNode(true);
}
