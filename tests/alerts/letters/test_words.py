"""Publishing a letter's words, and owning them."""

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from alerts.letters.models import Letter, PublishedLetter
from alerts.letters.services import AlreadyOwned, claim, publish_words
from alerts.supporters.models import ImmutableRow
from tests.factories.letters import WORDS, LetterFactory, PublishedLetterFactory

pytestmark = pytest.mark.django_db


def stored(letter: Letter) -> Letter:
    return Letter.objects.get(pk=letter.pk)


def test_publishing_opens_a_draft_and_keeps_the_words() -> None:
    letter = LetterFactory(state=Letter.State.DRAFT)
    version = publish_words(letter=letter, locale="es", words=WORDS)
    assert (version.number, version.locale, version.fields) == (1, "es", WORDS)
    assert letter.state == stored(letter).state == Letter.State.OPEN


@pytest.mark.parametrize("state", [Letter.State.PAUSED, Letter.State.CLOSED, Letter.State.WON])
def test_publishing_reopens_nothing(state: Letter.State) -> None:
    letter = LetterFactory(state=state)
    publish_words(letter=letter, locale="en", words=WORDS)
    assert stored(letter).state == state


def test_the_same_words_are_the_same_version() -> None:
    letter = LetterFactory()
    first = publish_words(letter=letter, locale="en", words=WORDS)
    assert publish_words(letter=letter, locale="en", words=dict(reversed(WORDS.items()))) == first


def test_other_words_are_the_next_version_and_each_language_counts_for_itself() -> None:
    letter = LetterFactory()
    for title in ("One", "Two", "One"):
        publish_words(letter=letter, locale="en", words={**WORDS, "title": title})
    publish_words(letter=letter, locale="ar", words=WORDS)
    numbers = letter.versions.order_by("pk").values_list("locale", "number")
    assert list(numbers) == [("en", 1), ("en", 2), ("en", 3), ("ar", 1)]


def test_a_translation_with_a_mangled_token_is_refused() -> None:
    letter = LetterFactory(state=Letter.State.DRAFT)
    words = {**WORDS, "body": "Estimado {{nombre_destinatario}}"}
    with pytest.raises(ValidationError, match="nombre_destinatario"):
        publish_words(letter=letter, locale="es", words=words)
    assert not letter.versions.exists()
    assert stored(letter).state == Letter.State.DRAFT


def test_words_that_a_letter_does_not_have_are_refused() -> None:
    with pytest.raises(ValueError, match="statement"):
        publish_words(letter=LetterFactory(), locale="en", words={**WORDS, "statement": "x"})


def test_published_words_cannot_be_changed() -> None:
    version = PublishedLetterFactory()
    version.fields = {**WORDS, "title": "Another"}
    with pytest.raises(ImmutableRow):
        version.save()
    with pytest.raises(ImmutableRow):
        PublishedLetter.objects.update(fields={})


def test_a_letter_has_one_home() -> None:
    letter, home = LetterFactory(), uuid4()
    claim(letter=letter, home=home)
    claim(letter=letter, home=home)
    with pytest.raises(AlreadyOwned) as refused:
        claim(letter=letter, home=uuid4())
    assert refused.value.home == home
    assert stored(letter).home == home
