"""One address of each type of page, and of each state an offer's page can be in."""

from __future__ import annotations

OFFER = "hold/lungekor-odsherred/koret/"
PAGES = {
    "the front page": "",
    "the list": "hold/",
    "an offer": OFFER,
    "an offer with changing places": "hold/hjertevenner-odsherred/hjertetur/",
    "an offer of a season": "hold/cykling-for-to/rickshaw/",
    "an offer that is full": "hold/aftenskolen-odsherred/knae-og-hofte/",
    "an offer that is closed for a while": "hold/faarevejle-badminton/motion/",
    "an offer that is closed for good": "hold/faarevejle-badminton/petanque/",
    "an offer to confirm": "bekraeft/lungekor-odsherred/koret/",
    "the open data": "data/",
    "clubs": "forening/",
    "a club": "forening/hjertevenner-odsherred/",
    "conditions": "sygdom/",
    "a condition": "sygdom/kol/",
    "a condition in an area": "sygdom/kol/vig/",
    "a condition where it has nothing": "sygdom/muskelsvind/vig/",
    "a weekday": "dag/tirsdag/",
    "what is free": "gratis/",
    "areas": "omraade/",
    "an area": "omraade/vig/",
    "activities": "aktivitet/",
    "an activity": "aktivitet/gaature/",
    "courses": "forloeb/",
    "a course": "forloeb/kol-forloeb/",
    "an ordinary page": "om/",
    "the bridge-builder": "brobygger/",
    "the guide for clubs": "for-foreninger/",
    "what we don't measure": "privatliv/",
    "accessibility": "was/",
    "no page": "404.html",
}
