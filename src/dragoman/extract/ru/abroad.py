# ruff: noqa: E501 (a pattern reads best on one line)
"""Presence abroad by kind: shown, sold, operated, built; and what is expressly not there."""

from __future__ import annotations

from dragoman.extract.ru.roles import GAP
from dragoman.extract.ru.rule import Rule
from dragoman.model.statement import Status

MANY = rf"<PARTY>(?:(?:,|\sи)\s{GAP}{{0,20}}<PARTY>){{0,6}}"
RULES = (
    Rule("ru-exhibits", ("представ", "демонстрир", "показ", "привез", "привёз", "экспонир", "выстав"),
         rf"(?P<q>(?<!в\s)(?<!на\s)(?<!из\s)(?<!для\s)(?<!от\s)(?P<who>{MANY})\s?{GAP}{{0,60}}(?<!\w)(?<!ему )(?<!им )(?<!ей )(?<!гостям )(?<!делегации )(?:представ(?:ил\w*|ля\w+|ит|ят)|(?:про)?демонстрир\w+|показа\w+|показыва\w+|прив[её]з\w+|экспонир\w+)\s(?!гост|делегац|ему|им\s)[^.;!?]{{3,80}}?(?=[.;!?]|,\s|$))",
         "Presence", {"subject": "who", "object": "q", "presenceKind": "=exhibition", "event": "@event"}, sure=0.8, each="who", full=True),
    Rule("ru-exports", ("экспорт", "поставля", "поставил", "поставк", "продал", "прода", "реализова"),
         rf"(?P<q>(?:(?P<who><PARTY>){GAP}{{0,40}})?(?P<core>(?<!\w)(?:экспортир\w+|поставля\w+|поставил\w*|прода(?:л\w*|[её][тм]\w*|ют\w*)|реализовал\w*)\s(?P<what>[^.;!?]{{0,60}}?)(?:в|во|на\sрын\w+|для|китайск\w+)\s(?:\w+\s)?[^.;!?,]{{3,50}}?(?=[.;!?,]|\sи\s\w+(?:л|ла|ли|ет|ют)\s|$)))",
         "Sale", {"seller": "who", "object": "core", "buyer": "core*"}, Status.RUNNING, 0.91),
    Rule("ru-office", ("открыл", "откры", "имее", "работа", "действу", "созда", "постро", "развернул", "располага", "запустил", "владе"),
         rf"(?P<q>(?:(?P<who><PARTY>){GAP}{{0,40}})?(?P<core>(?<!\w)(?:откры(?:л\w*|ла|т\w*|ва\w+)|имее\w+|действу\w+|созда(?:л\w*|н\w*)|постро(?:ил\w*|ен\w*)|развернул\w*|располага\w+|запустил\w*|владе\w+)\s(?:[^.;!?,]{{0,40}}?(?:<foreign_office>)[^.;!?,]{{0,50}}?(?P<where><LAND>)|в\s(?P<where2><LAND>)\s[^.;!?,]{{0,30}}?(?:<foreign_office>)[^.;!?,]{{0,30}})))",
         "Presence", {"subject": "who", "place": "where where2", "object": "core", "presenceKind": "=office"}, Status.RUNNING, 0.88),
    Rule("ru-serves-in", ("обслуж", "проводит", "проводят", "оборудова", "оснасти", "оснащ", "снабжа", "эксплуат", "управля", "держит", "держат", "собира", "арендует", "строит", "возводит", "развива"),
         r"(?P<q>(?:(?P<who><PARTY>)[^.;!?,]{0,30})?(?P<core>(?<!\w)(?:обслуж\w+|провод[ия]т|оборудова\w+|оснасти\w+|оснаща\w+|снабжа\w+|эксплуатир\w+|управля\w+|держ[иа]т|собира[ею]т|аренду[ею]т|стро[ия]т|развива[ею]т)\s[^.;!?,]{0,50}?в\s(?P<where><LAND>)(?:\s[^.;!?,\ue000-\ue0ff]{3,30})?))",
         "Presence", {"subject": "who", "place": "where", "object": "core", "presenceKind": "=operation"}, Status.RUNNING, 0.88),
    Rule("ru-through-office", ("через",), r"(?P<q>(?<!\w)через\s(?:\w+\s)?(?:<foreign_office>)\s[^.;!?,]{0,20}в\s(?P<where><LAND>))",
         "Presence", {"place": "where", "object": "q", "presenceKind": "=office"}, Status.RUNNING, 0.88),
    Rule("ru-considers-abroad", ("изуча", "рассматрива"), r"(?P<q>(?:(?P<who><PARTY>)[^.;!?,]{0,20})?(?<!\w)(?:изуча\w+|рассматрива\w+)\s(?:возможност\w+|вариант\w*|вопрос\w*)\s[^.;!?,]{3,80})",
         "Presence", {"subject": "who", "object": "q", "place": "q*"}, Status.LOOKED_INTO, 0.85),
    Rule("ru-have-there", ("у нас", "у компании", "у фирмы", "у неё", "у него"), r"(?P<q>(?<!\w)в\s(?P<where><LAND>)\sу\s(?:нас|компании|фирмы|неё|него|предприятия)\s(?:уже\s|есть\s|своя\s|свой\s)*[^.;!?,]{3,50}|(?<!\w)у\s(?:нас|компании|фирмы|предприятия)\s(?:есть\s)?[^.;!?,]{3,40}\sв\s(?P<where2><LAND>))",
         "Presence", {"place": "where where2", "object": "q", "presenceKind": "=office"}, Status.RUNNING, 0.85),
    Rule("ru-built-there", ("установ", "постро", "развернул", "смонтир", "запустил", "внедр", "поставил"), r"(?P<q>(?:(?P<who><PARTY>)[^.;!?,\ue000-\ue0ff]{0,30})?(?P<core>(?<!\w)(?:установи\w+|постро\w+|развернул\w*|смонтирова\w+|запустил\w*|внедри\w+|поставил\w*)\s[^.;!?,]{0,30}<TECH>[^.;!?,]{0,20}?\sв\s(?P<where><LAND>)))",
         "Presence", {"subject": "who", "place": "where", "object": "core", "presenceKind": "=equipment"}, Status.RUNNING, 0.88),
    Rule("ru-will-exhibit", ("представ", "покаж", "показ", "продемонстр"), r"(?P<q>(?<!\w)(?:представ(?:ит|ят|ил\w*|ля\w+)|покаж(?:ет|ут)|показа\w+|продемонстрир\w+)\s[^.;!?,]{3,60}?\sна\s(?:<EVENT>|выставк\w+|ярмарк\w+|салон\w+))",
         "Presence", {"subject": "@ORG", "object": "q", "presenceKind": "=exhibition", "event": "@event"}, sure=0.82),
    Rule("ru-works-in", ("работа", "действу", "присутству", "вышл", "выш", "ведёт", "ведет", "представлен"),
         rf"(?P<q>(?P<who><BODY>|<UNNAMED>|<TECH>)?\s?{GAP}{{0,30}}(?<!\w)(?:уже\s)?(?:работа(?:ет|ют)|действу(?:ет|ют)|присутству\w+|вышл\w+|вышел|вед[её]т\s\w+|представлен\w*|активно\s\w+)\s(?:\w+\s){{0,3}}(?:в|на\sрынк?\w*|во)\s(?:\w+\s)?(?P<where><LAND>|китайск\w+\sрынк\w+|российск\w+\sрынк\w+|рынк\w+\s<LAND>))",
         "Presence", {"subject": "who", "place": "where", "object": "q", "presenceKind": "=operation"}, Status.RUNNING, 0.85),
    Rule("ru-no-presence", ("нет", "не име", "не привлек", "отсутств", "не представлен", "не работа", "не поставля", "не прода"),
         r"(?P<q>(?:[^.;!?,]{0,30}\s)?(?:пока\s(?:ещё\s|еще\s)?нет|нет|не\sимее\w+|отсутству\w+|не\sпривлек\w+|не\sпредставлен\w*|не\sработа\w+|не\sпоставля\w+|не\sпрода\w+)\s(?:пока\s)?[^.;!?,]{0,30}(?:клиент\w*|заказчик\w*|покупател\w+|представительств\w*|офис\w*|филиал\w*|продаж\w*|дилер\w*|рын\w+|внимани\w+|<LAND>)[^.;!?,]{0,50})",
         "Presence", {"object": "q", "subject": "@ORG"}, sure=0.9, negated=True),
    Rule("ru-intends-abroad", ("план", "намер", "собира"), r"(?P<q>(?:(?P<who><PARTY>)[^.;!?,\ue000-\ue0ff]{0,30})?(?P<core>(?<!\w)(?:планиру\w+|намерен\w*|собира\w+)\s(?:также\s)?(?:откры|постро|созда|запусти|организова|выйти|разместить|наладить)\w*\s[^.;!?,]{3,90}))",
         "Presence", {"subject": "who", "object": "core", "place": "core*"}, Status.PLANNED, 0.88),
    Rule("ru-first-shown", ("впервые",), r"(?P<q>(?<!\w)впервые\s(?:представ\w+|показ\w+|демонстрир\w+|участву\w+|привез\w+|привёз\w*)\s[^.;!?,]{0,40}(?:в|на)\s[^.;!?,]{3,40})",
         "Presence", {"subject": "@ORG", "object": "q", "presenceKind": "=exhibition"}, sure=0.9),
    Rule("ru-not-out", ("не ", "нет"), r"(?P<q>(?<!\w)(?:(?:на|в)\s(?:\w+\s)?(?:рын\w+|<LAND>)|за\sрубеж\w+|за\sграниц\w+)[^.;!?,]{0,40}\s(?:не\s(?:выш\w+|вых\w+|представлен\w*|работа\w+|поставля\w+|имее\w+|прода\w+|присутству\w+)|(?:пока\s)(?:почти\s)?нет(?!\w)))",
         "Presence", {"subject": "@ORG", "object": "q"}, sure=0.92, negated=True),
    Rule("ru-countries-take-part", ("стран",), r"(?P<q>(?<!\w)(?:(?:участву\w+|участвова\w+|при(?:мут|няли|нимают)\sучастие|представлен\w*|собрал\w*|представил\w*)\s[^.;!?]{3,70}\sстран(?:ах)?(?!\w)(?:\sи\sрегионов)?|[^.;!?,]{3,60}\sстран\s[^.;!?,]{0,20}(?:участву\w+|участвова\w+|при(?:мут|няли|нимают)\sучастие|представили)))",
         "Presence", {"object": "q", "presenceKind": "=exhibition", "event": "@event"}, sure=0.85),
    Rule("ru-no-presence-yet", ("нет",), r"(?P<q>[^.;!?,]{0,50}(?:клиент\w*|заказчик\w*|покупател\w+|продаж\w*|<foreign_office>)\s[^.;!?,]{0,40}(?:пока\s)?нет(?!\w))",
         "Presence", {"object": "q", "subject": "@ORG"}, sure=0.9, negated=True),
    Rule("ru-active-contacts", ("контакт", "испытан", "сертифик"),
         r"(?P<q>(?<!\w)(?:вед\w+|идут|есть|установлен\w*|имеют\w*)\s(?:активн\w+\s)?(?:контакт\w*|переговор\w*|испытани\w+|сертификаци\w+)\s[^.;!?,]{0,30}(?P<where><PARTY>)?[^.;!?,]{0,30})",
         "Presence", {"object": "q", "place": "where"}, sure=0.75),
)  # fmt: skip
