"""Where acts are sent: ``/<language>/act/…``, each answered in that language and never stored."""

from django.urls import path

from alerts.acts import (
    code,
    confirm,
    count,
    entry,
    join,
    leave,
    letter,
    listed,
    sign,
    thanks,
    unsubscribe,
)

app_name = "act"

# What mails lead to, which is answered as well where the mail's language is not offered any more.
mailed = [
    path("entry/<str:token>/", entry.entry, name="entry"),
    path("confirm/<str:token>/", confirm.confirm, name="confirm"),
    path("leave/<str:token>/", leave.leave, name="leave"),
    path("unsubscribe/<str:token>/", unsubscribe.unsubscribe, name="unsubscribe"),
]

urlpatterns = [
    *mailed,
    path("sign/<int:version>/", sign.sign, name="sign"),
    path("letter/<int:version>/", letter.letter, name="letter"),
    path("join/<int:version>/", join.join, name="join"),
    path("entry-link/", entry.entry_link, name="entry-link"),
    path("entry-link/sent/", entry.links_sent, name="links-sent"),
    path("code/<str:token>/", code.code, name="code"),
    path("left/<str:token>/", leave.left, name="left"),
    path("signed/<str:token>/", thanks.signed, name="signed"),
    path("joined/<str:token>/", thanks.joined, name="joined"),
    path("sent/<str:token>/", thanks.sent, name="sent"),
    path("count/<int:petition>/", count.count, name="count"),
    path("signers/<int:petition>/", listed.listed, name="listed"),
    path("signers/<int:petition>/<int:number>/", listed.delivered, name="delivered"),
]
