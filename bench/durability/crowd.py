"""A crowd that signs and confirms over HTTP, as people do: impatient, and in no order."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException, HTTPResponse
from pathlib import Path
from queue import Empty, Queue
from urllib.parse import urlencode, urlsplit

from alerts.supporters.confirmation import read_receipt
from altavoz.caught_mail import read

HEADERS = {
    "Host": "127.0.0.1",
    "Content-Type": "application/x-www-form-urlencoded",
    "Sec-Fetch-Site": "same-origin",
}
SIGNERS, CONFIRMERS = 12, 4
PATIENCE = 180.0
FOUND, SERVER_ERROR = 302, 500


class Crowd:
    """People by number. One in ten never confirms, and another one in ten clicks twice.

    ``told`` are the addresses that the server has told "confirmed", ``mailed`` those that got a
    mail to confirm, ``retries`` how often an answer was an error or did not come.
    """

    def __init__(self, port: int, version: int, people: int, mails: Path) -> None:
        self.port, self.version, self.mails = port, version, mails
        self.people = [f"person{number}@example.org" for number in range(people)]
        self.silent = set(self.people[::10])
        self.mailed: set[str] = set()
        self.told: set[str] = set()
        self.acts = self.retries = 0
        self._links: Queue[tuple[str, str]] = Queue()
        self._lock = threading.Lock()
        self._gone_home = threading.Event()

    def act(self) -> None:
        """Have everybody sign and confirm; returns when all have been told, or gave up waiting."""
        clicks = [*self.people, *self.people[5::10]]
        clicks.sort(key=lambda address: int(address[6:-12]))
        with ThreadPoolExecutor(SIGNERS + CONFIRMERS + 1) as pool:
            others = [pool.submit(self._confirm_all) for _confirmer in range(CONFIRMERS)]
            others.append(pool.submit(self._read_mail))
            try:
                list(pool.map(self._sign, clicks))
                self._wait_until(lambda: self.told >= set(self.people) - self.silent)
                self._wait_until(lambda: self.mailed >= self.silent)
            finally:
                self._gone_home.set()
            for other in others:
                other.result()

    def _sign(self, address: str) -> None:
        fields = {"name": "Ana Ruiz", "email": address, "zip": "60622"}
        self._post(f"/es/act/sign/{self.version}/", fields)

    def _confirm_all(self) -> None:
        while not self._gone_home.is_set():
            try:
                address, path = self._links.get(timeout=0.2)
            except Empty:
                continue
            answer = self._post(path, {})
            token = urlsplit(answer).path.rstrip("/").rpartition("/")[2]
            if read_receipt(token)["step"] == "confirmed":
                self.told.add(address)

    def _read_mail(self) -> None:
        """Open each mail once and throw it away; whoever got two presses the button twice."""
        while not self._gone_home.is_set():
            for file in self.mails.glob("*.eml"):
                mail = read(file)
                file.unlink()
                self._take(mail.to, mail.text)
            time.sleep(0.1)

    def _take(self, address: str, text: str) -> None:
        links = [word for word in text.split() if "/act/confirm/" in word]
        if not links:
            return
        self.mailed.add(address)
        if address not in self.silent:
            self._links.put((address, urlsplit(links[0]).path))

    def _post(self, path: str, fields: dict[str, str]) -> str:
        """Where the server leads after it took the form; it is sent again until it does."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            answer = self._try(path, urlencode(fields))
            if answer is not None and answer.status == FOUND:
                with self._lock:
                    self.acts += 1
                return str(answer.headers["Location"])
            if answer is not None and answer.status < SERVER_ERROR:
                message = f"{answer.status} for {path.split('/')[3]}"
                raise AssertionError(message)
            with self._lock:
                self.retries += 1
            time.sleep(0.5)
        raise TimeoutError(path)

    def _try(self, path: str, body: str) -> HTTPResponse | None:
        """One answer; None where none came."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("POST", path, body, HEADERS)
            answer = connection.getresponse()
            answer.read()
        except (OSError, HTTPException):
            return None
        else:
            return answer
        finally:
            connection.close()

    def _wait_until(self, is_so: Callable[[], bool]) -> None:
        """Wait as long as something still happens."""
        seen, end = self.progress(), time.monotonic() + PATIENCE
        while not is_so() and time.monotonic() < end:
            time.sleep(0.2)
            if self.progress() != seen:
                seen, end = self.progress(), time.monotonic() + PATIENCE

    def progress(self) -> int:
        """Grows with everybody who is mailed or told."""
        return len(self.told) + len(self.mailed)
