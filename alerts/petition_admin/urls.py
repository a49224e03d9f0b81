"""Where the pages about petitions are: below ``/admin/petitions/``."""

from django.urls import URLPattern, path

from . import numbers, paper, reasons, versions
from .delivered import DeliveriesView
from .held import HeldView
from .hot import HotView
from .invalidate import InvalidateView, SweepView
from .news.one import UpdateView
from .news.writing import AddUpdateView, EditUpdateView, NewsView
from .packet import PacketsView
from .packet_files import PacketFileView

urlpatterns: list[URLPattern] = [
    path("<int:pk>/numbers/", numbers.NumbersView.as_view(), name="petition_numbers"),
    path("<int:pk>/versions/", versions.VersionsView.as_view(), name="petition_versions"),
    path(
        "<int:pk>/versions/<int:version>/",
        versions.VersionsView.as_view(),
        name="petition_version",
    ),
    path("<int:pk>/paper/", paper.PaperView.as_view(), name="petition_paper"),
    path(
        "<int:pk>/paper/<int:paper>/take-back/",
        paper.TakeBackPaperView.as_view(),
        name="petition_paper_take_back",
    ),
    path("<int:pk>/held/", HeldView.as_view(), name="petition_held"),
    path("<int:pk>/sources/", HotView.as_view(), name="petition_sources"),
    path("<int:pk>/sweeps/", InvalidateView.as_view(), name="petition_sweeps"),
    path("<int:pk>/sweeps/<int:sweep>/", SweepView.as_view(), name="petition_sweep"),
    path("<int:pk>/reasons/", reasons.ReasonsView.as_view(), name="petition_reasons"),
    path("<int:pk>/news/", NewsView.as_view(), name="petition_news"),
    path("<int:pk>/news/add/", AddUpdateView.as_view(), name="petition_update_add"),
    path("<int:pk>/news/<int:update>/", UpdateView.as_view(), name="petition_update"),
    path("<int:pk>/news/<int:update>/edit/", EditUpdateView.as_view(), name="petition_update_edit"),
    path("<int:pk>/packets/", PacketsView.as_view(), name="petition_packets"),
    path("<int:pk>/deliveries/", DeliveriesView.as_view(), name="petition_deliveries"),
    path(
        "<int:pk>/packets/<int:packet>/file/",
        PacketFileView.as_view(),
        name="petition_packet_file",
    ),
]
