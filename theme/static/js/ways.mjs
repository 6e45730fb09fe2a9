/** The ways out of a form that has no bridge: a letter, and the forge's own page for a new file. Pure. */

// Longer addresses of letters are cut off by some mail programs, longer addresses by forges and their servers.
const LONGEST_LETTER = 1_800;
const LONGEST_ADDRESS = 8_191;
// Each forge's page for a new file and for one to change, and what it fills in from the address.
const FORGES = {
  github: { fresh: "new", edit: "edit", name: "filename", value: "value" },
  gitea: { fresh: "_new", edit: "_edit", name: "filename", value: "value" },
  forgejo: { fresh: "_new", edit: "_edit", name: "filename", value: "value" },
  gitlab: { fresh: "-/new", edit: "-/edit", name: "file_name" },
};

/**
 * A letter that is begun, {href, whole}: an address with subject and body (RFC 6068). The file's text goes in
 * the body while there is room (`whole`), else the lines of `attached` say that the file must be attached. A
 * changed file brings `edition`, the name of what it was made from.
 */
export function mailto(to, subject, lines, { text, edition = "", attached = [] }) {
  const last = edition ? ["", `Udgave: ${edition}`] : [];
  const href = (body) => `mailto:${coded(to).replaceAll("%40", "@")}?subject=${coded(subject)}&body=${coded(body)}`;
  const written = (more) => href([...lines, "", ...more, ...last].join("\r\n"));
  const whole = written(text.replace(/\r?\n$/, "").split(/\r\n|\n|\r/));
  if (whole.length <= LONGEST_LETTER) return { href: whole, whole: true };
  return { href: written(attached), whole: false };
}

/**
 * The forge's own page for the file, {href, prefilled}: with the text in it when it is new, the forge takes a
 * text from an address, and that doesn't become too long; else the reader pastes what she has copied.
 */
export function forge(kind, address, branch, file, text, isNew) {
  const { fresh, edit, name, value } = FORGES[kind];
  const start = address.replace(/\/+$/, "");
  const [folder, own] = [file.split("/").slice(0, -1), file.split("/").slice(-1)[0]];
  if (!isNew) return { href: [start, edit, path(branch), path(file)].join("/"), prefilled: false };
  const page = `${[start, fresh, path(branch), ...folder.map(coded)].join("/")}?${name}=${coded(own)}`;
  const filled = value ? `${page}&${value}=${coded(text)}` : "";
  // What is coded has nothing but ASCII in it: as many bytes as letters.
  const prefilled = filled !== "" && filled.length <= LONGEST_ADDRESS;
  return { href: prefilled ? filled : page, prefilled };
}

const path = (whole) => whole.split("/").map(coded).join("/");

/** As an address has it; also what browsers leave as it is, so that no program ends the address there. */
function coded(text) {
  return encodeURIComponent(text.toWellFormed?.() ?? text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
