# ruff: noqa: E501 (a pattern reads best on one line)
"""Delegations, visits and their stops, meetings, invitations."""

from __future__ import annotations

from dragoman.extract.grammar.rule import Rule
from dragoman.extract.zh.roles import GAP, NEAR
from dragoman.model.statement import Status

GUEST = r"(?:<PARTY>|<DELEGATION>)"
SOON = r"(?:将|拟|计划|预计|准备|即将|打算)"
WIDER = (
    Rule("zh-travels", ("访问", "参观", "考察", "调研", "洽谈", "交流", "学习"), r"(?P<q>(?:<DELEGATION>[^，。；]{0,10}?)?(?:应[^，。；]{2,24}邀请)?(?:专程)?(?:到|赴|前往|来到|来|抵)(?!了)(?P<where>[^，。；到赴来]{1,24}?)(?:访问|参观|考察|调研|洽谈|交流学习|学习)(?!团|者|组)[^，。；]{0,16})",
         "Visit", {"destination": "where*", "description": "q"}, sure=0.89),
    Rule("zh-sees", ("试驾", "拜会", "登上", "了解", "询问", "拜访", "查看", "察看", "走访", "视察", "体验", "乘坐", "试乘", "观摩", "观看", "品鉴", "操作"), r"(?P<q>(?:在[^，。；在]{2,20})?(?:专程|实地|先后|随后|一同|现场)?(?:登上|(?:了解|察看|询问)(?=了)|拜会|拜访|查看|察看|走访|视察|体验|乘坐|试乘|观摩|观看|试驾)(?:了)?(?!者|人数|馆|式|区)(?P<what>[^。；，]{2,50}))",
         "Stop", {"shown": "what", "place": "what*"}, sure=0.87),
    Rule("zh-looked", ("看了", "走进", "来到"), r"(?P<q>(?:(?<![观查收])看了|走进了?|来到了?)(?P<what>[^，。；]{2,50}))", "Stop", {"shown": "what", "place": "what*"}, sure=0.86, needs="delegation"),
    Rule("zh-came", ("到访", "来访"), r"(?P<q>[^，。；]{0,14}(?:到访|来访)(?=[，。；]|$))", "Visit", {"description": "q"}, sure=0.84),
    Rule("zh-next-stop", ("站",), r"(?P<q>(?:行程|访问|此行)[^，。；]{0,4}站(?:是|为|来到|在)?[^，。；]{2,24})", "Stop", {"shown": "q", "place": "q*"}, sure=0.86),
    Rule("zh-discussed", ("洽谈了", "商讨了", "讨论了", "交换了"), r"(?P<q>(?:洽谈|商讨|讨论|磋商)了[^，。；]{2,26})", "Meeting", {"subject": "q"}, sure=0.84),
    Rule("zh-leads-many", ("率", "带", "偕"), r"(?P<q>(?:(?P<who><PER>))?(?:率领?|带着|带领|偕同?)(?:近|逾|约)?\d+[余多]?(?:名|位|人|家)[^，。；]{0,16})", "Delegation", {"head": "who", "memberKind": "q"}, sure=0.94),
    Rule("zh-guests-go", ("去了", "走进", "来到", "登上"), r"(?P<q>(?:客人|来宾|代表|嘉宾|外宾|一行|客商)[^，。；]{0,8}(?:去了|走进|来到|登上)(?:了)?[^，。；]{2,24})", "Stop", {"shown": "q", "place": "q*"}, sure=0.87),
    Rule("zh-banquet", ("设宴", "宴请", "款待", "招待会", "欢迎仪式", "欢迎晚宴", "欢迎会", "接风"), r"(?P<q>(?:<PER>|<BODY>)?[^，。；]{0,10}(?:设宴|宴请|(?<!盛情)(?<!热情)款待|(?:举行|举办|设)(?:了)?[^，。；]{0,8}(?:招待会|欢迎仪式|欢迎晚宴|欢迎会))[^，。；]{0,16})", "Visit", {"stage": "=reception", "description": "q"}, sure=0.87),
    Rule("zh-journey", ("访问", "考察", "之旅", "之行", "行程"), r"(?P<q>(?:结束|开始|展开|开启|进行|完成)(?:了)?[^，。；]{0,18}(?:访问|考察|之旅|之行|行程))", "Visit", {"description": "q"}, sure=0.86),
    Rule("zh-asks-to-come", ("邀", "欢迎", "请"), r"(?P<q>(?:向[^，。；]{2,24}(?:发出|发来|递交)(?:了)?(?:邀请|请柬|邀请函)|(?:诚邀|邀|欢迎|力邀|盛邀)(?!仪式|晚宴|会)[^，。；]{2,24}(?:来访|访问|参加|参展|出席|与会|前来|赴|考察)[^，。；]{0,16}|发出[^，。；]{0,4}邀请))", "Invitation", {"inviter": "@ORG", "invitee": "q*", "purpose": "q"}, Status.INVITED, 0.86),
    Rule("zh-talks", ("座谈会", "交换意见", "交换了意见", "会谈", "座谈", "磋商"), r"(?P<q>(?:(?:与|同|和)[^，。；]{2,24})?(?:召开|举行|举办|进行|参加)(?:了)?[^，。；]{0,10}(?:座谈会|会谈|磋商会|座谈)|[^，。；]{2,20}交换(?:了)?意见)", "Meeting", {"participant": "q*", "subject": "q"}, sure=0.87),
    Rule("zh-sends-group", ("派", "组团", "组织"), rf"(?P<q>(?P<who><PARTY>)?{NEAR}{{0,8}}(?:(?:派出|派遣|选派|组织)(?:了)?[^，。；]{{0,14}}(?:考察组|访问组|代表团|展团|考察团|访问团|<DELEGATION>)|组团(?:赴|参|前往|来|出)[^，。；]{{1,14}}))", "Delegation", {"sender": "who"}, sure=0.94),
    Rule("zh-group-of", ("团员", "随团", "随行", "团组", "同行", "团成员"), r"(?P<q>(?:团员|随团|随行人员|随行|同行|(?:代表团|展团|访问团|<DELEGATION>)成员)(?:的)?(?:还)?(?:包括|有|来自|均为|中有|中包括)(?P<kind>[^。；]{2,70}))", "Delegation", {"memberKind": "kind", "member": "kind*"}, sure=0.92),
    Rule("zh-group-by", ("组织", "派出", "选派"), r"(?P<q>(?:<DELEGATION>|代表团|展团|考察团)由(?P<who>[^，。；]{2,24})(?:组织|派出|选派|牵头))", "Delegation", {"sender": "who*"}, sure=0.94),
    Rule("zh-group-headed", ("为团长", "率领", "带领", "率"), r"(?P<q>(?:(?:以|由)[^，。；]{0,16}(?P<who><PER>)[^，。；]{0,6}(?:为团长|为首)的?[^，。；]{0,14}(?:<DELEGATION>|代表团|访问团)?|[^，。；]{0,10}(?P<who2><PER>)(?:率领|带领)(?:的|了)?[^，。；]{0,12}(?:<DELEGATION>|代表团|考察团|访问团)|部长(?:率领|带领)[^，。；]{0,8}(?:<DELEGATION>|代表团)))", "Delegation", {"head": "who who2", "summary": "q"}, sure=0.95),
    Rule("zh-group-size", ("一行",), r"(?P<q>(?:<DELEGATION>|代表团|考察团|考察组|访问团)?一行(?:\d+|[一二三四五六七八九十]+)余?人)", "Delegation", {"memberKind": "q"}, sure=0.9),
)  # fmt: skip
PLAIN = (
    Rule("zh-delegation-led", ("率",), rf"(?P<q>(?:由)?{NEAR}{{0,14}}(?P<who><PER>){NEAR}{{0,8}}率(?:领|队|团|代表团)?{NEAR}{{0,16}}(?:<DELEGATION>|代表团|考察团|一行|团|队))",
         "Delegation", {"head": "who"}, sure=0.92),
    Rule("zh-delegation-head", ("带队", "为团长", "担任团长", "团长"), rf"(?P<q>(?:(?P<who><PER>){NEAR}{{0,6}}(?:带队|为团长|担任团长|任团长)|(?:由|以){NEAR}{{0,14}}(?P<who2><PER>){NEAR}{{0,6}}(?:带队|为团长|率队)|团长(?:为|是|、)?[^，。；]{{0,30}}?(?P<who3><PER>)))",
         "Delegation", {"head": "who who2 who3"}, sure=0.9),
    Rule("zh-delegation-under", ("带领下", "率领下"), r"(?P<q>在[^，。；]{0,14}?(?P<who><PER>)(?:的)?(?:带领|率领)下)", "Delegation", {"head": "who"}, sure=0.92),
    Rule("zh-delegation-members", ("代表团", "考察团", "访问团"), r"(?P<q>(?:<DELEGATION>|代表团|考察团|展团)(?:成员)?(?:由|包括|成员有|来自|涵盖|汇集了?)(?P<kind>[^。；]{3,90}?)(?=，|。|；|$))",
         "Delegation", {"memberKind": "kind", "member": "kind*"}, sure=0.88),
    Rule("zh-delegation-sent", ("派出", "派遣"), rf"(?P<q>(?P<who><PARTY>(?:(?:、|和|与){NEAR}{{0,4}}<PARTY>){{0,8}})(?:均|都|也)?(?:派出|派遣)(?:了)?[^，。；]{{0,10}}(?:<DELEGATION>|代表团|展团))",
         "Delegation", {"sender": "who*"}, sure=0.92),
    Rule("zh-delegation-of", ("组成",), rf"(?P<q>由(?P<kind>[^。；]{{3,90}}?)组成的?{NEAR}{{0,12}}(?:<DELEGATION>|代表团|考察团))",
         "Delegation", {"memberKind": "kind", "member": "kind*"}, sure=0.92),
    Rule("zh-delegation-brought", ("带来", "携带", "携"), rf"(?P<q>(?:<DELEGATION>|代表团){NEAR}{{0,10}}(?:带来|携带|携)(?:了)?(?P<what>{GAP}{{0,20}}[^，。；]{{2,60}}))",
         "Delegation", {"brought": "what"}, sure=0.88),
    Rule("zh-will-visit", ("访问", "参观", "考察", "赴", "来访"), rf"(?P<q>{SOON}{NEAR}{{0,8}}(?:(?:访问|参观|考察)(?!团|者)|来访|到访|赴)(?P<where>[^，。；]{{0,40}}))",
         "Visit", {"destination": "where*", "description": "q"}, Status.PLANNED, 0.88),
    Rule("zh-visited", ("访问", "考察", "参观", "到访", "来访", "抵达", "莅临", "造访", "回访", "走访", "访华", "来园", "来华", "来京", "来渝", "来沪", "来洛", "来访", "调研", "考察"),
         rf"(?P<who>{GUEST})?[^。；\ue000-\ue0ff]{{0,24}}?(?P<q>(?:<DELEGATION>[^，。；]{{0,24}}?)?(?:应[^，。；]{{2,30}}邀请，)?(?:来[一-鿿](?:访问|考察|参观|访)|来园|对[^，。；]{{1,20}}进行(?:了)?(?:友好|正式|工作)?(?:访问|考察)|(?:前往|赴|到|来到|抵达|莅临|走进)[^，。；]{{1,30}}(?:访问|参观|考察|调研|交流)(?!团)|(?:访问|到访|来访|抵达|莅临|造访|走访|回访)(?:了)?(?!团|学者|量|者|期间|中|时)[^，。；]{{1,40}}|访华|(?<!实地)考察(?:了)?(?!团|时)[^，。；]{{2,40}}))",
         "Visit", {"visitor": "who", "destination": "q*", "description": "q"}, Status.ENDED, 0.88),
    Rule("zh-stop", ("参观", "观看", "察看", "观摩", "实地", "游览", "夜游"), r"(?P<q>(?:参观|游览|夜游|观看|察看|观摩|实地(?:考察|了解|察看|走访))(?:了)?(?!者|人|人数|券|团|时间|证|登记)(?P<what>[^。；]{2,90}?)(?=，(?!.{0,3}、)|。|；|$))",
         "Stop", {"shown": "what", "place": "what*"}, Status.ENDED, 0.9),
    Rule("zh-shown", ("听取", "了解", "演示", "介绍"), r"(?P<q>(?:听取了?|(?:详细|深入|重点)了解了?|为(?:代表团|考察团|来宾|客人|嘉宾)(?:演示|介绍|展示)了?|向(?:代表团|考察团|来宾|客人|嘉宾|<DELEGATION>)(?:演示|介绍|展示)了?)(?P<what>[^，。；]{2,60}))",
         "Stop", {"shown": "what"}, Status.ENDED, 0.85),
    Rule("zh-reception", ("会见", "接见", "接待", "宴请", "欢迎", "迎接"), rf"(?P<q>(?:(?P<host><PER>|<BODY>){NEAR}{{0,14}})?(?:会见|接见|接待|宴请|迎接)(?:了)?(?!室|处|厅|能力|人次|量)(?P<whom>[^，。；]{{2,50}}))",
         "Meeting", {"participant": "host whom*", "subject": "q"}, Status.ENDED, 0.9),
    Rule("zh-met", ("会谈", "座谈", "洽谈", "会晤", "交流", "举行了会", "磋商"), rf"(?P<who>{GUEST})?{NEAR}{{0,10}}(?P<q>(?:(?:与|同|和)[^，。；]{{2,40}})?(?:举行|进行|展开|开展|召开|参加)(?:了)?[^，。；]{{0,12}}(?:会谈|座谈(?!会)|座谈会|洽谈(?!会)|会晤|磋商|交流活动|对接交流|深入交流|座谈交流))",
         "Meeting", {"participant": "who q*", "subject": "q"}, Status.ENDED, 0.88),
    Rule("zh-invited", ("邀请",), rf"(?P<who><PARTY>)?{NEAR}{{0,14}}(?P<q>(?<!应)(?<!受)(?:诚挚|诚邀|热情)?(?:邀请|诚邀)(?!函|赛|制|到了|，)(?:了)?(?P<what>[^。；]{{2,60}}?)(?=，|。|；|$))",
         "Invitation", {"inviter": "who", "invitee": "what*", "purpose": "what"}, Status.INVITED, 0.88),
    Rule("zh-invited-by", ("应", "受"), r"(?P<q>[应受](?P<who>[^，。；]{2,30}?)(?:(?:的)?邀请|之邀))", "Invitation", {"inviter": "who*", "purpose": "q"}, Status.INVITED, 0.9),
)  # fmt: skip
RULES = WIDER + PLAIN
