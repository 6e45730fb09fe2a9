"""What must not stand in a file that anybody can read for ever: CPR numbers, private mails, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from holdkatalog.errors import Problem
from holdkatalog.grammar.facts import ATTESTATION
from holdkatalog.messages import HYPHEN, masked
from holdkatalog.validation.file import File
from holdkatalog.validation.guide import Leaf

INVENTED: Final = re.compile(
    r"(?<!\d)(?:\+?45 ?)?12 ?34 ?56 ?78(?!\d)|[^\s@\"'(:]*@example\.(?:org|com)\b"
)
"""The telephone and the mails of all our examples; none of them is anybody's."""
_DAY = r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d"
# With signs between day, month and year too; the slashes of an address on the net are none.
_PARTED = r"(?:0[1-9]|[12]\d|3[01])(?P<between>[./ -])(?:0[1-9]|1[0-2])(?P=between)\d\d"
_WITH_HYPHEN = re.compile(rf"(?<![\d/-])(?:{_DAY}|{_PARTED}){HYPHEN}\d{{4}}(?![\d/-])")
_TEN_DIGITS = re.compile(rf"(?<![\d+]){_DAY} ?\d{{4}}(?!\d)")
# Where a phone may stand, a number may be parted in any way.
_TEN_IN_PARTS = re.compile(
    r"(?<![\d+])(?:0[1-9]|[12]\d|3[01]) ?(?:0[1-9]|1[0-2]) ?\d\d ?\d{4}(?!\d)"
)
_ACCOUNT = re.compile(
    r"(?:konto|reg|p-nummer|p-nr|pnr|iban|giro|faktura)[^\n]{0,30}$", re.IGNORECASE
)
_PERSONAL = frozenset(
    ("navn", "rolle", "telefon", "mail", "kontakt", "ansvarlig", "bekræftet", "forening", "træffes")
)
_PRIVATE = re.compile(
    r"@(?:gmail|googlemail|hotmail|live|outlook|icloud|me|mail|yahoo|jubii|stofanet|msn|post|ofir|webspeed"
    r"|youmail|proton|protonmail|mac|get2net|tdcadsl|privat|dlgmail)\.(?:com|dk|net|me)\b", re.IGNORECASE
)  # fmt: skip


def cpr_numbers(file: File) -> Iterator[Problem]:
    """No CPR number, in a text, a comment or a name; in contact fields not without its hyphen either."""
    document = file.pen.document
    told: set[int] = set()
    for number, line in enumerate(document.lines, 1):
        for hit in _WITH_HYPHEN.finditer(line):
            told.add(number)
            yield _private(document.file, number, hit, "cpr")
    for leaf in file.leaves:
        # Signs may be written by their numbers, and a text may go on in the next line.
        found, span = _WITH_HYPHEN.search(leaf.text), document.place(leaf.path)
        last = span.line + document.source.count("\n", span.start, span.end)
        if found and told.isdisjoint(range(span.line, last + 1)):
            yield file.pen.at("cpr", leaf.path, value=masked(found[0]))
        if _personal(leaf) and (ten := _TEN_IN_PARTS.search(leaf.text)):
            yield file.pen.at("cpr", leaf.path, part=ten[0], value=masked(ten[0]))


def _private(name: str, line: int, hit: re.Match[str], code: str) -> Problem:
    return Problem(
        name,
        line,
        hit.start() + 1,
        code,
        (f"line {line}", hit.start()),
        masked(hit[0]),
        (),
        len(hit[0]),
    )


def _personal(leaf: Leaf) -> bool:
    return "kontakt" in leaf.path or any(step in _PERSONAL for step in leaf.path[-2:])


def ten_digits(file: File) -> Iterator[Problem]:
    """Ten digits in a text may be a CPR number; behind `konto` or `reg.` they hardly are."""
    for leaf in file.leaves:
        hit = _TEN_DIGITS.search(leaf.text)
        if hit and not _ACCOUNT.search(leaf.text[: hit.start()]) and leaf.kind != "link":
            yield file.pen.at("ten-digits", leaf.path, part=hit[0], value=masked(hit[0]))


def private_mails(file: File) -> Iterator[Problem]:
    """A mail at a provider for private people hardly is the club's."""
    for leaf in file.leaves:
        if _PRIVATE.search(leaf.text):
            yield file.pen.at("private-mail", leaf.path, value=masked(leaf.text))


def invented(file: File) -> Iterator[Problem]:
    """Nobody of the public is sent to a telephone or a mail that was copied from an example."""
    if file.context.public:
        yield from _of_examples(file, "public-invented")


def copied(file: File) -> Iterator[Problem]:
    """Once the clubs are real, an example's telephone or mail is told of; the public never sees it."""
    if file.context.real and not file.context.public:
        yield from _of_examples(file, "public-copied")


def _of_examples(file: File, code: str) -> Iterator[Problem]:
    for leaf in file.leaves:
        if hit := INVENTED.search(leaf.text):
            yield file.pen.at(code, leaf.path, part=hit[0], value=hit[0])


