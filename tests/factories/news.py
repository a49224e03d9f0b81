"""Updates to signers, in any language."""

import factory
from django.contrib.auth.models import User
from django.utils import timezone

from alerts.petitions.models import Petition, Signature, Update, UpdateText

from .petitions import PetitionFactory, PublishedPetitionFactory, SignatureFactory

SUBJECT, BODY = "The council met", "The council met on Monday.\n\nIt votes in June."


class UpdateFactory(factory.django.DjangoModelFactory[Update]):
    """A draft in the main language that was tested; ``also`` adds other languages."""

    class Meta:
        model = Update
        skip_postgeneration_save = True

    petition = factory.SubFactory(PetitionFactory)
    tested_at = factory.LazyFunction(timezone.now)

    @factory.post_generation
    def also(self: Update, create: bool, extracted: tuple[str, ...] | None) -> None:
        """The words; those of another language begin with its code."""
        UpdateText.objects.create(update=self, locale="en", subject=SUBJECT, body=BODY)
        for code in extracted or ():
            UpdateText.objects.create(
                update=self, locale=code, subject=f"{code}: {SUBJECT}", body=f"{code}: {BODY}"
            )


def reader(petition: Petition, email: str, locale: str = "en", **changes: object) -> Signature:
    """A counted signer of ``petition`` who asked for news."""
    version = petition.versions.filter(locale=locale).first()
    found: Signature = SignatureFactory(
        version=version or PublishedPetitionFactory(petition=petition, locale=locale),
        email=email,
        **{"counted": True, "wants_news": True, **changes},
    )
    return found


def staff(**changes: str) -> User:
    """Somebody of the staff, with an address."""
    return User.objects.create_user(
        **{"username": "stefan", "email": "stefan@coalition.example"} | changes
    )
