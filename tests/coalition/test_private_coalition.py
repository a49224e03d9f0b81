"""A coalition page that not everybody may read is offered to nobody else."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.factories.alerts import add_alert, alert_index
from tests.factories.coalition import (
    EndorserFactory,
    coalition_block,
    coalition_page,
    forget_demo_coalition,
)
from tests.support.pages import read

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("private", [True, False])
def test_a_list_elsewhere_leads_to_states_only_if_all_may_read_them(
    client: Client, private: bool
) -> None:
    forget_demo_coalition()
    page = coalition_page()
    if private:
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    EndorserFactory(name="River Friends", places=["GA"])
    block = coalition_block("endorser_list", heading="", statement=None)

    html = read(client, add_alert(alert_index(), block).url)

    assert "River Friends" in html
    assert (f"{page.url}states/ga/" in html) is not private
