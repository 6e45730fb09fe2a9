"""The words the catalogue is sorted by: illnesses, audiences, activities, questions, languages, areas and holidays.

The engine's own stand in schema/vocabulary/, the municipality's in content/. Nothing here opens a
file: values go in as `Document.values` gives them, checked against their schema.
"""

from holdkatalog.vocabulary.merging import merged
from holdkatalog.vocabulary.things import (
    Activity,
    Area,
    Audience,
    Concept,
    Condition,
    Freshness,
    Group,
    Holidays,
    Language,
    Link,
    Municipality,
    OpenActive,
    Question,
)
from holdkatalog.vocabulary.values import municipality, vocabulary
from holdkatalog.vocabulary.words import Terms, Vocabulary, lay_words

__all__ = [
    "Activity",
    "Area",
    "Audience",
    "Concept",
    "Condition",
    "Freshness",
    "Group",
    "Holidays",
    "Language",
    "Link",
    "Municipality",
    "OpenActive",
    "Question",
    "Terms",
    "Vocabulary",
    "lay_words",
    "merged",
    "municipality",
    "vocabulary",
]
