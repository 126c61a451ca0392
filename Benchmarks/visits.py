"""People who read pages: what they are shown, followed and timed, each on a connection of their own."""

import http.client
import random
import re
import threading
import time
from collections import defaultdict
from html.parser import HTMLParser
from urllib.parse import urlsplit

import served

# Roles that read most of what there is, each from another place.
ROLES = ["board-specialist", "board-head", "head", "deputy", "class-teacher", "teacher", "social-pedagogue"]

# These change something about the visit, or are saved instead of shown.
ASIDE = re.compile(r"^/(language|sign-out|sign-in|view-as|assets)\b|/(xlsx|csv|json|ods|rejected)$")


class Links(HTMLParser):
    """The addresses of the links of a page, each once."""

    def __init__(self, markup):
        super().__init__()
        self.found = {}
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        href = dict(attrs).get("href") if tag == "a" else None
        if href and href.startswith("/") and not ASIDE.search(urlsplit(href).path):
            self.found[href.split("#")[0]] = None


def kind(address):
    """The kind of a page: its path with ids left open."""
    path = urlsplit(address).path
    if path.startswith("/figures/"):
        return "/figures/*"
    return re.sub(r"(?<=/)\d+(?=/|$)", "*", path)


class Reader:
    """Somebody signed in, whose connection stays open."""

    def __init__(self, server, login, password):
        visitor = served.Visitor(server, login, password)
        self.cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in visitor.cookies)
        self.place = urlsplit(server.address).netloc
        self.link = http.client.HTTPConnection(self.place, timeout=120)

    def get(self, path):
        """Milliseconds, the answer's number and its text; an answer that leads elsewhere is not followed."""
        started = time.perf_counter()
        self.link.request("GET", path, headers={"Cookie": self.cookies, "Accept-Language": "lv"})
        answer = self.link.getresponse()
        text = answer.read()
        return (time.perf_counter() - started) * 1e3, answer.status, text.decode(errors="replace")


def crawl(reader, same=3, most=250):
    """Pages that links lead to from home, at most some of each kind; and those that could not be shown."""
    found, broken, waiting, seen, kinds = [], [], ["/"], {"/"}, defaultdict(int)
    while waiting and len(found) < most:
        path = waiting.pop(0)
        if kinds[kind(path)] >= same:
            continue
        kinds[kind(path)] += 1
        _, status, text = reader.get(path)
        if status >= 400:
            broken.append((path, status))
            continue
        if status != 200:
            continue
        found.append(path)
        for link in Links(text).found:
            if link not in seen:
                seen.add(link)
                waiting.append(link)
    return found, broken


class Times:
    """Times of pages, and what went wrong."""

    def __init__(self):
        self.lock = threading.Lock()
        self.all, self.by_kind, self.errors = [], defaultdict(list), []

    def add(self, path, milliseconds, status):
        with self.lock:
            self.all.append(milliseconds)
            self.by_kind[kind(path)].append(milliseconds)
            if status >= 400:
                self.errors.append((path, status))

    def fail(self, path, error):
        with self.lock:
            self.errors.append((path, repr(error)))

    def share(self, part, times=None):
        """The time that a part of the pages is under."""
        times = sorted(self.all if times is None else times)
        return times[min(len(times) - 1, int(len(times) * part))]

    def slowest(self, count=5):
        """The kinds of pages with the longest medians, in words."""
        medians = sorted(((self.share(0.5, times), name, len(times)) for name, times in self.by_kind.items()),
                         reverse=True)
        return [f"{name} {median:.0f} ms ({number})" for median, name, number in medians[:count]]

    def slowest_kind(self, part):
        """The kind of page of which a part takes longest: the time that the part is under, and the kind."""
        return max((self.share(part, times), name) for name, times in self.by_kind.items())


def together(people, work):
    """Runs the same work for several people at a time; what one cannot do is told."""
    failures = []

    def run(person):
        try:
            work(person)
        except Exception as error:  # noqa: BLE001
            failures.append(error)

    threads = [threading.Thread(target=run, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def without_rest(server, accounts, clients, seconds):
    """Any page, asked for by several clients who take no breath; pages that they are shown, in random order."""
    names = [name for name in ROLES if name in accounts]
    readers = [Reader(server, names[number % len(names)], accounts[names[number % len(names)]])
               for number in range(clients)]
    pages, times = {}, Times()
    for reader, name in zip(readers, names):
        pages[name], broken = crawl(reader)
        for path, status in broken:
            times.fail(f"{name} {path}", status)
    until = time.perf_counter() + seconds

    def work(person):
        number, reader = person
        dice = random.Random(number)
        mine = pages[names[number % len(names)]]
        while time.perf_counter() < until:
            path = dice.choice(mine)
            milliseconds, status, _ = reader.get(path)
            times.add(path, milliseconds, status)

    together(enumerate(readers), work)
    return times


def meeting(server, accounts, people, seconds):
    """People who click through what they are shown: a page, a look at it, one of its links, home again at times."""
    names = [name for name in ROLES if name in accounts]
    readers = [Reader(server, names[number % len(names)], accounts[names[number % len(names)]])
               for number in range(people)]
    times = Times()
    until = time.perf_counter() + seconds

    def work(person):
        number, reader = person
        dice = random.Random(1000 + number)
        path = "/"
        time.sleep(dice.uniform(0, 4))
        while time.perf_counter() < until:
            try:
                milliseconds, status, text = reader.get(path)
            except OSError as error:
                times.fail(path, error)
                return
            times.add(path, milliseconds, status)
            links = list(Links(text).found)
            path = dice.choice(links) if links and dice.random() > 0.1 else "/"
            time.sleep(dice.uniform(2, 6))

    together(enumerate(readers), work)
    return times
