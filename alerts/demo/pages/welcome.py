"""A letter that faith leaders sign and stand under by name."""

from .shape import CONSENT, DemoPage, quote, text

LETTER = "Faith leaders for refugees"

WELCOME = DemoPage(
    slug="let-them-come",
    title="Faith leaders: let refugees come",
    summary="Those who lead a congregation, teach or serve in one sign this letter with name and"
    " town. It was handed over once and is open again.",
    picture="letter.webp",
    alt="Hands reach up to a sealed letter that flies on wings.",
    body=[
        (
            "sign_on",
            {
                "petition": {"name": LETTER, "shows": "list"},
                "title": "We have a place at our table",
                "addressee": "the President and the Congress of the United States",
                "statement": "<p>We pray in many languages and under many roofs. What we share is"
                " an old duty: whoever flees for their life is to be let in.</p>"
                "<p>We ask you to open the way for refugees again, in numbers that fit the need,"
                " and to turn nobody away for the faith they hold or the country they come"
                " from.</p>"
                "<p>Our congregations have beds made up, teachers ready and jobs found. Send us"
                " families, and we will meet them at the airport.</p>",
                "consent_text": CONSENT,
                "thank_you": "We bring the list to Washington each season. Ask one more person who"
                " serves a congregation to sign.",
            },
        ),
        text(
            "<h2>Who can sign</h2>",
            "Clergy, and everybody else who has a task in a congregation or a religious"
            " organization: whoever teaches, leads the prayers or the singing, cooks or keeps the"
            " books.",
            "You sign for yourself. Where you serve is named only so that readers know who speaks.",
            "All names on the list are invented, like the congregations behind them.",
        ),
        quote(
            "My grandfather came with one shoe. I sign so that somebody else's grandfather can.",
            "Tovah",
            "teaches the children of her synagogue",
        ),
    ],
)
