"""Who a source repeats in the end: how many sources are independent is asked of their origins."""

from __future__ import annotations

from collections.abc import Mapping

from habeas.claims.claim import Source


def origin_of(source: Source, sources: Mapping[str, Source]) -> str:
    """Reprints of one agency, and two pages of one publisher, are one source. `sources` are all known, by id; what is repeated may be named
    by its id or its SHA-256, and stands for itself where it is not here.
    """
    by_bytes = {s.sha256: s for s in sources.values() if s.sha256} if source.derived_from else {}
    seen: set[str] = set()
    while source.derived_from and source.id not in seen:
        seen.add(source.id)
        repeated = sources.get(source.derived_from) or by_bytes.get(source.derived_from)
        if repeated is None:
            return source.derived_from
        source = repeated
    return (source.list_name or source.name).casefold()
