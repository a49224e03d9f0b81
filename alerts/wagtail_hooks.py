"""What alerts add to Wagtail's admin."""

from wagtail import hooks

from alerts.choosers import ActionChooserViewSet, letter_chooser, petition_chooser


@hooks.register("register_admin_viewset")
def action_choosers() -> list[ActionChooserViewSet]:
    """The dialogs of the action blocks."""
    return [petition_chooser, letter_chooser]
