"""The editors' pages that show caught mail, so that a trial can follow its confirmation links."""

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .caught_mail import CaughtMail, caught_mail, caught_mails, is_catching


class CaughtMailMixin(WagtailAdminTemplateMixin):
    """A page that exists only on a site that catches its mail."""

    header_icon = "mail"

    def setup(self, request: HttpRequest, *args: object, **kwargs: object) -> None:
        if not is_catching():
            raise Http404
        super().setup(request, *args, **kwargs)


class CaughtMailListView(CaughtMailMixin, TemplateView):
    """All caught messages, newest first."""

    template_name = "admin/caught_mail/list.html"
    page_title = _("Caught mail")

    def get_breadcrumbs_items(self) -> list[dict[str, object]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return super().get_context_data(mails=caught_mails(), **kwargs)


class CaughtMailView(CaughtMailMixin, TemplateView):
    """One caught message: its text with links to follow, and its HTML as source."""

    template_name = "admin/caught_mail/message.html"
    mail: CaughtMail

    def get_page_title(self) -> str:
        return self.mail.subject or str(_("No subject"))

    def get_breadcrumbs_items(self) -> list[dict[str, object]]:
        listing = {"url": reverse("caught_mail"), "label": _("Caught mail")}
        message = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), listing, message]

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        try:
            self.mail = caught_mail(self.kwargs["name"])
        except FileNotFoundError as error:
            raise Http404 from error
        return super().get_context_data(mail=self.mail, **kwargs)
