"""Partnerships, agreements and presence abroad: clauses told apart by their verbs and nouns, with status and polarity."""

from __future__ import annotations

import re

from dragoman.extract.draft import Claim, Name, Ref
from dragoman.extract.en import clause, when
from dragoman.extract.en.lexicon import choice, verbs, words
from dragoman.extract.en.line import Line, pattern
from dragoman.extract.en.scene import Scene, plain
from dragoman.model.statement import Status

ADJECTIVE = choice(words("kinds_of_adjectives"))

# --- partnership
COOP = (
    r"(?:(?:strategic |business |scientific |technical |technological |international |foreign |overseas |mutual |close |closer |further |more |long-term |industrial |local |new |reliable |potential |dual-use |joint |technology |research |" + ADJECTIVE + r" )*"
    r"(?:cooperation|co-operation|collaborations?|partnerships?|partners|partner|suppliers?|buyers?|producers?|agents?|manufacturers?|distributors?|investors|investments?|licensees?|those who|joint ventures?|joint projects?|joint research|joint production|joint developments?|(?:active )?negotiations(?: with)?|contacts|ties|alliances?|customers and partners|sponsors|overseas institutes|interaction))"
)
SEEK = pattern(
    r"\b(?P<verb>(?:hop(?:e|es|ed|ing) to|expect(?:s|ed|ing)? to|plan(?:s|ned|ning)? to|intend(?:s|ed|ing)? to|want(?:s|ed|ing)? to|wish(?:es|ed|ing)? to|aim(?:s|ed|ing)? to|would like to|ready to|willing to|eager to|keen to|going to|will|can|to|strive[sd]? to|able to|task is to|seek(?:s|ing)? to)? ?(?:further |jointly |actively |also |mutually |together )*"
    r"(?:find|seek(?:s|ing)?|sought|look(?:s|ed|ing)? for|search(?:es|ed|ing)? for|in search of|eye[sd]?|eyeing|establish|strengthen|develop|expand|deepen|enhance|promote|build|start|launch|set up|explore|attract|broaden|intensify|boost|continue|carry out|conduct|enter into|form|gain|interested in|interest in|welcome[sd]?|wanted:?|sought:|would (?:also )?consider|need(?:s|ed)?|invite[sd]?|offer(?:s|ed)?))"
    rf" (?P<mid>(?:(?!which |who |that |said )[\w’'-]+ ){{0,7}}?)(?P<noun>{COOP})\b"
)
EXISTS = pattern(
    r"\b(?P<verb>(?:(?:have|has|had|already|also|’ve|'ve|successfully|jointly|actively|now|closely|long|been|is|are|was|were) ?)*(?:established|established|maintain(?:s|ed|ing)?|set up|sets up|founded|formed|built|created|launched|developed|deepened|strengthened|signed|has|have|had|entered into|run[s]?|operate[sd]?|opened|started|carried out|conduct(?:s|ed|ing)?|enjoy(?:s|ed)?|agreed on|discussed|discuss|concluded|is in|are in|keeps?|engaged in))"
    rf" (?P<mid>(?:(?!which |who |that |said )[\w’'-]+ ){{0,5}}?)(?P<noun>{COOP}|joint (?:[\w&-]+ ){{0,3}}?(?:laborator(?:y|ies)|labs?|cent(?:re|er)s?|institutes?|colleges?|schools?|enterprises?|projects?|companies|company|factory|production|programmes?|platforms?)|research agreements?|(?:active |close |direct )?contact)\b"
)
COOPERATES = pattern(
    r"\b(?P<verb>(?:(?:have|has|had|already|also|is|are|was|were|will|closely|actively|jointly|successfully|been|now|long|to|can|would|hope to|hopes to|want to|wants to|plan to|plans to|ready to|not|do|does) )*(?:cooperat(?:e|es|ed|ing)|collaborat(?:e|es|ed|ing)|partner(?:s|ed|ing)? with|team(?:s|ed)? up|work(?:s|ed|ing)? (?:closely |together |jointly )?with|work(?:s|ed|ing)? together|joined forces|co-funds?|co-funded|co-develop(?:s|ed)?|jointly (?:develop|research|produc|creat|build|train|stud|design|test)\w*|transferred (?:\w+ ){0,2}(?:technology|technologies)|interact(?:s|ed)? with|(?:test|develop|research|build|train|design|stud|creat|produc)\w* (?:its |their |the |new |an? )?(?:[\w-]+ ){1,3}?(?:together |jointly )?with(?= <ORG>)|negotiat(?:e|es|ed|ing) with|share[sd]? (?:the |its |their )?(?:[\w-]+ )?(?:laborator(?:y|ies)|telescopes?|equipment|staff|moulds|facilit(?:y|ies)|infrastructure|data)|pool(?:s|ed)? (?:their |its )?(?:laborator(?:y|ies)|resources)|joined forces|co-operat\w+|lend(?:s)? (?:[\w-]+ ){0,2}?(?:equipment|instruments)))\b"
)
PARTNER_NOUN = pattern(r"\b(?P<noun>(?:(?:strategic|main|long-term|long-standing|important|research|key|close) )*(?:partners? of |research partnerships? with |joint (?:[\w&-]+ ){0,3}?(?:laborator(?:y|ies)|lab|cent(?:re|er)s?|institute|venture) (?:with|of|between|for|by) |cooperation (?:with|between) |in (?:close|direct|active|constant|regular) contact with |alliance (?:of|between) |partnership (?:with|between) ))")
FORMED = pattern(r"\b(?P<noun>(?:alliance|union|league|consortium|association|network|partnership|mechanism)s?\b(?: of [^.;]{3,80}?)?,? (?:was|were|has been|have been|is) (?:\w+ )?(?:founded|established|set up|formed|created|launched))")
SEEK_WORDS = frozenset(
    "hope hopes hoping expect expects expecting plan plans intend intends want wants wish wishes aim aims ready willing eager keen seek seeks seeking sought find look looks looked looking search searches searching in eye eyes eyed eyeing establish strengthen develop expand deepen enhance promote build start launch set explore attract broaden intensify boost continue carry conduct enter form gain interested interest welcome welcomed welcomes wanted need needs needed invite invited invites offer offers offered task".split()
)
EXIST_WORDS = frozenset(
    "established maintain maintains maintained maintaining set sets founded formed built created launched developed deepened strengthened signed has have had entered run runs operate operated operates opened started carried conduct conducts conducted conducting enjoy enjoys enjoyed agreed discussed discuss concluded is are keep keeps engaged".split()
)
WORK_WORDS = frozenset(
    "cooperate cooperates cooperated cooperating collaborate collaborates collaborated collaborating partners partnered partnering partner team teams teamed work works worked working joined co-fund co-funds co-funded co-develop co-develops co-developed jointly transferred interact interacts interacted test tests tested testing develop develops developed developing research researches researched researching build builds training train trains trained design designs designed study studies studied create creates created creating produce produces produced producing".split()
)
OPERATE_WORDS = frozenset("operate operates operating operated work works working present active doing done presence represented manufacture manufactures manufacturing produce produces producing".split())
ENTER_WORDS = frozenset("enter enters entered entering penetrate penetrates penetrated explore explores explored exploring tap taps tapped tapping expand expands expanded expanding gain gained access accessed develop developing promote promotes promoting get work break".split())
SIGN_WORDS = frozenset("sign signs signed signing conclude concludes concluded concluding reached reach reaches ink inked initialed initialled entered enter drew draw exchanged approved adopted prepared prepare have has received ended resulted placed awarded won".split())
AGREED_WORDS = frozenset("agreed reached came sides parties".split())
UNION_WORDS = frozenset("alliance union league consortium association network partnership mechanism alliances unions leagues associations networks partnerships".split())
DENIALS = frozenset("no not never without hasn't haven't hasn’t haven’t isn't don't".split())
SHARES = frozenset("number share proportion".split())
FLOWS = frozenset("two-way directions mutual".split())
STAND_WORDS = frozenset("stand pavilion exposition display".split())
STEP_WORDS = frozenset("registration certification sales production launch entry deliveries export exports".split())
VAGUE = re.compile(r"(?:cooperation|collaboration|contacts|ties|interaction|investments?)$", re.I)
JOINT = re.compile(r"\bjoint(?:ly)?\s+(?:[\w&-]+\s+){0,3}?(?P<kind>laborator(?:y|ies)|labs?|workshops?|companies|company|factory|r&d cent(?:re|er)s?|cent(?:re|er)s?|institutes?|ventures?)\b", re.I)
TWO_WAY = re.compile(r"\b(?:two-way|both directions|in both directions|mutual)\b[^.;]{0,60}", re.I)
COOP_WORDS = frozenset(
    "supplier suppliers buyer buyers producer producers agent agents manufacturer manufacturers sharing share shared shares lend lends negotiating pool agreements representation negotiations licensee distributor investor cooperation co-operation collaboration collaborations partnership partnerships partners partner distributor distributors investors investment investments licensee licensees joint jointly contacts ties alliance alliances cooperate cooperates cooperated cooperating collaborate collaborates collaborated collaborating partnered partnering works work worked working teamed co-funds co-funded interaction interact transferred institutes directions two-way contact co-develops".split()
)

