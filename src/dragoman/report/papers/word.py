"""Papers as DOCX, written as XML of our own: styles, headings, tables, numbered pages, sources with links.

No library: a paper needs seven kinds of paragraph and one of table. python-docx would add lxml trees for what is
a few lines of text here; the tests read every file back with it.
"""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dragoman.report.papers import wordparts
from dragoman.report.papers.flow import Block, Bullets, Facts, Grid, Heading, Line, Paper, Para, Run, cited_lines

UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 cannot hold
LOCALES = {"en": "en-GB", "ru": "ru-RU", "zh": "zh-CN", "ja": "ja-JP"}
LABEL_WIDTH = 2100
TEXT_WIDTH = 9412  # twentieths of a point between the margins of an A4 page: 16.6 cm


def docx(paper: Paper) -> bytes:
    """A paper as DOCX. The same paper gives the same bytes."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, text in _parts(paper).items():
            archive.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode("utf-8"), ZIP_DEFLATED)
    return out.getvalue()


def _parts(paper: Paper) -> dict[str, str]:
    links: list[str] = []
    body = _title(paper) + "".join(_block(b, paper.lang) for b in paper.blocks) + _sources(paper, links)
    title = "".join(r.text for r in paper.title)
    return {
        "[Content_Types].xml": wordparts.TYPES,
        "_rels/.rels": wordparts.ROOT,
        "docProps/core.xml": wordparts.core(_text(title), LOCALES[paper.lang], paper.made or date(2000, 1, 1)),
        "word/document.xml": wordparts.document(body),
        "word/styles.xml": wordparts.styles(LOCALES[paper.lang]),
        "word/numbering.xml": wordparts.NUMBERING,
        "word/settings.xml": wordparts.SETTINGS,
        "word/footer1.xml": wordparts.footer(_text(paper.made_line), *_page_words(paper.page_line)),
        "word/_rels/document.xml.rels": wordparts.relations([quoteattr(link) for link in links]),
    }


def _page_words(line: str) -> tuple[str, str, str]:
    before, rest = line.split("{page}")
    between, after = rest.split("{pages}")
    return _text(before), _text(between), _text(after)


def _text(text: str) -> str:
    return escape(UNWRITABLE.sub("", text))


def _title(paper: Paper) -> str:
    kicker = _p("Kicker", (Run(paper.kicker, paper.lang),), paper.lang)
    subtitle = _p("Subtitle", paper.subtitle, paper.lang) if paper.subtitle else ""
    return kicker + _p("Title", paper.title, paper.lang) + subtitle


def _p(style: str, line: Line, lang: str, extra: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{"".join(_run(r, lang) for r in line)}</w:p>'


def _run(run: Run, lang: str) -> str:
    look = {"bold": "<w:b/>", "soft": '<w:color w:val="565D66"/><w:sz w:val="18"/>'}.get(run.look, "")
    told = run.lang or lang
    hint = '<w:rFonts w:hint="eastAsia"/>' if told in ("zh", "ja") else ""
    kind = "w:eastAsia" if told in ("zh", "ja") else "w:val"
    speech = f'<w:lang {kind}="{LOCALES.get(told, told)}"/>'
    body = f'<w:r><w:rPr>{hint}{look}{speech}</w:rPr><w:t xml:space="preserve">{_text(run.text)}</w:t></w:r>'
    return body + _notes(run.notes)


def _notes(numbers: tuple[int, ...]) -> str:
    out = []
    for place, number in enumerate(numbers):
        sign = f"{',' if place else ''}{number}"
        mark = f'<w:r><w:rPr><w:rStyle w:val="Note"/></w:rPr><w:t>{sign}</w:t></w:r>'
        out.append(f'<w:hyperlink w:anchor="source_{number}">{mark}</w:hyperlink>')
    return "".join(out)


def _block(block: Block, lang: str) -> str:
    if isinstance(block, Heading):
        return _p(f"Heading{block.level}", block.line, lang)
    if isinstance(block, Para):
        return _p("Callout" if block.look == "callout" else "BodyText", block.line, lang)
    if isinstance(block, Bullets):
        return "".join(_p("ListBullet", line, lang) for line in block.lines)
    if isinstance(block, Facts):
        return _facts(block, lang)
    return _grid(block, lang)


def _facts(facts: Facts, lang: str) -> str:
    widths = [LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH]
    rows = []
    for label, value in facts.rows:
        name = _p("FactLabel", (Run(label, lang),), lang)
        rows.append(_row([_cell(name, widths[0]), _cell(_p("Cell", value, lang), widths[1])]))
    return _table("Facts", widths, rows)


def _grid(grid: Grid, lang: str) -> str:
    widths = [int(TEXT_WIDTH * w / sum(grid.widths)) for w in grid.widths]
    heads = [_cell(_p("CellHead", (Run(h, lang),), lang), w) for h, w in zip(grid.heads, widths, strict=True)]
    rows = [_row(heads, head=True)]
    for row in grid.rows:
        cells = []
        for lines, width in zip(row, widths, strict=True):
            kept = [line for line in lines if line] or [()]
            cells.append(_cell("".join(_p("Cell", line, lang) for line in kept), width))
        rows.append(_row(cells))
    return _table("Rows", widths, rows)


def _cell(paragraphs: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraphs}</w:tc>'


def _row(cells: list[str], head: bool = False) -> str:
    repeat = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(cells)}</w:tr>"


def _table(style: str, widths: list[int], rows: list[str]) -> str:
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    size = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    head = f'<w:tblPr><w:tblStyle w:val="{style}"/>{size}<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
    apart = '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'
    # Two tables in a row would melt into one: a small paragraph keeps them apart.
    return f"<w:tbl>{head}<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>{apart}"


def _sources(paper: Paper, links: list[str]) -> str:
    if not paper.sources:
        return ""
    out = [_p("Heading1", (Run(paper.sources_head, paper.lang),), paper.lang)]
    for number, source in enumerate(paper.sources, 1):
        head, *rest = cited_lines(source)
        mark = f'<w:bookmarkStart w:id="{number}" w:name="source_{number}"/>'
        words = "".join(_run(r, paper.lang) for r in (Run(f"{number}  ", paper.lang, "bold"), *head))
        tail = "".join(f"<w:r><w:br/></w:r>{''.join(_run(r, paper.lang) for r in line)}" for line in rest)
        inner = f'{mark}{words}<w:bookmarkEnd w:id="{number}"/>{tail}{_link(source.url, links)}'
        out.append(f'<w:p><w:pPr><w:pStyle w:val="Source"/></w:pPr>{inner}</w:p>')
    return "".join(out)


def _link(url: str, links: list[str]) -> str:
    if not url.startswith(("https://", "http://")):
        return f"<w:r><w:br/><w:t>{_text(url)}</w:t></w:r>" if url else ""
    links.append(UNWRITABLE.sub("", url))
    words = f'<w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>{_text(url)}</w:t></w:r>'
    return f'<w:r><w:br/></w:r><w:hyperlink r:id="link{len(links)}">{words}</w:hyperlink>'
