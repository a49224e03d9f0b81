"""The coalition and the statement its invented endorsers stand behind."""

from .shape import CONSENT, DemoPage, text

COALITION = DemoPage(
    slug="coalition",
    title="Who stands with us",
    summary="Congregations, clinics, unions, shops and neighbors, state by state. All of them are"
    " invented; the way they are listed is real.",
    in_menu=True,
    body=[("endorser_map", {"heading": "Where we are", "statement": None})],
)

STATEMENT = DemoPage(
    slug="keep-the-promise",
    title="Keep the promise our towns have made",
    summary="Towns, counties and states have decided to keep their police out of deportations. We"
    " stand by them.",
    picture="march.webp",
    alt="People with banners walk down a street together.",
    fields={
        "words": "<p>We stand with the towns, counties and states that keep their own police, jails"
        " and records apart from federal immigration enforcement.</p>"
        "<p>Nobody made these decisions in haste. Sheriffs, teachers, clergy, shopkeepers and"
        " families sat in the same rooms for months. They had seen what follows when a traffic stop"
        " ends in a deportation: witnesses stop calling, patients stay at home, parents keep their"
        " children from school.</p>"
        "<p>Officials who blame immigrants for violence make nobody safer. They turn neighbors into"
        " suspects, and they look away from what keeps a street safe: a home, work, a school, and"
        " people who know one another.</p>"
        "<h2>What we ask of officials</h2>"
        "<ul><li>Keep the promise your town, county or state has made, and pay for what it"
        " needs.</li>"
        "<li>Turn down every program that makes local police a part of deportations, whatever it is"
        " called this year.</li>"
        "<li>Sit down with the people who live here before you decide what their safety needs.</li>"
        "</ul>"
        "<p>Safety is something we build with each other. We invite every organization that"
        " believes this to put its name below.</p>",
        "consent_text": CONSENT,
        "thank_you": "We hand the list to every governor on the first of each month.",
    },
    body=[
        ("endorser_counter", {"heading": "", "statement": None}),
        ("endorser_list", {"heading": "Who stands behind it", "statement": None, "state": ""}),
        ("join", {"heading": "Add your organization", "intro": "", "statement": None}),
        text(
            "Want to do more than put a name here? Look at our action alerts: a letter to Congress"
            " takes three minutes.",
        ),
    ],
)
