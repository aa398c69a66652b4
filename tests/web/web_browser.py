"""A running server and Chromium, and what is probed on every page: sideways scroll, small targets, requests, errors."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from web_samples import LAUNCH

from dragoman.base.settings import Settings
from dragoman.web.app import create_app
from dragoman.web.site import WebSettings

# Links, buttons, fields under 24 px either way, but for links within a sentence (WCAG 2.5.8 leaves these out) and drawings.
SMALL = """() => [...document.querySelectorAll('a, button, summary, input, select, textarea')].filter(el => {
  const box = el.getBoundingClientRect(), style = getComputedStyle(el);
  if (!box.height || el.closest('svg, .skip, .hidden') || style.visibility === 'hidden') return false;
  if (style.display === 'inline') return false;
  return box.height < 24 || box.width < 24;
}).map(el => [el.tagName, el.className, el.textContent.slice(0, 40), el.getBoundingClientRect().height])"""


@contextmanager
def running(folder: Path, **web: Any) -> Iterator[str]:
    """A site on a free port of this machine; its start address."""
    import uvicorn

    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    app = create_app(folder, WebSettings(port=port, **web), Settings(models=False, processes=1), launch=LAUNCH)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}/enter?token={LAUNCH}"
    server.should_exit = True
    thread.join(10)


def base_of(start: str) -> str:
    """The site's address without path."""
    return start.partition("/enter")[0]


def opened(browser: Any, start: str, path: str, width: int = 1280, scheme: str = "light", script: bool = True) -> Any:
    """A page of the site, come in by its start address. Close its `context` afterwards."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", java_script_enabled=script
    )
    page = context.new_page()
    page.goto(start)
    page.goto(base_of(start) + path)
    return page
