"""The login of the trial's editor."""

import os
import secrets

from django.contrib.auth import get_user_model

USERNAME = "editor"
PASSWORD_VARIABLE = "ALTAVOZ_ADMIN_PASSWORD"  # noqa: S105 - the name of a variable


def ensure_editor() -> str:
    """See to it that there is an editor; says in a sentence how to log in.

    A generated password is told once, when it is made, and kept only as a hash.
    """
    users = get_user_model()._default_manager
    editor = users.filter(username=USERNAME).first()
    chosen = os.environ.get(PASSWORD_VARIABLE, "")
    if editor and not chosen:
        return (
            f"log in as {USERNAME}; the password was shown when this site was first run "
            f"({PASSWORD_VARIABLE}=… make run sets a new one)"
        )
    password = chosen or secrets.token_urlsafe(12)
    editor = editor or users.create_superuser(USERNAME, email=f"{USERNAME}@localhost")
    editor.set_password(password)
    editor.save()
    told = f"the password in {PASSWORD_VARIABLE}" if chosen else f"password {password}"
    return f"log in as {USERNAME}, {told}"
