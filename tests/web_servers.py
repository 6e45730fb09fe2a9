"""Web servers of this machine, started on a port of its own with a recipe as it is."""

from __future__ import annotations

import gzip
import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from holdkatalog.hosting import recipe

ASKED = {"Referer": "https://example.org/fra", "User-Agent": "Tingest/1", "Accept-Encoding": "gzip"}
PROGRAMS = {"nginx": "nginx", "apache": "apache2"}
MODULES = Path("/usr/lib/apache2/modules")
NGINX = """\
daemon off;
pid {place}/pid;
error_log {place}/start.log;
{user}
events {{}}
http {{
    client_body_temp_path {place}/body;
    proxy_temp_path {place}/proxy;
    fastcgi_temp_path {place}/fastcgi;
    uwsgi_temp_path {place}/uwsgi;
    scgi_temp_path {place}/scgi;
    include {place}/hold.conf;
}}
"""
APACHE = """\
ServerRoot {place}
PidFile {place}/pid
ErrorLog {place}/start.log
DefaultRuntimeDir {place}
Mutex pthread
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule alias_module {modules}/mod_alias.so
LoadModule deflate_module {modules}/mod_deflate.so
LoadModule dir_module {modules}/mod_dir.so
LoadModule filter_module {modules}/mod_filter.so
LoadModule headers_module {modules}/mod_headers.so
LoadModule mime_module {modules}/mod_mime.so
TypesConfig /dev/null
ServerName localhost
{user}
Listen 127.0.0.1:{port}
Include {place}/hold.conf
"""


@dataclass
class Answer:
    """What the server said."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Running:
    """A server that runs; `asked` are the addresses that were asked for."""

    port: int
    path: str
    place: Path
    asked: list[str] = field(default_factory=list)

    def get(self, address: str, **headers: str) -> Answer:
        """Ask for an address below the site's path, or for a whole one."""
        whole = address if address.startswith("/") else f"{self.path}{address}"
        self.asked.append(whole)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", whole, headers={**ASKED, **headers})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        found = {name.lower(): value for name, value in answer.getheaders()}
        packed = found.get("content-encoding") == "gzip"
        return Answer(answer.status, found, gzip.decompress(body) if packed and body else body)


def program(server: str) -> str:
    found = shutil.which(PROGRAMS[server], path=f"{os.environ['PATH']}:/usr/sbin")
    if found is None:
        pytest.skip(f"{PROGRAMS[server]} is not installed")
    return found


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def settings(server: str, text: str, place: Path, port: int) -> list[str]:
    """Write the recipe as it is, but for where it listens and logs, and how to start the server."""
    changes = {
        "nginx": {
            "    listen 80;\n": f"    listen 127.0.0.1:{port};\n",
            "    listen [::]:80;\n": "",
            "/var/log/nginx": str(place),
        },
        "apache": {"<VirtualHost *:80>": f"<VirtualHost *:{port}>", "/var/log/apache2": str(place)},
    }
    for old, new in changes[server].items():
        assert old in text
        text = text.replace(old, new)
    (place / "hold.conf").write_text(text, "utf-8")
    root = os.geteuid() == 0
    user = {"nginx": "user www-data;", "apache": "User www-data\nGroup www-data"}[server]
    whole = {"nginx": NGINX, "apache": APACHE}[server].format(
        place=place, port=port, modules=MODULES, user=user if root else ""
    )
    (place / "server.conf").write_text(whole, "utf-8")
    file = str(place / "server.conf")
    return {
        "nginx": ["-e", f"{place}/start.log", "-c", file],
        "apache": ["-D", "FOREGROUND", "-f", file],
    }[server]


@contextmanager
def running(
    server: str, path: str, folder: Path, place: Path, *, bridge: str = ""
) -> Iterator[Running]:
    command, port = program(server), free_port()
    address = f"https://hold.example.org{path}"
    text = recipe(server, address=address, folder=str(folder), bridge=bridge)
    arguments = settings(server, text, place, port)
    with subprocess.Popen([command, *arguments], stderr=subprocess.PIPE, text=True) as process:
        try:
            while not _listens(port):
                assert process.poll() is None, process.communicate()[1]
                time.sleep(0.02)
            yield Running(port, path, place)
        finally:
            process.terminate()


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=20).close()
    except ConnectionRefusedError:
        return False
    return True
