"""How long the PDF programme of a large edition takes: 10,964 entries in three scripts, under 10 CPU seconds wanted.

python benchmarks/papers.py [--entries 10964] [--docx] [--badges 3700] [--keep FILE]
"""

from __future__ import annotations

import argparse
import resource
import time
from datetime import datetime, timedelta
from pathlib import Path

from dragoman.report.papers.badges import badges
from dragoman.report.papers.content import Badge, Badges, Entry, Programme
from dragoman.report.papers.pdf import pdf
from dragoman.report.papers.programme import programme
from dragoman.report.papers.word import docx

SUBJECTS = (
    ("Spherical robot for search and rescue", "Робот-шар для поиска и спасения", "用于搜救的球形机器人"),
    ("Picosecond laser for fine cutting", "Пикосекундный лазер для тонкой резки", "用于精密切割的皮秒激光器"),
    ("Artificial diamond plates", "Пластины искусственного алмаза", "人造金刚石片材"),
    ("Fibre sensors for bridges", "Волоконные датчики для мостов", "桥梁用光纤传感器"),
    ("Water treatment with membranes", "Очистка воды мембранами", "膜法水处理"),
)
PLACES = tuple({"en": f"Hall {n}", "ru": f"Зал {n}", "zh": f"{n}号馆"} for n in range(1, 9))
SPEAKER = {"en": "Ivan Petrov", "ru": "Иван Петров", "zh": "伊万·彼得罗夫"}


def made(count: int) -> Programme:
    """So many releases over five days, each with a title in three scripts."""
    first = datetime(2017, 9, 7, 9)
    entries = []
    for n in range(count):
        start = first + timedelta(days=n % 5, minutes=10 * (n // 5 % 48))
        title = {lang: f"{text}, {n}" for lang, text in zip(("en", "ru", "zh"), SUBJECTS[n % len(SUBJECTS)], strict=True)}
        entries.append(Entry(str(n), start, start + timedelta(minutes=10), title, PLACES[n % 8], (SPEAKER,), "release"))
    return Programme({"en": "5th expo", "ru": "5-я выставка", "zh": "第五届科博会"}, tuple(entries))


def cards(count: int) -> Badges:
    """So many badges, each with a body, a post and a stand of its own."""
    made = (
        Badge({**SPEAKER, "en": f"Ivan Petrov {n}"}, "engineer", f"Rover {n} Ltd", f"A{n}", "", "exhibitor", "RU")
        for n in range(count)
    )
    return Badges("5th expo", tuple(made))


def main() -> None:
    """Set it once in each script's reading and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=10_964)
    parser.add_argument("--docx", action="store_true", help="also as DOCX")
    parser.add_argument("--badges", type=int, default=0, help="so many badges too")
    parser.add_argument("--keep", type=Path, help="write the PDF there")
    asked = parser.parse_args()
    plan = made(asked.entries)
    for name, form in (("PDF", pdf), ("DOCX", docx))[: 1 + asked.docx]:
        start, wall = time.process_time(), time.perf_counter()
        file = form(programme(plan, "zh", ("ru", "en")))
        took, waited = time.process_time() - start, time.perf_counter() - wall
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        size = f"{len(file) / 1e6:.1f} MB, peak {peak:.0f} MB"
        print(f"{name} of {asked.entries:,} entries: {took:.2f} s CPU, {waited:.1f} s, {size}")
        if asked.keep and form is pdf:
            asked.keep.write_bytes(file)
    if asked.badges:
        start = time.process_time()
        size = len(badges(cards(asked.badges), "en")) / 1e6
        print(f"{asked.badges:,} badges: {time.process_time() - start:.2f} s CPU, {size:.1f} MB")


if __name__ == "__main__":
    main()
