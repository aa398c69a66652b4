"""The fixed parts of a DOCX file: content types, relations, styles, bullets, footer.

Sizes are in half points, lengths in twentieths of a point.
"""

from __future__ import annotations

from datetime import date

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
FONTS = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Microsoft YaHei"/>'
ACCENT, SOFT, RULE, WASH = "0A5A6A", "565D66", "D9D4C6", "EEF3F2"

_PARTS = {"document": "document.main", "footer1": "footer"} | {part: part for part in ("styles", "numbering", "settings")}
TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(f'<Override PartName="/word/{part}.xml" ContentType="{WORD}.{kind}+xml"/>' for part, kind in _PARTS.items())
    + '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
ROOT = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="r2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
SETTINGS = (
    f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat></w:settings>"
)
NUMBERING = (
    f'{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="340" w:hanging="227"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
# Style id, name in Word, paragraph properties, run properties; the order within each is the one the format asks for.
_PARAGRAPHS = (
    ("Kicker", "Kicker", '<w:spacing w:after="40"/>', f'<w:b/><w:color w:val="{ACCENT}"/><w:sz w:val="18"/>'),
    ("Title", "Title", '<w:keepNext/><w:spacing w:after="60" w:line="240" w:lineRule="auto"/>', '<w:b/><w:sz w:val="42"/>'),
    ("Subtitle", "Subtitle", f'<w:pBdr><w:bottom w:val="single" w:sz="10" w:space="6" w:color="{ACCENT}"/></w:pBdr>'
     '<w:spacing w:after="200"/>', f'<w:color w:val="{SOFT}"/><w:sz w:val="21"/>'),
    ("Heading1", "heading 1", '<w:keepNext/><w:spacing w:before="300" w:after="100"/><w:outlineLvl w:val="0"/>',
     f'<w:b/><w:color w:val="{ACCENT}"/><w:sz w:val="26"/>'),
    ("Heading2", "heading 2", '<w:keepNext/><w:spacing w:before="220" w:after="60"/><w:outlineLvl w:val="1"/>',
     '<w:b/><w:sz w:val="22"/>'),
    ("Heading3", "heading 3", '<w:keepNext/><w:spacing w:before="120" w:after="40"/><w:outlineLvl w:val="2"/>',
     f'<w:b/><w:color w:val="{SOFT}"/><w:sz w:val="19"/>'),
    ("BodyText", "Body Text", '<w:spacing w:after="120"/>', ""),
    ("ListBullet", "List Bullet", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="50"/>', ""),
    ("Callout", "Callout", f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{ACCENT}"/></w:pBdr>'
     f'<w:shd w:val="clear" w:color="auto" w:fill="{WASH}"/><w:spacing w:before="160" w:after="160"/><w:ind w:left="200"/>',
     "<w:b/>"),
    ("Cell", "Table Cell", '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>', '<w:sz w:val="20"/>'),
    ("CellHead", "Table Head", '<w:keepNext/><w:spacing w:before="40" w:after="40"/>',
     f'<w:b/><w:color w:val="{SOFT}"/><w:sz w:val="18"/>'),
    ("FactLabel", "Fact Label", '<w:spacing w:before="20" w:after="20"/>', f'<w:color w:val="{SOFT}"/><w:sz w:val="20"/>'),
    ("Source", "Source", '<w:keepLines/><w:spacing w:after="80"/><w:ind w:left="284" w:hanging="284"/>', '<w:sz w:val="18"/>'),
    ("Gap", "Gap", '<w:spacing w:after="0" w:line="120" w:lineRule="exact"/>', '<w:sz w:val="8"/>'),
    ("Footer", "footer", '<w:tabs><w:tab w:val="right" w:pos="9412"/></w:tabs>',
     f'<w:color w:val="{SOFT}"/><w:sz w:val="16"/>'),
)  # fmt: skip


def styles(locale: str) -> str:
    """All styles of a paper; `locale` (zh-CN) is the language a spelling checker starts from."""
    east = f' w:eastAsia="{locale}"' if locale == "zh-CN" else ' w:eastAsia="zh-CN"'
    latin = "en-GB" if locale == "zh-CN" else locale
    base = f'{FONTS}<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="{latin}"{east}/>'
    out = [f"{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{base}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
           '<w:spacing w:after="80" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
           '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    ]  # fmt: skip
    for key, name, paragraph, run in _PARAGRAPHS:
        out.append(
            f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
            f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )
    out += [
        f'<w:style w:type="character" w:styleId="Note"><w:name w:val="Note"/><w:rPr><w:color w:val="{ACCENT}"/>'
        '<w:vertAlign w:val="superscript"/></w:rPr></w:style>',
        f'<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="{ACCENT}"/>'
        '<w:u w:val="single"/></w:rPr></w:style>', _tables(), "</w:styles>",
    ]  # fmt: skip
    return "".join(out)


def _tables() -> str:
    margins = '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE}"'
    rules = f"<w:tblBorders><w:bottom {line}/><w:insideH {line}/></w:tblBorders>"
    wash = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{WASH}"/></w:tcPr>'
    head = f'<w:tblStylePr w:type="firstRow">{wash}</w:tblStylePr>'
    return (
        f'<w:style w:type="table" w:styleId="Facts"><w:name w:val="Facts"/><w:tblPr>{margins}</w:tblPr></w:style>'
        f'<w:style w:type="table" w:styleId="Rows"><w:name w:val="Rows"/><w:tblPr>{rules}{margins}</w:tblPr>{head}</w:style>'
    )


def document(body: str) -> str:
    """The main part: the body on A4 pages."""
    page = (
        '<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1247" w:right="1247" w:bottom="1191" w:left="1247" w:header="567" w:footer="567" w:gutter="0"/>'
        "</w:sectPr>"
    )
    return f"{HEAD}<w:document {W} {R}><w:body>{body}{page}</w:body></w:document>"


def footer(made: str, before: str, between: str, after: str) -> str:
    """The foot of every page: who made it on the left, the page and their number on the right. Texts are escaped already."""

    def field(name: str) -> str:
        return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    def words(text: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'

    inner = f"{words(made)}<w:r><w:tab/></w:r>{words(before)}{field('PAGE')}{words(between)}{field('NUMPAGES')}{words(after)}"
    return f'{HEAD}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{inner}</w:p></w:ftr>'


def relations(links: list[str]) -> str:
    """What the main part refers to; `links` are quoted attribute values."""
    own = [("styles", "styles"), ("numbering", "numbering"), ("settings", "settings"), ("footer", "footer1")]
    inner = [f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{part}.xml"/>' for kind, part in own]
    for number, link in enumerate(links, 1):
        inner.append(f'<Relationship Id="link{number}" Type="{OFFICE}/hyperlink" Target={link} TargetMode="External"/>')
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(inner)}</Relationships>'


def core(title: str, locale: str, made: date) -> str:
    """Title, language and date of the file; the title is escaped already."""
    stamp = f"{made.isoformat()}T00:00:00Z"
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>Dragoman</dc:creator><dc:language>{locale}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified></cp:coreProperties>'
    )
