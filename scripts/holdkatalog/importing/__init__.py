"""The door through which a list comes in: it reads the files, and writes the clubs' files that are right."""

from holdkatalog.importing.work import Answer, Asked, Counts, bring_in

__all__ = ["Answer", "Asked", "Counts", "bring_in"]
