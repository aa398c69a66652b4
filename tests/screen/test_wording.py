"""Cells that tell several names, and cells that only seem to."""

from __future__ import annotations

import pytest

from dragoman.screen.wording import names_in


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Kama Bank (formerly. KAMSKYBANK)", ("Kama Bank", "KAMSKYBANK")),
        ("Kama Bank (formerly known as Kamsky) JSC", ("Kama Bank JSC", "Kamsky")),
        ("Igor Lazarenko a.k.a. Gosha Lazar", ("Igor Lazarenko", "Gosha Lazar")),
        ("Igor Lazarenko, also known as Gosha; alias Lazar", ("Igor Lazarenko", "Gosha", "Lazar")),
        ("绵阳光电有限公司（原名：绵阳仪器厂）", ("绵阳光电有限公司", "绵阳仪器厂")),
        ("ООО «Кама» (ранее ОАО «Камский завод»)", ("ООО «Кама»", "ОАО «Камский завод»")),
        ("Kama Bank (Kiev)", ("Kama Bank (Kiev)",)),
        ("Alexandra Exova", ("Alexandra Exova",)),
        ("", ("",)),
    ],
)
def test_names_of_a_cell(cell: str, names: tuple[str, ...]) -> None:
    assert names_in(cell) == names
