"""Fuzz the HTTP API with schemathesis: serve a copy of a workspace, name what lies in it, run, tell what came of it.

Schemathesis is no dependency: install it into an environment of its own and give its command.

    python scripts/fuzz_api.py my-expo --schemathesis /path/to/st --max-examples 50
"""

from __future__ import annotations

import argparse
import json
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import httpx
import uvicorn

from dragoman.web.app import create_app
from dragoman.web.site import WebSettings
from dragoman.workspace.jobs import Jobs

OPTIONS = "--phases examples,coverage,fuzzing --checks all --request-timeout 60 --continue-on-failure".split()


def main() -> None:
    """Run it; leaves with the exit code of schemathesis."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--schemathesis", default="st")
    parser.add_argument("--max-examples", default="50")
    parser.add_argument("--seed", default="1")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(told.workspace, Path(folder) / "workspace"))
        address, token = serve(copy)
        described = Path(folder) / "openapi.json"
        described.write_text(json.dumps(named(address, token)), "utf-8")
        command = [told.schemathesis, "run", str(described), "--url", address, "-H", f"Authorization: Bearer {token}", *OPTIONS]
        command += ["--max-examples", told.max_examples, "--seed", told.seed]
        code = subprocess.run(command, cwd=folder, check=False).returncode
        for job in (jobs := Jobs(copy)).open():
            jobs.wait(jobs.cancel(job.id).id, 60)
        raise SystemExit(code)


def serve(folder: Path) -> tuple[str, str]:
    """Serve the workspace from a thread of this process; its address and a token."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = create_app(folder, WebSettings(port=port), launch="fuzzing")
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.1)
    return f"http://127.0.0.1:{port}", app.state.site.accounts.issue("", "fuzzing")


def named(address: str, token: str) -> dict[str, Any]:
    """The description with the scopes, lists, entities, documents and records there are, so that calls reach past a 404."""
    with httpx.Client(base_url=address, headers={"authorization": f"Bearer {token}"}, timeout=60) as client:
        found: dict[str, Any] = client.get("/api/openapi.json").json()
        labels = [row["list"] for row in client.get("/api/lists").json()["results"]]
        ids = {kind: [row["id"] for row in client.get(f"/api/{kind}?limit=5").json()["results"]]
               for kind in ("entities", "documents", "statements", "decisions")}  # fmt: skip
    for path, operations in found["paths"].items():
        for operation in operations.values():
            for part in operation["parameters"]:
                known = ids.get(path.split("/")[2], []) if part["name"] == "id" and path.startswith("/api/") else []
                values = {"scope": [*labels, "lists", "workspace"], "label": labels}.get(part["name"], known)
                if part["in"] == "path" and values:
                    part["schema"] = {"type": "string", "enum": values}
    return found


if __name__ == "__main__":
    main()
