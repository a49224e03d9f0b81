"""A petition to mayors."""

from .shape import CONSENT, DemoPage, quote, text

CITIES = DemoPage(
    slug="cities-of-safety",
    title="Mayors: make our city a place of safety",
    summary="Keep local police out of deportations, and say it out loud. #CityOfSafety",
    picture="birds.webp",
    alt="Paper birds fly over a row of houses with lit windows.",
    body=[
        (
            "petition",
            {
                "petition": {"name": "Cities of safety", "goals": "1000, 2500, 5000"},
                "title": "Declare our city a place of safety",
                "addressee": "the mayors of our cities",
                "statement": "<p>Mayor, declare our city a place of safety for everyone who lives"
                " here.</p><p>Keep local police, jails and city records out of federal immigration"
                " enforcement. Where our city has made this promise, keep it and pay for it.</p>",
                "consent_text": CONSENT,
                "thank_you": "At every thousand names we ask a mayor for an appointment, and we"
                " tell you what was said.",
            },
        ),
        text(
            "<h2>Why is this important?</h2>",
            "A mother who fears the police does not report the man who follows her home. A worker"
            " who fears the clerk does not claim his wages. When a city helps with deportations,"
            " everybody in it is less safe.",
            "Black immigrants are stopped more often, and so they are handed over more often. A"
            " promise of safety that leaves them out is no promise.",
            "Hundreds of cities and counties already limit what their police do for immigration"
            " agents.[1] It is lawful, it saves money, and people call for help again.",
            notes=("Counts differ by definition; the demo gives no figure of its own.",),
        ),
        quote(
            "Since the vote, people say good morning to the officer on our block.",
            "Odalys",
            "runs a bakery with her sister",
        ),
    ],
)
