"""Reading a public file as text, from a path or from the web."""

import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from .fetch import MAX_BYTES, fetch
from .problems import SourceError

_GZIP = b"\x1f\x8b"
_ZIP_ARCHIVE = b"PK\x03\x04"
_GZIP_WINDOW = 16 + zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Source:
    """A public file: ``name`` is its web address, or its file name without the folders."""

    name: str
    text: str

    @property
    def file_name(self) -> str:
        """The last part of the address or path."""
        return PurePosixPath(urlsplit(self.name).path).name


def read_source(address: str, *, timeout: float) -> Source:
    """Read the UTF-8 text at a path or a http(s) address; raises ``SourceError``."""
    scheme, separator, _rest = address.partition("://")
    if not separator:
        path = Path(address)
        return Source(path.name, _decode(_read_file(path), address))
    if scheme.lower() not in {"http", "https"}:
        message = f"{address} is neither a file nor an http or https address."
        raise SourceError(message)
    return Source(address, _decode(fetch(address, timeout=timeout), address))


def _read_file(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        message = f"There is no file {path}."
    except IsADirectoryError:
        message = f"{path} is a folder, not a file."
    except (OSError, ValueError) as error:
        message = f"{path} cannot be read: {getattr(error, 'strerror', None) or error}."
    raise SourceError(message)


def _decode(body: bytes, address: str) -> str:
    """Unpack gzip, take off a byte-order mark and refuse what is no data file."""
    if body.startswith(_GZIP):
        body = _unzip(body, address)
    if body.startswith(_ZIP_ARCHIVE):
        message = f"{address} is a ZIP archive. Please unpack it first."
        raise SourceError(message)
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{address} is not UTF-8 text. Please save it in that encoding."
        raise SourceError(message) from error
    _refuse_what_is_no_data(text, address)
    return text


def _unzip(body: bytes, address: str) -> bytes:
    unpacker = zlib.decompressobj(wbits=_GZIP_WINDOW)
    try:
        unpacked = unpacker.decompress(body, MAX_BYTES)
    except zlib.error as error:
        message = f"{address} is a damaged gzip file."
        raise SourceError(message) from error
    if not unpacker.eof:
        too_large = bool(unpacker.unconsumed_tail)
        reason = "unpacks to far too much" if too_large else "is a gzip file that breaks off"
        message = f"{address} {reason}."
        raise SourceError(message)
    return unpacked


def _refuse_what_is_no_data(text: str, address: str) -> None:
    start = text.lstrip()[:1]
    if not start:
        message = f"{address} is empty."
    elif "\0" in text:
        message = f"{address} is not a text file."
    elif start == "<":
        message = f"{address} is a web page, not a data file. Perhaps the file has moved."
    else:
        return
    raise SourceError(message)
