"""What people write, and how the fixed phrases spell it: tried in order, kept only when it can be read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from holdkatalog.danish import MONTHS

Rewrite = tuple[re.Pattern[str], str]


def _rewrites(*pairs: tuple[str, str]) -> tuple[Rewrite, ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), text) for pattern, text in pairs)


ANY: tuple[Rewrite, ...] = _rewrites(
    (r"\s+", " "), (r"^[\s,.;:-]+|[\s,;:!?]+$", ""), (r"\s+,", ","), (r",(?=[^\s\d-])", ", ")
)
_LEVEL = "ingen|let|middel|hård|moderat"
_TO = " ?(?:/|-| til | og ) ?"
_TRAINED = "(?:(?:fysio|ergo)terapeut|sygeplejerske|diætist|læge|psykolog)(?:e?n|er|erne|ne)?"
_NO_DOT = (rf"\b(\d{{1,2}}) (?=(?:{'|'.join(m[:3] for m in MONTHS)})[a-z.]*(?: |$))", r"\1. ")
# "anden tirsdag" may be every other one.
_NTH = "(?:første|tredje|fjerde|sidste)"
_ORDINALS = tuple(
    (rf"^{n}\. (?=\w*dag i )", f"{word} ")
    for n, word in enumerate(("første", "anden", "tredje", "fjerde"), 1)
)
OWN: Mapping[str, tuple[Rewrite, ...]] = MappingProxyType(
    {
        "session": _rewrites(
            (r"^(.*?) hver (\d{1,2}\.|anden|tredje|fjerde) uge\b", r"hver \2 \1"),
            (r"^(\w+) (?:kun )?(u?lige uger)\b", r"\1 i \2"),
            *_ORDINALS,
            (r"^hver (?=(?:første|sidste) )", ""),
            (rf"^((?:den )?{_NTH}(?: og (?:anden|{_NTH}))? \w+dag)(?= \d| kl|,|$)", r"\1 i måneden"),
            (r"(\d) (i (?:hal|sal|lokale|rum|bane) \d{1,3}[a-z]?)$", r"\1, \2"),
            (r"^(\w+dag)e?\s*/\s*(\w+dag)", r"\1 og \2"),
            (r"(\d)\s*(?:-->|->|/|~|—|−)\s*(\d)", r"\1-\2"),
            (r"\b(\d{1,2}) ?[hH]\b", r"\1"),
        ),
        "date": _rewrites(_NO_DOT),
        "day": _rewrites(_NO_DOT, *_ORDINALS),
        "clock": _rewrites((r"(\d)\s*(?:og|/|~|—|−)\s*(\d)", r"\1-\2")),
        "period": _rewrites(
            _NO_DOT, (r"(\w)\s*(?:/|—|−|->)\s*(\w)", r"\1-\2"), (r"\bfra og med\b", "fra"),
            (r"\buger (\d)", r"uge \1"),
        ),
        "breaks": _rewrites(_NO_DOT, (r"\bskolernes ferier?\b", "skoleferier"), (r"\buger (\d)", r"uge \1")),
        "times": _rewrites((r"^(?:i alt )?(\w+) (?:\w+dage|lektioner|aftener|møder)$", r"\1 gange")),
        "price": _rewrites(
            (r"^0(?: ?kr\.?)?$", "gratis"),
            (r"^(\d[\d.,]*)$", r"\1 kr. pr. gang"),
            (r"(kr\.?|,-) (?:gangen|hver gang)\b", r"\1 pr. gang"),
            (r"^(\d[\d.,]*) (pr\.?|per|om|for)(?= )", r"\1 kr. \2"),
            (r"(\d) ?(?:dkk|kroner|kr\.?)? ?/ ?", r"\1 kr. pr. "),
            (r"\bkr\.?(?=[^\s.,a-zæøå])", "kr. "),
            (r"(kr\.?|,-) (?!pr|per|om|i\b|for)(?=gang|måned|år|sæson|halvår|uge|person|par)", r"\1 pr. "),
            (r"\bpr\. pr\.", "pr."),
        ),
        "seats": _rewrites((r"^(\d+) (?:mand|stk\.?|borgere|stole|hold)$", r"\1 pladser"), (r"^plads til ", "")),
        "limit": _rewrites(
            (r"^\+ ?(\d+)", r"\1+"), (r"^fra (\d+) år$", r"\1+"), (r"^(\d{2,3})$", r"\1+"),
            (r"^(?:kun )?for ", ""), (r"^man skal være (?:mindst )?(\d+)(?: år)?$", r"\1+"),
        ),
        "link": _rewrites((r"^(?:https?:/?)?(?://)?(www\.\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?)$", r"https://\1")),
        "phone": _rewrites((r"^(?:tlf|telefon|mobil)\.?:? ?", "")),
        "contact": _rewrites((r"^(?:tlf|telefon|mobil|mail|e-mail)\.?:? ?", "")),
        "mail": _rewrites((r"\s*\(?(?:snabel-?a|\bat\b)\)?\s*", "@")),
        "attestation": _rewrites(
            _NO_DOT, (r"^(.*\d{4}),? (?:ved )?(?!af\b)(?=[a-zæøå])", r"\1 af "), (r"^(?:den|d\.) ", ""),
        ),
        "notice": _rewrites(_NO_DOT, (r"^(til .*?\d{4}):? (?!,)", r"\1, "), (r"^indtil ", "til ")),
        "answer": _rewrites(
            (r"^(ja|nej|ukendt)[.;:-]+$", r"\1"), (r"^(ja|nej|ukendt) ?[.;:-]+ ?", r"\1, "),
            (r"^(ja|nej|ukendt) ?\((.*)\)$", r"\1, \2"),
        ),
        "address": _rewrites((r",?\s+(?:dk-)?(?=\d{4} )", ", "), (r"^(.*\d{4} )([a-zæøå])", r"\1\2")),
        "place": _rewrites((r"^(online|telefon|hjemme) (?!hos dig)(?=\S)", r"\1, ")),
        "walk": _rewrites(
            (r"^(\d[\d,.]*)$", r"\1 km"), (r"(\d) ?½", r"\1,5"), ("½", "0,5"),
            (r"\b(\d{1,2})\.(\d{3}) ?(?=m)", r"\1\2 "),
        ),
        "effort": _rewrites(
            (r"^(?:i )?(?:stille og rolig|roligt?)(?:t)?(?: tempo)?(?=,|$)", "let"),
            (rf"^(?:fra )?hård{_TO}(ingen|let|middel|moderat)$", r"fra \1 til hård"),
            (rf"^(?:fra )?(middel|moderat){_TO}(ingen|let)$", r"fra \2 til \1"),
            (rf"^(?:fra )?let{_TO}ingen$", "fra ingen til let"),
            (rf"^({_LEVEL}){_TO}(?!\1$)({_LEVEL})$", r"fra \1 til \2"),
        ),
        "leader": _rewrites(
            (rf"^((?:en |to |vores )?{_TRAINED}(?=,| |$)(?!.*(?:frivillig|deltager)).*)$", r"fagperson, \1"),
        ),
        "way": _rewrites(
            (r"^(?:ingen tilmelding|tilmelding)(?: er)? (?:ikke |u)nødvendigt?(?=,|$)", "mød op"),
            (r"^tilmelding(?: er)? (?:nødvendig|påkrævet)t?(?=,|$)", "tilmeld dig"),
            (r"^ingen tilmelding(?: er)? nødvendigt?(?=,|$)", "mød op"),
            (r"^tilmeld(?! dig)\b", "tilmeld dig"), (r"^mød ?op\b", "mød op"),
        ),
        "status": _rewrites(
            (r"^(?:holdet|vi) (?=starter,? når)", ""),
            (r"^(?:der er |vi har |holdet er |vi er )", ""), (r"^ingen (?:ledige )?plads(?:er)?$", "fuld"),
            (r"^plads$", "åben"), (r"^(?:fuldt?|optaget|fyldt) hold$", "fuld"),
        ),
    }
)  # fmt: skip
"""By leaf, after what holds for any."""
