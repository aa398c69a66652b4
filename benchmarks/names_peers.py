"""The peers, behind one shape: a comparison of two names, or of two records, as a number. They are installed apart."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

Rate = Callable[[str, str, str], float]  # two names and a schema


def rapid(left: str, right: str, schema: str) -> float:
    """rapidfuzz token_set_ratio on names in ASCII."""
    from rapidfuzz import fuzz

    return fuzz.token_set_ratio(_plain(left), _plain(right)) / 100


def levenshtein(left: str, right: str, schema: str) -> float:
    """rapidfuzz normalised Levenshtein on names in ASCII."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(_plain(left), _plain(right))


_PLAIN: dict[str, str] = {}


def _plain(text: str) -> str:
    found = _PLAIN.get(text)
    if found is None:
        from anyascii import anyascii

        found = _PLAIN[text] = " ".join("".join(c if c.isalnum() else " " for c in anyascii(text).lower()).split())
    return found


_PROXIES: dict[tuple[str, str], Any] = {}


def _proxy(name: str, schema: str) -> Any:
    found = _PROXIES.get((name, schema))
    if found is None:
        from followthemoney import EntityProxy

        said = {"id": name, "schema": schema or "LegalEntity", "properties": {"name": [name]}}
        found = _PROXIES[name, schema] = EntityProxy.from_dict(said)
    return found


def _nomenklatura(algorithm: str) -> tuple[Any, Any]:
    from nomenklatura.matching import get_algorithm

    chosen = get_algorithm(algorithm)
    return chosen, chosen.default_config()


def logic_v2(left: str, right: str, schema: str) -> float:
    """nomenklatura's logic-v2 on two names."""
    algorithm, config = _logic()
    return float(algorithm.compare(_proxy(left, schema), _proxy(right, schema), config).score)


_LOGIC: list[tuple[Any, Any]] = []


def _logic() -> tuple[Any, Any]:
    if not _LOGIC:
        _LOGIC.append(_nomenklatura("logic-v2"))
    return _LOGIC[0]


def logic_v2_records(left: dict[str, Any], right: dict[str, Any]) -> float:
    """nomenklatura's logic-v2 on two FollowTheMoney objects."""
    from followthemoney import EntityProxy

    algorithm, config = _logic()
    return float(algorithm.compare(EntityProxy.from_dict(left), EntityProxy.from_dict(right), config).score)


def splink_links(left: str, right: str) -> list[tuple[str, str]]:
    """Splink on two tables of make_orgs.py: weights by EM, the likeliest partner of each right row from a half upwards."""
    import logging

    import duckdb
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    logging.getLogger("splink").setLevel(logging.ERROR)
    base = duckdb.connect()
    for name, path in (("ours", left), ("theirs", right)):
        columns = ", ".join(f"nullif({column}, '') as {column}" for column in ("name", "country", "city", "registration"))
        keys = (
            "split_part(name, ' ', 1) as head, list_extract(string_split(name, ' '), -2) as tail, substr(name, 1, 6) as start"
        )
        base.execute(
            f"create table {name} as select id as unique_id, {columns}, {keys} from read_csv('{path}', all_varchar=true)"
        )
    database = DuckDBAPI(connection=base)
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[cl.JaroWinklerAtThresholds("name", [0.95, 0.9, 0.8]), cl.ExactMatch("country"),
                     cl.LevenshteinAtThresholds("city", 1), cl.ExactMatch("registration")],
        blocking_rules_to_generate_predictions=[
            block_on("registration"), block_on("head", "country"), block_on("start"), block_on("tail", "country")],
    )  # fmt: skip
    linker = Linker([database.register("ours"), database.register("theirs")], settings)
    linker.training.estimate_probability_two_random_records_match([block_on("registration")], recall=0.2)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    for rule in (block_on("head", "country"), block_on("registration"), block_on("start")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    table = linker.inference.predict(threshold_match_probability=0.5).as_pandas_dataframe()
    table = table.sort_values("match_probability", ascending=False).drop_duplicates("unique_id_r")
    return list(zip(table["unique_id_l"], table["unique_id_r"], strict=True))


def named() -> dict[str, Rate]:
    """The comparisons of names that can be run here."""
    found: dict[str, Rate] = {"rapidfuzz token_set": rapid, "rapidfuzz Levenshtein": levenshtein}
    if find_spec("nomenklatura"):
        found["nomenklatura logic-v2"] = logic_v2
    return found
