"""PostgreSQL with a pool of connections in each process."""

import environ


def pooled(url: str, size: int) -> dict[str, object]:
    """Django's settings for the database at ``url``."""
    config = environ.Env.db_url_config(url) if url else {}
    options = {**config.get("OPTIONS", {}), "pool": {"min_size": 1, "max_size": size}}
    return {**config, "CONN_MAX_AGE": 0, "OPTIONS": options}
