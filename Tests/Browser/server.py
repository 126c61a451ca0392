"""The program under test, serving a database on a free port of this machine."""

import os
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

_PATIENCE = 60


@contextmanager
def serving(program: str, database: str, log: Path):
    """Serves a database, gives its address, and stops that one server at the end."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [program, "serve", "--port", str(port)],
            env={**os.environ, "SEKME_DATABASE": database},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(process, address, log)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=_PATIENCE)


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


def _wait(process: subprocess.Popen, address: str, log: Path) -> None:
    """Waits until the server answers, or tells what it said when it ended instead."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        assert process.poll() is None, f"the server ended: {log.read_text(encoding='utf-8')}"
        try:
            urlopen(f"{address}/health", timeout=5).close()
            return
        except URLError:
            time.sleep(0.1)
    raise AssertionError(f"the server did not answer within {_PATIENCE} s")
