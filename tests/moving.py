"""What of a page moves with the day, as a test of a browser sees it."""

from __future__ import annotations

import datetime as dt
import functools
import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from holdkatalog.danish import MONTHS

# All that moves with the day and can be seen.
LOOK = """() => {
  const text = (one) => one.innerText.replace(/\\s+/g, " ").trim();
  const all = (what, within = document) =>
    [...within.querySelectorAll(what)].filter((one) => one.checkVisibility());
  const card = (one) => [".hk-card__link", ".hk-card__next", ".hk-badge"]
    .map((what) => all(what, one).map(text).join(" / ")).join(" | ");
  const head = all(".hk-offer__head .hk-badge, .hk-notice").map(text);
  return {
    head,
    dates: all("[data-meetings] li").map((one) => one.dataset.end + " " + text(one.firstElementChild)),
    none: all("[data-none]").map(text),
    next: all("[data-next-of]").map(text),
    cards: all(".hk-card").map(card),
    counts: all("[data-count], .hk-result__count").map(text),
    filters: Object.fromEntries([...document.querySelectorAll(".hk-check")].map((one) => {
      const { name, value } = one.querySelector("input");
      return [name + " " + value, one.querySelector(".hk-check__count").textContent];
    })),
  };
}"""
# Of these the times that have been are facts of the past.
OF_THE_PAST = ".hk-foot-note, .hk-small, footer, [data-from], [data-to]"
PAST = """([day, past]) => [...document.querySelectorAll("time[datetime]")]
  .filter((one) => one.checkVisibility() && !one.closest(past) && one.dateTime < day)
  .map((one) => one.textContent)"""
# What stands at the top, with its years.
BRIEF = """() => [...document.querySelectorAll(".hk-brief__line")]
  .filter((one) => one.checkVisibility()).map((one) => one.textContent.replace(/\\s+/g, " "))"""
MOVED = """() => {
  const seen = [];
  const watcher = new MutationObserver((changes) => seen.push(...changes));
  watcher.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  document.dispatchEvent(new Event("visibilitychange"));
  dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  return [...seen, ...watcher.takeRecords()].map(({ target }) => target.outerHTML ?? target.data);
}"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a built site can be read for a while."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def offers(folder: Path) -> list[str]:
    """The paths of all offers' pages, not of those that only lead on."""
    found = sorted(folder.glob("hold/*/*/index.html"))
    pages = [
        file
        for file in found
        if "http-equiv=refresh" not in file.read_text("utf-8").replace('"', "")
    ]
    return [f"{file.parent.relative_to(folder)}/" for file in pages]


def date_in(words: str, year: int) -> dt.date | None:
    """The first date of a sentence; one without a year is of the year in which it is read."""
    found = re.search(rf"(\d+)\. ({'|'.join(MONTHS)})(?: (\d{{4}}))?", words)
    if not found:
        return None
    return dt.date(int(found[3] or year), MONTHS.index(found[2]) + 1, int(found[1]))
