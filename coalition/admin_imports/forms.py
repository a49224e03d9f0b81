"""What staff fill in to bring a list."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from ..importing import Unreadable, read_file, read_text, refuse_large
from ..importing.rows import Reading
from ..models import Endorser, Statement


class ImportForm(forms.Form):
    """A file or a pasted list, and under what it is taken over; reads it when it is valid."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
        help_text=_("CSV or XLSX with the columns “place” and “name”, of at most 5 MB."),
    )
    text = forms.CharField(
        label=_("Or a pasted list"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
        help_text=_(
            "Headings NATIONAL and the names of states on lines of their own, and below each the"
            " names, one on each line. What stands before the first heading is skipped."
        ),
    )
    statement = forms.ModelChoiceField(
        label=_("Statement"),
        queryset=Statement.objects.none(),
        required=False,
        empty_label=pgettext_lazy("statement", "None"),
        help_text=_("Everybody on the list stands behind it then."),
    )
    since = forms.DateField(
        label=_("Behind it since"),
        required=False,
        widget=AdminDateInput,
        help_text=_("Leave empty to count from now on."),
    )
    status = forms.ChoiceField(
        label=_("New endorsers are"),
        choices=[
            (Endorser.Status.APPROVED, _("approved, and public at once")),
            (Endorser.Status.CONFIRMED, _("looked at first, one by one")),
        ],
        initial=Endorser.Status.APPROVED,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reading = Reading()
        choice: Any = self.fields["statement"]
        choice.queryset = Statement.objects.filter(archived_at=None)

    @property
    def name(self) -> str:
        """What the list is called among the imports."""
        file = self.cleaned_data.get("file")
        return str(file.name) if file else gettext("Pasted list")

    def clean_since(self) -> Any:
        """A day that has begun."""
        since = self.cleaned_data["since"]
        if since and since > timezone.localdate():
            raise forms.ValidationError(gettext("This day is in the future."))
        return since

    def clean(self) -> dict[str, Any]:
        """Read the list, whatever form it came in."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("since") and not given.get("statement"):
            self.add_error("statement", gettext("Please choose the statement as well."))
        if "file" in self.errors:
            return given
        file, text = given.get("file"), given.get("text") or ""
        if bool(file) == bool(text.strip()):
            raise forms.ValidationError(gettext("Please bring a file, or paste a list."))
        try:
            self.reading = _read_upload(file) if file else read_text(text)
        except Unreadable as error:
            self.add_error("file" if file else "text", str(error))
        return given


def _read_upload(file: UploadedFile) -> Reading:
    """The rows of an upload; one that is too large stays on disk unread."""
    refuse_large(file.size or 0)
    return read_file(file.name or "", file.read())
