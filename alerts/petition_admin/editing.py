"""The settings of a petition, with the way to its other pages."""

from typing import Any

from wagtail.snippets.views.snippets import EditView

from .hub import links_for


class EditPetitionView(EditView):
    """The form, below the links to the pages about this petition."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also those links that the viewer may open."""
        links = links_for(self.request.user, self.object)
        return {**super().get_context_data(**kwargs), "petition_links": links}