_FIRST_NAMES = frozenset((
    "Anders", "Anette", "Anna", "Anne", "Annette", "Arne", "Asger", "Bente", "Bent", "Berit",
    "Birgit", "Birgitte", "Birthe", "Bjarne", "Bodil", "Brian", "Britta", "Camilla", "Carl",
    "Charlotte", "Christian", "Christina", "Claus", "Dorte", "Dorthe", "Ebbe", "Egon", "Ejner",
    "Elin", "Else", "Emil", "Emma", "Erik", "Erling", "Eva", "Finn", "Flemming", "Freja", "Frede",
    "Gerda", "Gitte", "Grethe", "Gunnar", "Gurli", "Hanne", "Hans", "Heidi", "Helge", "Helle",
    "Henning", "Henrik", "Ida", "Inga", "Inge", "Inger", "Irene", "Jakob", "Jan", "Jane", "Janne",
    "Jens", "Jesper", "Jette", "Johannes", "John", "Jonas", "Jytte", "Jørgen", "Jørn", "Kaj",
    "Karen", "Karin", "Kasper", "Kim", "Kirsten", "Kjeld", "Klaus", "Knud", "Kristian",
    "Kristine", "Kurt", "Lars", "Laura", "Leif", "Lene", "Line", "Lis", "Lisbeth", "Lise", "Lone",
    "Louise", "Mads", "Maja", "Maren", "Margit", "Margrethe", "Maria", "Marianne", "Marie",
    "Martin", "Mathias", "Merete", "Mette", "Michael", "Mikkel", "Mogens", "Morten", "Nanna",
    "Niels", "Ole", "Oluf", "Palle", "Peder", "Peter", "Pia", "Poul", "Preben", "Rasmus", "Rikke",
    "Rita", "Ruth", "Sanne", "Sara", "Signe", "Simon", "Sofie", "Steen", "Sten", "Susanne",
    "Svend", "Søren", "Thomas", "Tina", "Tine", "Tom", "Tove", "Troels", "Ulla", "Verner",
    "Vibeke", "Viggo", "Yrsa", "Yvonne", "Aage", "Åse", "Åge",
))  # fmt: skip
_SURNAME = re.compile(r"\b[A-ZÆØÅ][a-zæøå]{2,}s[eo]n\b")
# Among other words "Prisen" and "Pausen" are no surnames, so that one asks for a name in front.
_FULL_NAME = re.compile(r"\b[A-ZÆØÅ][a-zæøå]+ (?:[A-ZÆØÅ]\.? )?[A-ZÆØÅ][a-zæøå]{2,}s[eo]ns?\b")
_TO_MEET = re.compile(
    r"\b(?:ring|skriv|mail|spørg|sig|kontakt|mød|find|hos|leder\w*|formand\w*|tovholder\w*|instruktør\w*)"
    r"(?: (?:til|efter|på|er|hedder|med))*:? (?:[A-ZÆØÅ]\w+ )?$",
    re.IGNORECASE,
)
_OF_A_NAME = re.compile(r"-| (?:[A-ZÆØÅ]|\d)")
_WORD = re.compile(r"\b[A-ZÆØÅ][a-zæøå]+")
_PROSE = frozenset(("om", "første_gang", "medbring", "vilkår"))
_WITH_WORDS = frozenset(("leader", "way", "contact", "phone"))


def names(file: File) -> Iterator[Problem]:
    """Where a role should stand, nothing looks like a person's name; nor among the words round it."""
    for leaf in file.leaves:
        role = _role(leaf)
        name = role if role and looks_like_a_name(role) else _name_within(leaf)
        if name:
            yield file.pen.at("name-not-role", leaf.path, part=name, value=name)


def _name_within(leaf: Leaf) -> str:
    """The name in a text that tells whom one meets: who leads, whom to ask, and what the team is called."""
    keys = [step for step in leaf.path if isinstance(step, str)]
    note = "kontakt" in keys and keys[-1] in {"note", "træffes"}
    if keys[-1] in _PROSE:
        return next((hit[0] for hit in _FULL_NAME.finditer(leaf.text) if _is_person(hit)), "")
    if not (leaf.kind in _WITH_WORDS or note or keys[-1] == "også_kaldt"):
        return ""
    if full := _FULL_NAME.search(leaf.text):
        return full[0]
    words = _WORD.findall(leaf.text)
    return next((w for w in words if {w, w.removesuffix("s")} & _FIRST_NAMES), "")


def _is_person(hit: re.Match[str]) -> bool:
    """Somebody one is to ring or ask for; not a composer, a street or a prize that bears a name."""
    before, after = hit.string[: hit.start()], hit.string[hit.end() :]
    return bool(_TO_MEET.search(before)) and not _OF_A_NAME.match(after)


def _role(leaf: Leaf) -> str:
    """The part of a text that should be a role."""
    if leaf.kind == "attestation":
        found = ATTESTATION.match(leaf.text)
        return (found[1].groupdict().get("by") or "") if found else ""
    keys = [step for step in leaf.path if isinstance(step, str)]
    return leaf.text if keys[-1] in {"rolle", "ansvarlig"} else ""


def looks_like_a_name(text: str) -> bool:
    """A first name everybody knows, or a surname in -sen."""
    return bool(_SURNAME.search(text)) or not _FIRST_NAMES.isdisjoint(re.findall(r"\w+", text))
