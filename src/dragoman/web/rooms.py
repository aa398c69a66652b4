"""The rooms of the site: the modules whose `DOORS` make up its addresses. A new room adds its line."""

from __future__ import annotations

from importlib import import_module

from dragoman.web.route import Door

ROOMS = (
    "dragoman.web.api.doors",
    "dragoman.web.pages.jobs",
    "dragoman.web.pages.importing",
    "dragoman.web.pages.lists",
    "dragoman.web.pages.screening",
    "dragoman.web.pages.hits",
    "dragoman.web.pages.review",
    "dragoman.web.pages.comparing",
    "dragoman.web.pages.start",
    "dragoman.web.pages.search",
    "dragoman.web.pages.ties",
    "dragoman.web.pages.dossier",
    "dragoman.web.pages.documents",
    "dragoman.web.pages.reader",
    "dragoman.web.pages.check",
    "dragoman.web.pages.decisions",
    "dragoman.web.pages.entering",
    "dragoman.web.pages.settings",
    "dragoman.web.pages.expo_records",
    "dragoman.web.pages.expo_overview",
    "dragoman.web.pages.expo_figures",
    "dragoman.web.pages.expo_list",
    "dragoman.web.pages.expo_plan",
    "dragoman.web.pages.expo_drafts",
    "dragoman.web.pages.expo_networks",
    "dragoman.web.pages.expo_contests",
    "dragoman.web.pages.expo_papers",
    "dragoman.web.pages.expo_links",
    "dragoman.web.pages.expo_mine",
    "dragoman.web.pages.expo_due",
    "dragoman.web.pages.expo_visits",
    "dragoman.web.pages.expo_delegations",
    "dragoman.web.pages.expo_agreements",
    "dragoman.web.pages.expo_cooperations",
    "dragoman.web.pages.expo_consultations",
)


def doors() -> list[Door]:
    """Every address of the site. Of two that fit the first answers."""
    return [door for name in ROOMS for door in import_module(name).DOORS]
