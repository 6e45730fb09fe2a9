"""Write a municipality of any size: invented clubs, as long and as varied as real ones, the same every time.

python tests/bench/generate.py OFFERS FOLDER writes FOLDER/clubs/*.yaml with OFFERS offers in all.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from holdkatalog.danish import slug

TOWNS = {
    "Nykøbing Sj": "4500",
    "Hørve": "4534",
    "Fårevejle": "4540",
    "Asnæs": "4550",
    "Vig": "4560",
    "Grevinge": "4571",
    "Nørre Asmindrup": "4572",
    "Højby": "4573",
    "Rørvig": "4581",
    "Sjællands Odde": "4583",
}
KINDS = ("Idrætsforening", "Gymnastik", "Motion", "Svøm", "Seniorer", "Lungekor", "Hjertevenner")
ACTIVITIES = ("stavgang", "gaature", "stolegymnastik", "vandgymnastik", "yoga", "kor", "petanque")
NAMES = (
    "Rolig start",
    "Kom i gang",
    "Formiddagsholdet",
    "Venneholdet",
    "Let og godt",
    "Torsdagsflokken",
)
CONDITIONS = ("kol", "astma", "hjertesygdom", "type-2-diabetes", "slidgigt", "parkinson", "kraeft")
DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag")
PRICES = (
    "gratis",
    "50 kr. pr. gang",
    "600 kr. pr. sæson",
    "200 kr. pr. halvår, kaffe er med",
    "ukendt",
)
WAYS = ("mød op", "ring først", "tilmeld dig senest dagen før", "henvisning fra egen læge")
EFFORTS = ("let", "middel", "eget tempo")
ANSWERS = ("ja", "nej", "ukendt", "ja, spørg holdlederen")
QUESTIONS = ("trinfri", "toilet", "parkering", "siddende", "pauser", "ilt", "tag_en_med", "kaffe")
SENTENCES = (
    "Vi begynder stille og roligt, og du bestemmer selv, hvor meget du giver den.",
    "Holdlederen viser dig rundt, og der er altid en, du kan gå ved siden af.",
    "Bagefter drikker vi kaffe og taler om alt muligt andet end sygdom.",
    "De fleste af os kom alene den første gang, og det gik helt fint.",
    "Du kan sidde over, når du vil, og ingen spørger hvorfor.",
    "Vi deler os i to grupper, så alle kan være med i deres eget tempo.",
    "Har du brug for en stol, ilt eller en hjælper, så finder vi ud af det.",
    "Om sommeren er vi ude, og om vinteren er vi i den lille sal.",
)


def offer(draw: random.Random, number: int, town: str) -> list[str]:
    """The lines of one offer."""
    fits = ", ".join(draw.sample(CONDITIONS, draw.randint(1, 3)))
    hour = draw.randint(8, 18)
    lines = [
        f"  hold-{number}:",
        f"    navn: {draw.choice(NAMES)} i {town}",
        f"    aktivitet: {draw.choice(ACTIVITIES)}",
        f"    for: [{fits}]",
        f"    om: {' '.join(draw.sample(SENTENCES, 6))}",
        f"    første_gang: {draw.choice(SENTENCES)}",
        "    tid:",
    ]
    lines += [
        f"      - {day} {hour}.00-{hour + 1}.30" for day in draw.sample(DAYS, draw.randint(1, 2))
    ]
    lines += [
        "    periode: september til april",
        f"    sted: Hallen, Skolevej {draw.randint(1, 90)}, {TOWNS[town]} {town}",
        f"    pris: {draw.choice(PRICES)}",
        f"    tilmelding: {draw.choice(WAYS)}",
        f"    anstrengelse: {draw.choice(EFFORTS)}",
        "    godt_at_vide:",
    ]
    lines += [f"      {q}: {draw.choice(ANSWERS)}" for q in draw.sample(QUESTIONS, 5)]
    return [*lines, "    status: åben"]


def club(draw: random.Random, number: int, offers: int) -> tuple[str, str]:
    """A club's id and its file."""
    town = draw.choice(tuple(TOWNS))
    name = f"{town} {draw.choice(KINDS)} {number}"
    head = [
        f"forening: {name}",
        "kontakt: 12 34 56 78",
        f"bekræftet: {draw.randint(1, 28)}. {draw.choice(('september', 'oktober'))} 2026 af formanden",
        "ansvarlig: sekretæren",
        "fri: [skoleferier, helligdage]",
        "",
        "hold:",
    ]
    lines = [line for i in range(1, offers + 1) for line in offer(draw, i, town)]
    return slug(name), "\n".join([*head, *lines, ""])


def write(folder: Path, offers: int, seed: int = 1) -> int:
    """Write the clubs and tell how many they are."""
    draw = random.Random(seed)  # noqa: S311 - invented clubs, the same every time, are no secret
    (folder / "clubs").mkdir(parents=True)
    clubs = 0
    while offers:
        clubs += 1
        size = min(offers, draw.randint(1, 5))
        club_id, text = club(draw, clubs, size)
        (folder / "clubs" / f"{club_id}.yaml").write_text(text, "utf-8")
        offers -= size
    return clubs


if __name__ == "__main__":
    sys.stdout.write(f"{write(Path(sys.argv[2]), int(sys.argv[1]))} clubs\n")
