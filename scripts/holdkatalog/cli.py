"""The command `holdkatalog`: the only module that prints. Each door is opened only when asked for.

Exit codes: 0 all is well, 1 there are problems, 2 something can't be read or the command is used
wrongly, 3 the site is built, but clubs were left out.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import signal
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Final

from holdkatalog.arguments import (
    Arguments,
    to_build,
    to_check,
    to_report,
    to_serve,
)
from holdkatalog.errors import CatalogueError, Problem

CLEAN: Final = 0
PROBLEMS: Final = 1
MISUSE: Final = 2
LEFT_OUT: Final = 3
STOPPED: Final = 130
"""What a shell takes for Ctrl-C."""
_CODES: Final = (
    "Kommandoen slutter med 0, når alt er i orden (gode råd tæller ikke), 1, når der er fejl i "
    "filerne, 2, når en fil slet ikke kan læses, eller kommandoen er skrevet forkert, og 3, når "
    "siden er bygget uden de foreninger, hvis filer har fejl."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that can't show æ must not stop the program.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    chosen = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = chosen.run
    return run(chosen)


def _check(chosen: argparse.Namespace) -> int:
    from holdkatalog.checking import check

    answer = check(chosen.paths, root=Path.cwd(), today=_today(), form=chosen.format)
    _say(answer.text)
    return answer.code


def _schema(_: argparse.Namespace) -> int:
    """Write the municipality's schemas, and in a checkout those that are made of the engine alone."""
    from holdkatalog.catalogue.content import schema_problems
    from holdkatalog.fields import engine_files, municipal_files
    from holdkatalog.opendata import SCHEMA_NAME, schema_text
    from holdkatalog.paths import SCHEMA

    root = Path.cwd()
    try:
        schema_problems(root / "content", SCHEMA / "vocabulary")
        own = municipal_files(SCHEMA, root / "content")
        files = {root / "content" / name: text for name, text in own.items()}
        if root / "schema" == SCHEMA:
            files |= {SCHEMA / name: text for name, text in engine_files(SCHEMA).items()}
            files[SCHEMA / SCHEMA_NAME] = schema_text()
    except CatalogueError as error:
        _say_errors(error.problems)
        return PROBLEMS
    for file, text in files.items():
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
        _say(f"Skrevet: {file.relative_to(root)}")
    return CLEAN


def _build(chosen: argparse.Namespace) -> int:
    from holdkatalog.build import BuildError, build
    from holdkatalog.catalogue.files import gone
    from holdkatalog.messages import told

    # `kill` lets the half-made site be removed as tidily as Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        built = build(
            Path.cwd(),
            output=chosen.output.resolve(),
            strict=chosen.strict,
            production=chosen.production,
            today=chosen.today,
        )
    except CatalogueError as error:
        _say_errors(error.problems)
        _complain("Siden er ikke bygget.")
        return MISUSE if any(map(gone, error.problems)) else PROBLEMS
    except BuildError as error:
        _complain(*error.reasons)
        if error.trace:
            _complain("", error.trace)
        return MISUSE
    except KeyboardInterrupt:
        _complain("Du har stoppet programmet, før siden var bygget færdig. Intet er ændret.")
        return STOPPED
    _say_errors(built.loaded.problems)
    for problem in built.advice:
        _complain(told(problem))
    for name in built.loaded.left_out:
        _complain(f"Ikke med på siden: {name}")
    _say(f"{built.pages} sider er bygget i {chosen.output}.")
    return LEFT_OUT if built.loaded.left_out else CLEAN


def _serve(chosen: argparse.Namespace) -> int:
    from holdkatalog.serve import PortTakenError, run

    # `kill` ends the server as tidily as Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        run(Path.cwd(), host=chosen.host, port=chosen.port, say=_say)
    except PortTakenError:
        _complain(
            f"Port {chosen.port} kan ikke bruges. Måske kører siden allerede i et andet vindue.",
            f"Prøv en anden port: {_made('serve PORT=', 'serve --port ')}{chosen.port + 1}",
        )
        return MISUSE
    except KeyboardInterrupt:
        _say("\nFarvel.")
    return CLEAN


