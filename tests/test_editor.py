"""What a volunteer sees in an editor: nothing on a good file, one thing at the right place on a bad one.

Asked of npm's yaml-language-server, over its own protocol.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from language_server import LanguageServer, Message

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "tests" / "examples"
VALID = [
    file
    for folder in (EXAMPLES / "valid", ROOT / "clubs", ROOT / "content" / "forloeb")
    for file in sorted(folder.glob("*.yaml"))
]
BAD = sorted((EXAMPLES / "editor").glob("*.yaml"))
MODELINE = f"# yaml-language-server: $schema={(ROOT / 'schema' / 'club.schema.json').as_uri()}\n"
OFFER = "forening: A\nhold:\n  x:\n    navn: B\n"
CURSOR = "|"


@pytest.fixture(scope="module")
def server(node: str, node_modules: Path) -> Iterator[LanguageServer]:
    with LanguageServer(node, node_modules) as running:
        yield running


@pytest.fixture
def asked(server: LanguageServer, request: pytest.FixtureRequest) -> Callable[[str, str], Any]:
    """Ask about the place of the bar in a text."""

    def ask(method: str, text: str) -> Any:  # noqa: ANN401 - each method has its own answer
        before, after = (MODELINE + text).split(CURSOR)
        uri = (ROOT / "clubs" / f"{abs(hash(request.node.name))}.yaml").as_uri()
        server.open(uri, before + after)
        line = before.count("\n")
        return server.at(f"textDocument/{method}", uri, line, len(before.splitlines()[-1]))

    return ask


@pytest.fixture(scope="module")
def complaints(server: LanguageServer) -> dict[str, list[Message]]:
    """What the editor says of every example and every club."""
    good = {file.as_uri(): MODELINE + file.read_text("utf-8") for file in VALID}
    return server.complaints({**good, **{file.as_uri(): file.read_text("utf-8") for file in BAD}})


@pytest.mark.parametrize("file", VALID, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_an_editor_has_nothing_to_say_to_a_valid_file(
    complaints: dict[str, list[Message]], file: Path
) -> None:
    assert complaints[file.as_uri()] == []


def test_an_editor_says_one_thing_at_the_right_place(complaints: dict[str, list[Message]]) -> None:
    said = []
    for file in BAD:
        for one in complaints[file.as_uri()]:
            start = one["range"]["start"]
            place = f"{file.stem}:{start['line'] + 1}:{start['character'] + 1}"
            said.append(f"{place} {one['message']}\n")
    assert "".join(said) == (EXAMPLES / "editor.txt").read_text("utf-8")
    assert len(said) == len(BAD)


# Of bounds the server has sentences of its own only, and no schema can put others in their place:
# the check tells them in Danish, and the task in .vscode/ puts that into the editor's list.
OF_BOUNDS = ("Array has ", "String is longer ", "Value is above ", "Value is below ")


def test_an_editor_speaks_danish_of_all_but_bounds() -> None:
    said = [
        line.split(" ", 1)[1] for line in (EXAMPLES / "editor.txt").read_text("utf-8").splitlines()
    ]
    others = [sentence for sentence in said if not sentence.startswith(OF_BOUNDS)]
    assert [s for s in others if s.split()[0] not in {"Skriv", "Begynd", "Husk"}] == []
    assert len(said) - len(others) == 7


COMPLETED = {
    "the keys of a club": ("forening: A\n|", ["hold", "kontakt", "slags"]),
    "the keys of an offer": (f"{OFFER}    |", ["aktivitet", "for", "tid", "turlængde"]),
    "the keys of a time": (f"{OFFER}    tid:\n      - dag: tirsdag\n        |", ["kl", "sted"]),
    "the keys of a contact": ("forening: A\nkontakt:\n  |", ["rolle", "telefon", "mail"]),
    "the keys of a place": ("forening: A\nsteder:\n  x:\n    |", ["navn", "adresse"]),
    "the questions": (f"{OFFER}    godt_at_vide:\n      |", ["toilet", "bænke", "på_gulvet"]),
    "an illness": (f"{OFFER}    for: |", ["kol", "astma", "alle-kroniske"]),
    "an illness in brackets": (f"{OFFER}    for: [|]", ["kol", "astma", "alle-kroniske"]),
    "a second illness": (f"{OFFER}    for: [kol, |]", ["astma", "paaroerende"]),
    "an illness in a list": (f"{OFFER}    for:\n      - kol\n      - |", ["astma", "kraeft"]),
    "an activity": (f"{OFFER}    aktivitet: |", ["gaature", "stavgang", "kor", "andet"]),
    "an activity in brackets": (f"{OFFER}    aktivitet: [|]", ["gaature", "stavgang"]),
    "a template": (f"{OFFER}    skabelon: |", ["lungekor", "hjertemotion", "gaafodbold"]),
    "a language": (f"{OFFER}    sprog: |", ["dansk", "arabisk"]),
    "an answer": (f"{OFFER}    godt_at_vide:\n      toilet: |", ["ja", "nej", "ukendt"]),
    "a kind": (f"{OFFER}    slags: |", ["kor", "mødested"]),
    "a club's kind": ("forening: A\nslags: |", ["patientforening", "kommune"]),
    "a time": (f"{OFFER}    tid: |", ["tirsdag 10.00-11.30", "Efter aftale"]),
    "a place": (f"{OFFER}    sted: |", ["online", "telefon", "hjemme"]),
    "an area": (f"{OFFER}    område: |", ["hele-kommunen", "hele-landet"]),
}


@pytest.mark.parametrize(("text", "wanted"), COMPLETED.values(), ids=COMPLETED)
def test_an_editor_completes(
    asked: Callable[[str, str], Any], text: str, wanted: list[str]
) -> None:
    answer = asked("completion", text)
    offered = {item["label"] for item in answer["items"]}
    assert set(wanted) - offered == set()


def test_an_illness_is_offered_with_its_name_and_inserts_its_id(
    asked: Callable[[str, str], Any],
) -> None:
    answer = asked("completion", f"{OFFER}    for: [|]")
    (one,) = (item for item in answer["items"] if item["label"] == "type-2-diabetes")
    assert one["insertText"] == "type-2-diabetes"
    assert one["documentation"] == "Type 2-diabetes"


def test_a_template_is_offered_with_what_it_gives(asked: Callable[[str, str], Any]) -> None:
    answer = asked("completion", f"{OFFER}    skabelon: |")
    (one,) = (item for item in answer["items"] if item["label"] == "lungekor")
    assert one["insertText"] == "lungekor"
    assert one["documentation"] == (
        "Lungekor (Lungeforeningen). Giver aktivitet, for, om, første_gang og godt_at_vide."
    )


HOVERED = {
    "a key": (f"{OFFER}    f|or: kol", "Siden skriver 'Lavet til dig med ...'"),
    "a value": (f"{OFFER}    tid: tirs|dag 10", "dag og klokkeslæt"),
    "a question": (f"{OFFER}    godt_at_vide:\n      toi|let: ja", "Der er toilet"),
    "a field of a contact": ("forening: A\nkontakt:\n  ro|lle: formanden", "ikke et navn"),
    "a template": (
        f"{OFFER}    skabelon: lunge|kor",
        "- `lungekor`: Lungekor (Lungeforeningen). Giver aktivitet, for, om",
    ),
    "the key of a template": (f"{OFFER}    skabe|lon: lungekor", "Det, du selv skriver, gælder"),
    "an offer's id": ("forening: A\nhold:\n  x|y:\n    navn: B", "små bogstaver a-z"),
}


@pytest.mark.parametrize(("text", "wanted"), HOVERED.values(), ids=HOVERED)
def test_an_editor_explains(asked: Callable[[str, str], Any], text: str, wanted: str) -> None:
    assert wanted in asked("hover", text)["contents"]["value"]
