"""What a volunteer sees in an editor: nothing on a good file, one thing at the right place on a bad one.

Asked of npm's yaml-language-server, over its own protocol.
"""

from __future__ import annotations

import itertools
import json
import queue
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Self

import pytest

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
PATIENCE = 60
"""Seconds to wait for an answer: only a server that hangs takes so long."""
SETTINGS = {
    "validate": True,
    "completion": True,
    "hover": True,
    "schemaStore": {"enable": False},
    "schemas": {},
}
COMPLAINT = "textDocument/publishDiagnostics"
Message = dict[str, Any]


class LanguageServer:
    """One server, asked as an editor asks it; lines and columns count from 0."""

    def __init__(self, node: str, modules: Path) -> None:
        program = modules / "yaml-language-server" / "bin" / "yaml-language-server"
        self._process = subprocess.Popen(
            [node, str(program), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._heard: queue.Queue[Message] = queue.Queue()
        self._numbers = itertools.count(1)
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def __enter__(self) -> Self:
        """Introduce the editor."""
        snippets = {"completionItem": {"snippetSupport": True}}
        abilities = {
            "textDocument": {"completion": snippets, "hover": {"contentFormat": ["markdown"]}},
            "workspace": {"configuration": True},
        }
        self.ask("initialize", processId=None, rootUri=None, capabilities=abilities)
        self._send(method="initialized", params={})
        return self

    def __exit__(self, *_: object) -> None:
        """End the server and what waits for it."""
        self.ask("shutdown")
        self._send(method="exit")
        self._process.wait(PATIENCE)
        self._listener.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def ask(self, method: str, **params: object) -> Any:  # noqa: ANN401 - each method has its own answer
        """Send a request and wait for its answer."""
        number = next(self._numbers)
        self._send(id=number, method=method, params=params)
        answer = self._hear(lambda message: message.get("id") == number)
        assert "error" not in answer, answer
        return answer["result"]

    def open(self, uri: str, text: str) -> None:
        """Open a file with this text; the server complains when it likes."""
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})

    def complaints(self, texts: Mapping[str, str]) -> dict[str, list[Message]]:
        """Open all files at once, for it waits a while with each, and hear what it says of them."""
        for uri, text in texts.items():
            self.open(uri, text)
        told: dict[str, list[Message]] = {}
        while told.keys() != texts.keys():
            message = self._hear(lambda heard: heard.get("method") == COMPLAINT)["params"]
            told[message["uri"]] = message["diagnostics"]
        return told

    def at(self, method: str, uri: str, line: int, column: int) -> Any:  # noqa: ANN401 - as in `ask`
        """Ask about a place in an open file."""
        where = {"line": line, "character": column}
        return self.ask(method, textDocument={"uri": uri}, position=where)

    def _send(self, **message: object) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        """Put every message in the queue; runs beside, since the server speaks when it likes."""
        assert self._process.stdout
        while header := self._process.stdout.readline():
            if header.lower().startswith(b"content-length:"):
                length = int(header.split(b":")[1])
                while self._process.stdout.readline().strip():
                    pass
                self._heard.put(json.loads(self._process.stdout.read(length)))

    def _hear(self, wanted: Callable[[Message], bool]) -> Message:
        """The next message that is wanted; what the server asks meanwhile is answered."""
        while True:
            message = self._heard.get(timeout=PATIENCE)
            if "method" in message and "id" in message:
                self._send(id=message["id"], result=_answer(message))
            elif wanted(message):
                return message


def _answer(message: Message) -> object:
    """What an editor answers: its settings, and nothing to all else."""
    if message["method"] != "workspace/configuration":
        return None
    return [
        SETTINGS if item.get("section") == "yaml" else {} for item in message["params"]["items"]
    ]


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


HOVERED = {
    "a key": (f"{OFFER}    f|or: kol", "Siden skriver 'Lavet til dig med ...'"),
    "a value": (f"{OFFER}    tid: tirs|dag 10", "dag og klokkeslæt"),
    "a question": (f"{OFFER}    godt_at_vide:\n      toi|let: ja", "Der er toilet"),
    "a field of a contact": ("forening: A\nkontakt:\n  ro|lle: formanden", "ikke et navn"),
    "an offer's id": ("forening: A\nhold:\n  x|y:\n    navn: B", "små bogstaver a-z"),
}


@pytest.mark.parametrize(("text", "wanted"), HOVERED.values(), ids=HOVERED)
def test_an_editor_explains(asked: Callable[[str, str], Any], text: str, wanted: str) -> None:
    assert wanted in asked("hover", text)["contents"]["value"]
