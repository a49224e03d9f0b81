"""A stolen dump says nothing, and no blob opens for another row."""

import base64
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from alerts.supporters.sealing import SealBroken, seal, unseal

ROW = UUID("11111111-2222-3333-4444-555555555555")
OLD_KEY = base64.urlsafe_b64encode(b"o" * 32).decode()
NEW_KEY = base64.urlsafe_b64encode(b"n" * 32).decode()


@given(st.dictionaries(st.text(), st.text()), st.uuids())
def test_whatever_was_sealed_comes_back_for_its_row(fields: dict[str, str], row: UUID) -> None:
    assert unseal(seal(fields, row=row), row=row) == fields


def test_a_blob_moved_to_another_row_does_not_open() -> None:
    blob = seal({"name": "Ana"}, row=ROW)
    with pytest.raises(SealBroken):
        unseal(blob, row=uuid4())


@given(st.data())
def test_a_blob_with_any_bit_turned_does_not_open(data: st.DataObject) -> None:
    blob = bytearray(seal({"name": "Ana"}, row=ROW))
    place = data.draw(st.integers(0, len(blob) * 8 - 1))
    blob[place // 8] ^= 1 << place % 8
    with pytest.raises(SealBroken):
        unseal(bytes(blob), row=ROW)


@given(st.binary(max_size=80))
def test_bytes_that_were_never_sealed_do_not_open(blob: bytes) -> None:
    with pytest.raises(SealBroken):
        unseal(blob, row=ROW)


@given(st.integers(0, 200))
def test_a_blob_cut_short_does_not_open(length: int) -> None:
    blob = seal({"name": "Ana"}, row=ROW)
    with pytest.raises(SealBroken):
        unseal(blob[: min(length, len(blob) - 1)], row=ROW)


def test_neither_name_nor_address_can_be_read_from_the_blob() -> None:
    blob = seal({"name": "Ana", "email": "ana@example.org"}, row=ROW)
    assert b"Ana" not in blob
    assert b"example" not in blob


def test_the_same_fields_never_seal_to_the_same_blob() -> None:
    assert seal({"name": "Ana"}, row=ROW) != seal({"name": "Ana"}, row=ROW)


def test_a_new_key_put_first_seals_while_the_old_one_still_opens(
    settings: Settings,
) -> None:
    settings.SEAL_KEYS = [OLD_KEY]
    old = seal({"name": "Ana"}, row=ROW)
    settings.SEAL_KEYS = [NEW_KEY, OLD_KEY]
    new = seal({"name": "Ana"}, row=ROW)
    assert unseal(old, row=ROW) == {"name": "Ana"}
    settings.SEAL_KEYS = [NEW_KEY]
    assert unseal(new, row=ROW) == {"name": "Ana"}


def test_a_row_whose_key_is_gone_says_so_without_its_data(settings: Settings) -> None:
    settings.SEAL_KEYS = [OLD_KEY]
    blob = seal({"name": "Ana"}, row=ROW)
    settings.SEAL_KEYS = [NEW_KEY]
    with pytest.raises(SealBroken, match="SEAL_KEYS"):
        unseal(blob, row=ROW)
