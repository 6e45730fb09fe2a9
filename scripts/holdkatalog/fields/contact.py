"""The fields under `kontakt`: a role, the club's phone and mail, never a person."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from holdkatalog.fields import shared
from holdkatalog.fields.key import Key, Table, choice, one, text
from holdkatalog.grammar.facts import PURPOSES

FIELDS: Final = Table(
    name="contact-fields",
    where="En kontakt (kontakt)",
    help="Hvem man ringer eller skriver til.",
    keys=(
        Key(
            name="rolle",
            title="Rolle",
            help="Hvem man kommer til at tale med. En rolle eller et sted, ikke et navn.",
            examples=["holdlederen", "Visitationen i kommunen"],
            absent="'Kontakt til' og foreningens navn.",
            rules=text(80),
            group="Kontakt",
            ask="Hvem taler man med?",
            hint="Skriv en rolle eller et sted, ikke et navn.",
        ),
        Key(
            name="telefon",
            title="Telefon",
            help="Foreningens telefon. Otte cifre. Et udenlandsk nummer begynder med + og landets kode.",
            examples=["12 34 56 78"],
            absent="Ingen knap til at ringe.",
            rules=one("phone"),
            group="Kontakt",
            ask="Hvilket nummer kan man ringe på?",
            hint="Brug foreningens nummer. Et udenlandsk nummer begynder med + og landets kode.",
        ),
        Key(
            name="mail",
            title="Mail",
            help="Foreningens mail, ikke en privat.",
            examples=["kontakt@example.org"],
            absent="Ingen knap til at skrive.",
            rules=one("mail"),
            group="Kontakt",
            ask="Hvilken mail kan man skrive til?",
            hint="Brug foreningens mail, ikke en privat.",
        ),
        replace(
            shared.LINK,
            help="Hvis man skal bruge en side, fx til tilmelding.",
            examples=["https://www.example.org/tilmelding"],
            group="Kontakt",
            ask="Skal man bruge en hjemmeside?",
            hint="Fx en side, hvor man melder sig til.",
        ),
        Key(
            name="træffes",
            title="Træffes",
            help="Hvornår det er bedst at ringe.",
            examples=["Hverdage 9-14", "Efter kl. 17, gerne sms"],
            absent="Ingenting.",
            rules=text(120),
            group="Kontakt",
            ask="Hvornår er det bedst at ringe?",
            hint="Skriv dage og klokkeslæt.",
        ),
        Key(
            name="til",
            title="Til hvad",
            help=(
                "Kun hvis kontakten er til noget bestemt: tilmelding, eller fagfolk (læger, "
                "brobyggere)."
            ),
            examples=list(PURPOSES),
            absent="Kontakten er til alle.",
            rules=choice(*PURPOSES),
            group="Kontakt",
            ask="Er kontakten til noget bestemt?",
            hint="Vælg kun noget, hvis den kun er til tilmelding eller kun til læger og andre fagfolk.",
        ),
        replace(shared.NOTE, examples=["Læg en besked, så ringer vi op"], group="Kontakt"),
    ),
)
