"""A letter, its published words, one visitor's message, and its deliveries."""

from .delivery import Delivery
from .letter import Letter
from .message import Message
from .published import PublishedLetter

__all__ = ["Delivery", "Letter", "Message", "PublishedLetter"]
