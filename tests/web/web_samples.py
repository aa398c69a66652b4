"""Workspaces and clients for the tests of the pages."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from dragoman.base.settings import Settings
from dragoman.web.app import create_app
from dragoman.web.site import WebSettings
from dragoman.workspace import open_workspace

LAUNCH = "start-token-of-the-tests"
HOSTILE = "<script>alert(1)</script> “O'Neil & Sons” ‮drows"
TEXTS = {
    "fair.txt": (
        "The 5th River Tech Expo opened in Chongqing on 22 June 2017. It was organised by the Ministry of Science and "
        "Technology. More than 200 delegations and more than 1,000 enterprises took part.\n\n"
        "Rover Systems Co., Ltd., a company from St Petersburg, showed a spherical robot. Its lead programmer Ivan Petrov said "
        "that the robot came from space technology and now helps elderly people.\n"
    ),
    "visit.txt": (
        "Делегация города Синьсян посетила наноцентр «Техноспарк» в Троицке 14 июня 2018 года. "
        "Гости осмотрели лабораторию искусственных алмазов. Стороны подписали соглашение о намерениях.\n"
    ),
    "lab.txt": "四川大学与俄罗斯科学院于2017年9月7日在绵阳签署了合作协议。双方将共建联合实验室。\n",
    "hostile.txt": f"{HOSTILE} Ltd signed an agreement with Sichuan University in Chengdu on 3 May 2018.\n",
}


def made_workspace(folder: Path, texts: dict[str, str] | None = None) -> Path:
    """A workspace with texts read into it, by rule alone."""
    files = folder / "files"
    files.mkdir(parents=True, exist_ok=True)
    for name, text in (TEXTS if texts is None else texts).items():
        (files / name).write_text(text, encoding="utf-8")
    with open_workspace(folder / "workspace", create=True, settings=Settings(models=False, processes=1)) as workspace:
        if any(files.iterdir()):
            workspace.documents.read([files])
    return folder / "workspace"


class Client:
    """Asks a site in this process. Keeps cookies as a browser does; follows no redirect by itself."""

    def __init__(self, app: Any, base: str = "http://127.0.0.1:8321") -> None:
        self.app, self.base, self.site = app, base, app.state.site
        self.cookies = httpx.Cookies()
        self.headers: dict[str, str] = {}

    def ask(self, method: str, path: str, **values: Any) -> httpx.Response:
        """One request."""
        headers = {**self.headers, **values.pop("headers", {})}

        async def asked() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app)
            async with httpx.AsyncClient(transport=transport, base_url=self.base, cookies=self.cookies) as http:
                answer = await http.request(method, path, headers=headers, **values)
                self.cookies = http.cookies
                return answer

        return asyncio.run(asked())

    def get(self, path: str, **values: Any) -> httpx.Response:
        """A page."""
        return self.ask("GET", path, **values)

    def post(self, path: str, data: dict[str, Any] | None = None, *, on: str = "/settings", **values: Any) -> httpx.Response:
        """Send a form with the token of a page that has one (any page of the session does)."""
        found = re.search(r'name="csrf" value="([0-9a-f]+)"', self.get(on).text)
        return self.ask("POST", path, data={"csrf": found[1] if found else "", **(data or {})}, **values)

    def follow(self, answer: httpx.Response) -> httpx.Response:
        """The page a redirect leads to."""
        assert answer.status_code in (302, 303), answer.text[:500]
        return self.get(answer.headers["location"])


@contextmanager
def local_client(folder: Path, **web: Any) -> Iterator[Client]:
    """Somebody at this machine, in by the start address."""
    app = create_app(folder, WebSettings(**web), Settings(models=False, processes=1), launch=LAUNCH)
    client = Client(app)
    client.get(f"/enter?token={LAUNCH}")
    try:
        yield client
    finally:
        app.state.site.close()
