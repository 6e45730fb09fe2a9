"""npm's yaml-language-server, asked as an editor asks it."""

from __future__ import annotations

import itertools
import json
import queue
import subprocess
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

PATIENCE = 60
"""Seconds to wait for an answer: only a server that hangs takes so long."""
SETTINGS: Mapping[str, Any] = MappingProxyType(
    {
        "validate": True,
        "completion": True,
        "hover": True,
        "schemaStore": {"enable": False},
        "schemas": {},
    }
)
COMPLAINT = "textDocument/publishDiagnostics"
Message = dict[str, Any]


class LanguageServer:
    """One server of an editor with these settings in a folder; lines and columns count from 0."""

    def __init__(
        self,
        node: str,
        modules: Path,
        *,
        settings: Mapping[str, Any] = SETTINGS,
        folder: Path | None = None,
    ) -> None:
        self._settings = dict(settings)
        self._root = folder.as_uri() if folder else None
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
        self.ask("initialize", processId=None, rootUri=self._root, capabilities=abilities)
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
                self._send(id=message["id"], result=self._answer(message))
            elif wanted(message):
                return message

    def _answer(self, message: Message) -> object:
        """What an editor answers: its settings, and nothing to all else."""
        if message["method"] != "workspace/configuration":
            return None
        return [
            self._settings if item.get("section") == "yaml" else {}
            for item in message["params"]["items"]
        ]
