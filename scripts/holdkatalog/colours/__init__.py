"""A municipality's own colours, held to what everybody can see: the pairs that the pages use.

A page has the shipped tokens with the municipality's laid over them, once in light and once in
dark. A colour that is given for light only stands in the dark as well, for what comes last in a
style sheet wins: that is why both are measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from holdkatalog.colours.pairs import PAIRS, TEXT, Pair
from holdkatalog.colours.shades import mended
from holdkatalog.colours.sheet import Sheet, Token, read
from holdkatalog.errors import Problem

__all__ = ["PAIRS", "TEXT", "check", "read", "shown"]

_VIEWS = (("lyse", False), ("mørke", True))


def standing(*sheets: Sheet, dark: bool) -> dict[str, Token]:
    """The tokens that count when the sheets are read one after the other, by their names."""
    tokens = (token for sheet in sheets for token in sheet.tokens)
    return {token.name: token for token in tokens if dark or not token.dark}


def shown(*sheets: Sheet, dark: bool) -> dict[str, str]:
    """The colour of each token when the sheets are read one after the other."""
    return {name: token.colour for name, token in standing(*sheets, dark=dark).items()}


def check(text: str, *, file: str, shipped: Sheet) -> tuple[Problem, ...]:
    """What is wrong in the municipality's colours; `file` is what the Problems call it."""
    own = read(text, file)
    problems = (*own.problems, *_unknown(own, shipped))
    if problems:
        return problems
    found = (p for view, dark in _VIEWS for p in _pale(own, shipped, view=view, dark=dark))
    return tuple(sorted(found))


def _unknown(own: Sheet, shipped: Sheet) -> Iterator[Problem]:
    """Names that no page asks for, and values that are no colour of six digits."""
    known = sorted({token.name for token in shipped.tokens if token.colour})
    for token in own.tokens:
        if token.name not in known:
            yield token.problem("unknown-colour", token.name, list=", ".join(known))
        elif not token.colour:
            yield token.problem("no-colour", token.value)


def _pale(own: Sheet, shipped: Sheet, *, view: str, dark: bool) -> Iterator[Problem]:
    """One Problem for each of the municipality's colours that can't be told from another."""
    colours, theirs = shown(shipped, own, dark=dark), standing(own, dark=dark)
    blamed: dict[str, list[Pair]] = {}
    for pair in PAIRS:
        at_fault = next((name for name in pair.names if name in theirs), None)
        if at_fault and pair.ratio(colours) < pair.least:
            blamed.setdefault(at_fault, []).append(pair)
    for name, pairs in blamed.items():
        token = theirs[name]
        yield _told(token, pairs, colours, view=view, fix=_fix(token, colours, shipped, dark=dark))


def _told(
    token: Token, pairs: list[Pair], colours: Mapping[str, str], *, view: str, fix: str
) -> Problem:
    """The pair that is furthest from what it should be says it for all."""
    worst = min(pairs, key=lambda pair: pair.ratio(colours) / pair.least)
    return token.problem(
        "pale-colour",
        token.value,
        view=view,
        fore=" og ".join(worst.fore),
        ground=worst.ground,
        ratio=_number(worst.ratio(colours)),
        least=_number(worst.least),
        fix=fix,
    )


def _fix(token: Token, colours: Mapping[str, str], shipped: Sheet, *, dark: bool) -> str:
    """A line that mends it: the colour that the theme has for the dark, or the nearest shade."""
    pairs = [pair for pair in PAIRS if token.name in pair.names]
    if dark and not token.dark:
        ours = shown(shipped, dark=True)[token.name]
        if all(pair.ratio({**colours, token.name: ours}) >= pair.least for pair in pairs):
            line = f"{token.name}: {ours};"
            return f"@media (prefers-color-scheme: dark) {{ :root {{ {line} }} }}"
    shade = mended(token.name, colours, pairs)
    return f"{token.name}: {shade};" if shade else ""


def _number(value: float) -> str:
    """With one decimal and a comma, rounded down so that 4.49 never reads as enough."""
    tenths = int(value * 10)
    return f"{tenths // 10},{tenths % 10}"
