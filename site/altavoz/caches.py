"""A cache that can be away without taking the site with it."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)


@contextmanager
def forgiven() -> Iterator[None]:
    """Go on without the cache if it does not answer."""
    try:
        yield
    except RedisError as error:
        logger.warning("The cache does not answer: %s", type(error).__name__)


class ForgivingRedisCache(RedisCache):
    """Redis; while it does not answer, nothing is found and nothing is kept."""

    def get(self, key: str, default: object = None, version: int | None = None) -> object:
        with forgiven():
            return super().get(key, default, version)
        return default

    def set(
        self,
        key: str,
        value: object,
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> None:
        with forgiven():
            super().set(key, value, timeout, version)

    def delete(self, key: str, version: int | None = None) -> bool:
        with forgiven():
            return bool(super().delete(key, version))
        return False

    def get_many(self, keys: Iterable[str], version: int | None = None) -> dict[str, object]:
        with forgiven():
            return dict(super().get_many(keys, version))
        return {}

    def set_many(
        self,
        data: Mapping[str, object],
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> list[str]:
        with forgiven():
            return list(super().set_many(dict(data), timeout, version))
        return list(data)

    def delete_many(self, keys: Iterable[str], version: int | None = None) -> None:
        with forgiven():
            super().delete_many(keys, version)
