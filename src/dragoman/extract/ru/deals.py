# ruff: noqa: E501 (a pattern reads best on one line)
"""Agreements by how far they have come, partnerships that exist or are sought, memberships and alliances."""

from __future__ import annotations

from dragoman.extract.grammar.rule import Rule
from dragoman.extract.ru.roles import GAP, NEAR
from dragoman.extract.ru.visits import CLAUSE, SOON
from dragoman.model.statement import Status

PAPER = r"(?:соглашени\w+|меморандум\w*|контракт\w*|договор\w*|протокол\w*|сделк\w+|дорожн\w+\sкарт\w+|декларац\w+|документ\w*)"
REST = rf"{CLAUSE}{{0,90}}?(?=[.;!?]|,\s(?:котор|что|а\s|однако|котор\w+|где)|$)"
PARTIES = rf"(?:(?P<who><PARTY>(?:(?:,|\sи)\s{GAP}{{0,20}}<PARTY>){{0,5}}){GAP}{{0,30}})?"


def _deal(name: str, words: tuple[str, ...], core: str, status: Status, sure: float, kind: str = "") -> Rule:
    claims = {"party": "q*", "subject": "core", "status": f"={status.value}"} | ({"agreementKind": f"={kind}"} if kind else {})
    return Rule(name, words, rf"(?P<q>{PARTIES}(?P<core>(?<!\w){core}{REST}))", "Agreement", claims, status, sure)


NOT_SOON = r"(?<!планируют )(?<!планирует )(?<!намерены )(?<!намерена )"
INTENT = rf"(?:подпис\w+|заключ\w+)\s{GAP}{{0,30}}(?:о\sнамерениях|намерени\w+)"
AGREEMENTS = (
    _deal("ru-deal-intent", ("о намерени", "намерени"), rf"(?:{INTENT}|договорил\w+\s{GAP}{{0,20}}о\sнамерениях|соглашени\w+\sо\sнамерениях|протокол\w*\sо\sнамерениях)", Status.INTENDED, 0.94, "letter of intent"),
    _deal("ru-deal-planned", ("подписа", "заключить", "подпиш"), rf"(?:{SOON}(?:подписа(?:ть|н\w*|ни\w+)|заключ(?:ить|ен\w*))|подпиш\w+|подписание\s{PAPER}\s(?:заплан|намеч|состоится))", Status.PLANNED, 0.92),
    _deal("ru-deal-signed", ("подпис", "заключ"), rf"{NOT_SOON}(?:подписа(?:л\w*|н\w*|в|вш\w+)|подписыва\w+|заключ(?:ил\w*|[её]н\w*|ив))\s(?=[^.;!?]{{0,70}}{PAPER}|[^.;!?]{{0,30}}(?:проект|\ue016))", Status.SIGNED, 0.93),
    _deal("ru-deal-was-signed", ("подпис", "заключ"), rf"{PAPER}\s[^.;!?]{{0,60}}?(?:был\w?\s)?(?:подписан\w*|заключ[её]н\w*)", Status.SIGNED, 0.9),
    _deal("ru-deal-agreed", ("договорил", "условил", "договорен", "договорён", "согласил", "согласова"), r"(?:договорил\w+|условил\w+|достиг\w+\sдоговор[её]нност\w+|достигнут\w+\sдоговор[её]нност\w+|согласил\w+|согласова\w+)\s(?!с\s)(?!(?:\w+\s)?о\sнамерениях)", Status.AGREED, 0.9),
    _deal("ru-deal-intended", ("намерен", "намерева", "выразил", "готовност"), r"(?:выразил\w*\s(?:готовност\w+|намерени\w+|заинтересованност\w+)|намерен\w?|намерева\w+)\s", Status.INTENDED, 0.8),
    _deal("ru-deal-licence", ("лицензи", "патент"), r"(?:прода(?:л\w*|н\w*)|купил\w*|приобр[её]л\w*|передал\w*|получил\w*|уступил\w*)\s(?=[^.;!?]{0,60}(?:лицензи\w+|патент\w*|прав[оа]))", Status.SIGNED, 0.91),
    _deal("ru-deal-running", ("действу", "вступил"), rf"(?:вступил\w*\sв\sсилу|действу\w+)\s{GAP}{{0,15}}{PAPER}", Status.RUNNING, 0.85),
)  # fmt: skip

