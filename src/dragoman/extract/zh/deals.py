# ruff: noqa: E501 (a pattern reads best on one line)
"""Agreements by how far they have come, partnerships that exist or are sought, memberships and alliances."""

from __future__ import annotations

from dragoman.extract.grammar.rule import Rule, deal
from dragoman.extract.zh.roles import GAP, NEAR
from dragoman.extract.zh.visits import SOON
from dragoman.model.statement import Status

END = r"(?=，|。|；|！|$)"
PARTIES = rf"(?:(?P<who><PARTY>(?:{NEAR}{{0,3}}(?:、|和|与|同|及){NEAR}{{0,6}}<PARTY>){{0,6}}){NEAR}{{0,16}}?)?"


def _deal(name: str, words: tuple[str, ...], core: str, status: Status, sure: float, kind: str = "") -> Rule:
    return deal(name, words, rf"(?P<q>{PARTIES}(?P<core>{core}))", status, sure, kind)


SIGN = r"(?:续签|草签|换签|补签|互签|签得|签署|签订|签下|签约|缔结)"
NOT_SOON = r"(?<!未)(?<!没有)(?<!未能)(?<!将)(?<!拟)(?<!计划)(?<!预计)(?<!准备)(?<!有望)(?<!即将)(?<!正式)"
AGREEMENTS = (
    Rule("zh-deal-not", ("未", "没有"), r"(?P<q>(?:(?P<who><PARTY>)[^，。；]{0,8})?(?:尚未|并未|未能|没有|未)(?:正式)?(?:签署|签订|签约|签下|达成)[^，。；]{0,24})", "Agreement", {"party": "who", "subject": "q"}, sure=0.95, negated=True),
    _deal("zh-deal-exchanged", ("交换", "互换", "递交"), r"(?:交换|互换|递交)(?:了)?[^，。；]{0,12}意向书", Status.INTENDED, 0.9, "letter of intent"),
    _deal("zh-deal-talks", ("商谈", "谈判", "洽谈中"), r"(?:正在|仍在|尚在)(?:商谈|洽谈|谈判|磋商)[^，。；]{0,20}", Status.LOOKED_INTO, 0.85),
    _deal("zh-deal-in-principle", ("原则同意", "原则上同意", "同意"), r"(?:原则(?:上)?同意|(?:双方|对方|各方)同意)[^，。；]{2,30}", Status.AGREED, 0.86),
    _deal("zh-deal-in-force", ("生效",), r"(?:协议|合同|备忘录|协定)[^，。；]{0,6}生效", Status.RUNNING, 0.88),
    _deal("zh-deal-settled", ("敲定", "谈妥", "谈成", "议定", "说定", "换文"), r"(?:敲定|谈妥|谈成|议定|说定|换文)(?:了)?[^，。；]{2,30}", Status.AGREED, 0.87),
    _deal("zh-deal-planned", ("签",), rf"(?:{SOON}|有望)[^，。；]{{0,14}}{SIGN}[^，。；]{{0,50}}", Status.PLANNED, 0.92),
    _deal("zh-deal-intent", ("意向",), r"(?:(?:达成|签署|签订|形成)(?:了)?[^，。；]{0,20}意向[^，。；]{0,16}|意向(?:金额|投资|签约|融资|采购|成交)[^，。；]{2,30})", Status.INTENDED, 0.94, "letter of intent"),
    _deal("zh-deal-signed", ("签",), rf"(?:{NOT_SOON}|(?<=[^将拟]正式)){SIGN}(?!仪式|活动|率|墙)(?!(?<=签约)的)(?:了)?(?![^，。；]{{0,24}}意向)[^，。；]{{2,60}}", Status.SIGNED, 0.92),
    _deal("zh-contract-sum", ("合同",), r"(?:合同)(?:总|成交)?(?:金额|总额|额|价值)(?:为|达|达到|约|超过|近|共|合计)*(?:\d|<MONEY>)[^，。；]{0,20}", Status.SIGNED, 0.9),
    _deal("zh-deal-ceremony", ("签约仪式", "签字仪式"), r"(?:举行|出席|参加|见证)(?:了)?[^，。；]{0,20}(?:签约|签字)仪式", Status.SIGNED, 0.85),
    _deal("zh-deal-agreed", ("达成", "商定", "一致同意", "约定"), r"(?:达成(?:了)?(?![^，。；]{0,20}意向)[^，。；]{0,24}(?:共识|一致|协议|合作|约定)[^，。；]{0,20}|(?:双方)?(?:商定|一致同意|约定)[^，。；]{2,40})", Status.AGREED, 0.9),
    _deal("zh-deal-intended", ("有意", "意愿", "愿意"), r"(?:有意(?:在|与|向|将|引进|投资|合作)[^，。；]{2,36}|表达了?[^，。；]{0,20}(?:意愿|意向)|表示愿意?[^，。；]{2,36})", Status.INTENDED, 0.82),
    _deal("zh-deal-explored", ("探讨", "商讨", "洽谈"), r"(?:就|围绕)[^。；]{2,50}?(?:进行|展开|开展)?(?:了)?(?:深入|广泛|充分)?(?:探讨|商讨|洽谈|交流|磋商)", Status.LOOKED_INTO, 0.78),
)  # fmt: skip