# --- presence
PLACE_BODY = r"(?:offices?|representative offices?|branch(?:es)?|subsidiar(?:y|ies)|representations?|r&d cent(?:re|er)s?|research cent(?:re|er)s?|research and development cent(?:re|er)s?|research institutes?|institutes?|laborator(?:y|ies)|labs?|data cent(?:re|er)s?|plants?|factor(?:y|ies)|production(?: lines?| sites?| facilit(?:y|ies))?|academ(?:y|ies)|training (?:cent(?:re|er)s?|academ(?:y|ies))|warehouses?|studios?|colleges?|schools?|service points?|assembly shops?|workshops?|courses|bases?|stores?|showrooms?|headquarters|innovation cent(?:re|er)s?|hubs?|facilit(?:y|ies)|campus(?:es)?|joint stand|stands?|shops?|service cent(?:re|er)s?|networks?|cables?|dealers?)"
SITES = frozenset(
    "points shops workshop workshops courses base bases shop office offices branch branches subsidiary subsidiaries representation representations centre centres center centers institute institutes laboratory laboratories lab labs plant plants factory factories production academy academies "
    "warehouse warehouses studio studios college colleges school schools store stores showroom showrooms headquarters hub hubs facility facilities campus campuses stand stands shop shops network networks cable cables dealers point desk".split()
)
WANTING = frozenset("wants needs requires lacks need looking investing interested".split())
SETS = pattern(
    rf"\b(?P<verb>(?:(?:have|has|had|already|also|will|to|is|are|was|were|not|now|recently|been|be|plans to|plan to|intends to|hopes to|wants to|considering|currently|at the same time|has been|planning to|since|then|recently|first|even|just) )*(?:open(?:s|ed|ing)?|run(?:s|ning)?|ran|operat(?:e|es|ed|ing)|establish(?:es|ed|ing)?|set(?:s|ting)? up|maintain(?:s|ed)?|own(?:s|ed)?|built|build(?:s|ing)?|keep(?:s|ing)?|lay(?:s|ing)?|laid|consider(?:s|ing)?|plan(?:s|ning)?|launch(?:ed|es)?|ha(?:s|ve|d|ving)|locate[sd]?|found(?:ed)?|register(?:ed)?|acquire[sd]?|bought))"
    rf" (?P<what>(?:(?!which |who |that |with )[\w&’',-]+ ){{0,6}}?{PLACE_BODY})\b(?P<tail>[^.;]{{0,60}}?\b(?:in|at|across|outside|abroad|overseas)\b ?(?:<LOC>|(?:the )?{ADJECTIVE}|\d+|foreign|other|many|(?-i:[A-Z]\w+))?)"
)
SECOND_SITE = pattern(rf"\band (?P<what>an? (?:[\w-]+ ){{0,3}}{PLACE_BODY} in (?:<LOC>|(?-i:[A-Z]\w+)))")
TRADES = pattern(
    r"\b(?P<verb>(?:(?:have|has|had|already|also|will|been|be|is|are|was|were|not|to|now|plans to|plan to|hopes to|wants to|started|began|can|currently|actively|successfully|mainly|n't|n’t|do|does|did|being) )*(?:export(?:s|ed|ing)?|sell(?:s|ing)?|sold|suppl(?:y|ies|ied|ying)|deliver(?:s|ed|ing)?|ship(?:s|ped)?|earn(?:s|ed)?|import(?:s|ed)?|market(?:s|ed)|provide[sd]?|install(?:s|ed)?|licen[sc]e[sd]?|produce[sd]?|manufacture[sd]?|make[sd]?|made|used|in demand|bought|buy|purchase[sd]?|purchased))(?P<rest>[^.;“”\"]{0,90})"
)
CUSTOMER = pattern(rf"(?:<LOC>|<ORG>|\b{ADJECTIVE} (?:[\w-]+ ){{0,2}}?(?:enterprises|companies|customers|clients|buyers|market|markets|consumers|partners|firms|distributors|universities|hospitals|army|troops)|\b\d+ countries|\babroad|\boverseas|\bforeign (?:customers|markets|countries)|\bborder troops|\bworldwide|\baround the world|\bcountries\b)")
SHOWS = pattern(
    r"\b(?P<verb>(?:(?:have|has|had|also|will|been|are|is|was|were|jointly|actively|to|for the first time|successively|regularly|again) )*(?:display(?:s|ed|ing)?|exhibit(?:s|ed|ing)?|showcase[sd]?|showcasing|demonstrat(?:e|es|ed|ing)|present(?:s|ed|ing)?|brought|bring(?:s|ing)?|unveil(?:s|ed)?|show(?:s|ed|n|ing)?|came with|participat(?:e|es|ed|ing)|take[s]? part|took part|taken part|taking part|attend(?:s|ed|ing)?|represented))\b(?P<rest>[^;“”\"]{0,130})"
)
STAND_OF = re.compile(r"\b(?:have|has|had|opened|presented|set up)\s+(?:had\s+)?(?:an?|their|its)\s+(?:(?:joint|own|national|separate|large|single)\s+)+(?:stand|pavilion|exposition|display)\b", re.I)
STEPS = pattern(r"\b(?P<what>(?:registration|certification|sales|production|launch|entry|deliveries|exports?) (?:in|on|to) (?:the )?(?:<LOC>|\w+ market) (?:is|are|was|were|has|have|will) (?:planned|expected|started|begun|begin|scheduled|start|been|be) ?)")
OPERATES = pattern(r"\b(?P<verb>(?:(?:are|is|have|has|been|already|also|now|not|yet|actively|currently|still) )*(?:operat(?:e|es|ing|ed)|work(?:s|ing)|present|active|doing business|done business|presence|represented|manufactur(?:e|es|ing)|produc(?:e|es|ing)) (?:in|on|at|across) (?:the )?(?:<LOC>|(?:\w+ ){0,2}market))")
ENTERS = pattern(rf"\b(?P<verb>(?:(?:hop(?:e|es|ing) to|plan(?:s|ning)? to|want(?:s|ed)? to|ready to|seek(?:s|ing)? to|intend(?:s)? to|wish(?:es)? to|will|to|has|have|already) )*(?:enter(?:s|ed|ing)?|penetrate[sd]?|explor(?:e|es|ed|ing)|tap(?:ped|ping)?(?: into)?|expand(?:s|ed|ing)? (?:in)?to|gain(?:ed)? a foothold in|access(?:ed)?|develop(?:ing)?|promot(?:e|es|ing)) (?P<obj>(?:[\w’'-]+ ){{0,5}}?(?:markets?|{ADJECTIVE} market|products)|(?:enter|gain a foothold in|get a foothold in|expand (?:in)?to|work in|break into) (?P<into>(?:the )?<LOC>))\b(?P<tail>(?: (?:in|of) <LOC>)?))")
NO_YET = re.compile(r"\b(?P<neg>(?:no|not|n['’]t|never|hasn['’]t|haven['’]t|without)\b[^.;“”\"]{3,90}?(?:\bso far\b|\byet\b|\bup to now\b|\buntil now\b|\bto date\b)|not yet\b[^.;“”\"]{3,60}|\bno\s+(?:[\w-]+\s+){0,3}(?:partners?|clients?|customers?|offices?|laborator(?:y|ies)|presence|contracts?|sales|branch|representation)\s+(?:in|from|at|with|on)\s+[^,.;“”\"]{2,50}|(?:still\s+)?(?:has|have)\s+no\s+(?:representation|offices?|partners?|presence|branch(?:es)?|clients|customers)\b|\bin\s+[A-Z]\w+\s+we\s+have\s+no\s[^,.;“”\"]{3,40})")
MARKET_WANTS = pattern(rf"\b(?P<want>(?:the )?(?:(?:{ADJECTIVE} )?market|<LOC>)(?: here| there)? (?:wants|needs|requires|lacks|would need|is looking for|is investing in|was investing in|will need|is interested in) [^.;“”\"]{{4,90}})")
OVERSEAS = re.compile(r"\b(?P<what>(?:(?:an?\s+)?(?:increasing|growing|rising|record)\s+(?:number|share)\s+of\s+[^.;,]{0,60}?(?:overseas|foreign|international|abroad)[^.;,]{0,50}|(?:the\s+)?(?:number|share|proportion)\s+of\s+(?:overseas|foreign|international)\s+(?:exhibitors|participants|enterprises|companies|visitors)\s+[^.;,]{0,50}))", re.I)
TRADE_WORDS = frozenset("export exports exported exporting sell sells selling sold supply supplies supplied supplying deliver delivers delivered delivering ship ships shipped earn earns earned import imports imported marketed provides provided provide install installs installed license licensed produces produced manufactures manufactured makes make made bought buy purchased purchase demand".split())
SHOW_WORDS = frozenset("display displays displayed displaying exhibit exhibits exhibited exhibiting showcase showcases showcased showcasing demonstrate demonstrates demonstrated demonstrating present presents presented presenting brought bring brings bringing unveil unveiled show shows showed shown showing came participate participates participated participating part attend attends attended attending represented".split())
SITE_WORDS = frozenset("planned expected started scheduled begun open opens opened opening run runs running ran operate operates operated operating establish establishes established establishing set sets setting maintain maintains own owns built build building launched has have had having located founded registered acquired works working present active presence doing produces producing manufacturing represented keeps keep keeping lays laying laid considering considers acquires".split())
ENTRY_WORDS = frozenset("foothold enter".split())
DEAL_WORDS = frozenset("acquired bought took taken purchased invested acquires".split())
MARKET_WORDS = frozenset("market markets products".split())
FOREIGN = re.compile(rf"\b(?:{ADJECTIVE}|overseas|foreign|abroad|international|countries|regions)\b", re.I)
COUNTRIES = re.compile(r"\b(?:countries|regions|states|nations)\b", re.I)

