"""The program as a server: from its start to an answer, its memory, and the page of a pupil."""

import http.cookiejar
import re
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request


class Server:
    """A program that serves a database on a free port until it is stopped."""

    def __init__(self, program, database, key):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        started = time.perf_counter()
        self.process = subprocess.Popen(
            [program, "serve", "--database", database, "--key", str(key), "--port", str(port)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while True:
            try:
                with urllib.request.urlopen(f"{self.address}/sign-in", timeout=5) as answer:
                    answer.read()
                    break
            except OSError:
                if self.process.poll() is not None:
                    raise RuntimeError("the server ended at once")
                if time.perf_counter() - started > 60:
                    raise RuntimeError("the server does not answer")
                time.sleep(0.002)
        self.start_seconds = time.perf_counter() - started

    def memory(self):
        """Resident memory in MiB."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Visitor:
    """A browser of the standard library, signed in."""

    def __init__(self, server, login, password):
        self.server = server
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        page = self.get("/sign-in")
        token = re.search(r'name="csrf" value="([^"]+)"', page).group(1)
        form = urllib.parse.urlencode({"csrf": token, "to": "/", "login": login, "password": password})
        self.opener.open(f"{server.address}/sign-in", form.encode()).read()

    def get(self, path):
        with self.opener.open(self.server.address + path) as answer:
            return answer.read().decode()

    def may(self, path):
        """Whether the page is one that the visitor may see; it is asked for once."""
        try:
            self.get(path)
        except urllib.error.HTTPError:
            return False
        return True

    def times(self, paths):
        """Milliseconds for each page, in rising order."""
        out = []
        for path in paths:
            started = time.perf_counter()
            self.get(path)
            out.append((time.perf_counter() - started) * 1e3)
        return sorted(out)


def logins(path):
    """Login and password of each account of the demo, by login."""
    with open(path) as file:
        return {line.split("\t")[0]: line.split("\t")[1] for line in file}


def pupils(visitor, wanted):
    """Pages of pupils that the visitor reaches: institutions, their classes, their pupils."""
    found, seen, waiting = [], set(), ["/institutions"]
    while waiting and len(found) < wanted:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        page = visitor.get(path)
        links = re.findall(r'href="(/(?:institutions|classes|pupils)/\d+)"', page)
        found += [link for link in dict.fromkeys(links) if link.startswith("/pupils/") and link not in found]
        waiting = [link for link in dict.fromkeys(links) if not link.startswith("/pupils/")] + waiting
    return found[:wanted]
