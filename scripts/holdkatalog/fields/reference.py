"""The page where a volunteer looks a key up: every key, what it means, and what is shown without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from holdkatalog.fields.build import TABLES
from holdkatalog.fields.content import FILES, INNER
from holdkatalog.fields.key import Key, Table
from holdkatalog.fields.lexicon import ENTRIES, VOCABULARY
from holdkatalog.fields.lists import MAP
from holdkatalog.vocabulary import Concept, Vocabulary

_HEAD: Final = """\
<!-- Siden er lavet af programmet. Ret i scripts/holdkatalog/fields/, og kør `make schema`. -->
# Alle felter

Her kan du slå et felt op. Du behøver ikke læse det hele: en forening klarer sig med `forening`,
`kontakt` og `hold`, og et hold med `navn`, `aktivitet`, `for`, `tid`, `sted`, `pris` og `tilmelding`.

1. Et fast ord eller et tal er noget, siden kan regne med. En sætning med stort begyndelsesbogstav
   vises, som den står.
2. Efter et komma kan du skrive med egne ord.
3. Ved du det ikke, så lad linjen være væk, eller skriv `ukendt`. Så skriver siden "Spørg os".
4. Skriv én ting eller flere.
5. Det nærmeste gælder: den enkelte tid, så holdet, så foreningen.
"""
_QUESTIONS: Final = """\
## Spørgsmålene (under godt_at_vide)

Svar ja, nej eller ukendt, og gerne mere efter et komma. De fede vises altid: står svaret der ikke,
skriver siden "Spørg os". Kommunen kan lægge flere spørgsmål til.
"""
_TEMPLATES: Final = """\
## Skabelonerne (under skabelon)

Skriver et hold en af dem, får det linjerne her. Retter nogen en skabelon, er den rettet på alle de hold.

1. Det, du selv skriver, gælder frem for skabelonen. `ukendt` tager en linje væk.
2. Under `godt_at_vide` gælder det for hvert spørgsmål: først holdets svar, så stedets, så skabelonens.
3. Hvornår, hvor, hvem man ringer til, og hvad det koster, skriver du altid selv.
"""
# A number with decimals is only what YAML makes of a clock or a date.
_KINDS: Final = {
    "string": "tekst",
    "integer": "tal",
    "number": "tekst",
    "object": "felter",
    "array": "liste",
}


def reference(vocabulary: Vocabulary) -> str:
    """The page in Markdown: the tables of a club's file, the questions, and the municipality's files."""
    return "\n".join(
        (
            _HEAD,
            *(_table(table) for table in TABLES),
            _questions(vocabulary),
            _concepts(vocabulary),
            "## Kommunens filer\n",
            *(_table(table, level=3) for table in (*FILES, *INNER, VOCABULARY, *ENTRIES)),
            _table(MAP),
        )
    )


def _table(table: Table, *, level: int = 2) -> str:
    rows = (_row(key) for key in table.keys)
    head = (
        "| felt | hvad det er | skrives som | står det ikke der | eksempel |",
        "|---|---|---|---|---|",
    )
    return "\n".join((f"{'#' * level} {table.where}\n", f"{table.help}\n", *head, *rows, ""))


def _row(key: Key) -> str:
    spared = f", medmindre der står `{key.unless}`" if key.unless else ""
    must = f"**skal med**{spared}" if key.required else key.absent
    cells = (f"`{key.name}`", key.help, _kind(key), must, _examples(key))
    return _cells(cells)


def _examples(key: Key) -> str:
    """The first, and every other that fits on a line: a form that stands nowhere is never written."""
    others = (each for each in key.examples[1:] if not isinstance(each, Mapping | list))
    return "<br>".join(_example(each) for each in (key.examples[0], *others))


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _kind(key: Key) -> str:
    """The ways a value may be written; a part that is all fields refers to its own table."""
    types = key.rules.get("type", "object")
    names = types if isinstance(types, list) else [types]
    return ", ".join(dict.fromkeys(_KINDS[str(name)] for name in names if name != "null"))


def _example(value: object) -> str:
    """One line as it may be typed: a list and fields are told apart, as they stand below each other."""
    if isinstance(value, Mapping):
        return "<br>".join(_lines(value, 0))
    if isinstance(value, list):
        return "<br>".join(_item(item) for item in value)
    return f"`{value}`"


def _item(value: object) -> str:
    if isinstance(value, Mapping):
        first, *rest = _lines(value, 1)
        return "<br>".join((f"`- {first.strip('`').strip()}`", *rest))
    return f"`- {value}`"


def _lines(value: Mapping[str, object], depth: int) -> Iterator[str]:
    for key, inner in value.items():
        indent = "\N{NO-BREAK SPACE}" * (2 * depth)
        if isinstance(inner, Mapping):
            yield f"`{indent}{key}:`"
            yield from _lines(inner, depth + 1)
        elif isinstance(inner, list):
            yield f"`{indent}{key}:`"
            yield from (f"`{indent}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}- {each}`" for each in inner)
        else:
            yield f"`{indent}{key}: {inner}`"


def _questions(vocabulary: Vocabulary) -> str:
    """The questions by their groups; the ten that are always shown are marked."""
    head = ("| felt | når svaret er ja | hjælp | eksempel |", "|---|---|---|---|")
    parts = [_QUESTIONS]
    for group in vocabulary.question_groups.values():
        rows = (
            _cells(
                (
                    f"**`{one.key}`**" if one.featured else f"`{one.key}`",
                    one.yes,
                    one.help,
                    _example(one.example),
                )
            )
            for one in vocabulary.questions.values()
            if one.group == group.id
        )
        parts.append("\n".join((f"### {group.name}\n", *head, *rows, "")))
    return "\n".join(parts)


def _concepts(vocabulary: Vocabulary) -> str:
    """The templates with what each gives."""
    head = ("| skabelon | navn | giver |", "|---|---|---|")
    rows = (
        _cells(
            (
                f"`{one.id}`",
                _named(one),
                "<br>".join(f"`{key}`: {_said(value)}" for key, value in one.given.items()),
            )
        )
        for one in vocabulary.concepts.values()
    )
    return "\n".join((_TEMPLATES, *head, *rows, ""))


def _said(value: object) -> str:
    """A value in the middle of a row, whatever it is made of."""
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {text}" for key, text in value.items())
    if isinstance(value, list):
        return "; ".join(value)
    return " ".join(str(value).split())


def _named(concept: Concept) -> str:
    name = f"[{concept.name}]({concept.link})" if concept.link else concept.name
    return f"{name}, {concept.association}" if concept.association else name
