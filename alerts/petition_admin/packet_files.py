"""The files of a packet, made while they are downloaded and kept nowhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.admin import messages

from alerts.petitions.models import Packet
from alerts.petitions.packet.making import log_taken
from alerts.petitions.packet.pdf import letter_pdf, volume_pdf
from alerts.petitions.packet.tables import names_csv, totals_csv, workbook
from alerts.petitions.packet.typesetting import NotSet
from alerts.safety import in_safety_mode
from alerts.supporters.spreadsheets import csv_lines
from alerts.supporters.spreadsheets import workbook as workbooks

from .base import PetitionView
from .hub import DELIVER
from .packet import PACKETS

PDF = "application/pdf"
OF_NAMES = {"names", "volume"}


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds, as a whole or piece by piece, and the end of its name."""

    body: bytes | Iterable[bytes]
    content_type: str
    suffix: str


class PacketFileView(PetitionView):
    """Hands out one file of a packet; asking for it is logged, so it is asked for by a button."""

    http_method_names = ["post"]
    permission = DELIVER

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The file named ``file``; of the volumes of names, the one numbered ``number``."""
        packet = get_object_or_404(self.petition.packets, pk=kwargs["packet"], totals__isnull=False)
        file, number = request.POST.get("file", ""), request.POST.get("number", "")
        try:
            content = self._content(packet, file, number)
        except NotSet:
            messages.error(request, gettext("The PDF could not be made. Please take the tables."))
            return redirect(reverse(PACKETS, args=[self.petition.pk]))
        log_taken(packet=packet, file=f"{file} {number}".strip(), by=request.user)
        return _download(content, f"petition-{self.petition.pk}-{file}{number}")

    def _content(self, packet: Packet, file: str, number: str) -> Content:
        packet.petition, safe = self.petition, in_safety_mode(self.petition)
        if file in OF_NAMES and (safe or not packet.with_names):
            raise Http404
        match file:
            case "letter":
                return Content(letter_pdf(packet, safe=safe), PDF, "pdf")
            case "volume":
                return Content(volume_pdf(packet, _volume(packet, number)), PDF, "pdf")
            case "names":
                return Content(names_csv(packet), csv_lines.CONTENT_TYPE, "csv")
            case "totals":
                return Content(totals_csv(packet, safe=safe), csv_lines.CONTENT_TYPE, "csv")
            case "workbook":
                return Content(workbook(packet, safe=safe), workbooks.CONTENT_TYPE, "xlsx")
        raise Http404


def _volume(packet: Packet, number: str) -> int:
    volumes = {str(at): at for at in range(1, len(packet.starts) + 1)}
    if number not in volumes:
        raise Http404
    return volumes[number]


def _download(content: Content, name: str) -> HttpResponseBase:
    """The whole file, or the file as it is made; no cache keeps it."""
    whole = isinstance(content.body, bytes)
    kind = HttpResponse if whole else StreamingHttpResponse
    filename = f"{name}-{timezone.localdate():%Y-%m-%d}.{content.suffix}"
    return kind(
        content.body,
        content_type=content.content_type,
        headers={
            "Content-Disposition": f'attachment; filename="{filename}"',
            "Cache-Control": "no-store",
        },
    )