# --- agreement
PAPER = r"(?:(?:[\w-]+ ){0,3}?(?:agreements?|memorand(?:um|a)|memorandums|mou|mous|contracts?|protocols?|charters?|work plans?|orders?|letters? of intent|treat(?:y|ies)|deals?|declarations?|accords?|roadmaps?|letters? of intentions?)(?: of (?:understanding|intent(?:ions?)?|cooperation))?)"
SIGNED = pattern(rf"\b(?P<verb>(?:(?:have|has|had|was|were|will|be|been|to|is|are|also|hopes? to|hoping to|plans? to|planned to|intends? to|intend to|would|can|recently|officially|jointly|could|expects? to|then|agreed to|ready to|going to) )*(?:sign(?:s|ed|ing)?|conclud(?:e|es|ed|ing)|reach(?:ed|es)?|ink(?:ed)?|initial(?:l?ed)|entered into|enter into|drew up|draw up|exchanged|approved|adopted|prepared|prepare|have|has|received|ended with|resulted in|placed|awarded|won))(?: (?:a|an|the|its|their|several|\d+|\w+))? (?P<paper>{PAPER})\b")
PAPER_PASSIVE = pattern(rf"\b(?P<paper>(?:an? |the |\d[\d,]* |several |many )?{PAPER})\b(?P<mid>[^.;]{{0,110}}?)\b(?P<verb>(?:(?:was|were|has|have|had|is|are|will|be|been|being|to|also|expected|planned|would|could|can|successfully|then|on|scheduled) ){{1,5}}(?:signed|concluded|reached|inked|drawn up|drafted|initialled|prepared|adopted|approved|finalised|finalized|discussed|awarded|in force|placed))\b")
COUNT_SIGNED = pattern(r"\b(?P<what>(?:a total of |in total,? |altogether )?(?:more than |over |nearly |about |some |almost |around |at least )?\d[\d,.]*\+? (?:[\w-]+ ){0,4}?(?:projects|contracts|agreements|deals|memoranda|intentions|transactions|documents|memorandums)(?: (?:have been|were|was|had been|has been|are|will be))? ?(?P<verb>signed|concluded|reached|inked|worth|agreed)\b)")
SIGNING = re.compile(r"\b(?P<what>(?:the\s+)?signing\s+(?:ceremony\s+)?of\s+(?:an?\s+|the\s+)?[^,.;]{5,80})", re.I)
AGREED = pattern(r"\b(?P<verb>(?:(?:the sides|the parties|both sides|they|<WHOS>) )?(?:have |has |also )?(?:agreed to|agreed on|reached (?:a |an )?(?:preliminary )?(?:consensus|understanding)(?: on)?|came to an agreement))")
MONEY = re.compile(r"(?:RMB|USD|EUR|CNY|US\$|\$|€|£|¥)\s?\d[\d,.]*(?:\s?(?:thousand|million|billion|trillion|bn|m))?|\d[\d,.]*\s+(?:thousand\s+|million\s+|billion\s+|trillion\s+)?(?:U\.?S\.?\s+dollars|US dollars|dollars|euros?|yuan|roubles|rubles|RMB|pounds|yen|won)", re.I)
AGREE_WORDS = frozenset("charter orders plan awarded placed force agreement agreements memorandum memoranda memorandums mou mous contract contracts protocol protocols letter letters treaty deal deals declaration declarations accord agreed signed signing consensus roadmap projects".split())


