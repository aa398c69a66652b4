# ruff: noqa: E501 (a pattern reads best on one line)
"""Delegations, visits and their stops, meetings, invitations."""

from __future__ import annotations

from dragoman.extract.grammar.rule import Rule
from dragoman.extract.ru.roles import GAP
from dragoman.model.statement import Status

CLAUSE = r"[^.;!?]"
GUESTS = r"(?:<PARTY>|(?<!\w)им|<DELEGATION>|гост\w+|участник\w*\sделегации|член\w*\sделегации|делегат\w*|представител\w+\s<PARTY>|визит[её]р\w*|специалист\w+|инвестор\w*|предпринимател\w+)"
SOON = r"(?:план\w+|намер\w+|собира\w+|предстоит|будут?|смогут|сможет|готов\w*|заплан\w+)\s(?:\w+\s){0,2}"

DELEGATIONS = (
    Rule("ru-delegation-head", ("во главе", "возглав", "под руководством"),
         rf"(?:(?P<group><DELEGATION>)|делегаци\w+){GAP}{{0,60}}(?P<q>(?:,\s)?(?:во\sглаве\sс|котор\w+\sвозглав\w+|возглав\w+|под\sруководством)\s{CLAUSE}{{0,90}}?(?P<who><PER>))",
         "Delegation", {"head": "who"}, sure=0.93),
    Rule("ru-delegation-headed", ("возглав",), rf"(?P<q>(?P<who><PER>){GAP}{{0,60}}возглав\w+\s(?:<DELEGATION>|делегаци\w+|мисси\w+|группу))",
         "Delegation", {"head": "who"}, sure=0.92),
    Rule("ru-delegation-headed-by", ("возглав",), rf"(?P<q>(?:<DELEGATION>|делегаци\w+|мисси\w+)\s(?:\w+\s)?возглав\w+\s{CLAUSE}{{0,90}}?(?P<who><PER>))",
         "Delegation", {"head": "who"}, sure=0.92),
    Rule("ru-headed-group", ("возглав",), rf"(?P<q>(?<!\w)возглав\w+\s(?:<DELEGATION>|делегаци\w+|мисси\w+|группу)\s{CLAUSE}{{0,60}}?(?P<who><PER>))", "Delegation", {"head": "who"}, sure=0.93),
    Rule("ru-arrived-group", ("прибыл", "приехал", "прилет"), r"(?P<q>(?<!\w)(?:прибы\w+|приехал\w*|прилет\w+)\s(?:\d+|двадцать|десять|пятнадцать)\s(?:человек|специалистов|представител\w+)[^.;!?]{3,110})", "Delegation", {"memberKind": "q"}, sure=0.85),
    Rule("ru-delegation-members", ("состав", "вошл", "входи", "входят"),
         rf"(?P<q>в\s(?:её\s|ее\s)?состав\w*\s?(?:<DELEGATION>|делегаци\w+)?\s?(?:также\s)?(?:вош\w+|вход\w+|были\sвключены|представлен\w*)\s(?P<kind>{CLAUSE}{{5,130}}))",
         "Delegation", {"memberKind": "kind", "member": "kind*"}, sure=0.88, needs="delegation"),
    Rule("ru-delegation-included", ("делегаци",),
         rf"(?P<q><DELEGATION>,?\s(?:в\sкоторую|куда|в\sсостав\sкоторой)\s(?:вош\w+|вход\w+)\s(?P<kind>{CLAUSE}{{5,110}}))",
         "Delegation", {"memberKind": "kind", "member": "kind*"}, sure=0.9),
    Rule("ru-delegation-of", ("представля", "в составе", "состоя"),
         rf"(?P<q>(?:<DELEGATION>|делегаци\w+)\s?,?\s(?:в\sсоставе|представля\w+|состоя\w+\sиз)\s(?P<kind>{CLAUSE}{{5,110}}))",
         "Delegation", {"memberKind": "kind"}, sure=0.88),
    Rule("ru-delegation-brought", ("привез", "привёз"), rf"(?P<q>(?:<DELEGATION>|делегаци\w+)\s{GAP}{{0,40}}прив[её]з\w+\s(?P<what>{CLAUSE}{{4,100}}))",
         "Delegation", {"brought": "what"}, sure=0.9),
)  # fmt: skip

