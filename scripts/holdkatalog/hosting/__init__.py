"""What a host is told of the site: the rules for browsers, and recipes for web servers."""

from holdkatalog.hosting.headers import (
    FORM_REFERRER,
    FORMS,
    META_POLICY,
    PERMISSIONS,
    POLICY,
    REFERRER,
    form_policy,
)
from holdkatalog.hosting.recipes import SERVERS, recipe

__all__ = [
    "FORMS",
    "FORM_REFERRER",
    "META_POLICY",
    "PERMISSIONS",
    "POLICY",
    "REFERRER",
    "SERVERS",
    "form_policy",
    "recipe",
]
