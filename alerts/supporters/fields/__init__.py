"""Form fields for what a person types: forgiving about writing, strict about trickery.

Every error says in a sentence what to do. Values come back NFC-composed and stripped. Text is
measured before it is composed: composing takes time that grows with the square of its length.
"""

from .boxes import AgreementBox
from .contact import EmailAddressField, PhoneField
from .message import MessageField, ReasonField
from .names import NameField
from .one_line import ListedLineField, OneLineField
from .places import CityField, CountryField, PostalCodeField, ZipField

__all__ = [
    "AgreementBox",
    "CityField",
    "CountryField",
    "EmailAddressField",
    "ListedLineField",
    "MessageField",
    "NameField",
    "OneLineField",
    "PhoneField",
    "PostalCodeField",
    "ReasonField",
    "ZipField",
]
