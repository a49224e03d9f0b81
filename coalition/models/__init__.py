"""Endorsers, what they stand behind, and the pages that show them."""

from .contact import Contact, Correction
from .endorsement import Endorsement
from .endorser import Endorser, EndorserQuerySet
from .history import StatusChange
from .import_batch import ImportBatch
from .parts import EndorserLanguage, EndorserNote, EndorserPlace
from .statement import PublishedStatement, Statement

# isort: split
# The blocks of the pages read the rows above.
from .pages import CoalitionPage, StatementPage

__all__ = [
    "CoalitionPage",
    "Contact",
    "Correction",
    "Endorsement",
    "Endorser",
    "EndorserLanguage",
    "EndorserNote",
    "EndorserPlace",
    "EndorserQuerySet",
    "ImportBatch",
    "PublishedStatement",
    "Statement",
    "StatementPage",
    "StatusChange",
]
