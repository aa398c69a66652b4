# ruff: noqa: E501 (a pattern reads best on one line)
"""Presence abroad by kind: shown, sold, operated, built; and what is expressly not there."""

from __future__ import annotations

from dragoman.extract.grammar.rule import Rule
from dragoman.extract.zh.roles import NEAR
from dragoman.model.statement import Status

MANY = rf"<PARTY>(?:{NEAR}{{0,3}}(?:、|和|与|及|以及){NEAR}{{0,6}}<PARTY>){{0,10}}"
ABROAD = "(?:<LAND>|<abroad>)"
WIDER = (
    Rule("zh-settles", ("在",), rf"(?P<q>(?:(?P<who><PARTY>){NEAR}{{0,10}}?)?在(?P<where>[^，。；在]{{0,8}}{ABROAD}[^，。；在]{{0,14}}?)(?:<settles>)(?:了|着|有)?[^，。；]{{0,24}})",
         "Presence", {"subject": "who", "place": "where*", "object": "q", "presenceKind": "=operation"}, Status.RUNNING, 0.86),
    Rule("zh-wins", ("承建", "承接", "承揽", "中标", "购", "股", "援建", "参建", "拿下", "改造"), rf"(?P<q>(?:(?P<who><PARTY>){NEAR}{{0,10}}?)?(?:<wins>)(?:了)?[^，。；]{{0,10}}{ABROAD}[^，。；]{{1,22}})",
         "Presence", {"subject": "who", "place": "q*", "object": "q", "presenceKind": "=operation"}, Status.RUNNING, 0.86),
    Rule("zh-supplies", ("向", "给", "对"), rf"(?P<q>(?:(?P<who><PARTY>){NEAR}{{0,10}}?)?(?:向|给|对){ABROAD}[^，。；]{{0,10}}(?:<supplies>)(?:了)?[^，。；]{{0,24}})",
         "Sale", {"seller": "who", "buyer": "q*", "object": "q"}, Status.RUNNING, 0.86),
    Rule("zh-posted", ("驻",), rf"(?P<q>驻{ABROAD}[^，。；]{{0,8}}(?:代表处|办事处|机构|分公司|联络处|首席代表|总代表))", "Presence", {"place": "q*", "object": "q", "presenceKind": "=office"}, Status.RUNNING, 0.86),
    Rule("zh-spreads", ("遍", "覆盖", "销", "进入", "打入", "辐射", "卖到", "走进"), rf"(?P<q>[^，。；]{{0,8}}(?:网络|业务|产品|客户|用户|足迹|设备|系统|服务|<TECH>)[^，。；]{{0,8}}(?:<spreads>)(?:了)?[^，。；]{{0,12}}{ABROAD}[^，。；]{{0,14}})",
         "Presence", {"place": "q*", "object": "q", "presenceKind": "=market"}, Status.RUNNING, 0.85),
    Rule("zh-overseas-size", ("海外", "境外"), r"(?P<q>(?:海外|境外|国外)(?:员工|雇员|收入|营收|子公司|分支机构|客户|订单|业务|机构|研发人员)[^，。；]{0,14}(?:\d|超|达|占|千|百|约)[^，。；]{0,12})", "Presence", {"object": "q", "presenceKind": "=operation"}, sure=0.82),
    Rule("zh-first-shown", ("首次", "首秀", "首展"), rf"(?P<q>首(?:次)?(?:在|于|赴)?{ABROAD}[^，。；]{{0,8}}(?:亮相|展出|展示|发布|公开|参展|首秀)|首次在(?:中国|国内|我国)[^，。；]{{0,8}}(?:亮相|展出|展示|发布))", "Presence", {"object": "q", "presenceKind": "=exhibition", "event": "@event"}, sure=0.86),
    Rule("zh-has-stand", ("展位", "展台", "展区", "国家馆"), rf"(?P<q>(?P<who><PARTY>){NEAR}{{0,14}}(?:设有|设立|搭建|布置|租下|拥有)(?:了)?[^，。；]{{0,12}}(?:展位|展台|展区|国家馆))", "Presence", {"subject": "who", "object": "q", "presenceKind": "=exhibition", "event": "@event"}, sure=0.86),
    Rule("zh-has-there", ("在",), rf"(?P<q>在{ABROAD}[^，。；]{{0,6}}(?:有|上市|热销|面市|参展|参加)(?!关|效|望|利|意|所|限|没)[^，。；]{{0,16}})", "Presence", {"place": "q*", "object": "q", "presenceKind": "=operation"}, Status.RUNNING, 0.84),
    Rule("zh-clients-from", ("客户", "用户", "买家", "订单"), rf"(?P<q>(?:客户|用户|买家|订单)[^，。；]{{0,6}}(?:来自|集中在|分布在|遍布){ABROAD}[^，。；]{{0,14}})", "Presence", {"place": "q*", "object": "q", "presenceKind": "=market"}, Status.RUNNING, 0.85),
    Rule("zh-set-in", ("设在", "设于", "落在"), rf"(?P<q>(?:子公司|分公司|总部|工厂|分部|中心|基地|实验室|办事处)[^，。；]{{0,4}}(?:设在|设于|落在){ABROAD}[^，。；]{{0,8}})", "Presence", {"place": "q*", "object": "q", "presenceKind": "=office"}, Status.RUNNING, 0.86),
    Rule("zh-share-there", ("市场",), rf"(?P<q>(?:占|占据|拿下|退出|撤出|抢占|挺进|进军)(?:了)?{ABROAD}[^，。；]{{0,6}}市场[^，。；]{{0,12}})", "Presence", {"place": "q*", "object": "q", "presenceKind": "=market"}, sure=0.85),
    Rule("zh-sends-crew", ("派",), rf"(?P<q>派(?:出|遣)?[^，。；]{{1,14}}(?:赴|前往|到|驻){ABROAD}[^，。；]{{0,14}})", "Presence", {"place": "q*", "object": "q", "presenceKind": "=operation"}, Status.RUNNING, 0.83),
    Rule("zh-in-china", ("在华",), r"(?P<q>在华[^，。；]{0,4}(?:拥有|设|投资|建|生产|销售|业务|运营)[^，。；]{0,18})", "Presence", {"object": "q", "presenceKind": "=operation"}, Status.RUNNING, 0.86),
    Rule("zh-has-overseas", ("境外", "海外"), r"(?P<q>(?:设有|拥有|建有|设立|有)(?:了)?(?:\d+|[一二两三四五六七八九十]+)[余多]?[家个座所处]?(?:境外|海外)[^，。；]{2,14})", "Presence", {"object": "q", "presenceKind": "=office"}, Status.RUNNING, 0.86),
    Rule("zh-foreign-share", ("外方", "境外", "海外", "国外", "外国"), r"(?P<q>(?:外方|境外|海外|国外|外国)(?:展商|参展商|企业|机构|客商|嘉宾)[^，。；]{0,8}(?:占|达|超过|近|参展|参会|\d)[^，。；]{0,14})", "Presence", {"object": "q", "presenceKind": "=exhibition", "event": "@event"}, sure=0.84),
    Rule("zh-moved", ("搬", "迁", "设在", "建在", "放在", "开到"), rf"(?P<q>(?:把|将)[^，。；]{{1,14}}(?:搬到|搬至|迁到|迁至|设在|建在|放在|开到|卖到)(?:了)?{ABROAD}[^，。；]{{0,10}})", "Presence", {"place": "q*", "object": "q", "presenceKind": "=operation"}, Status.RUNNING, 0.86),
    Rule("zh-builds-for", ("建设", "修建", "架设", "搭建", "培训", "改造"), rf"(?P<q>(?:为|替|帮助){ABROAD}[^，。；]{{0,8}}(?:建设|修建|架设|搭建|铺设|升级|改造|培训)[^，。；]{{1,24}})", "Presence", {"place": "q*", "object": "q", "presenceKind": "=operation"}, Status.RUNNING, 0.85),
    Rule("zh-come-from", ("来自",), r"(?P<q>(?:参展|参会|与会)?(?:企业|展商|机构|嘉宾|客商|代表)[^，。；]{0,6}来自[^，。；]{0,8}(?:\d+|[一二三四五六七八九十]+)[余多]?个?(?:国家|国)[^，。；]{0,6})", "Presence", {"object": "q", "presenceKind": "=exhibition", "event": "@event"}, sure=0.84),
    Rule("zh-overseas-sites", ("海外", "境外"), r"(?P<q>(?:\d+|[一二三四五六七八九十]+)?个?(?:海外|境外)(?:<foreign_office>)[^，。；]{0,10}(?:分布|遍布|位于|设在|达)[^，。；]{0,12})", "Presence", {"object": "q", "presenceKind": "=office"}, Status.RUNNING, 0.85),
    Rule("zh-not-there", ("未", "没有", "无"), r"(?P<q>[^，。；：“]{0,16}(?:暂未|尚未|未曾|从未|并未|还没有|没有|至今未)(?:在[^，。；]{1,12})?(?:开展|进入|设立|设有|设|涉足|打开|落地|销售|注册|派驻|布局|投资|出口)[^，。；]{0,20})",
         "Presence", {"object": "q", "subject": "@ORG"}, sure=0.94, negated=True),
)  # fmt: skip
PLAIN = (
    Rule("zh-exhibits", ("展示", "展出", "参展", "亮相", "带来", "携", "展览"), rf"(?P<q>(?P<who>{MANY})(?:等{NEAR}{{0,12}})?{NEAR}{{0,16}}?(?:展示|展出|参展|亮相|带来|携(?!手))(?:了)?[^，。；]{{0,50}})",
         "Presence", {"subject": "who", "object": "q", "presenceKind": "=exhibition", "event": "@event"}, sure=0.82, each="who", full=True),
    Rule("zh-exports", ("出口", "销往", "销售", "出售", "卖给", "卖到", "远销", "售出", "供货", "供应", "提供"), rf"(?P<q>(?:(?P<who><PARTY>){NEAR}{{0,12}}?)?(?:(?:为|向)[^，。；]{{2,24}}(?:供应|提供(?=[^，。；]{{2,20}}(?:系统|设备|产品|装备|<TECH>)))(?:了)?[^，。；]{{2,30}}|向[^，。；]{{2,24}}(?:出口|销售|出售|供货)(?:了)?[^，。；]{{0,40}}|(?:出口(?!达成|合同|协议|额|总额|商|基地|管制|市场)(?:到|至)?|销往|远销|卖到|卖往|畅销|卖给|出售给)(?:了)?[^，。；]{{2,40}}))",
         "Sale", {"seller": "who", "buyer": "q*", "object": "q"}, Status.RUNNING, 0.88),
    Rule("zh-office", ("设立", "建立", "建有", "设有", "开设", "拥有", "运营", "成立", "建成", "建设", "部署", "开通", "启用", "投资", "收购", "建", "租", "开了", "开办"), rf"(?P<q>(?:(?P<who><PARTY>){NEAR}{{0,14}}?)?(?P<core>(?:<DATE>)?在(?P<where>[^，。；在]{{0,10}}<LAND>[^，。；]{{0,24}}?)(?:设立|建立|建有|设有|开设|拥有|运营|开通|上线|启用|成立|建成|建设|部署|新建|租有|租用|开了|开办|收购|投资|建)(?:了|着|有)?[^，。；]{{0,24}}(?:<foreign_office>)))",
         "Presence", {"subject": "who", "place": "where*", "object": "core", "presenceKind": "=office"}, Status.RUNNING, 0.9),
    Rule("zh-works-there", ("试用", "应用", "落地", "代工", "厂房", "落户", "出海", "推广", "运行", "投用"), r"(?P<q>(?:(?P<who><BODY>)[^，。；]{0,8})?(?:在[^，。；]{0,6}(?:<LAND>|两国|海外|境外|国外)[^，。；]{0,14}(?:试用|应用|落地|推广|运行|投用|施工)|(?:替|为)<LAND>[^，。；]{0,8}(?:代工|生产|供应|设计)[^，。；]{0,12}|在<LAND>的(?:工厂|厂房|分公司|研发中心|办事处|生产线|门店)|[^，。；]{0,14}落户(?:海外|境外|<LAND>)))",
         "Presence", {"subject": "who", "object": "q", "place": "q*", "presenceKind": "=operation"}, Status.RUNNING, 0.85),
    Rule("zh-market", ("市场", "业务"), rf"(?P<who><PARTY>)?{NEAR}{{0,14}}?(?P<q>(?:(?:进入|打入|开拓|拓展|进军|布局|深耕)(?:了)?[^，。；]{{0,14}}(?P<where><LAND>)?[^，。；]{{0,10}}市场|业务(?:遍及|覆盖|遍布)[^，。；]{{2,30}}|在(?P<land><LAND>)[^，。；]{{0,10}}开展(?:了)?[^，。；]{{0,12}}业务))",
         "Presence", {"subject": "who", "place": "where land", "object": "q", "presenceKind": "=market"}, sure=0.82),
    Rule("zh-no-presence", ("没有", "尚无", "暂无", "尚未", "还没", "并未", "未能", "从未"), r"(?P<q>[^，。；：“]{0,24}(?:没有|尚无|暂无|尚未|从未|还没(?:有)?|并未|未能)[^，。；]{0,24}?(?:涉足|设立|客户|企业|公司|参加|参展|实验室|市场|订单|办事处|代表处|分公司|销售|买家|业务|关注|青睐|代理)[^，。；]{0,16})",
         "Presence", {"object": "q", "subject": "@ORG"}, sure=0.93, negated=True),
    Rule("zh-overseas-share", ("境外", "海外"), r"(?P<q>(?:境外|海外)(?:展商|企业|参展商|机构)[^，。；]{0,10}(?:\d+[余多]?家，来自[^，。；]{2,20}(?:国家|地区)[^，。；]{0,4}|比例[^，。；]{2,24}))", "Presence", {"object": "q", "presenceKind": "=exhibition", "event": "@event"}, sure=0.85),
    Rule("zh-joined-expo", ("国家和地区", "个国家", "海外", "境外"), r"(?P<q>(?:来自[^，。；]{0,10})?(?:\d+|[一二三四五六七八九十百]+)[多余]?个国家(?:和|与|及|或|（|\()?(?:地区)?[）)]?的?[^，。；]{0,24}(?:参展|参加|参会|展出|亮相))",
         "Presence", {"object": "q", "presenceKind": "=exhibition", "event": "@event"}, sure=0.82),
)  # fmt: skip
RULES = WIDER + PLAIN
AT_PLACE = frozenset(
    {"zh-settles", "zh-wins", "zh-supplies", "zh-works-there", "zh-builds-for", "zh-office", "zh-moved"}
)  # abroad or not: the place tells
