from typing import Any

from django import forms


class AgreementBox(forms.CheckboxInput):
    """A box that is ticked only for those who ticked this very ``agreement``."""

    def __init__(self, agreement: str) -> None:
        super().__init__(attrs={"value": agreement})
        self.agreement = agreement

    def value_from_datadict(self, data: Any, files: Any, name: str) -> bool:
        """Whether the box was ticked while it said this."""
        return bool(data.get(name) == self.agreement)