PARTNERSHIPS = (
    Rule("zh-jointly", ("联合", "协同", "合力", "携手", "共同"), rf"(?P<q>(?:(?P<who><PARTY>){NEAR}{{0,6}})?(?:(?:与|同|和)[^，。；]{{2,24}})?[^，。；]{{0,14}}(?:联合|协同|合力|携手|共同)(?:<together>)[^，。；]{{0,20}})",
         "Partnership", {"subject": "who", "object": "q*", "role": "q"}, Status.RUNNING, 0.84),
    Rule("zh-mutual", ("互派", "互换", "互设", "互认", "互访", "互聘"), r"(?P<q>(?:将)?互(?:派|换|设|认|访|聘)[^，。；]{0,16})", "Partnership", {"role": "q"}, sure=0.84),
    Rule("zh-in-contact", ("交流", "产学研", "关系", "往来", "联系", "对接", "互访"), r"(?P<q>(?:(?:与|同|和)[^，。；]{2,24})?(?:定期|长期|已)?(?:开展|进行|保持|确立|缔结|构建|建立|形成|结成|签有)(?:了|着)?[^，。；]{0,14}(?:<contacts>)[^，。；]{0,8})", "Partnership", {"role": "q", "object": "q*"}, Status.RUNNING, 0.84),
    Rule("zh-orders", ("委托", "授权", "许可", "外包"), r"(?P<q>(?:<PARTY>)?[^，。；]{0,6}(?:委托|授权|许可|外包给)(?P<whom><PARTY>)[^，。；]{0,20})", "Partnership", {"object": "whom", "role": "q"}, Status.RUNNING, 0.84),
    Rule("zh-serves", ("配套", "供货", "代工", "承制", "研制", "服务"), r"(?P<q>(?:长期|一直|专)?(?:为|给)(?P<whom><BODY>)[^，。；]{0,8}(?:配套|供货|代工|承制|研制|生产)[^，。；]{0,16})", "Partnership", {"object": "whom", "role": "q"}, Status.RUNNING, 0.84),
    Rule("zh-venture", ("合资", "合股"), rf"(?P<q>(?:(?P<who><PARTY>(?:{NEAR}{{0,3}}(?:、|和|与|同){NEAR}{{0,6}}<PARTY>){{0,4}}){NEAR}{{0,6}})?(?:合资|合股)(?:成立|组建|设立|建厂|生产|经营|办厂|兴建)[^，。；]{{0,20}})", "Partnership", {"subject": "who", "role": "q"}, Status.RUNNING, 0.85),
    Rule("zh-want-find", ("找",), r"(?P<q>(?:希望|想|拟|欲|计划|期待)[^，。；]{0,14}找(?:到)?[^，。；]{0,14}(?:<seekers>))", "Partnership", {"role": "q", "partnershipKind": "=sought"}, Status.INTENDED, 0.88),
    Rule("zh-brings-in", ("引进", "采用", "购买", "转让"), r"(?P<q>(?:引进|采用|购买|受让|获得)(?:了)?<LAND>[^，。；]{0,14}(?:技术|设备|工艺|生产线|专利|<TECH>))", "Partnership", {"object": "q*", "role": "q"}, sure=0.84),
    Rule("zh-on-subject", ("就", "围绕"), r"(?P<q>(?:就|围绕|在)[^，。；就]{2,24}?(?:领域|方面)?(?:开展|展开|深化|加强)(?:了)?[^，。；]{0,8}(?:合作|协作))", "Partnership", {"role": "q"}, sure=0.86),
    Rule("zh-for-military", ("军", "国防", "部队"), r"(?P<q>[^，。；：“]{0,8}(?:为|向|给)(?:军方|部队|军队|国防[^，。；]{0,6}|军工[^，。；]{0,6}|边防[^，。；]{0,4})[^，。；]{0,4}(?:研制|生产|提供|供应|开发|配套|供货)[^，。；]{0,16})", "Partnership", {"role": "q"}, Status.RUNNING, 0.84),
    Rule("zh-sets-up-with", ("姊妹", "友好", "伙伴"), r"(?P<q>(?:建立|结成|缔结)(?:了)?[^，。；]{0,10}(?:姊妹|友好|伙伴)[^，。；]{0,10}|[^，。；]{0,8}(?:供应链|战略|长期|技术|科研|独家)[^，。；]{0,4}伙伴(?!关系))", "Partnership", {"role": "q"}, Status.RUNNING, 0.84),
    Rule("zh-strives", ("谋求", "渴望", "争取", "盼望", "期盼"), r"(?P<q>(?:谋求|渴望|争取|盼望|期盼)(?!了)[^，。；]{0,10}(?:合作|投资|落地|代理|伙伴|订单|市场|技术|引进|支持)[^，。；]{0,10})", "Partnership", {"role": "q", "partnershipKind": "=sought"}, Status.INTENDED, 0.84),
    Rule("zh-shares", ("共享", "技术入股", "联合培养"), r"(?P<q>(?:双方|双边|两校)?[^，。；]{0,6}(?:共享(?!平台|单车|经济)[^，。；]{1,10}|技术入股[^，。；]{0,10}|联合培养[^，。；]{0,10}))", "Partnership", {"role": "q", "object": "q*"}, sure=0.82),
    Rule("zh-in-talks", ("商谈", "洽谈", "商讨", "谈判", "接洽"), r"(?P<q>正(?:在)?(?:与|同|和)[^，。；]{2,20}(?:商谈|洽谈|商讨|谈判|接洽)[^，。；]{0,20})", "Partnership", {"object": "q*", "role": "q"}, Status.LOOKED_INTO, 0.87),
    Rule("zh-ended", ("暂停", "中止", "终止", "停止", "中断"), r"(?P<q>(?:已)?(?:暂停|中止|终止|停止|中断)(?:了)?[^，。；]{0,18}(?:合作|交流|协议|联系|往来|项目))", "Partnership", {"object": "q*", "role": "q"}, Status.ENDED, 0.86),
    Rule("zh-joint-founds", ("联合", "共同", "合作"), rf"(?P<q>(?:(?P<who><PARTY>(?:{NEAR}{{0,3}}(?:、|和|与|同){NEAR}{{0,6}}<PARTY>){{0,4}}){NEAR}{{0,6}})?(?:联合|共同|合作)(?:成立|建立|组建|设立|创办|创建|建设|共建)(?:了)?[^，。；]{{0,12}}<BODY>)", "JointLab", {"name": "q", "partner": "who*"}, Status.RUNNING, 0.87),
    Rule("zh-welcome", ("欢迎", "吸引", "引入", "期盼"), r"(?P<q>(?:欢迎|吸引|引入|期盼)(?!仪式|晚宴)[^，。；]{0,14}(?:入股|投资|加盟|代理|合作|资本|外资|投资者|共同开发)[^，。；]{0,10})", "Partnership", {"role": "q", "partnershipKind": "=sought"}, Status.INTENDED, 0.84),
    Rule("zh-looks-for", ("找到", "寻", "物色", "发展", "征集", "对接", "诚征", "招募"), r"(?P<q>[^，。；：“]{0,10}(?:找到|寻求|寻找|寻觅|物色|发展|征集|诚征|诚寻|招募)(?!了)[^，。；]{0,16}(?:<seekers>))", "Partnership", {"role": "q", "partnershipKind": "=sought"}, Status.INTENDED, 0.86),
    Rule("zh-field-sought", ("合作方式", "合作意向", "意向合作", "合作需求", "诉求", "需求", "诚征", "寻求"), r"(?P<q>(?:合作方式|合作意向|意向合作方|合作需求|技术需求|诉求|需求|诚征合作|寻求合作|拟合作方)：(?:[^。；，]{2,40}))", "Partnership", {"role": "q", "partnershipKind": "=sought"}, Status.INTENDED, 0.86),
    Rule("zh-no-partner", ("没有", "尚无", "暂无", "尚未", "还没"), r"(?P<q>[^，。；：“]{0,24}(?:没有|尚无|暂无|尚未[^，。；]{0,14}(?:找到|有|与|建立|开展)|还没(?:有|找到)?|未找到)[^，。；]{0,20}(?:合作伙伴|伙伴|合作方|合作)[^，。；]{0,16})",
         "Partnership", {"role": "q"}, sure=0.93, negated=True),
    Rule("zh-sought", ("寻求", "寻找", "希望", "期待", "期望", "愿", "有意", "谋求", "物色", "征集", "打算", "看好"),
         rf"(?P<who><PARTY>)?{GAP}{{0,24}}?(?P<q>(?:<sought>)[^。；，]{{0,40}}?(?:<cooperation>)[^，。；]{{0,24}})",
         "Partnership", {"subject": "who", "object": "q*", "role": "q", "partnershipKind": "=sought"}, Status.INTENDED, 0.88),
    Rule("zh-joint-body", ("联合", "合资", "共建", "共同", "合作"), rf"(?P<q>(?:(?P<who><PARTY>(?:{NEAR}{{0,3}}(?:、|和|与|同|及){NEAR}{{0,6}}<PARTY>){{0,5}}){NEAR}{{0,20}}?)?(?P<core>(?:(?:共建|共同(?:建立|设立|组建|成立|建设|打造)|合作(?:建立|设立|共建|成立)|联合(?:成立|建立|设立|组建|共建)|成立|建立|设立|组建)(?:了)?[^，。；]{{0,24}}(?:实验室|研发中心|研究院|研究中心|创新中心|技术中心|合资公司|合资企业|学院)|[^，。；\ue000-\ue0ff的了在]{{0,12}}(?:联合|合资|国际合作)(?:实验室|研发中心|研究中心|研究院|公司|企业)(?!\d|共\d))))",
         "JointLab", {"name": "core", "partner": "q*"}, sure=0.88),
    Rule("zh-cooperates", ("合作", "伙伴", "携手"), rf"(?P<who><PARTY>)?{GAP}{{0,16}}?(?P<q>(?:与|同|(?<![\ue000-\ue0ff])和)(?P<whom>{NEAR}{{0,10}}<PARTY>(?:{NEAR}{{0,3}}(?:、|和|与|及){NEAR}{{0,6}}<PARTY>){{0,6}}|[^，。；\ue000-\ue0ff]{{2,20}}?){NEAR}{{0,14}}?(?:(?:建立|开展|保持|展开|进行|形成|结成|结为)(?:了)?[^，。；]{{0,20}}?(?:合作|伙伴)[^，。；]{{0,14}}|(?:长期|深度|密切|紧密|战略|技术|科研)?合作(?!协议|意向|备忘录)|携手))",
         "Partnership", {"subject": "who", "object": "whom*", "role": "q", "status": "=running"}, Status.RUNNING, 0.88),
    Rule("zh-cooperation-talk", ("合作", "技术转移"), r"(?P<q>(?:加强|深化|拓展|推动|推进|促进|扩大|开展|建立|密切|探讨|洽谈)(?:了)?[^，。；]{0,24}(?:合作|技术转移|协同创新)[^，。；]{0,10})",
         "Partnership", {"role": "q", "object": "q*"}, sure=0.8),
    Rule("zh-seek-body", ("寻找", "寻求", "找到", "征集", "引进"), r"(?P<q>(?:希望|公开|计划|正在|正|拟|期待)?[^，。；]{0,10}(?:寻找|寻求|找到|征集|引进)(?!了)[^，。；]{1,26}(?:企业|机构|投资者|投资方|研究所|高校|技术|代理商|团队))",
         "Partnership", {"role": "q", "partnershipKind": "=sought"}, Status.INTENDED, 0.85),
    Rule("zh-wanted", ("寻找", "求购", "征集", "诚寻", "招募", "寻求"), r"(?P<q>(?:希望|计划|拟|面向[^，。；]{1,8})?[^，。；]{0,10}(?:寻找|求购|征集|诚寻|招募|寻求)(?!了)[^，。；]{2,24})",
         "Partnership", {"role": "q", "partnershipKind": "=sought"}, Status.INTENDED, 0.84),
    Rule("zh-shared", ("共用", "合办", "共享", "联手", "联袂", "驻"), rf"(?P<q>(?:(?P<who><PARTY>){NEAR}{{0,6}})?(?:(?:与|同|和)[^，。；]{{2,26}})?(?:共用|合办|联手|联袂)[^，。；]{{2,30}}|[^，。；]{{2,10}}(?:伙伴|专家|工程师)[^，。；]{{0,8}}(?:驻园|驻厂|常驻|来华)[^，。；]{{0,8}})",
         "Partnership", {"subject": "who", "object": "q*", "role": "q"}, Status.RUNNING, 0.86),
    Rule("zh-planned-joint", ("酝酿", "拟", "计划", "商议", "筹建"), r"(?P<q>(?:正)?(?:酝酿|拟|计划|商议|筹备|筹建)[^，。；]{0,14}(?:联合基金|合资[^，。；]{0,6}|联合[^，。；]{0,8}|共建[^，。；]{2,14}))",
         "Partnership", {"role": "q"}, Status.PLANNED, 0.88),
    Rule("zh-together", ("共同", "携手", "合作"), rf"(?P<q>(?:(?P<who><PARTY>){NEAR}{{0,6}})?(?:(?:与|同|和)[^，。；]{{2,26}})?(?:{SOON}|愿意?)?(?:共同|携手|合作)(?:培养|建设|研发|开发|承担|实施|研制|培育|推广|投资|运营|生产)[^，。；]{{1,30}})",
         "Partnership", {"subject": "who", "object": "q*", "role": "q"}, Status.RUNNING, 0.88),
    Rule("zh-transfers", ("技术转让", "技术转移", "成果转化"), r"(?P<q>(?:促成|完成|实现|推动)(?:了)?(?:技术转让|技术转移|成果转化|技术交易)[^，。；]{0,16})", "Partnership", {"role": "q"}, sure=0.8),
    Rule("zh-partners", ("伙伴",), r"(?P<q>[^，。；的]{0,14}的?(?:战略)?合作伙伴)(?!关系)", "Partnership", {"role": "q", "object": "q*"}, sure=0.75),
    Rule("zh-alliance-formed", ("联盟",), r"(?P<q>(?:成立|发起|组建|共建|建立)(?:了)?[^，。；]{0,30}联盟|[^，。；的]{0,20}联盟[^，。；]{0,14}(?:正式)?(?:成立|揭牌|启动))", "Partnership", {"role": "q", "object": "q*"}, sure=0.82),
    Rule("zh-two-way", ("双向",), r"(?P<q>[^，。；：“]{0,16}双向(?:转移|转化|流动)[^，。；]{0,10})", "Partnership", {"role": "q"}, sure=0.82),
)  # fmt: skip

