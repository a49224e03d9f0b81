"""Where staff find statements, and set when one was delivered."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.models import Page

from alerts.supporters.asks.admin import AskForm, AskViewSet
from alerts.supporters.models import Organisation

from .models import Statement
from .viewsets import COALITION_MENU


class StatementForm(AskForm):
    """The settings of a statement."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["archived"].help_text = _(
            "Nobody can join any more, and no page can choose it."
        )

    def save(self, commit: bool = True) -> Statement:
        """Count the delivered list anew where its day is another one."""
        if "frozen_on" in self.changed_data:
            self.instance.delivered = None
        saved: Statement = super().save(commit=commit)
        return saved

    def clean_organisation(self) -> Organisation | None:
        """Who asks to write to endorsers, once every language says so beside the box."""
        organisation: Organisation | None = self.cleaned_data["organisation"]
        if organisation and self.instance.pk and _says_nothing_of_mail(self.instance):
            raise ValidationError(
                _("Fill in “Consent to mail” on the statement's page first, in every language.")
            )
        return organisation


class StatementViewSet(AskViewSet):
    """Statements: their deadline, their state and the day they were delivered."""

    model = Statement
    icon = "doc-full"
    menu_label = _("Statements")
    base_form_class = StatementForm
    count_columns: ClassVar = [Column("count", label=_("Endorsers"), accessor="count")]
    own_fields: ClassVar = ["closes_at", "frozen_on"]

    menu_hook = COALITION_MENU

    @property
    def list_display(self) -> list[str | BaseColumn]:
        """How each stands, when it was delivered, and the page it lives on."""
        page = Column("page_title", label=_("On the page"), accessor="page_title")
        return [*super().list_display, "frozen_on", page]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Statement]:
        """Every statement with its count and its page, read at once."""
        pages = Page.objects.filter(translation_key=OuterRef("home")).order_by("locale_id")
        return (
            super().get_queryset(request).annotate(page_title=Subquery(pages.values("title")[:1]))
        )


def _says_nothing_of_mail(statement: Statement) -> bool:
    """Whether the newest words of a language leave out who will write."""
    versions = statement.versions.order_by("locale", "number")
    newest = {version.locale: version for version in versions}
    return any(not version.fields["consent_text"] for version in newest.values())
