"""Lines to paste for prices: nobody's price and no condition may be lost on the way."""

from __future__ import annotations

import re

from holdkatalog.grammar.facts import PRICE, THINGS
from holdkatalog.grammar.phrase import either
from holdkatalog.grammar.words import KR
from holdkatalog.validation.guide import Leaf
from holdkatalog.validation.near import corrected
from holdkatalog.validation.pen import Pen, plain
from holdkatalog.validation.remedy import Facts, Own

_PEOPLE = either(
    "andre", "medlemmer", "ikke-medlemmer", "gæster", "pårørende", "pensionister", "børn", "voksne",
    "par", "ledsagere",
)  # fmt: skip
_BARE = re.compile(rf"(?!plus)[^,]*{KR}(?!.* for |.*,).*", re.IGNORECASE)
_IF = re.compile(r"(?:men )?(?:kun )?(?:hvis|når|for|til|som|ved|såfremt|forudsat|kræver)\b")
_SMALL = re.compile(r"\b(?:men|dog|og|eller|så|betaler|det|er|der|koster|for|til)\b", re.IGNORECASE)
_SMALL_AHEAD = re.compile(r"^(?:(?:men|dog|og|eller|så|for|til) )+", re.IGNORECASE)
_WHAT_FOR = re.compile(rf"(?P<sum>.*{KR}[^,]*?) (?:for|til) (?P<thing>{THINGS})\b(?P<rest>.*)")


def free(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """`gratis, hvis du er medlem` -> `gratis for medlemmer`; a free trial is a question."""
    condition = facts["condition"].lower()
    if re.search("første|start|begynd|prøve", condition):
        return Own("", {"extra": f"godt_at_vide:\n  prøv: ja, {plain(leaf.text.lower())}"})
    who = re.sub(r"^(?:men )?(?:kun )?(?:for|til) (?!og med)", "", condition)
    if who != condition and re.search(KR, condition):
        return _free_and_not(pen, leaf, who)
    if "medlem" in condition and _IF.match(condition):
        who = "medlemmer"
    elif who == condition or re.search(r"\d", who):
        return Own("", {})
    return Own("", {"line": pen.line(leaf.path, f"gratis for {who}")})


def _free_and_not(pen: Pen, leaf: Leaf, who: str) -> Own:
    """`gratis for medlemmer, andre 50 kr.` -> two lines."""
    free_for, _, others = who.partition(", ")
    others = re.sub("^ellers ", "andre ", others)
    return _lines(pen, leaf, f"gratis for {free_for}", _told(others))


def two_prices(pen: Pen, leaf: Leaf, facts: Facts) -> Own | None:
    """`gratis, dog kaffe 10 kr.` -> `gratis` and `plus 10 kr. for kaffe`.

    What stands between the two is a thing or people that we know, or no line is offered: `derefter`
    would be lost.
    """
    first, second = facts["first"], facts["second"]
    between = leaf.text.strip()[len(first) : -len(second)].strip(" ,")
    prices = _told(first), _told(f"{between} {second}".strip())
    # Free and not free says nothing, unless it's of something or somebody.
    quarrel = prices[0].lower() == "gratis" and _BARE.fullmatch(prices[1])
    return Own("", {}) if quarrel else _lines(pen, leaf, *prices)


def _lines(pen: Pen, leaf: Leaf, *prices: str) -> Own:
    return Own("", {"lines": pen.lines(leaf.path, *prices)} if all(prices) else {})


def _told(text: str) -> str:
    """The price as a line of its own; empty when something in it would be lost."""
    price = _SMALL_AHEAD.sub("", text)
    ahead, amount = _split(price)
    named = re.fullmatch(THINGS, ahead.strip(), re.IGNORECASE)
    name = ahead.strip() if named else _SMALL.sub("", ahead).strip()
    if re.fullmatch(THINGS, name, re.IGNORECASE):
        price = f"plus {_with(amount, name)}"
    elif re.fullmatch(_PEOPLE, name, re.IGNORECASE):
        price = _with(amount, name)
    elif found := _WHAT_FOR.fullmatch(price):
        price = f"plus {found['sum']} for {found['thing']}{found['rest']}"
    price = price if PRICE.match(price) else corrected("price", price)
    return price if len(re.findall(KR, price)) <= 1 else ""


def _split(price: str) -> tuple[str, str]:
    """What stands in front of the first number, and the rest."""
    at = re.search(r"\d", price)
    return (price[: at.start()], price[at.start() :]) if at else ("", price)


def _with(amount: str, name: str) -> str:
    """The amount and what, or whom, it is for, in front of its own words."""
    said, comma, note = amount.partition(", ")
    return f"{said} for {name.lower()}{comma}{note}"