MEMBERSHIPS = (
    Rule("zh-admits", ("吸收", "接纳", "吸纳", "增补"), r"(?P<q>(?:吸收|接纳|吸纳|增补)(?:了)?(?P<who>[^，。；]{2,30})(?:为|成为)[^，。；]{0,8}(?:<members>))", "Membership", {"member": "who*", "role": "q"}, sure=0.88),
    Rule("zh-is-one-of", ("会员", "成员", "理事", "观察员", "创始国", "伙伴国", "会长单位", "联络点"), r"(?P<q>(?:(?P<who><PARTY>)[^，。；]{0,6})?(?:当选|入选|获选|成为|担任|任|作为|是|列为|系)(?:为|了)?(?P<org>[^，。；]{0,26}?)(?:的)?(?:第[^，。；]{1,4}(?:个|家))?(?:<members>)(?:之一)?)", "Membership", {"member": "who", "organization": "org*", "role": "q"}, sure=0.88),
    Rule("zh-league-has", ("联盟", "协会", "网络", "联合会", "集群", "共同体"), r"(?P<q>[^，。；：“]{0,18}(?:联盟|协会|网络|联合会|集群|共同体)(?:目前|现|已|共)*(?:覆盖|汇聚|吸纳|拥有|现有|汇集|由|囊括|有)(?:了)?(?:\d|[一二三四五六七八九十])[^，。；]{1,18})", "Membership", {"role": "q"}, sure=0.86, raw=True),
    Rule("zh-members-from", ("会员", "成员", "盟员"), r"(?P<q>(?:首批|现有|全部)?(?<!团)(?:会员|成员|盟员)(?:单位)?(?:遍及|来自|分布在|遍布|覆盖)[^，。；]{2,22})", "Membership", {"role": "q"}, sure=0.85),
    Rule("zh-included", ("跻身", "纳入", "入列"), r"(?P<q>(?:跻身|被?纳入|入列)[^，。；]{0,20}(?:联盟|城市群|网络|俱乐部|共同体|都市圈|”))", "Membership", {"role": "q"}, sure=0.86),
    Rule("zh-enters", ("入会", "入盟", "加盟"), r"(?P<q>[^，。；：“]{0,16}(?:入会|入盟|加盟)(?!费)[^，。；]{0,10})", "Membership", {"role": "q"}, sure=0.82),
    Rule("zh-belongs-both", ("同属", "共属", "下辖", "旗下"), r"(?P<q>(?:[^，。；]{0,24}(?:同属|共属)[^，。；]{2,24}|(?:下辖|旗下(?:有|拥有))[^，。；]{2,24}))", "Membership", {"member": "q*", "role": "q"}, sure=0.84),
    Rule("zh-consults", ("咨询",), r"(?P<q>(?:并)?(?:为|向)[^，。；]{2,40}提供[^，。；]{0,10}咨询(?:服务)?)", "Consultation", {"question": "q", "adviser": "@ORG"}, Status.RUNNING, 0.92),
    Rule("zh-joined", ("加入", "加盟", "退出"), rf"(?P<who><PARTY>(?:(?:、|和|与){NEAR}{{0,6}}<PARTY>){{0,6}})?{NEAR}{{0,14}}(?P<q>(?:申请|正式)?(?:加入|加盟|退出(?![^，。；]{0,10}市场))(?:了)?(?P<org>[^，。；]{{2,30}}))",
         "Membership", {"member": "who*", "organization": "org*", "role": "org"}, sure=0.88),
    Rule("zh-member", ("成员", "会员", "理事单位"), r"(?P<who><PARTY>)?[^，。；]{0,12}?(?P<q>(?:是|为|成为|作为|系)(?P<org>[^，。；]{2,34}?)(?:的)?(?:创始|正式|核心)?(?:成员(?:单位|国|城市|之一)?|会员(?:单位)?|(?:副)?理事(?:长)?单位))",
         "Membership", {"member": "who", "organization": "org*", "role": "q"}, sure=0.9),
    Rule("zh-made-of", ("组成", "联盟", "成员"), r"(?P<q>(?P<org><BODY>|[^，。；\ue000-\ue0ff]{0,16}(?:联盟|协会|联合体|城市群|机制|网络))(?:成员(?:单位)?(?:包括|有)|由|包括|涵盖|汇聚了?)(?P<who>[^。；]{2,70}?)(?:组成|构成|等|$|。))",
         "Membership", {"organization": "org", "member": "who*", "role": "q"}, sure=0.85),
    Rule("zh-members-are", ("成员",), r"(?P<q>(?<![\ue018\ue019])(?<!团)(?:首批|现有|主要|创始)?成员(?:单位|国|高校|企业)?(?:包括|有|为|：)(?P<who>[^。；]{2,80}))", "Membership", {"member": "who*", "role": "q", "organization": "@org"}, sure=0.92),
    Rule("zh-member-count", ("成员", "会员", "联盟", "协会", "网络"), r"(?P<q>(?:该|本)?[^，。；]{0,12}(?:成员|会员)(?:单位)?(?:已)?(?:达到?|共|有|超过|增至|增加到|扩大到|发展到)?\d+[余多]?(?:家|个|所|名)|[^，。；]{2,16}(?:联盟|协会|网络)(?:现)?(?:有|汇聚|吸纳|拥有)(?:了)?\d+[余多]?(?:家|所|个|名)[^，。；]{0,10})", "Membership", {"role": "q"}, sure=0.85, raw=True),
    Rule("zh-cities", ("机制", "联盟", "城市群", "网络"), rf"(?P<q>(?P<who><LOC>(?:、|和|与){NEAR}{{0,4}}<LOC>(?:(?:、|和|与){NEAR}{{0,4}}<LOC>){{0,10}}){NEAR}{{0,8}}(?:建立|组成|结成|成立|发起|形成)[^，。；]{{0,14}}(?:机制|联盟|城市群|网络))", "Membership", {"member": "who*", "role": "q"}, sure=0.9),
    Rule("zh-belongs", ("隶属", "旗下", "下属", "所属"), rf"(?P<who><PARTY>)?{NEAR}{{0,4}}(?P<q>(?:隶属于?|是)(?P<org><BODY>)(?:旗下|下属|所属)?)",
         "Membership", {"member": "who", "organization": "org", "role": "q"}, sure=0.8, needs="ORG"),
)  # fmt: skip
RULES = AGREEMENTS + PARTNERSHIPS + MEMBERSHIPS
