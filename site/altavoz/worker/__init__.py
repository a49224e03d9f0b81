"""The worker: runs the tasks of the queue and the periodic jobs, and loses none of either."""

from .loop import Worker

__all__ = ["Worker"]
