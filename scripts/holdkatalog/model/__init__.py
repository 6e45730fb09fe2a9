"""What a club's file means, whatever shorthand it was written in.

Frozen, and without defaults that invent facts: `None`, `()` and `""` mean that nothing is said.
`note` is always the volunteer's own words and may stand alone. Days are dates in
Europe/Copenhagen, money is counted in øre, lengths in metres, ages in years.
"""

from holdkatalog.model.club import (
    Club,
    Offer,
    Session,
)
from holdkatalog.model.parts import (
    Answer,
    Attestation,
    Contact,
    Effort,
    Fact,
    Fit,
    Leader,
    Limit,
    Notice,
    Photo,
    Place,
    Price,
    Seats,
    Served,
    State,
    Step,
    Walk,
)
from holdkatalog.model.when import (
    Clock,
    Dates,
    InWords,
    IsoWeeks,
    Monthly,
    Named,
    Often,
    OnDate,
    Span,
    Times,
    Weekly,
    Weeks,
    When,
    Yearly,
)

__all__ = [
    "Answer",
    "Attestation",
    "Clock",
    "Club",
    "Contact",
    "Dates",
    "Effort",
    "Fact",
    "Fit",
    "InWords",
    "IsoWeeks",
    "Leader",
    "Limit",
    "Monthly",
    "Named",
    "Notice",
    "Offer",
    "Often",
    "OnDate",
    "Photo",
    "Place",
    "Price",
    "Seats",
    "Served",
    "Session",
    "Span",
    "State",
    "Step",
    "Times",
    "Walk",
    "Weekly",
    "Weeks",
    "When",
    "Yearly",
]
