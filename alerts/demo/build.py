"""Building the demo's English pages and, through them, those in the offered languages."""

from typing import Any

from django.conf import settings
from wagtail.models import Locale, Page, Site

from alerts.actions import KINDS, MODELS
from alerts.demo import pages as demo
from alerts.demo.coalition import demo_statement, import_endorsers
from alerts.demo.pages.shape import DemoPage
from alerts.demo.pictures import picture
from alerts.demo.translate import translate_tree
from alerts.models import AlertIndexPage, AlertPage
from alerts.supporters.models import Organisation
from coalition.models import CoalitionPage, StatementPage
from home.models import HomePage, SiteSettings, StandardPage

SOURCE = "en"


def build_demo() -> HomePage:
    """Create, publish and translate the demo; returns the home page of its source language.

    Where English is not offered, the English pages go again once they are translated.
    """
    home = _front_door()
    organisation, _created = Organisation.objects.get_or_create(
        slug="open-door", defaults={"name": "Open Door Coalition"}
    )
    index = _add(home, AlertIndexPage, demo.ALERTS)
    for shape in reversed(demo.ACTION_ALERTS):
        _add(index, AlertPage, shape, organisation)
    _coalition(home, organisation)
    about = _add(home, StandardPage, demo.ABOUT)
    privacy = _add(home, StandardPage, demo.PRIVACY)
    site = Site.objects.get(is_default_site=True)
    SiteSettings.objects.update_or_create(
        site=site, defaults={"privacy_page": privacy, "about_page": about}
    )
    translate_tree(home)
    if SOURCE in dict(settings.LANGUAGES):
        return home
    return _without_source(home, site)


def _coalition(home: HomePage, organisation: Organisation) -> None:
    """The coalition, its statement, and who stands behind it."""
    statement = demo_statement(organisation)
    page = _add(home, CoalitionPage, demo.COALITION, statement=statement)
    _add(page, StatementPage, demo.STATEMENT, statement=statement)
    import_endorsers(statement)


def _without_source(home: HomePage, site: Site) -> HomePage:
    """Give the house to the main language, and forget the one the demo was written in."""
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    shared = SiteSettings.for_site(site)
    shared.privacy_page = shared.privacy_page.get_translation(locale)
    shared.about_page = shared.about_page.get_translation(locale)
    shared.save()
    site.root_page = home.get_translation(locale)
    site.save()
    home.delete()
    Locale.all_objects.filter(language_code=SOURCE).delete()
    return HomePage.objects.get(pk=site.root_page_id)


def _front_door() -> HomePage:
    """The home page in Wagtail's welcome page's place."""
    root = Page.get_first_root_node()
    Page.objects.child_of(root).filter(slug="home").exact_type(Page).delete()
    root.refresh_from_db()
    home = _add(root, HomePage, demo.HOME)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"root_page": home, "site_name": settings.SITE_NAME, "hostname": "localhost"},
    )
    return home


def _add(
    parent: Page,
    model: Any,
    shape: DemoPage,
    organisation: Organisation | None = None,
    **related: Any,
) -> Any:
    fields: dict[str, Any] = {
        **shape.fields,
        **related,
        "title": shape.title,
        "slug": shape.slug,
        "summary": shape.summary,
        "show_in_menus": shape.in_menu,
        "locale": Locale.all_objects.get_or_create(language_code=SOURCE)[0],
    }
    if shape.body:
        fields["body"] = [
            {"type": kind, "value": _value(kind, value, organisation), "id": shape.block_id(index)}
            for index, (kind, value) in enumerate(shape.body)
        ]
    if shape.picture:
        fields |= {"hero_image": picture(shape.picture, shape.alt), "hero_alt": shape.alt}
    if shape.urgent:
        fields["urgent"] = True
    page = parent.add_child(instance=model(**fields, live=False))
    page.save_revision().publish()
    return model.objects.get(pk=page.pk)


def _value(kind: str, value: dict[str, Any], organisation: Organisation | None) -> dict[str, Any]:
    """A block's stored value; an action's chooser gets the action it describes, created."""
    action_kind = KINDS.get(kind)
    if action_kind is None:
        return value
    fields = value[action_kind]
    action = MODELS[action_kind].objects.create(**fields, organisation=organisation)
    return {**value, action_kind: action.pk}
