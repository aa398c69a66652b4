"""Speed and memory of the extraction: documents a second on two processes, characters a second, resident memory.

    python benchmarks/extract.py                 every language, patterns alone and with models
    python benchmarks/extract.py --lang en --models no --seconds 5

Each document has 3,600 characters (Chinese: 1,800), made of the sentences below with other names each time, so that no cache
of a name helps. Every process reads documents for the given time after one that warms it up. The whole extraction is
measured: sentences, names, grammar, statements. Time is that of the processors, so that other work on the machine does not
count; the last column but one gives the same by the clock.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import resource
import time
from itertools import count

os.environ.setdefault("OMP_NUM_THREADS", "1")

SIZE = {"en": 3600, "ru": 3600, "zh": 1800}
FLOORS = {("en", "yes"): "12 documents/s", ("en", "no"): "150 documents/s (300 wanted)", ("ru", "yes"): "60,000 characters/s",
          ("zh", "yes"): "15,000 characters/s"}  # fmt: skip
PLAIN = {  # as in real reports, most sentences say little that is counted
    "en": [
        "The morning was cold, and those who had come early warmed their hands on paper cups while the doors stayed shut.",
        "Nobody expected that the small machine in the corner would draw the longest line of the whole day.",
        "It took the team almost three years to find out why the sensor failed when the air grew damp.",
        "What matters, people here like to repeat, is not the price but whether the thing still works after a winter.",
        "Later in the afternoon the talk turned to customs forms, spare parts and the patience that both of them demand.",
        "Students took pictures, asked questions and tried to steer the vehicle around a row of plastic cones.",
        "The idea had been dropped twice before, once for lack of money and once because the material was too brittle.",
        "Visitors who stayed until evening saw the arm lift a glass of water without spilling a single drop.",
    ],
    "ru": [
        "Утро выдалось холодным, и те, кто пришёл раньше, грели руки о бумажные стаканы, пока двери оставались закрытыми.",
        "Никто не ожидал, что небольшая машина в углу соберёт самую длинную очередь за весь день.",
        "Почти три года ушло на то, чтобы понять, почему датчик отказывает при высокой влажности.",
        "Главное, любят повторять здесь, не цена, а то, будет ли вещь работать после зимы.",
        "К вечеру разговор зашёл о таможенных бумагах, запасных частях и терпении, которого требует и то и другое.",
        "От этой мысли отказывались дважды: сначала не было денег, потом материал оказался слишком хрупким.",
    ],
    "zh": [
        "早晨天气很冷，先到的人捧着纸杯取暖，大门还没有打开。",
        "谁也没有想到，角落里那台小小的机器前排起了最长的队伍。",
        "为了弄清传感器受潮失灵的原因，大家花了将近三年时间。",
        "这里的人常说，价格并不重要，重要的是过了冬天还能不能用。",
        "傍晚时分，话题转到了报关单、备件以及两者都需要的耐心。",
        "这个想法曾两次被放弃，一次因为缺钱，一次因为材料太脆。",
    ],
}  # fmt: skip
SENTENCES = {
    "en": [
        "{city}, June {n} -- The {n}th {city} Fair of Advanced Instruments opened on Thursday with more than {n}00 exhibitors.",
        "It was organised by the Ministry of Science and Technology and {city} municipal government.",
        "{first} {last}, chief engineer of {last} Robotics Co. Ltd, showed a welding robot made by his company.",
        "A delegation headed by vice governor {first} {last} visited the Institute of Optics of {city}.",
        "The company has partners in Germany and Hungary, but none in China so far, he said.",
        "Over {n} memoranda worth {n}.5 million U.S. dollars were signed with firms from countries along the Belt and Road.",
        *PLAIN["en"],
    ],
    "ru": [
        "{city}, {n} июня. В городе открылась {n}-я выставка приборов, в которой участвуют более {n}00 предприятий.",
        "Её организовали Министерство промышленности и торговли и администрация города {city}.",
        "Директор ООО «{last}-Робот» {first} {last} показал гостям сварочного робота.",
        "Делегация во главе с вице-губернатором посетила Институт оптики Академии наук.",
        "Подписано {n} соглашений о намерениях на сумму {n},5 млн долларов со странами БРИКС.",
        *PLAIN["ru"],
    ],
    "zh": [
        "{n}日，第{n}届{city}先进装备博览会开幕，{n}00多家企业参展。",
        "本届展会由科技部、中国科学院和{city}市人民政府共同主办。",
        "{last}氏机器人有限公司总经理{last}{first}向来宾展示了焊接机器人。",
        "以副省长{last}{first}为团长的代表团参观了{city}光学研究所。",
        "双方签署了{n}项协议，总金额达{n}.5亿元。",
        *PLAIN["zh"],
    ],
}  # fmt: skip
WORDS = {
    "en": (["Lewin", "Daria", "Piotr", "Ivan", "Helen"], ["Orvath", "Kestrel", "Maliko"], ["Mianyang", "Kazan", "Brno"]),
    "ru": (["Глеб", "Дарья", "Пётр", "Илья"], ["Орлов", "Кестрин", "Маликов"], ["Казань", "Томск", "Троицк"]),
    "zh": (["立新", "海燕", "明远"], ["沈", "罗", "梁"], ["绵阳", "新乡", "哈尔滨"]),
}  # fmt: skip


def document(lang: str, number: int) -> str:
    """A document of the usual length; the number seeds its names."""
    chance, parts, size = random.Random(number), [], 0
    first, last, city = WORDS[lang]
    while size < SIZE[lang]:
        sentence = chance.choice(SENTENCES[lang]).format(
            first=chance.choice(first), last=chance.choice(last), city=chance.choice(city), n=chance.randint(2, 99)
        )
        parts.append(sentence)
        size += len(sentence) + 1
    text = ("" if lang == "zh" else " ").join(parts)
    return "\n\n".join(text[i : i + 600] for i in range(0, len(text), 600))


def work(task: tuple[str, bool, float, int]) -> tuple[int, int, float, int, float, float]:
    """Documents, characters, seconds by the clock, statements, megabytes and processor seconds of one process."""
    lang, models, seconds, seed = task
    from dragoman.extract.rules import RuleExtractor
    from dragoman.model.document import Block, Document

    extractor, read, characters, statements, began, used = RuleExtractor(models=models), 0, 0, 0, 0.0, 0.0
    for number in count(seed):
        text = document(lang, number)
        blocks, at = [], 0
        for part in text.split("\n\n"):
            blocks.append(Block(at, at + len(part), "paragraph", lang))
            at += len(part) + 2
        made = extractor.extract(Document(f"{number:064x}", "made.txt", "text/plain", text, tuple(blocks), lang=lang))
        if not began:  # the first one loads vocabularies and model
            began, used = time.perf_counter(), time.process_time()
            continue
        read, characters, statements = read + 1, characters + len(text), statements + len(made)
        if (spent := time.perf_counter() - began) >= seconds:
            break
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return read, characters, spent, statements, memory, time.process_time() - used


def main() -> None:
    """Print the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--lang", choices=SIZE, action="append")
    ask.add_argument("--models", choices=("yes", "no"), action="append")
    ask.add_argument("--processes", type=int, default=2)
    ask.add_argument("--seconds", type=float, default=8.0)
    options = ask.parse_args()
    print(f"{'language':10}{'models':8}{'documents/s':>12}{'characters/s':>14}{'facts/doc':>10}{'MB':>6}{'clock':>10}  floor")
    for lang in options.lang or SIZE:
        for models in options.models or ("no", "yes"):
            tasks = [(lang, models == "yes", options.seconds, 1_000_000 * n) for n in range(1, options.processes + 1)]
            with multiprocessing.get_context("spawn").Pool(options.processes) as pool:
                done = pool.map(work, tasks, chunksize=1)
            documents, characters = (sum(d[i] / d[5] for d in done) for i in (0, 1))
            clock = sum(d[0] / d[2] for d in done)
            each = sum(d[3] for d in done) / sum(d[0] for d in done)
            memory = max(d[4] for d in done)
            floor = FLOORS.get((lang, models), "")
            print(f"{lang:10}{models:8}{documents:12.1f}{characters:14,.0f}{each:10.1f}{memory:6.0f}{clock:10.1f}  {floor}")


if __name__ == "__main__":
    main()
