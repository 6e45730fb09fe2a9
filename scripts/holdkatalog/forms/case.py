"""What a form's script must know: the file that is changed, and where the answers may go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from holdkatalog.catalogue import Catalogue
from holdkatalog.confirming import standing_role
from holdkatalog.forms.things import Form
from holdkatalog.forms.ways import Ways
from holdkatalog.yamlfile import blob, outline


def case(form: Form, catalogue: Catalogue, ways: Ways, *, site: str, page: str) -> dict[str, Any]:
    """The facts of the form; `site` is the site's name, `page` the form's own address, "" where nobody knows it."""
    bridge = catalogue.municipality.bridge
    kind, address, branch = ways.forge
    new = form.kind == "ny-forening"
    return {
        "kind": form.kind,
        **_file(form),
        "club": form.club[0],
        "offer": form.offer[0],
        "offers": list(form.offers),
        **({"clubs": {one.id: one.name for one in catalogue.clubs}} if new else {}),
        "site": site,
        "page": page,
        "mail": bridge.mail,
        "phone": bridge.phone,
        "bridge": ways.bridge,
        "forge": {"kind": kind, "address": address, "branch": branch} if kind else None,
    }


def _file(form: Form) -> Mapping[str, Any]:
    if form.source is None:
        return {"file": "", "blob": "", "source": "", "outline": None, "by": ""}
    source = form.source.source
    return {
        "file": form.source.file,
        "blob": blob(source.encode()),
        "source": source,
        "outline": outline(form.source),
        "by": standing_role(form.source, form.offer[0] or None),
    }
