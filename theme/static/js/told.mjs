/** What stands in the form in the reader's own words: each question with its answers. */
import { field, nameOf } from "./errors.mjs";
import { asGiven, asIs } from "./fields.mjs";

/** `[question, answers]` in the form's order; with `changed` only those that aren't as the page had them. */
export function told(form, changed) {
  const places = new Map();
  for (const control of form.elements) {
    const place = control.name && !control.name.startsWith("_") && control.type !== "hidden" && field(control);
    if (place) places.set(place, [...(places.get(place) ?? []), control]);
  }
  const all = [...places].map(([place, controls]) => ({
    name: question(place, controls[0]),
    now: answers(controls, (one) => (one.matches(":disabled") ? [] : asIs(one))),
    before: answers(controls, asGiven),
  }));
  const differs = ({ now, before }) => JSON.stringify(now) !== JSON.stringify(before);
  return all.filter((one) => (changed ? differs(one) : one.now.length)).map(({ name, now }) => [name, now]);
}

/** A question within a group of fields is told with the group's name. */
function question(place, control) {
  const slot = control.closest(".hk-slot");
  const name = nameOf(control);
  return slot && slot !== place ? `${slot.querySelector("legend").textContent.trim()}: ${name}` : name;
}

/** The answers of a question: the words after a yes or no belong to it. */
function answers(controls, value) {
  const found = controls.flatMap((control) => value(control).map((text) => worded(control, text)));
  return controls[0].type === "radio" ? [found.join(", ")].filter(Boolean) : found;
}

function worded(control, text) {
  if (control.options) return [...control.options].find((one) => one.value === text)?.textContent.trim() ?? text;
  return control.type === "checkbox" || control.type === "radio" ? control.closest("label").textContent.trim() : text;
}
