"""An alert with both actions: a petition and a letter."""

from .shape import CONSENT, DemoPage, points, text

COUNSEL = DemoPage(
    slug="a-lawyer-for-every-child",
    title="No child should face a judge alone",
    summary="Children stand before immigration judges without a lawyer. Congress can change that"
    " with one line in the budget.",
    picture="door.webp",
    alt="Light falls through an open door onto a path.",
    body=[
        (
            "petition",
            {
                "petition": {"name": "A lawyer for every child", "goals": "500, 1000"},
                "title": "A lawyer for every child in immigration court",
                "addressee": "the Congress of the United States",
                "statement": "<p>Fund a lawyer for every child who must appear in immigration"
                " court, from the first hearing to the last.</p>",
                "consent_text": CONSENT,
                "thank_you": "We bring the names to the committee that writes the budget.",
            },
        ),
        (
            "letter",
            {
                "letter": {"name": "A lawyer for every child: Congress"},
                "title": "Write to Congress",
                "intro": "<p>A signature shows how many we are. A letter shows who you are. Change"
                " the text below until it sounds like you.</p>",
                "subject": "Please fund lawyers for children in immigration court",
                "body": "Dear {{recipient_title}} {{recipient_name}},\n\n"
                "I live in {{constituent_city}}. I am writing because children are made to defend"
                " themselves in immigration court, some before they can read.\n\n"
                "A lawyer makes sure that a judge hears the whole story. Please support funding so"
                " that every child has one.\n\n"
                "I would be glad to hear what you will do.\n\n"
                "{{constituent_name}}\n{{constituent_city}}, {{constituent_zip}}",
                "consent_text": CONSENT,
                "thank_you": "Offices answer those who ask twice. Put a reminder in your calendar.",
            },
        ),
        text(
            "<h2>What happens in that room</h2>",
            "In a criminal court a person who cannot pay is given a lawyer. In immigration court"
            " nobody is, however young. A child of seven sits alone at a table made for adults and"
            " is asked to answer the government's attorney.",
            "Children with a lawyer come to their hearings and are far more often allowed to stay.",
        ),
        points(
            "If you have a minute more",
            "Say what you do: teacher, nurse, parent, neighbor.",
            "Tell one thing you have seen yourself.",
            "Ask for an answer.",
            numbered=True,
        ),
    ],
)
