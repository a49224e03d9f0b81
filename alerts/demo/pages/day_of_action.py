"""A day of action: a letter to Congress, what to ask for, and where to read on."""

from .shape import CONSENT, DemoPage, points, text

DAY_OF_ACTION = DemoPage(
    slug="bring-them-home",
    title="Day of action: bring our neighbors home",
    summary="On the first of April, thousands write to Congress on one day: let people out of"
    " detention, and let them be cared for.",
    picture="loudspeaker.webp",
    alt="A loudspeaker above a crowd of raised hands.",
    urgent=True,
    body=[
        (
            "letter",
            {
                "letter": {"name": "Bring them home: Congress"},
                "title": "Write to your members of Congress",
                "intro": "<p>Type your ZIP code. We find your members of Congress, you make the"
                " letter your own.</p>",
                "subject": "Please bring detained immigrants home",
                "body": "Dear {{recipient_title}} {{recipient_name}},\n\n"
                "I am writing from {{constituent_city}}. People in immigration detention are held"
                " in crowded rooms, wait weeks for a doctor, and cannot keep themselves safe when"
                " an illness goes around.\n\n"
                "I ask you to work for their release, to make sure that everybody in custody can be"
                " tested and treated, and to stop paying for more beds and more raids.\n\n"
                "We are at our best when we look after one another, and that includes our immigrant"
                " neighbors.\n\n"
                "{{constituent_name}}\n{{constituent_city}}",
                "consent_text": CONSENT,
                "thank_you": "Now pass it on: one message to a friend brings a second letter.",
            },
        ),
        text(
            "<h2>Why now</h2>",
            "An illness that starts in a detention center does not stay there. It goes home with"
            " the guards, the cooks and the nurses. People who have a home to go to should be in"
            " it.",
            "Inspectors keep finding the same faults: too little soap, too few doctors, too many"
            " people in one room. More money for the same rooms does not mend them.",
        ),
        points(
            "What we ask of Congress",
            "Release people from immigration detention, beginning with the old and the sick.",
            "Give everybody in custody tests, treatment and a way to call home.",
            "Cut the money for new beds and raids, and fund care instead.",
            numbered=True,
        ),
        points(
            "To read on",
            '<a href="https://www.detentionwatchnetwork.org/">Detention Watch Network</a>: how'
            " local groups get people released",
            '<a href="https://www.informedimmigrant.com/">Informed Immigrant</a>: know your rights,'
            " in many languages",
        ),
        text("Thank you for writing. Please forward this page to everybody who would."),
    ],
)
