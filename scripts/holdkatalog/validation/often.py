"""Remedies for how often: a rhythm with a weekday behind it is no "every" of that day."""

from __future__ import annotations

import re

from holdkatalog.danish import capital
from holdkatalog.grammar.when import SESSION
from holdkatalog.grammar.words import COUNT, DAY, NUMBERS
from holdkatalog.reading.numbers import count
from holdkatalog.validation.guide import Leaf
from holdkatalog.validation.pen import Pen
from holdkatalog.validation.remedy import Own

OFTEN = re.compile(rf"({COUNT}) gange? .*?(uge)?n?", re.IGNORECASE)


def often(pen: Pen, leaf: Leaf, found: re.Match[str]) -> Own:
    """`to gange om måneden, mandag` is no "hver mandag"; `to gange om ugen, mandag og torsdag` is both days."""
    days = leaf.text.strip()[len(found[0]) :].strip(" ,")
    if found[2] and SESSION.match(days) and len(re.findall(DAY, days)) == count(found[1]):
        return Own("", {"line": pen.line(leaf.path, days)})
    words = {str(number): word for word, number in reversed(NUMBERS.items())}
    said = words.get(found[1], found[1])
    sentence = capital(said + leaf.text.strip()[len(found[1]) :])
    offered = SESSION.is_sentence(sentence) and sentence != leaf.text
    return Own("", {"line": pen.line(leaf.path, sentence)} if offered else {})
