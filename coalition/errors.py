"""Why the coalition's verbs refuse: each is answered with a sentence to the person it concerns."""


class CoalitionError(Exception):
    """What the verbs of the coalition raise; nothing was stored."""


class StatusRefused(CoalitionError):  # noqa: N818 - says what happened
    """An endorser cannot come to that status from where it stands."""