def find(scene: Scene, line: Line) -> None:
    """All partnerships, agreements and presences a sentence tells."""
    taken: dict[str, list[tuple[int, int]]] = {"partnership": [], "presence": [], "agreement": []}
    if line.has(AGREE_WORDS):
        _agreements(scene, line, taken["agreement"])
    if line.has(COOP_WORDS):
        _partnerships(scene, line, taken["partnership"])
    _presences(scene, line, taken["presence"])


def _free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether no earlier claim of the kind covers this trigger."""
    if any(a < end and start < b for a, b in taken):
        return False
    taken.append((start, end))
    return True


def _counterparts(scene: Scene, line: Line, start: int, end: int, actor: Ref | None) -> list[Name]:
    found = line.within(start, end, "ORG", "LOC", "GROUP")
    return [n for n in found if actor is None or scene.ref(n) != actor]


def _tie(scene: Scene, line: Line, kind: str, start: int, end: int, trigger: int, rule: str, status: Status, after: int, *extra: Claim, negated: bool = False) -> None:
    """One draft of a tie: its subject, its counterparts, status and polarity."""
    actor = scene.actor(line, trigger)
    others = _counterparts(scene, line, after, end, actor)
    who = actor.name if actor else ""
    what = plain(line.text[start:end])
    subject, target = {"Partnership": ("subject", "object"), "Presence": ("subject", "place"), "Sale": ("seller", "buyer")}[kind]
    claims = [Claim(subject, actor, status=status, negated=negated)] if actor else []
    for other in others[:4]:
        claims.append(Claim("counterpart" if kind == "Presence" and other.kind == "ORG" else target, scene.ref(other), status=status, negated=negated))
    claims += [Claim("status", status.value, status=status, negated=negated)] if status else []
    claims.append(Claim("description", what, lang="en", status=status, negated=negated))
    claims += extra
    claims += when.of_act(scene.reading, line.text, start, end, line.start)
    if scene.once(kind.lower(), what.lower()):
        scene.add(rule, Ref(kind, f"{who}: {what}"), line.start + start, line.start + end, *claims, line=line)


# --- partnerships


def _partnerships(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    for match in line.matches(EXISTS, EXIST_WORDS):
        _partnership(scene, line, match, taken, "partner.exists")
    for match in line.matches(SEEK, SEEK_WORDS):
        if not VAGUE.search(match["noun"]) or FOREIGN.search(match["mid"] + match["noun"]) or re.match(r"\s+(?:with|between|on)\b", line.text[match.end() :]):
            _partnership(scene, line, match, taken, "partner.sought")
    for match in line.matches(COOPERATES, WORK_WORDS):
        if re.search(r"work", match["verb"], re.I) and not re.match(r"\s*(?:the\s+|an?\s+)?(?:(?:[\w-]+\s+){0,2}(?:partners?|distributors?|companies|universities|institutes|colleagues|enterprises)|[ሀሐ])", line.mask[match.end() :]):
            continue
        _partnership(scene, line, match, taken, "partner.verb")
    for match in PARTNER_NOUN.finditer(line.mask):
        if re.search(r"\b(?:for|to|a|of|on|\d+)\s+$", line.text[: match.start()]):
            continue
        if re.search(r"[ሀሐሰ]|\bgovernments\b|\bauthorities\b", line.mask[match.end() : match.end() + 50]) or "research" in match[0] or "joint" in match[0].lower():
            _partnership(scene, line, match, taken, "partner.noun")
    for match in line.matches(FORMED, UNION_WORDS):
        _partnership(scene, line, match, taken, "partner.formed")
    for match in JOINT.finditer(line.text) if "joint" in line.lows or "jointly" in line.lows else ():
        _partnership(scene, line, match, taken, "partner.jointnoun", subject=False)
    for match in TWO_WAY.finditer(line.text) if line.has(FLOWS) else ():
        if re.search(r"transfer|flow|exchange", line.text[max(0, match.start() - 40) : match.end()]):
            _partnership(scene, line, match, taken, "partner.flow")


def _partnership(scene: Scene, line: Line, match: re.Match[str], taken: list[tuple[int, int]], rule: str, subject: bool = True) -> None:
    if re.match(r"\s+mechanism", line.text[match.end() :]) or not _free(taken, match.start(), match.end()):
        return
    start, end = clause.clause(line, match.start(), match.end(), subject=subject)
    text = line.text[start:end]
    base = Status.INTENDED if rule == "partner.sought" and WISHES.search(match["verb"]) else Status.RUNNING
    status = clause.status_of(match["verb"] if base is Status.RUNNING and "verb" in match.groupdict() else line.text[match.start() : end], base)
    if re.match(r"\W*(?:have |has |had |'ve |’ve |already |also )*(?:established|founded|set up|formed|signed|created|launched|opened)", match[0], re.I):
        status = Status.RUNNING if not clause.INTENT.search(line.text[start : match.end("verb") if "verb" in match.groupdict() else match.end()]) else status
    _tie(scene, line, "Partnership", start, end, match.start(), rule, status, match.start(), negated=clause.negative(text))
    _joint(scene, line, start, end)


WISHES = re.compile(r"\b(?:to|will|can|find|seek\w*|sought|look\w*|search\w*|eye\w*|attract|interest\w*|welcome\w*|wanted|need\w*|invit\w+|offer\w*|explore|gain)\b", re.I)


def _joint(scene: Scene, line: Line, start: int, end: int) -> None:
    """A joint laboratory, centre or venture is a thing of its own beside the tie."""
    match = JOINT.search(line.text, start, end)
    if match is None:
        return
    text = plain(match[0])
    if scene.once("joint", text.lower(), str(line.start + start)):
        partners = line.within(0, end, "ORG")
        claims = [Claim("unnamed", text, lang="en"), *(Claim("partner", scene.ref(n)) for n in partners[:4])]
        about = Ref("JointLab", text, str(line.start))
        scene.add("partner.joint", about, line.start + start, line.start + end, *claims, line=line)


# --- agreements


def _agreements(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    for match in COUNT_SIGNED.finditer(line.mask):
        if _free(taken, match.start(), match.end()):
            _agreement(scene, line, match, "agree.count", Status.SIGNED, subject=False)
    for match in PAPER_PASSIVE.finditer(line.mask):
        if _free(taken, match.start(), match.end()):
            _agreement(scene, line, match, "agree.passive", _paper_status(match["verb"], match["paper"]), subject=False)
    for match in line.matches(SIGNED, SIGN_WORDS):
        if _free(taken, match.start(), match.end()):
            _agreement(scene, line, match, "agree.signed", _paper_status(match["verb"], match["paper"]))
    for match in [*line.matches(AGREED, AGREED_WORDS), *(SIGNING.finditer(line.text) if "signing" in line.lows else ())]:
        if _free(taken, match.start(), match.end()):
            signing = "signing" in match[0].lower()
            _agreement(scene, line, match, "agree.signing" if signing else "agree.agreed", Status.SIGNED if signing else Status.AGREED)


def _paper_status(verb: str, paper: str) -> Status:
    low = verb.lower()
    if re.search(r"\b(?:will|scheduled|planned|plans?|expected|be signed)\b", low) and not re.search(r"\b(?:been signed|hope)", low):
        return Status.PLANNED
    if re.search(r"\b(?:hop\w+|intend\w*|to|would|could|can|ready)\b", low):
        return Status.INTENDED
    if re.search(r"\b(?:have|has|received)$", low):
        return Status.RUNNING
    if re.search(r"discussed", low):
        return Status.LOOKED_INTO
    if re.search(r"intent", paper.lower()):
        return Status.INTENDED
    if re.search(r"sign|conclud|ink|exchanged|ended with|enter", low):
        return Status.SIGNED
    return Status.AGREED


def _agreement(scene: Scene, line: Line, match: re.Match[str], rule: str, status: Status, subject: bool = True) -> None:
    start, end = clause.clause(line, match.start(), match.end(), subject=subject)
    money = MONEY.search(line.text, match.start(), min(len(line.text), end + 70))
    if money and money.end() - start <= 150:
        end = max(end, money.end())
    text = plain(line.text[start:end])
    before = line.text[max(0, match.start() - 40) : match.start()]
    if status is Status.SIGNED and re.search(r"\b(?:planned|expected|plans|hopes|intends|wants|wishes)\b[^.;]*$", before):
        status = Status.PLANNED
    parties = line.within(0, end, "ORG", "GROUP")[:4] or line.within(start, end, "LOC")[:2]
    claims = [Claim("party", scene.ref(n), status=status) for n in parties]
    claims.append(Claim("status", status.value, status=status))
    claims.append(Claim("subject", text, lang="en", status=status))
    claims += _sums(line, match, money)
    claims += when.of_act(scene.reading, line.text, start, end, line.start)
    if scene.once("agreement", text.lower()):
        scene.add(rule, Ref("Agreement", text), line.start + start, line.start + end, *claims, line=line)


def _sums(line: Line, match: re.Match[str], money: re.Match[str] | None) -> list[Claim]:
    from dragoman.extract.en.figures import amount

    return [amount(money[0])] if money else []


# --- presence


def _presences(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    for match in NO_YET.finditer(line.text) if line.has(DENIALS) else ():
        if _market_like(line, match) and _free(taken, match.start(), match.end()):
            start, end = clause.clause(line, match.start("neg"), match.end("neg"), 140)
            kind = "Partnership" if re.search(r"\bpartner", match[0]) else "Presence"
            _tie(scene, line, kind, start, end, match.start(), "presence.none", Status.NONE, match.start(), negated=True)
    if line.has(TRADE_WORDS):
        _trades(scene, line, taken)
    if line.has(SITE_WORDS):
        _sites(scene, line, taken)
    if line.has(DEAL_WORDS):
        _acquisitions(scene, line, taken)
    if line.has(SHOW_WORDS):
        _shows(scene, line, taken)
    if line.has(MARKET_WORDS) or line.has(ENTRY_WORDS) or "investing" in line.lows:
        _markets(scene, line, taken)
    for match in OVERSEAS.finditer(line.text) if line.has(SHARES) else ():
        if scene.event and _free(taken, match.start(), match.end()):
            end = clause.right_edge(line, match.start(), match.end(), 130)
            _tie(scene, line, "Presence", match.start(), end, match.start(), "presence.overseas", Status.RUNNING, match.start(), Claim("event", scene.event))


def _market_like(line: Line, match: re.Match[str]) -> bool:
    return bool(re.search(r"\b(?:client|customer|partner|market|sales|sold|export|office|branch|presence|present|represent|laborator|contract|buyer|distributor)", match[0], re.I))


def _trades(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    for match in line.matches(TRADES, TRADE_WORDS):
        buyer = CUSTOMER.search(line.mask, match.end("verb"), match.end())
        if buyer is None or re.search(r"\b(?:in|of)\s+$", line.text[match.end("verb") : buyer.start()]) and " to " not in line.text[match.end("verb") : buyer.start()] and not re.search(r"mak|produc|manufact|sell|sold|market|used|demand", match["verb"], re.I):
            continue
        if not re.search(r"\b(?:to|in|for|with|on|from|by)\s+(?:the\s+|its\s+|many\s+)?$|\bto\s+[^,]{0,20}$|^\s*$", line.text[match.end("verb") : buyer.start()]):
            continue
        if not _free(taken, match.start(), buyer.end()):
            continue
        start, end = clause.clause(line, match.start(), buyer.end(), 120)
        status = clause.status_of(line.text[start : match.end("verb")], Status.RUNNING)
        money = MONEY.search(line.text, match.start(), end)
        extra = _sums(line, match, money)
        kind = "Sale" if re.search(r"export|sell|sold|suppl|deliver", match["verb"], re.I) and money else "Presence"
        more = extra if kind == "Sale" else [Claim("presenceKind", "trade")]
        _tie(scene, line, kind, start, end, match.start(), "presence.trade", status, match.end("verb"), *more, negated=clause.negative(line.text[start:end]))


def _sites(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    for match in SETS.finditer(line.named) if line.has(SITES) else ():
        event = line.within(0, match.start(), "EVENT")
        if event and match.start() - (event[-1].end - line.start) <= 2:
            continue
        if not _abroad(line, match.end("verb"), match.end()) or not _free(taken, match.start(), match.end()):
            continue
        start, end = match.start(), _places_end(line, match.end())
        first, _ = clause.clause(line, start, end)
        status = clause.status_of(line.text[first : match.end("verb")], Status.RUNNING)
        claim = Claim("presenceKind", _site_kind(match["what"]))
        _tie(scene, line, "Presence", first, end, start, "presence.site", status, match.end("verb"), claim, negated=clause.negative(line.text[first:end]))
        second = SECOND_SITE.match(line.named, _skip(line, end))
        if second:
            kind = Claim("presenceKind", _site_kind(second["what"]))
            _tie(scene, line, "Presence", second.start("what"), second.end("what"), start, "presence.site", status, second.start("what"), kind)
    for match in [*(STAND_OF.finditer(line.text) if line.has(STAND_WORDS) else ()), *line.matches(STEPS, STEP_WORDS)]:
        if (scene.event or "planned" in match[0]) and _free(taken, match.start(), match.end()):
            start, end = clause.clause(line, match.start(), match.end(), 110)
            status = clause.status_of(line.text[start:end], Status.RUNNING)
            _tie(scene, line, "Presence", start, end, match.start(), "presence.stand", status, match.start())
    for match in line.matches(OPERATES, OPERATE_WORDS):
        if not _free(taken, match.start(), match.end()):
            continue
        start, end = clause.clause(line, match.start(), match.end(), 110)
        status = clause.status_of(line.text[start : match.end()], Status.RUNNING)
        if start < match.start():
            _tie(scene, line, "Presence", start, end, match.start(), "presence.operates", status, match.start(), negated=clause.negative(line.text[start:end]))


MORE_PLACES = pattern(r"(?:, <LOC>)*,? and <LOC>")
ACQUIRES = pattern(rf"\b(?P<verb>(?:has |have |also |fully )*(?:acquired|bought|took over|taken over|purchased|invested in|took a stake in|acquires))(?P<what> [^.;]{{0,40}}?(?:<ORG>|\b{ADJECTIVE} (?:[\w-]+ ){{1,3}}?(?:maker|manufacturer|company|firm|developer|start-up|producer)))")


def _places_end(line: Line, end: int) -> int:
    """Take in the further places of a coordination."""
    more = MORE_PLACES.match(line.mask, end)
    return more.end() if more else end


def _acquisitions(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    for match in line.matches(ACQUIRES, DEAL_WORDS):
        if _free(taken, match.start(), match.end()):
            start, end = clause.clause(line, match.start(), match.end(), 120)
            _tie(scene, line, "Presence", start, end, match.start(), "presence.acquires", Status.RUNNING, match.end("verb"), Claim("presenceKind", "acquisition"))


def _skip(line: Line, at: int) -> int:
    while at < len(line.text) and line.text[at] in " ,":
        at += 1
    return at


def _site_kind(what: str) -> str:
    low = what.lower()
    for word, kind in (("data cent", "data centre"), ("research", "research"), ("r&d", "research"), ("lab", "research"), ("institute", "research"), ("office", "office"), ("branch", "office"), ("subsidiar", "office"), ("academ", "training"), ("plant", "production"), ("factor", "production"), ("production", "production"), ("stand", "exhibition")):
        if word in low:
            return kind
    return "site"


def _abroad(line: Line, start: int, end: int) -> bool:
    if re.search(r"\bin [A-Z]", line.text[start:end]):
        return True
    return bool(line.within(start, end, "LOC", "GROUP")) or bool(FOREIGN.search(line.text[start:end]))


def _shows(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    if scene.event is None and not line.within(0, len(line.text), "EVENT"):
        return
    for match in line.matches(SHOWS, SHOW_WORDS):
        joins = re.search(r"participat|part|attend", match["verb"], re.I)
        before = line.text[: match.start()]
        whole = line.text[: match.end()]
        if joins and not (re.search(r"\bEVENT\b", "") or line.within(match.end("verb"), match.end(), "EVENT") or re.search(r"countries|regions|states", before[-70:], re.I)):
            continue
        if joins and re.search(r"\bwill\b", match["verb"]) and not line.within(max(0, match.start() - 3), match.start(), "LOC"):
            continue
        if re.match(r"bring", match["verb"], re.I) and not _goods(line, match):
            continue
        if not _exhibitors(scene, line, match, bool(joins)) or re.search(r"\b(?:will|would|to)\b", match["verb"]) and not (FOREIGN.search(whole) or line.within(0, match.start(), "LOC")):
            continue
        if not _free(taken, match.start(), match.end("verb")):
            continue
        start, end = clause.clause(line, match.start(), match.end("verb"), 100)
        status = Status.PLANNED if re.search(r"\b(?:will|to)\b", match["verb"]) else Status.RUNNING
        event = scene.event
        extra = [Claim("presenceKind", "exhibition")] + ([Claim("event", event)] if event else [])
        rule = "presence.joins" if joins else "presence.shows"
        _tie(scene, line, "Presence", start, end, match.start(), rule, status, match.end("verb"), *extra, negated=clause.negative(line.text[start:end]))


def _exhibitors(scene: Scene, line: Line, match: re.Match[str], joins: bool) -> bool:
    """Whether foreign parties are the subject: countries, people with a body abroad, exhibitors from countries."""
    first = clause.left_edge(line, match.start(), 160)
    subject = line.text[first : match.start()]
    if COUNTRIES.search(subject) or re.search(r"\b(?:exhibitors|overseas|foreign)\b", subject, re.I):
        return True
    if line.within(max(0, first - 60), match.start(), "LOC") and re.search(r"countries|including|among them|from", line.text[max(0, first - 80) : match.start()], re.I):
        return True
    near = line.within(max(0, match.start() - 60), match.start(), "LOC", "GROUP")
    if near and match.start() - (near[-1].end - line.start) <= 2 and (near[-1].subkind == "country" or near[-1].kind == "GROUP"):
        return True
    people = line.within(0, match.start(), "PER", "ORG")
    shown = re.search(r"brought|came with|exhibit|display|showcas|demonstr|present", match["verb"], re.I)
    return bool(people and shown and not joins and _goods(line, match))


def _goods(line: Line, match: re.Match[str]) -> bool:
    from dragoman.extract.en import fields

    rest = line.text[match.end("verb") : match.end("verb") + 90]
    if re.search(r"\bto the (?:exhibition|expo|fair|forum)|at the (?:exhibition|expo|fair|stand)", rest):
        return True
    low, high = match.end("verb"), match.end("verb") + 60
    return any(low <= line.words[a][0] < high for a, _, _ in fields.spans(line))


def _markets(scene: Scene, line: Line, taken: list[tuple[int, int]]) -> None:
    for match in MARKET_WANTS.finditer(line.mask) if line.has(WANTING) else ():
        if _free(taken, match.start(), match.end()):
            end = clause.right_edge(line, match.start(), match.start() + 20, 120)
            text = line.text[match.start() : end]
            place = next(iter(line.within(match.start(), end, "LOC")), None)
            claims = [Claim("wants", text, lang="en")] + ([Claim("place", scene.ref(place))] if place else [])
            scene.add("presence.market", Ref("Market", plain(text)), line.start + match.start(), line.start + end, *claims, line=line)
    for match in line.matches(ENTERS, ENTER_WORDS):
        if re.search(r"products", match["obj"] or "") or not FOREIGN.search((match["obj"] or "") + match["tail"]) and not line.within(match.start(), match.end(), "LOC"):
            continue
        if _free(taken, match.start(), match.end()):
            start, end = clause.clause(line, match.start(), match.end(), 110, subject=False)
            status = Status.INTENDED if match["verb"].lower().startswith("to ") else clause.status_of(match["verb"], Status.RUNNING)
            _tie(scene, line, "Presence", start, end, match.start(), "presence.enters", status, match.start(), Claim("presenceKind", "market"))


EVERY_VERB = verbs("sign", "visit")
