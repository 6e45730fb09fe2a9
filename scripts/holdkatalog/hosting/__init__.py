"""What a host is told of the site: the rules for browsers, and recipes for web servers."""

from holdkatalog.hosting.headers import META_POLICY, POLICY, REFERRER

__all__ = ["META_POLICY", "POLICY", "REFERRER"]