def _hosting(chosen: argparse.Namespace) -> int:
    from holdkatalog.hosting import recipe

    try:
        _say(recipe(chosen.server, address=chosen.address, folder=str(chosen.folder)), end="")
    except ValueError as error:
        _complain(
            f'"{error}" kan ikke stå i en servers indstillinger.',
            "Skriv sidens adresse og så hele vejen til mappen på serveren, fx:",
            f"holdkatalog hosting {chosen.server} https://hold.jeres-kommune.dk/ /srv/hold",
        )
        return MISUSE
    return CLEAN


def _report(chosen: argparse.Namespace) -> int:
    """Say what must be confirmed. What else there is to say stands apart from a sheet or a JSON."""
    from holdkatalog.build import BuildError, settings_of
    from holdkatalog.catalogue.files import gone
    from holdkatalog.plugin import today_of
    from holdkatalog.reporting import MailsError, freshness

    try:
        own = settings_of(Path.cwd(), today=chosen.today, address=chosen.address)
        told = freshness(own, today=today_of(own), form=chosen.format, folder=chosen.mails)
    except CatalogueError as error:
        _say_errors(error.problems)
        return MISUSE if any(map(gone, error.problems)) else PROBLEMS
    except (BuildError, MailsError) as error:
        _complain(*error.reasons)
        return MISUSE
    if chosen.format != "text" and isinstance(sys.stdout, TextIOWrapper):
        # A file that says what it is must be it, whatever the terminal can show.
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    _say(told.text, end="")
    _complain(*told.written)
    for name in told.left_out:
        _complain(f"Ikke med i rapporten: {name}", f"Se hvorfor med: {_made('check', 'check')}")
    return LEFT_OUT if told.left_out else CLEAN


def _say_errors(problems: Sequence[Problem]) -> None:
    """Print each error with the line it's in, an empty line after each, and how to see the rest."""
    from holdkatalog.checking import foremost, more
    from holdkatalog.messages import is_error, render
    from holdkatalog.yamlfile import read

    errors = [problem for problem in problems if is_error(problem)]
    for name, first, left in foremost(errors):
        path = Path(name)
        lines = read(name, path.read_bytes()).lines if path.is_file() else ()
        for problem in first:
            _say(render(problem, lines), end="\n\n")
        if left:
            _say(more(name, left), end="\n\n")
    if advice := len(problems) - len(errors):
        _say(f"Gode råd: {advice}. Se dem med: {_made('check', 'check')}", end="\n\n")


def _made(task: str, command: str) -> str:
    """How one starts it here: by make in a checkout, by the command in a municipality's own folder."""
    return f"make {task}" if Path("Makefile").is_file() else f"holdkatalog {command}"


def _say(text: str, *, end: str = "\n") -> None:
    """Print at once. Who has read enough, like `| head`, changes nothing of how the command ends."""
    try:
        print(text, end=end, flush=True)
    except BrokenPipeError:
        # What is still to come, and what Python says as it ends, goes nowhere.
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _complain(*lines: str) -> None:
    for line in lines:
        print(line, file=sys.stderr)


def _today() -> dt.date:
    return dt.date.today()  # noqa: DTZ011 - the day of the place we're in


def _parser() -> argparse.ArgumentParser:
    parser = Arguments(
        prog="holdkatalog", description="Kommunens katalog over hold.", epilog=_CODES
    )
    commands = parser.add_subparsers(required=True, metavar="KOMMANDO")
    check = commands.add_parser("check", help="se, om foreningernes filer holder", epilog=_CODES)
    check.set_defaults(run=_check)
    to_check(check)
    build = commands.add_parser("build", help="byg siden", epilog=_CODES)
    build.set_defaults(run=_build)
    to_build(build)
    serve = commands.add_parser("serve", help="vis siden her på maskinen, mens du skriver")
    serve.set_defaults(run=_serve)
    to_serve(serve)
    hosting = commands.add_parser("hosting", help="vis en webservers indstillinger")
    hosting.set_defaults(run=_hosting)
    hosting.add_argument("server", choices=("nginx", "apache"), help="den webserver, I har")
    hosting.add_argument("address", metavar="ADRESSE", help="https://hold.jeres-kommune.dk/")
    hosting.add_argument("folder", type=Path, metavar="MAPPE", help="hvor siden ligger der")
    report = commands.add_parser("report", help="se, hvad der skal bekræftes", epilog=_CODES)
    report.set_defaults(run=_report)
    to_report(report)
    schema = commands.add_parser("schema", help="skriv skemaerne, som editorer retter efter")
    schema.set_defaults(run=_schema)
    return parser
