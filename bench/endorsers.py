"""An invented coalition as varied as a real one: names, towns, websites, states, languages."""

import random
import re
from itertools import islice, product

WORDS = re.findall(
    r"\w+",
    "Harbor Prairie Cedar Lantern Bridge River Mesa Orchard Valley Summit Delta Canyon Meadow"
    " Sunrise Juniper Granite Willow Copper Magnolia Pioneer Cobalt Heron Tamarack Sierra",
)
CAUSES = re.findall(
    r"[^,]+",
    "Legal Aid,Interfaith Council,Workers’ Center,Neighbors Union,Student Network,Health Clinic,"
    "Tenants’ Association,Refugee Welcome,Language School,Justice Project,Community Kitchen,"
    "Farmworkers’ League,Immigrant Rights Coalition,Women’s Circle,Family Shelter,Youth Theater",
)
FORMS = ("of {}", "for {}", "in {}", "– {} Chapter", "at {}", "{}")


def invent(number: int, *, seed: int = 1) -> None:
    """Store ``number`` approved endorsers; the same ones for the same ``seed``."""
    from coalition.models import Endorser, EndorserLanguage, EndorserPlace
    from coalition.places import PLACES

    chance = random.Random(seed)  # noqa: S311 - nothing is secret here
    endorsers = [
        Endorser(
            name=name,
            scope="national" if at % 6 == 0 else "local",
            kind=chance.choice(Endorser.Kind.values),
            city=f"{chance.choice(WORDS)}ville" if at % 2 else "",
            website=f"https://www.{_address(name)}.org/" if at % 5 else "",
            is_person=at % 25 == 1,
            affiliation=f"Professor, {chance.choice(WORDS)} University" if at % 25 == 1 else "",
            status="approved",
        )
        for at, name in enumerate(_names(chance, number))
    ]
    for endorser in endorsers:
        endorser.set_keys()
    Endorser.objects.bulk_create(endorsers)
    local = [endorser for endorser in endorsers if endorser.scope == "local"]
    EndorserPlace.objects.bulk_create(
        EndorserPlace(endorser=endorser, code=code)
        for endorser in local
        for code in chance.sample([*PLACES], 2 if endorser.pk % 10 == 0 else 1)
    )
    EndorserLanguage.objects.bulk_create(
        EndorserLanguage(endorser=endorser, code=code)
        for endorser in endorsers
        for code in chance.sample(["en", "es", "ar", "ht", "vi", "zh_Hans"], endorser.pk % 4)
    )


def _names(chance: random.Random, number: int) -> list[str]:
    everything = product(WORDS, CAUSES, FORMS)
    names = [
        f"{word} {cause} {form.format(chance.choice(WORDS))}" for word, cause, form in everything
    ]
    chance.shuffle(names)
    return list(islice(names, number))


def _address(name: str) -> str:
    return "".join(char for char in name.lower() if char.isascii() and char.isalpha())[:24]