PARTNERSHIPS = (
    Rule("ru-sought", ("ищ", "иск", "найти", "найд", "заинтерес", "рассчит", "наде", "стрем", "готов", "хот", "намер", "нужда"),
         rf"(?P<who><PARTY>)?{GAP}{{0,40}}(?P<q>(?<!\w)(?:<sought>)(?!\w)\s[^.;!?,]{{0,50}}?(?:<partner>|<cooperation>)[^.;!?,]{{0,60}}(?:,\sкотор\w+\s[^.;!?,]{{3,60}})?)",
         "Partnership", {"subject": "who", "role": "q", "partnershipKind": "=sought"}, Status.INTENDED, 0.88),
    Rule("ru-no-partner", ("нет", "отсутству", "не имеет", "не наш"),
         r"(?P<q>(?:[^.;!?,]{0,30}\s)?(?:пока\s(?:ещё\s|еще\s)?нет|нет|отсутству\w+|не\sимее\w+|не\sнаш\w+)\s(?:пока\s)?[^.;!?,]{0,30}партн[её]р\w*[^.;!?,]{0,40})",
         "Partnership", {"role": "q"}, sure=0.9, negated=True),
    Rule("ru-no-partner-yet", ("нет",), r"(?P<q>[^.;!?,]{0,50}партн[её]р\w*\s[^.;!?,]{0,25}(?:пока\s)?нет(?!\w))",
         "Partnership", {"role": "q"}, sure=0.9, negated=True),
    Rule("ru-required", ("требу", "нуж", "необходим"), r"(?P<q>(?<!\w)(?:требу(?:ет|ют)ся|нуж(?:ен|ны)|необходимы?)\s[^.;!?,]{0,30}(?:<partner>)[^.;!?,]{0,40})",
         "Partnership", {"role": "q", "subject": "@ORG", "partnershipKind": "=sought"}, Status.INTENDED, 0.92),
    Rule("ru-partners-in", ("партн",),
         r"(?P<q>(?<!\w)(?:партн[её]р\w*|заказчик\w*)\s(?:из|в|во|среди)\s(?:\w+\s)?(?P<where><LAND>)|(?<!\w)\w+(?:ие|ие|ими|их|ий)\sпартн[её]р(?:ы|ов|ами|ам|ом)?(?!\w))",
         "Partnership", {"object": "where", "role": "q"}, sure=0.75),
    Rule("ru-cooperates", ("сотрудни", "взаимодейств", "партн"),
         rf"(?P<who><PARTY>)?{GAP}{{0,50}}(?P<q>(?<!\w)(?:сотруднича\w+|сотрудничеств\w+|налажен\w*\s\w+|взаимодейств\w+|партн[её]рств\w+)\s(?:\w+\s){{0,3}}?(?:с|со|между)\s(?P<whom>{NEAR}{{0,40}}<PARTY>(?:(?:,|\sи)\s{GAP}{{0,20}}<PARTY>){{0,5}}|{NEAR}{{4,60}}))",
         "Partnership", {"subject": "who", "object": "whom*", "status": "=running"}, Status.RUNNING, 0.88),
    Rule("ru-cooperation-talk", ("сотруднич", "партнёрств", "партнерств", "коопер", "трансфер"),
         r"(?P<q>(?<!\w)(?:развити\w+|укрепл\w+|расшир\w+|налад\w+|обсуд\w+|обсужд\w+|углуб\w+|активиз\w+|продолж\w+|установ\w+|налаж\w+|перспектив\w+|возможност\w+)\s[^.;!?,]{0,40}?(?:<cooperation>)[^.;!?,]{0,60})",
         "Partnership", {"role": "q", "object": "q*"}, sure=0.8),
    Rule("ru-jointly-opened", ("совместно с",), r"(?P<q>(?<!\w)совместно\sс\s[^.;!?]{0,60}<BODY>[^.;!?]{0,30}(?:откры\w+|созда\w+|запущен\w*|постро\w+)\s[^.;!?,]{3,60})",
         "JointLab", {"name": "q", "partner": "q*"}, Status.RUNNING, 0.88),
    Rule("ru-exchange", ("обмен",), r"(?P<q>(?<!\w)(?:двусторонн\w+\s|взаимн\w+\s)?обмен\w{0,3}\s(?:специалист|студент|опыт|технологи|делегаци|кадр|уч[её]н)\w+)",
         "Partnership", {"role": "q"}, sure=0.8),
    Rule("ru-talks-with", ("переговор",), r"(?P<q>(?<!\w)вед\w+\sпереговор\w+\s[^.;!?,]{3,60})", "Partnership", {"role": "q"}, Status.LOOKED_INTO, 0.88),
    Rule("ru-joint-body", ("совместн", "общую", "общая", "общей", "общий"),
         rf"(?P<q>(?:(?P<who><PARTY>(?:(?:,|\sи)\s{GAP}{{0,20}}<PARTY>){{0,3}}){GAP}{{0,50}})?(?P<core>(?<!\w)(?:совместн(?:ую|ая|ой|ый|ого|ое|ом|ому)|общ(?:ую|ая|ей|ий|его|ем))\s(?:\w+\s|\w+-\w+\s){{0,3}}(?:лаборатори\w+|центр\w*|предприяти\w+|институт\w*|компани\w+|университет\w*|кафедр\w+)[^.;!?,]{{0,70}}))",
         "JointLab", {"name": "core", "partner": "q*"}, sure=0.9),
    Rule("ru-alliance-formed", ("альянс", "консорциум", "ассоциац", "союз"),
         r"(?P<q>(?<!\w)(?:созда\w+|основа\w+|сформирова\w+|учрежд\w+|учреди(?!тел)\w+)\s[^.;!?,]{0,40}?(?:альянс\w*|консорциум\w*|ассоциаци\w+)[^.;!?,]{0,70})",
         "Partnership", {"role": "q", "object": "q*"}, sure=0.82),
    Rule("ru-joint-work", ("совместн",), r"(?P<q>(?:(?<!\w)(?:вед\w+|начал\w*|реализу\w+|запустил\w*|готов\w+)\s)?(?<!\w)совместн\w+\s(?:\w+\s)?(?:проект\w*|разработк\w+|исследовани\w+|производств\w*|испытани\w+|групп\w+)[^.;!?,]{0,60}|(?:вед\w+|начал\w*|реализу\w+)\s<PROJECT>)",
         "Partnership", {"role": "q"}, Status.RUNNING, 0.82),
    Rule("ru-together", ("вместе",), r"(?P<q>(?:<PARTY>[^.;!?,]{0,40})?(?<!\w)(?:будут\s|условил\w+\s|решили\s|намерены\s)?вместе\s(?:с\s[^.;!?,]{3,40}\s)?(?:\w+(?:ть|ют|ят|ет|ли))\s[^.;!?,]{3,50})", "Partnership", {"object": "q*", "role": "q"}, sure=0.82),
    Rule("ru-transfer", ("трансфер", "передач"), r"(?P<q>(?<!\w)(?:двусторонн\w+\s|взаимн\w+\s|международн\w+\s)?(?:трансфер\w*|передач\w+)\sтехнологий\s(?:в|из|между)\s[^.;!?,]{2,60})",
         "Partnership", {"role": "q"}, sure=0.8),
)  # fmt: skip

