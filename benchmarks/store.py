"""Measure the store: statements a second up to the last, views included, then opening, showing, searching, size.

    python benchmarks/store.py                        1,000,000 statements
    python benchmarks/store.py --statements 100000 --one-by-one

Times are wall clock with this process's CPU time beside them. Making the statements is not counted.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from synthetic import Synthetic

from dragoman.model.decision import Decision, Subject
from dragoman.store import Store

GROUP = 200  # documents made, then taken
REPEATS = 5  # the median is printed
FLOORS = {"taken": 20_000, "open": 500, "entity": 50, "hub": 150, "search": 100}


def fill(store: Store, source: Synthetic, statements: int, one_by_one: bool) -> None:
    """Append and print the speed of each tenth."""
    documents = source.documents(statements)
    taken, wall, cpu, mark = 0, 0.0, 0.0, statements // 10
    since = (0, 0.0, 0.0)
    while group := list(islice(documents, GROUP)):
        clock, used = time.perf_counter(), time.process_time()
        if one_by_one:
            for document, found in group:
                store.add(document, found)
        else:
            store.add_many(group)
        wall, cpu = wall + time.perf_counter() - clock, cpu + time.process_time() - used
        taken += sum(len(found) for _, found in group)
        if taken - since[0] >= mark or taken >= statements:
            speeds = [(taken - since[0]) / (now - then) for now, then in ((wall, since[1]), (cpu, since[2]))]
            print(f"{taken:>10,} statements  {speeds[0]:>8,.0f}/s  {speeds[1]:>8,.0f}/s of CPU", flush=True)
            since = (taken, wall, cpu)
    print(f"{taken:>10,} in all         {taken / wall:>8,.0f}/s  {taken / cpu:>8,.0f}/s of CPU  (floor {FLOORS['taken']:,}/s)")


def timed(what: str, call: Callable[[], object], floor: int | None = None) -> None:
    """Print how long a call takes: the first, the median of the next, and the CPU time of the median."""
    times = []
    for _ in range(REPEATS + 1):
        clock, used = time.perf_counter(), time.process_time()
        call()
        times.append(((time.perf_counter() - clock) * 1000, (time.process_time() - used) * 1000))
    first, (median, cpu) = times[0][0], sorted(times[1:])[REPEATS // 2]
    wanted = f"  (floor {floor} ms)" if floor else ""
    print(f"{what:<44} first {first:>8.1f} ms  median {median:>8.1f} ms  CPU {cpu:>8.1f} ms{wanted}", flush=True)


def ask(folder: Path, source: Synthetic) -> None:
    """Time opening and every question a page asks."""
    timed("open", lambda: Store.open(folder).close(), FLOORS["open"])
    with Store.open(folder) as store:
        some = [r.id for r in store.entities(schema="Company", limit=3, offset=100).rows]
        row = store.entities(limit=1, offset=50).rows[0]
        hub = store.canonical(source.hub_id)
        timed(f"entity ({row.statements} statements)", lambda: store.entity(row.id), FLOORS["entity"])
        size = store.entity_page(hub).total
        timed(f"entity_page of the hub ({size:,} statements)", lambda: store.entity_page(hub), FLOORS["hub"])
        timed("entity_page of the hub, last page", lambda: store.entity_page(hub, offset=size - 200), FLOORS["hub"])
        timed("entity of the hub, all statements", lambda: store.entity(hub))
        timed("adjacent of the hub", lambda: store.adjacent(hub), FLOORS["entity"])
        for words in ("technology", "works technology", "科学", "институт", "ministry", "nothingofthekind", "technology busy"):
            timed(f"search {words}", lambda words=words: store.search(words), FLOORS["search"])  # type: ignore[misc]
        timed("search technology, schema Company", lambda: store.search("technology", schema="Company"), FLOORS["search"])
        timed("find_entities", lambda: store.find_entities("Ministry of Everything"))
        timed("entities, first page", store.entities)
        timed("entities of a kind, 100th page", lambda: store.entities(kind="organisation", offset=5000))
        timed("facets country", lambda: store.facets("country"))
        timed("counts", store.counts)
        clock = time.perf_counter()
        store.decide(Decision(Subject.IDENTITY, (some[0], some[1]), "same", "rule:benchmark", "2026-01-01"))
        print(f"decide on two small entities {(time.perf_counter() - clock) * 1000:.1f} ms")
        clock = time.perf_counter()
        store.decide(Decision(Subject.IDENTITY, (some[2], hub), "same", "rule:benchmark", "2026-01-01"))
        print(f"decide on the hub {(time.perf_counter() - clock) * 1000:.1f} ms")


def main() -> None:
    """Run it."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--statements", type=int, default=1_000_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--one-by-one", action="store_true", help="one transaction a document")
    options.add_argument("--check", action="store_true", help="compare the views with a rebuild at the end")
    options.add_argument("--folder", type=Path, help="keep the workspace there; one that is there is only asked")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary)
        source = Synthetic(chosen.seed)
        if not (folder / "dragoman.sqlite").exists():
            with Store.open(folder, create=True) as store:
                fill(store, source, chosen.statements, chosen.one_by_one)
        ask(folder, source)
        size = sum(f.stat().st_size for f in folder.glob("dragoman.sqlite*"))
        with Store.open(folder) as store:
            counts = store.counts()
            print(counts)
            print(f"{size / 1e6:,.0f} MB, {size / counts['statements']:,.0f} bytes a statement, documents included")
            print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")
            if chosen.check:
                clock = time.perf_counter()
                print(store.check() or "views equal a rebuild", f"({time.perf_counter() - clock:.1f} s)")


if __name__ == "__main__":
    main()
