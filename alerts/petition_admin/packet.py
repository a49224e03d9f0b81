"""Packets to hand over: made here, then downloaded file by file; each download is logged."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages

from alerts.petitions.display import Reason
from alerts.petitions.models import Petition
from alerts.petitions.models.settings import Shown
from alerts.petitions.packet.making import make_packet
from alerts.petitions.packet.reasons import approved
from alerts.safety import in_safety_mode
from alerts.supporters.fields import MessageField, OneLineField

from .base import PetitionPage
from .hub import DELIVER
from .packet_rows import shown_packets
from .reasons import OTHER_LANGUAGE

PACKETS = "petition_packets"
ADDRESSEE_LENGTH = 200


class PacketForm(forms.Form):
    """What goes into a packet; names and reasons only where they may be shown."""

    locale = forms.ChoiceField(label=_("Language"))
    addressee = OneLineField(
        label=_("Handed to"),
        limit=ADDRESSEE_LENGTH,
        help_text=_("The office or the city, as the letter names it."),
    )
    letter = MessageField(
        label=_("Cover letter"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("In that language. Leave it empty for a standard letter."),
    )
    with_names = forms.BooleanField(
        label=_("With the names of those who agreed to be shown"), required=False, initial=True
    )
    reasons = forms.MultipleChoiceField(
        label=_("Reasons for signing"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, petition: Petition, safe: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        languages: Any = self.fields["locale"]
        languages.choices = settings.LANGUAGES
        if safe or petition.shows == Shown.NOTHING:
            del self.fields["with_names"], self.fields["reasons"]
            return
        self._offer(approved(petition))

    def _offer(self, reasons: Mapping[str, Reason]) -> None:
        choices: Any = self.fields["reasons"]
        choices.choices = [(key, _quoted(reason)) for key, reason in reasons.items()]
        if not reasons:
            del self.fields["reasons"]


def _quoted(reason: Reason) -> SafeString:
    """A reason as the label of its box: in its own language and direction."""
    spoken = reason.language or OTHER_LANGUAGE
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', spoken, reason.direction, reason.text)


class PacketsView(PetitionPage, FormView[PacketForm]):
    """The packets made so far, the newest first, and making another."""

    http_method_names = ["get", "post"]
    permission = DELIVER
    page_title = _("Delivery packets")
    header_icon = "download"
    template_name = "admin/petitions/packets.html"
    form_class = PacketForm

    @cached_property
    def safe(self) -> bool:
        """Whether names, reasons and places stay inside."""
        return in_safety_mode(self.petition)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only what people could sign can be handed over."""
        if not self.petition.versions.exists():
            messages.error(request, gettext("Nothing was published yet."))
            return self._here()
        return super().post(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "petition": self.petition, "safe": self.safe}

    def get_initial(self) -> dict[str, Any]:
        return {"locale": settings.LANGUAGE_CODE}

    def form_valid(self, form: PacketForm) -> HttpResponse:
        """Have it prepared."""
        chosen = {"with_names": False, **form.cleaned_data}
        make_packet(
            petition=self.petition, with_places=not self.safe, by=self.request.user, **chosen
        )
        messages.success(self.request, gettext("The packet is being prepared."))
        return self._here()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = {
            "packets": shown_packets(self.petition, safe=self.safe),
            "safe": self.safe,
            "is_published": self.petition.versions.exists(),
        }
        return {**super().get_context_data(**kwargs), **own}

    def _here(self) -> HttpResponse:
        return redirect(reverse(PACKETS, args=[self.petition.pk]))
