"""The letters to the clubs: what they say, how a mail program reads them, and when there is none."""

from __future__ import annotations

import email
import re
from dataclasses import replace
from email.message import EmailMessage
from email.policy import SMTP, default

import pytest

from holdkatalog.model import Club, Contact, Offer
from holdkatalog.report import Mail, mails, report
from report_cases import CONFIRM, DAY, PUBLIC, WORDS, catalogue, kept, reported
from small import content, holding

BRIDGE = content().municipality.bridge


def written(*, public: str = PUBLIC, bridge: Contact = BRIDGE) -> dict[str, Mail]:
    return {mail.club: mail for mail in mails(reported(public=public), bridge, WORDS, CONFIRM)}


def to_one(mail: str, *offers: Offer, name: str = "Foreningen") -> Mail:
    """The letter to one club with that mail."""
    club = Club(id="f", name=name, contacts=(Contact(mail=mail),), offers=offers)
    found = report(replace(catalogue(), clubs=(club,)), site="Hold", public=PUBLIC, today=DAY)
    (made,) = mails(found, BRIDGE, WORDS, CONFIRM)
    return made


def opened(mail: Mail) -> EmailMessage:
    """The letter as a mail program reads it."""
    found = email.message_from_bytes(mail.eml, policy=default)
    assert isinstance(found, EmailMessage)
    assert not found.defects
    return found


def offer(id_: str = "f/a", name: str = "Gåtur") -> Offer:
    return Offer(id=id_, name=name, activities=("gaature",))


@pytest.mark.parametrize("club", ["aeblevenner", "roklubben", "tavse"])
def test_a_letter_is_the_one_that_lies_beside_its_club(club: str) -> None:
    mail = written()[club]
    assert mail.text.encode() == kept(f"mails/{club}.txt", mail.text.encode())
    if mail.eml:
        assert mail.eml == kept(f"mails/{club}.eml", mail.eml)


def test_only_clubs_that_must_confirm_something_get_a_letter() -> None:
    assert list(written()) == ["aeblevenner", "roklubben", "tavse"]


def test_a_mail_program_reads_from_whom_to_whom_and_about_what() -> None:
    found = opened(written()["aeblevenner"])
    assert found["Subject"] == "Passer det stadig? Æblevennerne på Øen, Aktive Fællesskaber"
    assert found["To"].addresses[0].addr_spec == "aeblerne@xn--bler-uoa.example.org"
    assert found["To"].addresses[0].display_name == "Æblevennerne på Øen"
    assert found["From"].addresses[0].addr_spec == BRIDGE.mail
    assert found["From"].addresses == found["Reply-To"].addresses
    assert found["Date"].datetime.isoformat() == "2026-11-25T08:00:00+01:00"
    assert found["Message-ID"] == "<holdkatalog.2026-11-25.aeblevenner@example.org>"
    assert found["X-Unsent"] == "1"
    assert found.get_content_type() == "text/plain"
    assert (
        found.get_content().replace("\r\n", "\n")
        == written()["aeblevenner"].text.partition("\n\n")[2]
    )


def test_a_letter_travels_through_old_post_offices() -> None:
    raw = written()["aeblevenner"].eml
    assert raw.isascii()
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert email.message_from_bytes(raw, policy=SMTP).as_bytes() == raw


def test_two_runs_on_one_day_write_the_same_bytes() -> None:
    assert written() == written()


def test_a_letter_has_a_link_for_each_offer_and_one_answer_for_all_of_them_is_a_reply() -> None:
    text = written()["aeblevenner"].text
    assert re.findall(r"https://hold\S+", text) == [
        f"{PUBLIC}bekraeft/aeblevenner/presning/",
        f"{PUBLIC}bekraeft/aeblevenner/beskaering/",
    ]
    assert text.count("Skriv »ja« og din rolle") == 1
    assert "%20" not in text, "no address that one can't read"


def test_without_the_sites_address_the_answer_is_a_reply() -> None:
    text = written(public="")["aeblevenner"].text
    assert "bekraeft/" not in text
    assert WORDS["mail"]["reply"] in text


def test_a_club_without_a_mail_is_rung_up_and_gets_no_file_for_a_mail_program() -> None:
    found = written()
    assert found["roklubben"].text.startswith("Til: Ring til 23 45 67 89\n")
    assert found["tavse"].text.startswith("Til: Der er ingen mail og intet telefonnummer\n")
    assert (found["roklubben"].eml, found["tavse"].eml) == (b"", b"")
    assert WORDS["mail"]["reply"] not in found["roklubben"].text, "there is no mail to reply to"


def test_a_municipality_with_only_a_telephone_sends_from_wherever_it_is_sent() -> None:
    found = written(bridge=Contact(phone="+4512345678"))["aeblevenner"]
    assert {opened(found)[key] for key in ("From", "Reply-To", "Message-ID")} == {None}
    assert opened(found)["To"].addresses[0].display_name == "Æblevennerne på Øen"
    assert WORDS["mail"]["reply"] not in found.text
    assert "ringe til os på 12 34 56 78" in found.text
    assert found.text.endswith("\n\nAktive Fællesskaber\n")


def test_a_municipality_with_only_a_mail_promises_no_telephone() -> None:
    found = written(bridge=Contact(mail="a@example.org"))["roklubben"]
    assert "ringe til os" not in found.text


@pytest.mark.parametrize("mail", ["ærø@example.org", "a@..dk"])
def test_an_address_that_no_post_office_takes_makes_no_file_but_is_told(mail: str) -> None:
    made = to_one(mail, offer())
    assert made.eml == b""
    assert made.text.startswith(f"Til: {mail}\n")


def test_a_name_can_add_nothing_to_the_letters_head() -> None:
    made = to_one("a@example.org", offer(), name="Vi\r\nBcc: x@example.org")
    found = opened(made)
    assert found["Bcc"] is None
    assert "Bcc: x@example.org" in found["Subject"]
    assert made.text.splitlines()[1] == "Emne: Passer det stadig? Vi Bcc: x@example.org, Hold"


def test_a_long_name_survives_the_folding_of_the_head() -> None:
    name = "Æ" * 90 + " og " + "å" * 90
    assert name in opened(to_one("a@example.org", offer(), name=name))["Subject"]


def test_nobody_is_written_to_when_all_is_fresh() -> None:
    found = report(holding(), site="Hold", public="", today=DAY)
    assert mails(found, BRIDGE, WORDS, CONFIRM) == ()
