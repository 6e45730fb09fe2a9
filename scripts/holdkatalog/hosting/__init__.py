"""What a host is told of the site: the rules for browsers, and recipes for web servers."""

from holdkatalog.hosting.headers import META_POLICY, PERMISSIONS, POLICY, REFERRER
from holdkatalog.hosting.recipes import SERVERS, recipe

__all__ = ["META_POLICY", "PERMISSIONS", "POLICY", "REFERRER", "SERVERS", "recipe"]
