# ruff: noqa: E501 (one case on one line)
"""Each class of Chinese rule on sentences of our own: the schema, the quote and what is claimed."""

from __future__ import annotations

import pytest
from checks import Case, Find, check_case, check_denied, check_event, check_planned, check_rules, check_time, check_unsigned

from dragoman.extract import zh
from dragoman.extract.draft import Ref
from dragoman.extract.zh.words import pattern
from dragoman.model.schema import schema
from dragoman.model.statement import Bound

CASES = [
    ("本届展会由{ORG|科学技术部}、{ORG|中国科学院}共同主办。", "Participation", "由科学技术部、中国科学院共同主办", {"role": "organizer", "participant": "中国科学院"}),
    ("支持单位:{ORG|装备发展部}、{ORG|科学技术委员会}", "Participation", "装备发展部、科学技术委员会", {"role": "supporter"}),
    ("展会经{ORG|国务院}批准举办。", "Participation", "经国务院批准", {"role": "approver"}),
    ("{LOC|捷克}应邀担任主宾国。", "Participation", "捷克应邀担任主宾国", {"role": "guest of honour"}),
    ("{COM|罗弗公司}首席程序员{PER|洛日金}出席。", "Employment", "罗弗公司首席程序员洛日金", {"role": "首席程序员", "employer": "罗弗公司"}),
    ("由副市长{PER|王立}率领的代表团抵达。", "Delegation", "副市长王立率领的代表团", {"head": "王立"}),
    ("代表团参观了人造金刚石实验室和机器人车间。", "Stop", "参观了人造金刚石实验室和机器人车间", {}),
    ("副市长{PER|伊琳娜}会见了代表团。", "Meeting", "会见了代表团", {"participant": "伊琳娜"}),
    ("{ORG|清华大学}与{ORG|莫斯科大学}签署合作协议。", "Agreement", "清华大学与莫斯科大学签署合作协议", {"status": "signed"}),
    ("双方将签署合作备忘录。", "Agreement", "将签署合作备忘录", {"status": "planned"}),
    ("双方达成初步合作意向。", "Agreement", "达成初步合作意向", {"status": "intended"}),
    ("该公司希望寻找中国合作伙伴。", "Partnership", "希望寻找中国合作伙伴", {"partnershipKind": "sought"}),
    ("某科技企业与一家军工集团共建大数据联合实验室。", "JointLab", "共建大数据联合实验室", {"partner": "某科技企业"}),
    ("{ORG|哈尔滨工业大学}加入{ORG|国际电信联盟}。", "Membership", "加入国际电信联盟", {"organization": "国际电信联盟"}),
    ("{COM|华为公司}在{LOC|莫斯科}设立了研发中心。", "Presence", "在莫斯科设立了研发中心", {"place": "莫斯科"}),
    ("某科技企业参展。", "Company", "某科技企业", {"unnamed": "某科技企业"}),
    ("公司展出球形机器人。", "Technology", "球形机器人", {"name": "球形机器人"}),
    ("这种机器人最初用于太空探索,如今可用于照顾老人。", "Technology", "最初用于太空探索", {"pastUse": "最初用于太空探索"}),
    ("第五届中国科技城国际科技博览会以“开放合作”为主题。", "Edition", "以“开放合作”为主题", {"theme": "“开放合作”"}),
    ("会上启动建设国家军民两用技术交易中心。", "Platform", "国家军民两用技术交易中心", {}),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[2])
def test_rule(drafts: Find, case: Case) -> None:
    check_case(drafts, case)


def test_edition_with_dates_place_and_duration(drafts: Find) -> None:
    text = "第九届中国国际军民两用技术博览会2017年6月22日在{LOC|重庆}开幕,为期四天。"
    check_event(drafts, text, ("ordinal", "9"), ("startDate", "2017-06-22"), ("location", "重庆"), ("duration", "四天"))


def test_short_name_stands_for_the_expo_and_makes_editions(drafts: Find) -> None:
    found = drafts("中国(绵阳)科技城国际科技博览会(以下简称“科博会”)每年举办。\n第五届科博会将于9月举行。")
    assert ("Expo", "(以下简称“科博会”)") in {(s, q) for s, q, _ in found}
    assert [d for s, q, d in found if s == "Edition" and q == "第五届科博会" and any(c.value == "5" for c in d.claims)]


