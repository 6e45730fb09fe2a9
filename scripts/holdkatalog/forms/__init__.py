"""The forms by which a club gets on the site and changes what stands there, made from the schema alone.

Labels, help, examples, choices and order are the schema's: a form, the paper, the check and the page of
all keys can't drift from each other.
"""

from holdkatalog.forms.attributes import ANOTHER, attributes, described
from holdkatalog.forms.case import case
from holdkatalog.forms.making import NEW, Forms, forms_of, questions_of
from holdkatalog.forms.questions import LEFT, Questions, left_of
from holdkatalog.forms.things import Field, Filled, Form, Option, Section
from holdkatalog.forms.values import (
    YES,
    Answered,
    answered,
    asked_in,
    at_once,
    folded,
    id_of,
    is_area,
    own_words,
    parted,
    slots,
    texts,
)
from holdkatalog.forms.ways import Ways, ways_of, wrong_ways
from holdkatalog.forms.words import words_of

__all__ = [
    "ANOTHER",
    "LEFT",
    "NEW",
    "YES",
    "Answered",
    "Field",
    "Filled",
    "Form",
    "Forms",
    "Option",
    "Questions",
    "Section",
    "Ways",
    "answered",
    "asked_in",
    "at_once",
    "attributes",
    "case",
    "described",
    "folded",
    "forms_of",
    "id_of",
    "is_area",
    "left_of",
    "own_words",
    "parted",
    "questions_of",
    "slots",
    "texts",
    "ways_of",
    "words_of",
    "wrong_ways",
]
