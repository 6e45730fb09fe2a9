"""The door through which a list comes in: it reads the files, and writes the clubs' files that are right."""

from holdkatalog.importing.work import Asked, bring_in

__all__ = ["Asked", "bring_in"]
