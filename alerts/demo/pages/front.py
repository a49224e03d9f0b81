"""The front door, the list of alerts and the standard pages."""

from .shape import DemoPage, points, text

HOME = DemoPage(
    slug="home",
    title="Speak up for your neighbors",
    summary="Open Door Coalition is an invented coalition that shows what Altavoz can do. Sign,"
    " write and call in the language you read.",
    body=[
        text(
            "<h2>How it works</h2>",
            "Pick an alert, read what is asked, and act. It takes two minutes, you need no account,"
            " and you see at every step who receives your words.",
        ),
        points(
            "What we promise",
            "Your name is never shown to the public unless you choose it.",
            "We count people, not clicks: a signature counts once it is confirmed.",
            "No tracking, no cookies, nothing loaded from other companies.",
        ),
    ],
)

ALERTS = DemoPage(
    slug="alerts",
    title="Action alerts",
    summary="What we ask for now, and what came of what we asked before.",
    in_menu=True,
)

ABOUT = DemoPage(
    slug="about",
    title="About us",
    summary="Who stands behind this site.",
    in_menu=True,
    body=[
        text(
            "Open Door Coalition does not exist: it is the example that comes with Altavoz. Change"
            " these words and the site is yours.",
            "A page like this one should tell who is in the coalition, who pays for it, and how to"
            " reach a person who answers.",
        ),
    ],
)

PRIVACY = DemoPage(
    slug="privacy",
    title="What happens to what you type",
    summary="Short, and meant. We keep as little as we can, for as short as we can.",
    body=[
        text(
            "<h2>When you sign a petition</h2>",
            "We ask for your name, your email address and your ZIP code, and now and then for more,"
            " such as your city or your reason. All of that is stored encrypted. Your state and"
            " your language are stored in the clear, because we count with them.",
            "We send a message to your address, so that nobody else can sign for you, and remind"
            " you of it once. If somebody types your address again, we tell you. We write about"
            " anything else only if you tick a box.",
            "To notice false signatures we keep a code of the network you came from for 30 days,"
            " and never its address.",
            "A letter of faith leaders, or of others who sign with a title, lists everybody who"
            " signs it: name, title, congregation or organization, city and state. You agree to"
            " that with a box of its own. If you take your signature back, your name is gone from"
            " the list at once.",
            "<h2>When you write to an official</h2>",
            "The office receives your name, your email address, your city and your words. Letters"
            " to officials can become public records. You do not need to be a citizen to write"
            " one.",
            "We erase your letter once it has been handed over. If you send it yourself through an"
            " official form, we never store it at all.",
            "<h2>When you join the coalition</h2>",
            "What you tell us about your organization is public once we have listed it. Your own"
            " name, your role and your address are stored encrypted: only those of us who keep the"
            " list can read them.",
            "If you join as a person, you agree that your name is public. Until you confirm, it is"
            " stored encrypted as well. With a link that we mail you, you can correct or withdraw"
            " your entry. If you withdraw, we erase the name of a person at once, and the address"
            " a week later, unless you have allowed us to write to you.",
            "<h2>What we never do</h2>",
            "We do not ask about immigration status. We do not store street addresses. We set no"
            " cookies on public pages and load nothing from other companies.",
            "<h2>To take it back</h2>",
            "Every message about a petition or a letter has a link by which you take it back,"
            " without an account. We then erase your name, your address and all else that you told"
            " us, and what you allowed with it ends. Of your address we keep a code that nobody can"
            " read, so that we know not to write to it again.",
            "Six months after a petition has ended we forget who signed it. Only the numbers stay.",
            "Write to the coalition from the address you used, and we erase what we hold about it.",
        ),
    ],
)
