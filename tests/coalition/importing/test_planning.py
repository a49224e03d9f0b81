"""What a list would do, told in few words."""

import pytest

from coalition.models import Endorser
from tests.factories.coalition import EndorserFactory
from tests.support.lists import csv_of, preview

pytestmark = pytest.mark.django_db


def test_of_many_namesakes_the_first_few_are_told() -> None:
    Endorser.objects.all().delete()
    places = ["Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado"]
    for _number in range(5):
        EndorserFactory(name="Grace Church", places=["TX"])

    _batch, plan = preview(csv_of(*({"place": one, "name": "Grace Church"} for one in places)))

    assert len(plan.created) == len(places)
    assert max(len(item.hints) for item in plan.items) == 6
    assert "Line 2 (Alabama) has the same name. They stay two." in plan.items[-1].hints
