"""The keys that become something in the model. Any other key the schema lets through is plain text.

So a new field of plain text costs no code: a line in the table of keys, its place in a template,
and an example.
"""

from __future__ import annotations

OF_A_CLUB = frozenset(
    {
        "forening", "slags", "landsforening", "om", "link", "cvr", "kontakt", "periode", "fri",
        "pris", "steder", "hold", "opslag", "foto", "bekræftet", "ansvarlig", "tidligere_id",
        "oversat",
    }
)  # fmt: skip
OF_AN_OFFER = frozenset(
    {
        "navn", "skabelon", "også_kaldt", "aktivitet", "slags", "for", "også_for", "vurderet", "om",
        "første_gang", "medbring", "tid", "periode", "fri", "gange", "sted", "opsamling", "område", "pris",
        "tilmelding", "kontakt", "kun_for", "pladser", "anstrengelse", "turlængde", "ledes_af",
        "godt_at_vide", "sprog", "sammen_med", "bagefter", "status", "opslag", "link", "foto",
        "bekræftet", "tidligere_id", "oversat",
    }
)  # fmt: skip
OF_A_TEMPLATE = frozenset(
    {
        "også_kaldt", "aktivitet", "slags", "for", "også_for", "om", "første_gang", "medbring",
        "vilkår", "kun_for", "anstrengelse", "turlængde", "ledes_af", "godt_at_vide", "link",
    }
)  # fmt: skip
"""What is the same wherever the idea is used; when, where, whom to ring and the price are the club's."""
