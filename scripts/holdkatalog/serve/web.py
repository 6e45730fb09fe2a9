"""The web side: files of the built site over HTTP, on this machine only unless told otherwise."""

from __future__ import annotations

import socket
import socketserver
import sys
from contextlib import suppress
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from holdkatalog.serve.page import OWN, State, stand_in, with_news

_HERE = Path(__file__).resolve().parent
_HTML = "text/html; charset=utf-8"


class PortTakenError(Exception):
    """The address can't be listened on: another program has the port, or it isn't ours to take."""


class Server(ThreadingHTTPServer):
    """Serves the folder `site`; `state` is what the pages tell about the last build."""

    # On closing, wait for the threads: none outlives the server.
    daemon_threads = False
    request_queue_size = 64

    def __init__(self, host: str, port: int, *, site: Path) -> None:
        self.site = site
        self.state = State()
        self._open: set[socket.socket] = set()
        try:
            super().__init__((host, port), Handler)
        except (OSError, OverflowError) as error:
            raise PortTakenError(str(error)) from error

    @property
    def address(self) -> str:
        """The address to type in a browser."""
        return f"http://{self.server_name}:{self.server_port}/"

    def server_bind(self) -> None:
        """Bind without asking the name service who we are: offline that takes seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.socket.getsockname()[:2]

    def get_request(self) -> tuple[socket.socket, object]:
        """Remember the connection, so that it can be closed."""
        connection, client = super().get_request()
        self._open.add(connection)
        return connection, client

    def shutdown_request(self, request: socket.socket | tuple[bytes, socket.socket]) -> None:
        """Forget the connection again."""
        self._open.discard(request)
        super().shutdown_request(request)

    def server_close(self) -> None:
        """Close also the connections that browsers open in advance and never speak on."""
        for connection in tuple(self._open):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        super().server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of browsers that leave in the middle of an answer."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Handler(SimpleHTTPRequestHandler):
    """One request. The standard handler keeps paths inside the folder and knows the types."""

    server: Server
    # What the standard handler knows of this ending depends on the machine.
    extensions_map = {  # noqa: RUF012 - the standard handler's own attribute
        **SimpleHTTPRequestHandler.extensions_map,
        ".ics": "text/calendar; charset=utf-8",
    }

    def __init__(self, request: socket.socket, client_address: object, server: Server) -> None:
        super().__init__(request, client_address, server, directory=str(server.site))

    def log_message(self, *_: object) -> None:
        """Keep the terminal for what concerns the one who writes."""

    def end_headers(self) -> None:
        """A page that is seen is always the newest."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer with a page and the news in it, with any other file as it is, or with 404."""
        address = urlsplit(self.path).path
        if address.startswith(OWN):
            return self._own(address.removeprefix(OWN))
        place = Path(self.translate_path(self.path))
        if _is(place, folder=True):
            if not address.endswith("/"):
                return super().send_head()  # redirects to the address with the slash
            place /= "index.html"
        elif address.endswith("/"):
            return self._missing()
        if not _is(place, folder=False):
            return self._missing()
        if place.suffix != ".html":
            return super().send_head()
        return self._page(HTTPStatus.OK, place.read_text("utf-8"))

    def _own(self, name: str) -> BytesIO | None:
        if name == "newest":
            return self._answer(HTTPStatus.OK, "text/plain", self.server.state.token)
        kinds = {"reload.mjs": "text/javascript", "news.css": "text/css"}
        if name in kinds:
            text = (_HERE / name).read_text("utf-8")
            return self._answer(HTTPStatus.OK, f"{kinds[name]}; charset=utf-8", text)
        return self._missing()

    def _missing(self) -> BytesIO:
        if not self.server.site.is_dir():
            page = stand_in("Siden er ikke bygget endnu", "Den kommer frem her, når den er klar.")
            return self._page(HTTPStatus.SERVICE_UNAVAILABLE, page)
        own = self.server.site / "404.html"
        page = (
            own.read_text("utf-8")
            if own.is_file()
            else stand_in("Siden findes ikke", "Der er ingen side på denne adresse.")
        )
        return self._page(HTTPStatus.NOT_FOUND, page)

    def _page(self, status: HTTPStatus, page: str) -> BytesIO:
        return self._answer(status, _HTML, with_news(page, self.server.state))

    def _answer(self, status: HTTPStatus, kind: str, text: str) -> BytesIO:
        content = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)


def _is(place: Path, *, folder: bool) -> bool:
    """Whether the place is there; an address that no file can have (too long, NUL) is not."""
    try:
        return place.is_dir() if folder else place.is_file()
    except (OSError, ValueError):
        return False
