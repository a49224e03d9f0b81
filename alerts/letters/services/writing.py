"""Writing to officials, confirming it, and saying what was sent by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from alerts.officials.models import Official
from alerts.supporters.asks.consent import keep_consent
from alerts.supporters.asks.words import current_words
from alerts.supporters.canonical import canonical_email
from alerts.supporters.hashing import email_hash
from alerts.supporters.mail import own_host
from alerts.supporters.services import confirm_consents

from .. import tasks
from ..channels import first_by_hand
from ..drafts import Addressed, Draft
from ..erasing import erase_if_finished
from ..errors import LetterClosed, MessageLapsed, NotTheirOfficial, UnresolvedTokens
from ..models import Delivery, Message, PublishedLetter
from ..siblings import locked, released

UUID_DIGITS = 32


@dataclass(frozen=True, slots=True)
class Written:
    """What was taken: mailed to ``waiting`` once the writer confirms, sent to the rest by hand."""

    message_id: UUID
    waiting: tuple[Addressed, ...]
    by_hand: tuple[Addressed, ...]


@transaction.atomic
def send_message(  # noqa: PLR0913 - what a visitor types, each by its name
    *,
    version: PublishedLetter,
    officials: Sequence[Official],
    name: str,
    email: str,
    zip_code: str,
    city: str,
    state: str,
    district: str,
    subject: str,
    body: str,
    consents: bool = False,
    source: str = "",
    key: str = "",
) -> Written:
    """Keep a visitor's message for those of ``officials`` that we mail, and ask to confirm it.

    ``subject`` and ``body`` hold canonical tokens, ``state`` and ``district`` are codes such as
    ``IL`` and ``IL-9``. Where nobody is reached by mail, nothing personal is kept and no mail is
    queued. An address that wrote before takes the same steps and gets the same answer. ``consents``
    says whether the box beside the version's consent text was ticked, on the page ``source``.
    Submits with the same random ``key`` come from one page shown to one visitor and are one
    message: all of them where nothing is mailed, else those that say the same.

    Raises :class:`LetterClosed`, ``WordsChanged``, :class:`UnresolvedTokens`, and
    ``ValueError`` without officials, or without an address where one is needed.
    """
    newest = current_words(version, closed=LetterClosed)
    draft = Draft(subject, body, name, newest.locale, city=city, region=state, zip=zip_code)
    letters = _split(draft, officials)
    waiting = tuple(one for one in letters if one.goes_by_mail)
    by_hand = tuple(one for one in letters if not one.goes_by_mail)
    message = Message(
        letter=newest.letter,
        version=newest,
        locale=newest.locale,
        region=state,
        district=district,
    )
    if not waiting:
        return Written(_keep_by_hand(message, key), waiting, by_hand)
    kept = _keep_to_mail(message, draft, email, waiting, key)
    if consents:
        keep_consent(act=kept, version=newest, email=email, source=source)
    tasks.mail_message_confirmation.enqueue(str(kept))
    return Written(kept, waiting, by_hand)


@transaction.atomic
def confirm_message(*, message_id: UUID) -> Message:
    """Release a pending message to the queue, once, with the consents given beside it.

    To an official whom this address has written before through this letter it is not sent again.
    While the letter is paused its deliveries wait. Raises :class:`MessageLapsed`,
    :class:`LetterClosed` for a pending message to a letter that is over, and
    ``Message.DoesNotExist``.
    """
    message = locked(message_id)
    if message.state in {Message.State.LAPSED, Message.State.WITHDRAWN}:
        raise MessageLapsed
    if message.state == Message.State.PENDING:
        if not (message.letter.is_open or message.letter.is_waiting):
            raise LetterClosed(message.letter.current_state)
        message.state = Message.State.CONFIRMED
        message.confirmed_at = timezone.now()
        message.save(update_fields=["state", "confirmed_at"])
        _release(message)
        confirm_consents(act=message.pk)
        tasks.deliver_letters.enqueue()
    return message


@transaction.atomic
def report_sent_elsewhere(*, message_id: UUID, official: Official) -> Delivery:
    """Note, once, that the writer says to have reached ``official`` without our mail.

    What our own mail to that official is doing stays as it is. Raises :class:`NotTheirOfficial`
    and ``Message.DoesNotExist``.
    """
    message = Message.objects.get(pk=message_id)
    channel = first_by_hand(official)
    seat = official.office
    if channel is None or seat is None or message.region not in {"", seat.state}:
        raise NotTheirOfficial
    delivery, _created = Delivery.objects.get_or_create(
        message=message,
        official=official,
        defaults={
            "letter_id": message.letter_id,
            "channel": channel,
            "state": Delivery.State.OPENED_ELSEWHERE,
        },
    )
    return delivery


def _split(draft: Draft, officials: Sequence[Official]) -> list[Addressed]:
    if not officials:
        message = "A letter needs somebody to go to."
        raise ValueError(message)
    left = draft.unresolved()
    if left:
        raise UnresolvedTokens(left)
    return [draft.to(official) for official in officials]


def _keep_by_hand(message: Message, key: str) -> UUID:
    """Store ``message``, or find the one that the same page made before."""
    message.state = Message.State.BY_HAND
    message.id = _id_of(key, str(message.letter_id)) if key else message.id
    message.seal()
    Message.objects.bulk_create([message], ignore_conflicts=True)
    return message.pk


def _keep_to_mail(
    message: Message, draft: Draft, email: str, waiting: tuple[Addressed, ...], key: str
) -> UUID:
    """Store ``message`` and its deliveries, or find the one of an equal submit."""
    if not email.strip():
        refusal = "Mail to an official needs the writer's address."
        raise ValueError(refusal)
    message.email_hash = email_hash(email)
    message.fingerprint = _fingerprint(message, draft, email, waiting)
    if key:
        own = _id_of(key, message.fingerprint)
        before = Message.objects.filter(pk=own).first()
        if before and before.state == Message.State.CONFIRMED:
            return own
        # One that was erased because nobody confirmed it may be written again.
        message.id = message.id if before else own
    message.seal(
        name=draft.name,
        email=email,
        zip=draft.zip,
        city=draft.city,
        subject=draft.subject,
        body=draft.body,
    )
    Message.objects.bulk_create([message], ignore_conflicts=True)
    kept: UUID = (
        Message.objects.filter(fingerprint=message.fingerprint)
        .values_list("pk", flat=True)
        .latest("created_at")
    )
    deliveries = [_delivery(message, kept, one.official) for one in waiting]
    Delivery.objects.bulk_create(deliveries, ignore_conflicts=True)
    return kept


def _delivery(message: Message, kept: UUID, official: Official) -> Delivery:
    delivery = Delivery(
        message_id=kept,
        letter_id=message.letter_id,
        official=official,
        channel=Delivery.Channel.EMAIL,
        email_hash=message.email_hash,
    )
    delivery.mail_id = f"<letter-{delivery.pk.hex}@{own_host()}>"
    return delivery


def _id_of(key: str, what: str) -> UUID:
    """The id of the message that the page of ``key`` makes of ``what``."""
    return UUID(hex=_keyed("altavoz.letters.page", f"{key} {what}")[:UUID_DIGITS])


def _fingerprint(message: Message, draft: Draft, email: str, waiting: tuple[Addressed, ...]) -> str:
    """64 hexadecimal digits, equal for equal submits and meaningless without ``HASH_KEY``."""
    officials = ",".join(sorted(str(one.official.pk) for one in waiting))
    submitted = (message.version_id, canonical_email(email), draft, officials)
    return _keyed("altavoz.letters.submit", repr(submitted))


def _keyed(purpose: str, text: str) -> str:
    keyed = salted_hmac(purpose, text, secret=settings.HASH_KEY, algorithm="sha256")
    return keyed.hexdigest()


def _release(message: Message) -> None:
    pending = message.deliveries.filter(state=Delivery.State.PENDING)
    again = pending.filter(official__in=released(message).values("official"))
    again.update(state=Delivery.State.WITHDRAWN)
    pending.update(state=Delivery.State.QUEUED, next_attempt_at=timezone.now())
    erase_if_finished(message)
