"""What a reader's own settings and hands ask of every page: large letters, few colours, no motion, big targets."""

from __future__ import annotations

import pytest
from playwright.sync_api import ViewportSize

from browser.walk import DESK, PHONE, Open, everywhere
from holdkatalog.colours import PAIRS, read, shown
from holdkatalog.paths import TOKENS

WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  const long = [...style.transitionDuration.split(","), ...style.animationDuration.split(",")];
  return long.some((time) => parseFloat(time) > 0) || style.scrollBehavior === "smooth";
}).map((element) => element.outerHTML.slice(0, 80))"""
# A browser draws the edge of a box to tick itself, whatever its style says.
EDGES = """() => [...document.querySelectorAll(
  ".hk-help__body, .hk-button, .hk-card, input, select, textarea"
)].filter((element) => !["hidden", "checkbox", "radio"].includes(element.type))
  .filter((element) => element.checkVisibility() && element.closest(".hk-hidden-visually") === null)
  .filter((element) => ["none", "hidden"].includes(getComputedStyle(element).borderTopStyle)
    || parseFloat(getComputedStyle(element).borderTopWidth) < 1)
  .map((element) => element.outerHTML.slice(0, 80))"""
# A link in a sentence is spared, as WCAG spares it: one that has words beside it in its line. What we
# have made to be pressed is 44 high; a plain link that stands alone, and a place on the map, which has
# its chip below, are at least 24 (WCAG 2.2, 2.5.8).
SMALL = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }))
  .filter((element) => !element.matches(".hk-skip") && element.closest("[hidden]") === null)
  .filter((element) => {
    const among = element.closest("p, li, dd, dt, td, figcaption");
    const beside = among ? among.textContent.trim().length - element.textContent.trim().length : 0;
    return !["inline", "inline-block"].includes(getComputedStyle(element).display) || beside <= 0;
  })
  .map((element) => {
    const cover = getComputedStyle(element, "::after");
    const whole = cover.content !== "none" && cover.position === "absolute"
      ? element.closest(".hk-card") ?? element
      : element.matches("input[type=checkbox], input[type=radio]") && element.labels.length
        ? element.labels[0] : element;
    const box = whole.getBoundingClientRect();
    return [Math.round(box.width), Math.round(box.height), element.outerHTML.slice(0, 90)];
  })
  .filter(([width, height, tag]) => width < 24 || height < 24
    || (height < 44 && /^<[a-z]+ class="hk-/.test(tag) && !tag.includes("hk-map")))"""
WORDS = """() => {
  const clear = (colour) => colour === "transparent" || colour.endsWith(", 0)");
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!clear(colour)) return colour;
    }
    return "";
  };
  const found = new Map();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.checkVisibility()) continue;
    if (element.closest("svg, script, .hk-skip")) continue;
    const colour = getComputedStyle(element).color;
    found.set(`${colour} ${ground(element)}`, [colour, ground(element), element.outerHTML.slice(0, 80)]);
  }
  return [...found.values()];
}"""


@pytest.mark.parametrize(
    ("width", "letters"),
    [(320, 16), (320, 24), (360, 32), (1280, 24), (1280, 32)],
    ids=["zoom 400 %", "zoom and letters", "phone, doubled", "desk, half more", "desk, doubled"],
)
def test_no_page_scrolls_sideways_on_a_small_screen_or_with_big_letters(
    visit: Open, site: str, width: int, letters: int
) -> None:
    page = visit(viewport={"width": width, "height": 800})
    # The reader's own setting, which moves the widths at which a page turns, too.
    asked = page.context.new_cdp_session(page)
    asked.send("Page.setFontSizes", {"fontSizes": {"standard": letters}})
    assert everywhere(page, site, WIDE) == {}
    root = page.evaluate("() => getComputedStyle(document.documentElement).fontSize")
    assert root == f"{1.125 * letters:g}px"


def test_where_only_a_few_colours_are_allowed_every_part_has_an_edge(
    visit: Open, site: str
) -> None:
    page = visit(viewport=PHONE, forced_colors="active")
    assert everywhere(page, site, EDGES) == {}


def test_nothing_moves_for_who_has_asked_for_that(visit: Open, site: str) -> None:
    page = visit(viewport=PHONE, reduced_motion="reduce")
    assert everywhere(page, site, MOVING) == {}


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_everything_to_press_is_large_enough_for_a_shaking_hand(
    visit: Open, site: str, size: ViewportSize
) -> None:
    small = everywhere(visit(viewport=size), site, SMALL)
    found = {f"{width} x {height}: {tag}" for all_ in small.values() for width, height, tag in all_}
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_every_pair_of_words_and_ground_is_one_that_is_measured(
    visit: Open, site: str, size: ViewportSize
) -> None:
    names = sorted(shown(read(TOKENS.read_text("utf-8"), "tokens.css"), dark=False))
    # Each colour gets a number of its own for blue, so that it can be known again.
    marked = {name: f"rgb(0, 0, {i})" for i, name in enumerate(names)}
    style = "".join(f"{name}: {mark} !important;" for name, mark in marked.items())
    # Without motion no colour is on its way to another.
    page = visit(viewport=size, reduced_motion="reduce", bypass_csp=True)
    said = everywhere(page, site, WORDS, style=f":root {{ {style} }}")
    pairs = {(marked[fore], marked[pair.ground]) for pair in PAIRS for fore in pair.fore}
    named = {mark: name for name, mark in marked.items()}
    new = {
        f"{named.get(fore, fore)} on {named.get(ground, ground)}: {where}"
        for found in said.values()
        for fore, ground, where in found
        if (fore, ground) not in pairs
    }
    assert not new, "\n".join(sorted(new))
