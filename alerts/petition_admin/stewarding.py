"""What staff do when somebody asks what is kept about them; every step is noted in the history.

The address is only ever in the body of a request, and nobody is listed whose address is not known.
"""

from typing import Any, ClassVar
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from alerts.petitions import services
from alerts.petitions.models import Signature
from alerts.supporters import dossier
from alerts.supporters.hashing import known_hashes
from alerts.supporters.leaving import leave_ask
from alerts.supporters.models import Silence
from alerts.supporters.sealing import SealBroken

from .hub import SEE_PERSONS
from .person import lines_about, with_languages
from .stewarding_forms import AddressForm, CorrectionForm

FIND, SHOW, CORRECT = "supporter_find", "signature_show", "signature_correct"
CHANGE_PERSONS = "petitions.change_signature"
UNPROCESSABLE = 422


@method_decorator(never_cache, name="dispatch")
class StewardPage(WagtailAdminTemplateMixin, TemplateView):
    """A page for those who may know who signed; ``permission`` is asked for before all else."""

    permission: ClassVar[str] = SEE_PERSONS
    header_icon = "user"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Who may not, learns nothing."""
        if not request.user.has_perm(self.permission):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way back, by the search."""
        here = {"url": "", "label": self.get_page_title()}
        search = {"url": reverse(FIND), "label": FindView.page_title}
        way = [here] if isinstance(self, FindView) else [search, here]
        return [*super().get_breadcrumbs_items(), *way]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also whether the viewer may change what is shown."""
        may_change = self.request.user.has_perm(CHANGE_PERSONS)
        return super().get_context_data(may_change=may_change, **kwargs)


class FindView(StewardPage):
    """Everything that was done with one address, and what can be done about it."""

    page_title = gettext_lazy("Find a person")
    template_name = "admin/stewarding/find.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"form": AddressForm(), **kwargs})

    def post(self, request: HttpRequest) -> HttpResponse:
        """Show what there is, or do with it what the button says."""
        form = AddressForm(request.POST)
        if not form.is_valid():
            context = self.get_context_data(form=form)
            return self.render_to_response(context, status=UNPROCESSABLE)
        step = STEPS.get(request.POST.get("step", ""), FindView.show)
        return step(self, form, form.cleaned_data["email"])

    def show(self, form: AddressForm, address: str) -> HttpResponse:
        """List the acts."""
        found = dossier.find(address, by=self.request.user)
        silences = Silence.objects.filter(email_hash__in=known_hashes(address))
        context = {
            "acts": with_languages(found),
            "is_silent": silences.exists(),
            "address": address,
        }
        return self.render_to_response(self.get_context_data(form=form, **context))

    def export(self, form: AddressForm, address: str) -> HttpResponse:
        """Hand over all that is kept."""
        told = dossier.export(address, by=self.request.user)
        response = JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 2})
        response["Content-Disposition"] = 'attachment; filename="supporter.json"'
        return response

    def ask_to_erase(self, form: AddressForm, address: str) -> HttpResponse:
        """Ask once more."""
        self._refuse_readers()
        found = dossier.find(address, by=self.request.user)
        context = {"acts": with_languages(found), "address": address}
        self.template_name = "admin/stewarding/erase_all.html"
        return self.render_to_response(self.get_context_data(form=form, **context))

    def erase(self, form: AddressForm, address: str) -> HttpResponse:
        """Erase everything, and say what stays."""
        self._refuse_readers()
        stays = dossier.erase(address, by=self.request.user)
        messages.success(self.request, _("Everything from this address is taken back and erased."))
        if stays:
            messages.warning(self.request, _("An entry of the coalition stays: erase it there."))
        return redirect(reverse(FIND))

    def lift(self, form: AddressForm, address: str) -> HttpResponse:
        """Let the address be mailed again, because its owner asks for it."""
        self._refuse_readers()
        dossier.lift(address, by=self.request.user)
        messages.success(self.request, _("This address can be mailed again."))
        return redirect(reverse(FIND))

    def _refuse_readers(self) -> None:
        if not self.request.user.has_perm(CHANGE_PERSONS):
            raise PermissionDenied


STEPS = {
    "export": FindView.export,
    "ask": FindView.ask_to_erase,
    "erase": FindView.erase,
    "lift": FindView.lift,
}


class SignaturePage(StewardPage):
    """A page about one signature whose signer is known."""

    kwargs: dict[str, UUID]

    @property
    def signature(self) -> Signature:
        """The signature, or ``Http404``."""
        known = Signature.objects.exclude(email_hash="").select_related("petition", "version")
        return get_object_or_404(known, pk=self.kwargs["pk"])


class SignatureView(SignaturePage):
    """Who signed, and what was told with it."""

    page_title = gettext_lazy("Signature")
    template_name = "admin/stewarding/signature.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        signature = self.signature
        dossier.note_reading(signature, by=self.request.user)
        own = {"signature": signature, "lines": lines_about(signature)}
        return super().get_context_data(**own, **kwargs)

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Take it back and erase it, because its signer asks for it."""
        if not request.user.has_perm(CHANGE_PERSONS):
            raise PermissionDenied
        signature = self.signature
        log(instance=signature, action=dossier.ERASE, user=request.user)
        leave_ask(kind="signature", act=signature)
        messages.success(request, _("The signature is taken back and erased."))
        return redirect(reverse(FIND))


class CorrectView(SignaturePage):
    """Puts right what a signer says is wrong."""

    permission = CHANGE_PERSONS
    page_title = gettext_lazy("Correct a signature")
    template_name = "admin/stewarding/correct.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        signature = self.signature
        dossier.note_reading(signature, by=self.request.user)
        form = CorrectionForm(signature=signature, sealed=dossier.opened(signature))
        return super().get_context_data(**{"signature": signature, "form": form, **kwargs})

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Write it down, or show again what was typed."""
        form = CorrectionForm(request.POST, signature=self.signature, sealed={})
        if form.is_valid():
            self._correct(form)
        if form.errors:
            context = self.get_context_data(form=form)
            return self.render_to_response(context, status=UNPROCESSABLE)
        messages.success(request, _("The signature is corrected."))
        return redirect(reverse(SHOW, args=[pk]))

    def _correct(self, form: CorrectionForm) -> None:
        facts = {"by": self.request.user, **form.facts()}
        try:
            services.correct_signature(signature_id=self.kwargs["pk"], **facts)
        except SealBroken:
            form.add_error(None, _("No key opens this signature. Please tell the operator."))
