"""The attention of an exhibit: enquiries and contacts with their entries; one for military end use goes nowhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_samples import ANNA, BORIS, Typed

from dragoman.base.errors import HeldError, UsageError
from dragoman.workspace import Workspace, open_workspace
from dragoman.workspace.edition_export import export_records


@pytest.fixture
def hall(tmp_path: Path) -> Workspace:
    made = open_workspace(tmp_path / "w", create=True)
    made.expo.enter("Company", {"name": "Harbour Institute"}, by=ANNA)
    made.expo.enter("Company", {"name": "Port Optics Ltd"}, by=ANNA)
    for name in ("Sonar", "Buoy"):
        made.expo.enter("Exhibit", {"name": name, "exhibitor": "Harbour Institute"}, by=ANNA)
    return made


def test_an_enquiry_is_a_dated_record_with_its_entry(hall: Workspace) -> None:
    book = hall.attention
    named = book.enquire("Sonar", "Does it work in shallow water?", by=ANNA, who="Port Optics Ltd", date="2019-06-14")
    book.enquire("Sonar", "what does it cost?", by=BORIS, who="unnamed: a maker of pumps", date="2019-06-15")
    book.enquire("Sonar", "what does it cost?", by=BORIS, date="2019-06-15")  # another who asks the same
    found = book.of("Sonar")
    assert [(r.date, r.what) for r in found.rows][-1] == ("2019-06-14", "Does it work in shallow water?")
    assert (found.enquiries, found.contacts, found.askers, len(found.leads)) == (3, 0, 2, 3)
    assert found.captions[named.who] == "Port Optics Ltd"
    proof = hall.store.statement(named.statement).evidence[0]
    assert (proof.speaker, proof.exact) == (ANNA, "Does it work in shallow water?")
    assert proof.exact in hall.store.document(proof.document).text


def test_contacts_and_answers_and_all_of_an_exhibitor(hall: Workspace) -> None:
    book = hall.attention
    book.contact("Sonar", "Port Optics Ltd", by=ANNA, what="saw it at work", date="2019-06-14")
    asked = book.enquire("Buoy", "who repairs it?", by=ANNA, date="2019-06-15")
    book.enquire("Harbour Institute", "do they take students?", by=ANNA, date="2019-06-16")
    assert book.answer(asked.id, "we do", by=BORIS, date="2019-06-17").answer == "we do"
    found = book.of("Harbour Institute")
    told = [(found.captions[r.about], r.kind, r.answer) for r in found.rows]
    assert told == [("Harbour Institute", "enquiry", ""), ("Buoy", "enquiry", "we do"), ("Sonar", "contact", "")]
    assert book.of("Port Optics Ltd").rows[0].kind == "contact"


def test_one_for_military_end_use_is_recorded_and_no_lead(hall: Workspace) -> None:
    book = hall.attention
    made = [
        book.enquire("Sonar", "can it guide torpedoes against warships?", by=ANNA),
        book.enquire("Sonar", "а для вооружённых сил?", by=ANNA),
        book.enquire("Sonar", "what does it weigh?", by=ANNA, end_use="military"),
    ]
    book.enquire("Sonar", "what does it weigh?", by=ANNA, end_use="civil")
    assert [m.is_lead for m in made] == [False] * 3
    found = book.of("Sonar")
    assert (len(found.rows), len(found.leads)) == (4, 1)
    with pytest.raises(HeldError, match="not passed on"):
        book.answer(made[0].id, "twenty kilos", by=BORIS)
    hall.expo.correct(made[2].id, "endUse", "civil", by=ANNA)  # what was said and taken back still counts
    assert len(book.of("Sonar").leads) == 1


@pytest.mark.parametrize("whole", [True, False])
def test_no_export_takes_one_for_military_end_use_along(hall: Workspace, tmp_path: Path, whole: bool) -> None:
    hall.expo.enter("Expo", {"name": "Tidal Fair"}, by=ANNA)
    edition = hall.expo.enter("Edition", {"name": "Tidal Fair 3"}, by=ANNA, of="Tidal Fair")
    for exhibit in ("Sonar", "Buoy"):
        hall.expo.correct(hall.expo.find(exhibit), "edition", edition, by=ANNA)
    hall.attention.enquire("Sonar", "is it good for guiding missiles?", by=ANNA, who="Port Optics Ltd")
    hall.attention.enquire("Sonar", "how deep does it go?", by=ANNA)
    done = export_records(hall, tmp_path / "x.json", "json", "" if whole else edition)
    written = (tmp_path / "x.json").read_text(encoding="utf-8")
    assert len(done.held) == 1
    assert "how deep does it go?" in written
    assert "missiles" not in written


def test_what_cannot_be_is_told(hall: Workspace) -> None:
    book = hall.attention
    for way, why in (
        (lambda: book.enquire("Sonar", " ", by=ANNA), "what was asked"),
        (lambda: book.enquire("Nothing", "what is it?", by=ANNA), "Nothing"),
        (lambda: book.contact("Sonar", "", by=ANNA), "with somebody"),
        (lambda: book.enquire("Sonar", "how much?", by=" "), "nobody is named"),
        (lambda: book.enquire("Sonar", "how much?", by=ANNA, date="tomorrow"), "date"),
    ):
        with pytest.raises(UsageError, match=why):
            way()
    assert not book.of("Sonar").rows


def test_attention_as_it_is_typed(hall: Workspace) -> None:
    typed = Typed(hall.folder)
    asked = typed.by("enquire", "Sonar", "how deep?", "--who", "Port Optics Ltd", "--date", "2019-06-14").strip()
    typed.by("enquire", "Sonar", "met at the stand", "--who", "unnamed: a port", "--contact", "--date", "2019-06-15")
    typed.by("enquire", asked, "200 metres", "--answer", "--date", "2019-06-16", who=BORIS)
    typed.by("enquire", "Sonar", "for the navy?", "--end-use", "military")
    rows = json.loads(typed("attention", "Harbour Institute", "--format", "json"))
    assert [(r["kind"], r["who"], r["answer"], r["lead"]) for r in rows][1:] == [
        ("contact", "a port", "", True), ("enquiry", "Port Optics Ltd", "200 metres", True),
    ]  # fmt: skip
    assert (rows[0]["what"], rows[0]["lead"]) == ("for the navy?", False)
    with pytest.raises(UsageError, match="do not go together"):
        typed.by("enquire", "Sonar", "x", "--contact", "--answer")
