"""Where acts are sent: ``/<language>/act/…``, each answered in that language and never stored."""

from django.urls import path

from alerts.acts import confirm, letter, sign, thanks

app_name = "act"

urlpatterns = [
    path("sign/<int:version>/", sign.sign, name="sign"),
    path("letter/<int:version>/", letter.letter, name="letter"),
    path("confirm/<str:token>/", confirm.confirm, name="confirm"),
    path("signed/<str:token>/", thanks.signed, name="signed"),
    path("sent/<str:token>/", thanks.sent, name="sent"),
]
