from uuid import UUID

from django.db import migrations
from django.db.models import F

AT_ONCE = 1_000


def fill(apps, schema_editor):
    """Let what was confirmed before the time was kept have counted from then on.

    What staff set aside meanwhile counted as well; what a limit holds has not. Each batch is a
    transaction of its own, so that nobody who signs has to wait; done again, it goes on.
    """
    rows = apps.get_model("petitions", "Signature").objects.order_by("pk")
    known = rows.filter(counted_at=None, confirmed_at__isnull=False, held_for="")
    settled, after = known.exclude(state="pending"), UUID(int=0)
    while batch := list(settled.filter(pk__gt=after).values_list("pk", flat=True)[:AT_ONCE]):
        rows.filter(pk__in=batch).order_by().update(counted_at=F("confirmed_at"))
        after = batch[-1]


class Migration(migrations.Migration):
    """The names on lists of sign-on letters are those that counted by a day."""

    atomic = False

    dependencies = [("petitions", "0003_acts")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
