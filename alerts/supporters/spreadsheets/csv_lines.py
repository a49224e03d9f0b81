"""A table as CSV."""

import csv
import io
from collections.abc import Iterable, Iterator

from .cells import Row, safe_rows

# Excel takes a file for UTF-8 only when it begins with this mark.
BYTE_ORDER_MARK = "\ufeff"
CONTENT_TYPE = "text/csv; charset=utf-8"
PIECE = 64 * 1024


def csv_pieces(rows: Iterable[Row]) -> Iterator[bytes]:
    """The file in UTF-8, after a byte order mark for Excel, piece by piece."""
    buffer = io.StringIO()
    buffer.write(BYTE_ORDER_MARK)
    writer = csv.writer(buffer)
    for row in safe_rows(rows):
        writer.writerow(row)
        if buffer.tell() > PIECE:
            yield _take(buffer)
    yield _take(buffer)


def _take(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()