VISITS = (
    Rule("ru-visited", ("посет", "побыва", "прибы", "приеха", "посещ", "прилет", "съезди"),
         rf"(?P<who><PARTY>|<DELEGATION>)?{GAP}{{0,40}}?(?P<q>(?<!\w)(?:с\s(?:[\w-]+\s){{0,2}}визитом\s)?(?:посети(?:л\w*|в\w*|вш\w+)|побыва\w+|прибы\w+|прие(?:хал|зжал)\w*|прилет\w+|посещал\w*|посеща\w+т)\s(?!более|свыше|около|почти|порядка|\d)(?P<where>(?P<guest><DELEGATION>)[^.;!?,]{{0,100}}?|[^.;!?,]{{3,110}}?)(?=\sво\sглаве|[.;!?,]|$))",
         "Visit", {"visitor": "who guest", "destination": "where*", "description": "where"}, Status.ENDED, 0.9),
    Rule("ru-visit-held", ("провел", "провёл"), r"(?P<q>(?:[^.;!?,]{0,16}\s)?(?<!\w)(?:провела|провёл|провел|провели)\s(?:в\s(?:\w+|<LOC>)\s)?(?:<DELEGATION>|делегация|группа\s\w+))", "Visit", {"visitor": "q*", "description": "q"}, Status.ENDED, 0.85),
    Rule("ru-offered", ("предлож",), r"(?P<who><PARTY>)?[^.;!?\ue000-\ue0ff]{0,30}?(?P<q>(?<!\w)предлож\w+\s[^.;!?,]{0,40}(?:привезти|приехать|посетить|принять\sучастие|участвовать|показать|выступить)\s[^.;!?,]{3,70})", "Invitation", {"inviter": "who", "purpose": "q"}, Status.INVITED, 0.88),
    Rule("ru-will-visit", ("посет", "прибуд", "приед", "побыва"),
         rf"(?P<q>(?<!\w)(?:{SOON}(?:посетить|побывать|приехать)|посетит|посетят|прибудет|прибудут|приедет|приедут)\s(?P<where>[^.;!?,]{{3,110}}))",
         "Visit", {"destination": "where*", "description": "where"}, Status.PLANNED, 0.88),
    Rule("ru-visit-noun", ("визит", "поездк"),
         rf"(?P<q>(?<!\w)(?:\w+(?:ого|ий|ый|им|ым|ой|ая|ую)\s)?(?:визит\w*|поездк\w+)\s{CLAUSE}{{0,50}}?(?:в|на|во)\s(?P<where><SITE>|{GAP}{{0,40}}<SITE>))",
         "Visit", {"destination": "where*", "description": "where"}, sure=0.88),
    Rule("ru-with-visit", ("визит",), r"(?P<q>(?<!\w)с\s(?:\w+\s){0,2}визит\w+(?:\s(?:в|на|прибы\w+|посети\w+|находи\w+)\s[^.;!?,]{3,80})?)",
         "Visit", {"purpose": "q"}, sure=0.85),
    Rule("ru-stop", ("осмотр", "ознаком", "знаком", "экскурс"),
         r"(?P<q>(?<!\w)(?:осмотре\w+|осматрива\w+|ознакоми(?:л|т|в|м)\w*|знаком(?:ил|ят|ств)\w*|познаком\w+|экскурси\w+)\s(?P<what>[^.;!?]{3,130}?)(?=[.;!?]|,\s(?:где|котор|а\s|после|что)|$))",
         "Stop", {"shown": "what", "place": "what*"}, sure=0.92),
    Rule("ru-shown", ("показа", "продемонстр", "рассказа", "представи"),
         rf"(?P<q>(?<!\w)(?:{GUESTS}\s(?:были\s)?(?:показа\w+|продемонстрир\w+|рассказа\w+|представи\w+)|(?:показа\w+|продемонстрир\w+|представи\w+|рассказа\w+)\s(?:гост\w+|делегаци\w+|<DELEGATION>|визит[её]р\w+))\s(?P<what>[^.;!?]{{3,110}}?)(?=[.;!?]|,\s(?:где|котор|а\s|после|что)|$))",
         "Stop", {"shown": "what"}, sure=0.88),
    Rule("ru-reception", ("приём", "прием", "принял", "встрет"),
         r"(?P<q>(?<!\w)(?:(?:состоял\w+|прош[её]л|был\sустроен|был\sорганизован)\s(?:\w+\s)?при[её]м|при[её]м\s(?:гостей|делегации|<DELEGATION>)|(?:принял\w*|встретил\w*)\s(?:гостей|делегаци\w+|<DELEGATION>))[^.;!?,]{0,80})",
         "Visit", {"stage": "=reception", "description": "q"}, sure=0.9),
    Rule("ru-received", ("приня", "встрет"), r"(?P<q>(?:<DELEGATION>|гостей|делегаци\w+|участников\s\w+)\s(?:также\s)?(?:принял\w*|встретил\w*)\s(?P<by>[^.;!?,]{3,100}))",
         "Visit", {"stage": "=reception", "host": "by!", "description": "q"}, sure=0.93),
    Rule("ru-discussed", ("обсуд", "обсужд"), r"(?P<q>(?<!\w)(?:(?:на|в\sходе|во\sвремя)\s(?:встреч\w+|переговор\w+|визит\w*|при[её]м\w*)\s)?(?:стороны\s|участники\s)?(?:были\s)?(?:обсуди\w+|обсужда\w+|обсужден\w*|обсуждён\w*)\s[^.;!?]{5,110})",
         "Meeting", {"subject": "q"}, sure=0.85),
    Rule("ru-met", ("встреч", "переговор", "встрет", "бесед"),
         r"(?P<q>(?<!\w)(?:(?:прове(?:л|ли|ла|дены?|дут|дёт|дет)|пров[её]л|состоял\w+|прошл[аи]|прош[её]л|участвова\w+\sв)\s(?:\w+\s){0,2}(?:встреч\w+|переговор\w+|бесед\w+|консультаци\w+)|встретил\w*с[яь]\s(?:\w+\s)?с)\s?(?P<whom>[^.;!?]{0,100}?)(?=[.;!?]|,\s(?:где|котор|в\sход|на\sкотор|а\s|после)|$))",
         "Meeting", {"participant": "whom*", "subject": "q"}, sure=0.88),
    Rule("ru-invited", ("приглас", "приглаш"),
         rf"(?P<who><PARTY>)?{GAP}{{0,30}}(?P<q>(?<!\w)(?:пригласи\w+|приглаша[ею]т\w*|приглаша\w*л\w*|приглашени\w+)\s(?P<what>[^.;!?]{{3,110}}?)(?=[.;!?]|,\s(?:где|котор)|$))",
         "Invitation", {"inviter": "who", "purpose": "what", "event": "@event"}, Status.INVITED, 0.9),
    Rule("ru-was-invited", ("приглаш",),
         rf"(?P<who><PARTY>)?{GAP}{{0,30}}(?P<q>(?<!\w)приглаш[её]н\w*\s(?P<what>[^.;!?]{{3,110}}?)(?=[.;!?]|,\s(?:где|котор)|$))",
         "Invitation", {"invitee": "who", "purpose": "what", "event": "@event"}, Status.INVITED, 0.9),
)  # fmt: skip
RULES = DELEGATIONS + VISITS
