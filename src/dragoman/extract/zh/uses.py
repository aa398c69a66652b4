# ruff: noqa: E501 (a pattern reads best on one line)
"""What a technology is used for, was used for, and where it came from."""

from __future__ import annotations

from dragoman.extract.ru.rule import Rule

USE = r"(?:转用于|改用于|用于|应用于|用在|运用于|适用于|服务于|应用在)"
RULES = (
    Rule("zh-past-use", ("最初", "原本", "最早", "起初", "原为", "原用", "曾", "此前", "早年", "早期", "本是", "原是", "当初"), rf"(?P<q>(?:最初|原本|最早|起初|此前|早年|早期|当初|本|原|曾(?:经)?)(?:是|被)?(?:{USE}|为[^，。；]{{1,16}}(?:设计|研制|开发|研发)|(?:源于|源自|来自))[^，。；]{{0,30}})",
         "@tech", {"pastUse": "q"}, sure=0.93),
    Rule("zh-use", ("用于", "应用", "可用", "用来", "适用", "帮助", "用在"), rf"(?P<q>(?:可|可以|能|能够|现已|如今|目前|主要|广泛|已|还可|将|现在|正)*(?:{USE}|用来|帮助)(?:了)?[^，。；]{{2,40}})",
         "@tech", {"use": "q"}, sure=0.88, needs="TECH"),
    Rule("zh-maker", ("研制", "研发", "生产", "开发", "制造"), r"(?P<q><TECH>(?:是)?由[^，。；]{2,24}(?:自主)?(?:研制|研发|生产|开发|制造)|(?:由)?<BODY>(?:自主)?(?:研制|研发|生产|开发|制造)的[^，。；]{0,10}<TECH>)",
         "@tech", {"origin": "q"}, sure=0.85),
)  # fmt: skip
