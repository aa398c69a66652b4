"""What a web page says of itself in its head: title, publisher, author, date of release, address."""

from __future__ import annotations

import json
import re
from typing import Any

TITLE = ("og:title", "twitter:title", "dc.title", "headline", "articletitle")
SITE = ("og:site_name", "application-name", "dc.publisher", "publisher", "contentsource", "sitename")
AUTHOR = ("author", "article:author", "dc.creator", "byl", "sailthru.author")
DATE = (
    "article:published_time", "datepublished", "pubdate", "publishdate", "publish_date", "dc.date.issued", "dc.date", "date",
    "og:published_time", "parsely-pub-date", "sailthru.date", "publicationdate", "firstpublishedtime", "dcterms.created",
)  # fmt: skip
_ISO = re.compile(r"(?P<y>(?:19|20)\d\d)[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})")
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[-/]?([01]\d)[-/]?([0-3]\d)(?=[/_t.-])")
_SITE_TAIL = re.compile(r"\s+[-–—|_·]\s+[^-–—|_·]{2,40}$|[_|][^_|]{2,30}$")


def known(tree: Any) -> dict[str, Any]:
    """The fields of a document that the head of a page tells; fields it is silent on are left out."""
    meta = _meta(tree)
    linked = _linked(tree)
    heads = [" ".join("".join(h.itertext()).split()) for h in tree.iter("h1")]
    shown = " ".join((tree.findtext(".//title") or "").split())
    title = _first(meta, TITLE) or linked.get("headline", "") or (heads[0] if len(heads) == 1 else "") or _own(shown)
    if len(heads) == 1 and heads[0] and title.startswith(heads[0]):
        title = heads[0]
    address = _link(tree) or _first(meta, ("og:url",))
    author = linked.get("author", "") or _first(meta, AUTHOR)
    told = {
        "title": _own(title) if title == shown else title,
        "publisher": _first(meta, SITE) or linked.get("publisher", ""),
        "authors": tuple(a for a in re.split(r"\s*[,;、]\s*", author) if a and not a.startswith("http")),
        "published": _date(linked.get("date", "")) or _date(_first(meta, DATE)) or _time(tree) or _of_url(address),
        "source_url": address if address.startswith("http") else "",
    }
    return {key: value for key, value in told.items() if value}


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = " ".join((element.get("content") or "").split())
        if key and value:
            found.setdefault(key.lower(), value)
    return found


def _first(meta: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((meta[k] for k in keys if k in meta), "")


def _link(tree: Any) -> str:
    return next((e.get("href") or "" for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower()), "")


def _own(title: str) -> str:
    """A page title without the name of the site behind it."""
    return _SITE_TAIL.sub("", title) or title


def _linked(tree: Any) -> dict[str, str]:
    """Article fields of the page's JSON-LD."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            value = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        items = value if isinstance(value, list) else value.get("@graph", [value]) if isinstance(value, dict) else []
        for item in items if isinstance(items, list) else []:
            if isinstance(item, dict) and ("headline" in item or "datePublished" in item):
                return {
                    "headline": str(item.get("headline") or ""), "date": str(item.get("datePublished") or ""),
                    "author": _name(item.get("author")), "publisher": _name(item.get("publisher")),
                }  # fmt: skip
    return {}


def _name(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(n for v in value if (n := _name(v)))
    return str(value.get("name") or "") if isinstance(value, dict) else str(value or "")


def _time(tree: Any) -> str:
    """A time element marked as the publication's."""
    for element in tree.iter("time"):
        if element.get("pubdate") is not None or "publish" in (element.get("itemprop") or "").lower():
            return _date(element.get("datetime") or "")
    return ""


def _date(value: str) -> str:
    match = _ISO.search(value)
    return f"{match['y']}-{int(match['m']):02d}-{int(match['d']):02d}" if match else ""


def _of_url(address: str) -> str:
    """News sites write the date of release into the address."""
    match = _URL_DATE.search(address)
    return "-".join(match.groups()) if match and 1 <= int(match[2]) <= 12 and 1 <= int(match[3]) <= 31 else ""
