"""What a change of the files changes for those who read the site: before and after, in the site's own words.

For whoever must say yes to a change, and for whoever sent it: neither should have to read a diff.
"""

from holdkatalog.changes.finding import Change, Kind, Line, changes
from holdkatalog.changes.telling import in_markdown, in_text

__all__ = ["Change", "Kind", "Line", "changes", "in_markdown", "in_text"]
