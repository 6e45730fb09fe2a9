"""Characters nobody sees: which are harmless in a text, and which are refused everywhere."""

from __future__ import annotations

import re
import unicodedata

# Spaces that Word, web pages and phones write instead of a space.
SPACES = "\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# Nothing to see at all: soft hyphen, zero width, word joiner, byte order mark, object marks.
NOTHING = "\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff\ufffc"
# Turn text round (bidi), steer a terminal, or have no agreed meaning (private use, tags).
_DANGEROUS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
    "\ud800-\udfff\ue000-\uf8ff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f\U000f0000-\U0010ffff"
)

# The mark a program leaves where it could not read a letter.
LOST = "\ufffd"

ODD = re.compile(f"[\t{LOST}{SPACES}{NOTHING}{_DANGEROUS}]")
HIDDEN = re.compile(f"[{SPACES}{NOTHING}]")
DANGEROUS = re.compile(f"[{_DANGEROUS}]")

_SPACE = re.compile(f"[\t{SPACES}]")
# Persian and many emoji need their joiners; among Latin letters a joiner is only a leftover.
_JOINER = re.compile("(?<![\u0590-\U0010ffff])[\u200c\u200d]")
_NOTHING = re.compile(f"(?![\u200c\u200d])[{NOTHING}]")
_BREAK = re.compile(r"\r\n?")

NAMES = {
    "\u00a0": "et hårdt mellemrum",
    "\u00ad": "en blød bindestreg",
    "\u202f": "et smalt hårdt mellemrum",
    "\ufeff": "et usynligt filmærke",
}


def named(character: str) -> tuple[str, str]:
    """The number of a character, `U+00A0`, and what to call it in Danish."""
    space = HIDDEN.match(character) and _SPACE.match(character)
    name = NAMES.get(character, "et særligt mellemrum" if space else "et usynligt tegn")
    return f"U+{ord(character):04X}", name


def normalise(text: str) -> str:
    """The text as it was meant: plain spaces and line breaks, nothing hidden, NFC.

    Dangerous characters are left in; they are a Problem of their own.
    """
    if text.isascii() and "\t" not in text and "\r" not in text:
        return text
    plain = _SPACE.sub(" ", _BREAK.sub("\n", text))
    return unicodedata.normalize("NFC", _JOINER.sub("", _NOTHING.sub("", plain)))


def visible(text: str) -> str:
    """The text with every dangerous character masked, one for one, so that columns stay true."""
    return DANGEROUS.sub("\ufffd", text)


def readable(text: str) -> str:
    """The text as YAML may be asked to read it: same length, nothing that upsets the parser.

    The byte order mark and the dangerous characters become a zero-width space, which is dropped
    from the values later; the two line separators become spaces, since YAML would break there.
    """
    plain = DANGEROUS.sub("\u200b", text).replace("\ufeff", "\u200b")
    return plain.replace("\u2028", " ").replace("\u2029", " ")