LEAGUE = r"(?:альянс\w*|союз\w*|ассоциаци\w+|консорциум\w*|лиг\w+|сет\w+|объединени\w+|клуб\w*|кластер\w*|совет\w*|федераци\w+|механизм\w*)"
MEMBERSHIPS = (
    Rule("ru-member-of", ("вход", "вош", "вступ", "состо"),
         rf"(?P<who><PARTY>(?:(?:,|\sи)\s{GAP}{{0,20}}<PARTY>){{0,6}})?{GAP}{{0,40}}(?P<q>(?<!\w)(?:явля\w+\sчлен\w+|вход\w+\sв(?:\s(?:состав|число))?|вош\w+\sв(?:\s(?:состав|число))?|вступ\w+\sв(?:\s(?:состав|ряды))?|состо\w+\sв)\s(?!делегац)(?P<org>{GAP}{{0,30}}(?:<BODY>|(?<!\w){LEAGUE})[^.;!?,]{{0,60}}))",
         "Membership", {"member": "who*", "organization": "org*", "role": "org"}, sure=0.88),
    Rule("ru-joined", ("присоедин",), r"(?P<q>(?:к\s(?P<org>[^.;!?,]{3,50})\s)?(?<!\w)присоедин\w+\s(?P<who>[^.;!?]{3,70}))", "Membership", {"member": "who*", "organization": "org*", "role": "q"}, sure=0.9),
    Rule("ru-member-count", ("участник", "член"), r"(?P<q>(?:(?:теперь|сейчас|сегодня)\s)?в\s(?:нём|нем|ней|его\sсоставе|её\sсоставе)\s(?:уже\s|теперь\s)?[^.;!?,]{0,12}(?:участник\w*|член\w*))", "Membership", {"role": "q"}, sure=0.85),
    Rule("ru-cities", ("механизм", "союз", "альянс", "сеть", "лигу", "объединени"), rf"(?P<q>(?P<who><PARTY>(?:(?:,|\sи)\s{GAP}{{0,12}}<PARTY>){{1,8}})\s{GAP}{{0,25}}(?:образова\w+|созда\w+|учред\w+|сформирова\w+|объединил\w+|основа\w+)\s{GAP}{{0,30}}(?:механизм\w*|союз\w*|альянс\w*|сеть|лигу|объединени\w+|ассоциаци\w+)[^.;!?,]{{0,40}})",
         "Membership", {"member": "who*", "role": "q"}, sure=0.9),
    Rule("ru-consults", ("консультир", "консультаци"), r"(?P<q>(?:<BODY>\s)?(?<!\w)(?:консультиру\w+|оказыва\w+\sконсультаци\w+|провод\w+\sконсультаци\w+\sдля|предоставля\w+\sконсультаци\w+)\s[^.;!?]{5,100})",
         "Consultation", {"question": "q", "adviser": "@ORG"}, Status.RUNNING, 0.9),
    Rule("ru-already-in", ("состо", "вход"), r"(?P<q>(?:где|котор\w+)\s(?:уже\s)?(?:состо[ия]т|вход[ия]т)\s(?P<who>[^.;!?]{3,90}))", "Membership", {"member": "who*", "role": "q"}, sure=0.88),
    Rule("ru-founder-of", ("учредител", "основател"), r"(?P<q>(?<!\w)(?:учредитель|соучредитель|сооснователь|учредителем)\s(?P<org><BODY>|(?:альянса|союза|ассоциации|консорциума)\s[^.;!?,]{3,40}))", "Membership", {"organization": "org", "role": "q"}, sure=0.85),
    Rule("ru-is-member", ("член", "участник", "резидент"),
         rf"(?P<who><PARTY>)?{GAP}{{0,30}}(?P<q>(?<!\w)(?:член(?:ом|ами|ы|ов|а)?|участник(?:ом|ами|и)?|резидент(?:ом|ами|ы|ов|а)?)\s(?P<org>(?:[а-яё]+(?:ого|ой|ых|его|ей)\s){{0,2}}(?:<BODY>|{LEAGUE})(?:\s\w+){{0,4}}))",
         "Membership", {"member": "who", "organization": "org*", "role": "q"}, sure=0.85),
    Rule("ru-unites", ("объедин", "включа", "в который", "в которую", "в состав"),
         rf"(?P<org>{LEAGUE}|<BODY>)(?P<q>[^.;!?]{{0,40}}?(?:объедин\w+|включа\w+|вош\w+|вход\w+|насчитыва\w+)\s(?P<who>[^.;!?]{{3,100}}))",
         "Membership", {"organization": "org", "member": "who*", "role": "q"}, sure=0.82),
)  # fmt: skip
RULES = AGREEMENTS + PARTNERSHIPS + MEMBERSHIPS
