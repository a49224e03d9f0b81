"""PostgreSQL with a pool of connections in each process."""

from urllib.parse import unquote

import environ

SECONDS_TO_WAIT = 3


def pooled(url: str, size: int) -> dict[str, object]:
    """Django's settings for the database at ``url``; whoever gets no connection soon gives up.

    The host may be the folder of a Unix socket, with its slashes written as ``%2F``.
    """
    config = environ.Env.db_url_config(url) if url else {}
    pool = {"min_size": 1, "max_size": size, "timeout": SECONDS_TO_WAIT}
    options = {**config.get("OPTIONS", {}), "pool": pool}
    host = unquote(config.get("HOST", ""))
    # A connection that a restart of PostgreSQL has ended is replaced before anybody meets it.
    lasting = {"CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True}
    return {**config, "HOST": host, **lasting, "OPTIONS": options}
