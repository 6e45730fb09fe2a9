/** The fields of the form by their names. The same name may stand several times: its values keep their order. */
import { unfold } from "./errors.mjs";

const PROMISES = new Set(["_ja", "_set"]);
const ticked = (control) => control.type === "checkbox" || control.type === "radio";

export class Fields {
  #form;
  #given;
  #first;

  constructor(form) {
    this.#form = form;
    this.#given = this.#all(asGiven);
    this.#first = controls(form).flatMap((control) => asGiven(control).map((value) => [control.name, value]));
  }

  /** Every name with its value as the page had them; what is empty left out. */
  get first() {
    return this.#first;
  }

  /** Every name with its value, as a form sends them; what is empty too. */
  get entries() {
    return [...new FormData(this.#form)].map(([name, value]) => [name, String(value)]);
  }

  /** The values that aren't as the page had them, by name. What somebody promises is given anew each time. */
  get typed() {
    const now = this.#all(asIs);
    const names = new Set([...Object.keys(this.#given), ...Object.keys(now)]);
    const told = [...names].map((name) => [name, now[name] ?? [], this.#given[name] ?? []]);
    const other = told.filter(([name, values, given]) => !PROMISES.has(name) && !same(values, given));
    return Object.fromEntries(other.map(([name, values]) => [name, values]));
  }

  /** The values of a name as the page had them. */
  given(name) {
    return this.#given[name] ?? [];
  }

  /** The controls of a name that can be used now. */
  named(name) {
    return controls(this.#form).filter((control) => control.name === name);
  }

  /** The control that the value came from which is the how manieth of its name; the first, where there is none. */
  control(name, at) {
    const own = this.named(name);
    const said = own.filter((control) => !ticked(control) || control.checked);
    const within = controls(this.#form).filter((control) => control.name.startsWith(`${name}.`));
    return said[at] ?? own[0] ?? within[0];
  }

  /**
   * Write values by their names, and return those there was no room for; `more` makes one more field of a
   * name, and says whether it could.
   */
  put(names, more) {
    const left = [];
    for (const [name, values] of Object.entries(names)) {
      const ticks = this.named(name).filter(ticked);
      const known = new Set(ticks.map(({ value }) => value));
      // One of the answers to choose from is that there is none.
      const none = !values.some((value) => known.has(value));
      for (const control of ticks) write(control, "checked", control.value ? values.includes(control.value) : none);
      const rest = values.filter((value) => value && !known.has(value));
      while (this.#lines(name).length < rest.length && more(name));
      const lines = this.#lines(name);
      for (const [place, control] of lines.entries()) write(control, "value", rest[place] ?? "");
      left.push(...rest.filter((value, place) => lines[place]?.value !== value));
    }
    return left;
  }

  /** Write everything as the page had it. */
  back() {
    const names = Object.keys(this.#all(asIs));
    this.put(Object.fromEntries(names.map((name) => [name, this.given(name)])), () => false);
  }

  #lines(name) {
    return this.named(name).filter((control) => !ticked(control));
  }

  #all(value) {
    const found = Object.create(null);
    for (const control of controls(this.#form)) (found[control.name] ??= []).push(...value(control));
    return found;
  }
}

/** Write it, and let it be seen where it says something. */
function write(control, kind, value) {
  if (control[kind] === value) return;
  control[kind] = value;
  if (value) unfold(control);
}

function controls(form) {
  return [...form.elements].filter(({ name, type, disabled }) => name && !disabled && type !== "hidden");
}

/** The value that stands in a control, none for an empty one. */
export function asIs(control) {
  if (ticked(control)) return control.checked && control.value ? [control.value] : [];
  return control.value ? [control.value] : [];
}

/** The value that the page gave a control. */
export function asGiven(control) {
  if (ticked(control)) return control.defaultChecked && control.value ? [control.value] : [];
  const given = control.options ? [...control.options].find((one) => one.defaultSelected)?.value : control.defaultValue;
  return given ? [given] : [];
}

function same(values, others) {
  return values.length === others.length && values.every((value, place) => value === others[place]);
}
