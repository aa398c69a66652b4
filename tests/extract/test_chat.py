"""The chat extractor against a loopback server: quotes are checked, facts are suggested, failures end, keys stay secret."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from dragoman.base.errors import DragomanError
from dragoman.base.settings import ChatEndpoint
from dragoman.extract import chat
from dragoman.model.document import Block, Document

TEXT = "Alfa Works signed a memorandum with the University of Beta in May 2019."
KEY = "secret-key-123"


class Server(HTTPServer):
    answers: list[tuple[int, Any]]
    seen: list[tuple[dict[str, str], dict[str, Any]]]


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self.server.seen.append((dict(self.headers), json.loads(self.rfile.read(length))))
        status, facts = self.server.answers.pop(0) if len(self.server.answers) > 1 else self.server.answers[0]
        content = facts if isinstance(facts, str) else json.dumps({"facts": facts})
        body = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Nothing is printed."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(chat, "PAUSE", 0.01)
    made = Server(("127.0.0.1", 0), Handler)
    made.answers, made.seen = [], []
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()


def extractor(server: Server, timeout: float = 5.0) -> chat.ChatExtractor:
    return chat.ChatExtractor(ChatEndpoint(f"http://127.0.0.1:{server.server_port}/v1", "m", KEY, timeout))


def document(text: str = TEXT) -> Document:
    return Document("d1", "a.txt", "text/plain", text, (Block(0, len(text)),), lang="en")


def fact(kind: str, text: str, quote: str, status: str = "") -> dict[str, str]:
    return {"kind": kind, "text": text, "quote": quote, "status": status}


def test_a_fact_with_its_quote_is_kept_and_suggested(server: Server) -> None:
    server.answers = [(200, [fact("agreement", "memorandum of Alfa and Beta", "signed a memorandum", "signed")])]
    statements = extractor(server).extract(document())
    assert {s.prop for s in statements} == {"subject", "status"}
    assert all(s.suggested for s in statements)
    evidence = statements[0].evidence[0]
    assert (evidence.exact, TEXT[evidence.start : evidence.end]) == ("signed a memorandum", "signed a memorandum")


def test_a_quote_that_is_not_there_is_dropped(server: Server) -> None:
    made_up = [
        fact("person", "Ann Lee", "Ann Lee"),
        fact("organisation", "Alfa Works", "Alfa Works"),
        fact("nonsense", "x", "Alfa"),
    ]
    server.answers = [(200, made_up)]
    assert [s.value for s in extractor(server).extract(document())] == ["Alfa Works"]


@pytest.mark.parametrize("content", ["no json", "[]", '{"facts": 3}', '{"facts": [1, null]}'])
def test_an_answer_that_is_no_list_of_facts_gives_none(server: Server, content: str) -> None:
    server.answers = [(200, content)]
    assert extractor(server).extract(document()) == []


def test_it_tries_again_after_a_busy_server(server: Server) -> None:
    server.answers = [(503, []), (429, []), (200, [fact("organisation", "Alfa Works", "Alfa Works")])]
    assert len(extractor(server).extract(document())) == 1
    assert len(server.seen) == 3


def test_it_gives_up_and_keeps_the_key_to_itself(server: Server) -> None:
    server.answers = [(500, [])]
    with pytest.raises(DragomanError) as caught:
        extractor(server).extract(document())
    assert len(server.seen) == chat.RETRIES + 1
    assert KEY not in str(caught.value)
    assert KEY not in repr(extractor(server).endpoint)
    assert server.seen[0][0]["Authorization"] == f"Bearer {KEY}"


def test_a_refusal_is_not_repeated(server: Server) -> None:
    server.answers = [(401, [])]
    with pytest.raises(DragomanError):
        extractor(server).extract(document())
    assert len(server.seen) == 1


def test_a_long_text_goes_in_pieces_and_offsets_hold(server: Server) -> None:
    filler = "word " * 1_500
    text = filler + TEXT
    server.answers = [(200, []), (200, [fact("organisation", "Alfa Works", "Alfa Works")])]
    both = Document("d1", "a.txt", "text/plain", text, (Block(0, len(filler)), Block(len(filler), len(text))), lang="en")
    statements = extractor(server).extract(both)
    assert statements[0].evidence[0].start == len(filler)
    assert server.seen[0][1]["response_format"]["type"] == "json_schema"
