"""The door to `holdkatalog new`: the questions at a terminal, and the file that comes of them.

Nothing that was answered is lost: when the asking stops on the way, the answers lie in a draft beside
the clubs' files, and the next time it's offered to go on from there.
"""

from holdkatalog.asking.talk import DRAFT, Ended, converse
from holdkatalog.asking.voice import Voice

__all__ = ["DRAFT", "Ended", "Voice", "converse"]