def test_figures_keep_bounds_measures_and_currency(drafts: Find) -> None:
    found = [
        (q, c.value, c.bound, c.unit)
        for s, q, d in drafts("共有2000多家企业参展,签约项目58个,金额4565亿元。")
        if s == "Figure"
        for c in d.claims
        if c.prop in ("value", "amount")
    ]
    assert ("2000多家企业", "2000", Bound.MORE_THAN, "家") in found
    assert ("签约项目58个", "58", Bound.EXACT, "个") in found
    assert ("4565亿元", "456500000000", Bound.EXACT, "CNY") in found


def test_shares_in_tenths_and_fractions(drafts: Find) -> None:
    text = "依赖程度仍在三成以上。\n四分之一的展商来自境外。\n签约率达到85%。"
    found = {(c.value, c.bound) for s, q, d in drafts(text) if s == "Figure" for c in d.claims if c.prop == "value"}
    assert {("30", Bound.MORE_THAN), ("25", Bound.EXACT), ("85", Bound.EXACT)} <= found


def test_what_is_denied_is_told_as_denied(drafts: Find) -> None:
    check_denied(drafts, "该公司尚未在{LOC|中国}找到合作伙伴。", "该公司至今没有在{LOC|美国}设立实验室。")


def test_intent_is_never_signed(drafts: Find) -> None:
    check_unsigned(drafts, "双方计划签署协议。", "双方签署了合作意向书。", "双方有望签约。")


def test_a_planned_office_is_not_running(drafts: Find) -> None:
    check_planned(drafts, "{COM|华为公司}计划在{LOC|喀山}设立服务中心。")


def test_titles_hold_brackets_quotes_and_joins(drafts: Find) -> None:
    text = "第七届中国(绵阳)科技城博览会期间举行“秦岭杯”军民两用技术创新大赛、第三届军民融合与创新发展国际论坛。"
    events = {q for s, q, _ in drafts(text) if schema(s).kind == "event"}
    assert {"第七届中国(绵阳)科技城博览会", "“秦岭杯”军民两用技术创新大赛", "第三届军民融合与创新发展国际论坛"} <= events


def test_speaker_of_a_quotation(drafts: Find) -> None:
    found = [d.speaker for s, _, d in drafts("“我们希望寻找中国合作伙伴。”总裁{PER|谢尔盖}说。") if s == "Partnership"]
    assert found == ["谢尔盖"]


def test_ascii_punctuation_reads_like_chinese(drafts: Find) -> None:
    assert {s for s, _, _ in drafts("展会由{ORG|科技部}主办,{ORG|科协}协办;为期四天.")} == {
        s for s, _, _ in drafts("展会由{ORG|科技部}主办，{ORG|科协}协办；为期四天。")
    }


def test_every_pattern_compiles_and_every_property_is_in_the_schema() -> None:
    check_rules(zh.RULES, pattern)


@pytest.mark.parametrize(
    "text", ["展" * 100_000, "与合作" * 33_000, "1000家" * 20_000, "代表团访问了签署协议" * 10_000, "{LOC|中国}、" * 9_000]
)
def test_hostile_length_takes_seconds(drafts: Find, text: str) -> None:
    check_time(drafts, text)


def _told(drafts: Find, text: str, kind: str, prop: str) -> set[str]:
    values = (c.value for s, _, d in drafts(text) if s == kind for c in d.claims if c.prop == prop)
    return {v.name if isinstance(v, Ref) else v for v in values}


def test_since_is_no_date_of_an_agreement(drafts: Find) -> None:
    text = "自2013年以来，科博会累计签约项目2772个，签约金额4565亿元人民币。"
    assert _told(drafts, text, "Agreement", "status") == {"signed"}
    assert _told(drafts, text, "Agreement", "date") == set()


def test_the_innermost_place_is_where_it_is_held(drafts: Find) -> None:
    text = "第五届科技城国际科技博览会于2017年9月7日至10日在{LOC|四川}{LOC|绵阳}举行。"
    assert _told(drafts, text, "Edition", "location") == {"绵阳"}


def test_nobody_is_the_place_of_its_own_act(drafts: Find) -> None:
    text = "{ORG|国家技术交易中心}落户{LOC|绵阳}。"
    assert _told(drafts, text, "Presence", "place") == {"绵阳"}


def test_an_honour_named_like_an_expo_is_none(drafts: Find) -> None:
    text = "第五届科技城国际科技博览会举行。科博会连续三年获评“中国十大品牌展会”。"
    assert not [d for s, q, d in drafts(text) if d.about.name.endswith("品牌展会")]
