"""Resolving a workspace: documents in three scripts, particulars that come later, identifiers, damage."""

from __future__ import annotations

from pathlib import Path

from resolve_samples import Party, ident, party, said, workspace

from dragoman import open_workspace
from dragoman.base.settings import Settings
from dragoman.model.decision import Judgement
from dragoman.workspace import Workspace
from dragoman.workspace.resolving import Resolving

TEXTS = {
    "en.txt": "NANJING, May 3, 2018 -- Harbin Engineering University and Nanjing University signed an agreement. "
    "Nanjing University of Aeronautics and Astronautics took part.\n",
    "zh.txt": "南京5月3日电 哈尔滨工程大学与南京大学签署协议。南京航空航天大学也参加了活动。\n",
    "ru.txt": "НАНКИН, 3 мая 2018 г. Харбинский инженерный университет и Нанкинский университет подписали соглашение.\n",
}


def one(made: Workspace, left: Party, right: Party) -> bool:
    return made.store.canonical(ident(left)) == made.store.canonical(ident(right))


def test_documents_in_three_scripts(tmp_path: Path) -> None:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with open_workspace(tmp_path / "w", create=True, settings=Settings(models=False, processes=1)) as made:
        made.documents.read([tmp_path / name for name in TEXTS])
        resolving = Resolving(made)
        resolving.run()

        def cluster(name: str) -> str:
            return made.entities.find(name)

        captions = [{made.store.captions([i])[i] for i in (w.left, w.right)} for w in resolving.queue()]
        for spelt in ("哈尔滨工程大学", "Харбинский инженерный университет"):
            same = cluster(spelt) == cluster("Harbin Engineering University")
            assert same or any(spelt in pair for pair in captions)
        assert cluster("南京大学") == cluster("Nanjing University")
        assert cluster("Nanjing University") != cluster("Nanjing University of Aeronautics and Astronautics")
        assert cluster("南京大学") != cluster("南京航空航天大学")
        assert made.store.check() == []


def test_every_join_is_logged_with_score_and_version(tmp_path: Path) -> None:
    left, right = party("d1", "Nanjing University"), party("d2", "南京大学")
    with workspace(tmp_path, left, right) as made:
        assert Resolving(made).run().joined == 1
        (decision,) = made.identity.all()
        assert decision.by == "rule:engine" and decision.score and decision.version.startswith("engine ")
        assert "南京大学" in decision.note and "Nanjing University" in decision.note


def test_a_branch_is_not_joined_to_its_body(tmp_path: Path) -> None:
    body, branch = party("d1", "Rosatom", "Company"), party("d1", "Rosatom Shanghai Branch", "Company")
    with workspace(tmp_path, body, branch) as made:
        Resolving(made).run()
        assert not one(made, body, branch)


def test_only_what_is_new_is_looked_at(tmp_path: Path) -> None:
    told = [party("d1", name) for name in ("Harbin Engineering University", "Rosatom", "Moscow State University")]
    with workspace(tmp_path, *told) as made:
        assert Resolving(made).run().fresh == 3
        late = party("d2", "Росатом")
        made.store.add(None, said(late))
        done = Resolving(made).run()
        assert (done.fresh, done.judged, done.joined) == (1, 1, 1)
        assert one(made, told[1], late)


def test_what_comes_later_takes_a_join_back_and_gives_it_again(tmp_path: Path) -> None:
    left, right = party("d1", "Rosatom", country="ru"), party("d2", "Росатом")
    with workspace(tmp_path, left, right) as made:
        Resolving(made).run()
        assert one(made, left, right)
        abroad = said(party("d2", "Росатом", country="bg"))[1]
        made.store.add(None, [abroad])
        assert Resolving(made).run().withdrawn == 1 and not one(made, left, right)
        made.store.retract(abroad.id, by="Anna Weber", note="another firm's")
        assert Resolving(made).run().joined == 1 and one(made, left, right)


def test_an_identifier_that_comes_later_parts_and_when_retracted_no_longer(tmp_path: Path) -> None:
    left, right = party("d1", "Rosatom", innCode="7701234567"), party("d2", "Росатом")
    with workspace(tmp_path, left, right) as made:
        Resolving(made).run()
        number = said(party("d2", "Росатом", innCode="5029112443"))[1]
        made.store.add(None, [number])
        assert Resolving(made).run().apart == 1 and not one(made, left, right)
        made.store.retract(number.id, by="Anna Weber", note="another firm's")
        assert Resolving(made).run().withdrawn == 1 and one(made, left, right)
        made.store.add(None, said(party("d3", "Росатом", innCode="5029112443")))
        Resolving(made).run()
        assert not one(made, left, party("d3", "Росатом"))


def test_namesakes_chained_by_a_third_are_parted_by_their_identifiers(tmp_path: Path) -> None:
    told = [party("d1", "Orion Plant", innCode="7701234567"), party("d2", "Orion Plant"),
            party("d3", "Orion Plant", innCode="5029112443")]  # fmt: skip
    with workspace(tmp_path, *told) as made:
        done = Resolving(made).run()
        assert done.spellings == 2 and not one(made, told[0], told[2])
        (apart,) = [d for d in made.identity.all() if d.verdict == Judgement.DIFFERENT]
        assert apart.by == "rule:identifiers" and "innCode" in apart.note
        made.identity.undo(apart, by="Anna Weber", note="a typing error")
        assert one(made, told[0], told[2])
        Resolving(made).run(everything=True)
        assert one(made, told[0], told[2])


def test_a_join_that_a_person_took_back_is_not_made_again_by_a_newcomer(tmp_path: Path) -> None:
    left, right = party("d1", "Rosatom"), party("d1", "Росатом")
    with workspace(tmp_path, left, right) as made:
        Resolving(made).run()
        (join,) = made.identity.all()
        made.identity.undo(join, by="Anna Weber", note="not sure")
        newcomers = [party(f"n{n}", name) for n in range(4) for name in ("Rosatom", "Росатом")]
        made.store.add(None, [s for p in newcomers for s in said(p)])
        Resolving(made).run()
        assert not one(made, left, right)


def test_a_damaged_index_or_queue_is_made_anew(tmp_path: Path) -> None:
    left, right = party("d1", "Li Wei", "Person"), party("d2", "李伟", "Person")
    with workspace(tmp_path, left, right) as made:
        Resolving(made).run()
        assert len(Resolving(made).queue()) == 1
        for file in (tmp_path / "resolve").iterdir():
            file.write_bytes(b"\x00broken")
        assert Resolving(made).queue() == []
        done = Resolving(made).run()
        assert (done.fresh, done.waiting) == (2, 1)
