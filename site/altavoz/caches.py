"""A cache that can be away without taking the site with it."""

import logging

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)


class ForgivingRedisCache(RedisCache):
    """Redis; while it does not answer, nothing is found and nothing is kept."""

    def get(self, key: str, default: object = None, version: int | None = None) -> object:
        try:
            return super().get(key, default, version)
        except RedisError:
            logger.warning("The cache does not answer")
            return default

    def set(
        self, key: str, value: object, timeout: float | None = 300, version: int | None = None
    ) -> None:
        try:
            super().set(key, value, timeout, version)
        except RedisError:
            logger.warning("The cache does not answer")

    def get_many(self, keys: list[str], version: int | None = None) -> dict[str, object]:
        try:
            return super().get_many(keys, version)
        except RedisError:
            logger.warning("The cache does not answer")
            return {}

    def delete(self, key: str, version: int | None = None) -> bool:
        try:
            return super().delete(key, version)
        except RedisError:
            logger.warning("The cache does not answer")
            return False
