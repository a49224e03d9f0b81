"""Filling a petition with signatures, as fast as the database can write them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alerts.petitions.models import PublishedPetition, Signature

# What differs from row to row; ``n`` counts them. The rest is as in the row they are made after.
VARIED = {
    "id": "gen_random_uuid()",
    "fingerprint": "NULL",
    "email_hash": "md5('email' || n) || md5('hash' || n)",
    "name_hash": "md5('name' || n) || md5('hash' || n)",
    "network_hash": "md5('network' || n / 20) || md5('hash' || n / 20)",
    "domain_hash": "md5('domain' || mod(n, 500)) || md5('hash' || mod(n, 500))",
    "signed_at": "t.signed_at - n * interval '1 second'",
}


def fill(version: "PublishedPetition", size: int) -> None:
    """Give a petition counted signatures until it has ``size``, and let the database know them."""
    from django.db import connection

    from alerts.petitions.models import Signature
    from alerts.petitions.services import recount

    had = version.petition.signatures.count()
    columns = [str(field.column) for field in Signature._meta.concrete_fields]
    values = [VARIED.get(column, f't."{column}"') for column in columns]
    table = Signature._meta.db_table
    statement = (
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)}"  # noqa: S608 - our own names
        f" FROM {table} t, generate_series(%s, %s) n WHERE t.id = %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [had + 1, size - 1, _pattern(version).pk])
        cursor.execute(f"VACUUM ANALYZE {table}")
    recount(version.petition)


def _pattern(version: "PublishedPetition") -> "Signature":
    """One counted signature, whose sealed entry all have that are made after it."""
    from uuid import uuid4

    from django.utils import timezone

    from alerts.petitions.models import Signature

    row = Signature(version=version, petition=version.petition, locale=version.locale, region="IL")
    row.seal(name="Ana Ruiz", email="ana@example.org", zip="60622")
    row.state, row.email_hash = Signature.State.COUNTED, uuid4().hex * 2
    row.confirmed_at = row.counted_at = timezone.now()
    row.save(force_insert=True)
    return row
