"""How the time of resolving people grows with their mentions: 1,000, 10,000 and 50,000 mentions in made-up documents.

`python -m benchmarks.speed.resolution` prints seconds and microseconds a mention, without any model; and of the pairs of
mentions of one person how many were joined (recall), and of those joined how many are of one (precision). Many people share
a name here.
"""

from collections import Counter
from random import Random
from time import process_time

from graphbuilder.records.annotation import EntityType
from graphbuilder.records.resolution import EntityCandidate, PositionFact
from graphbuilder.resolve.entities import resolve_block
from graphbuilder.resolve.names import family_token

SIZES = (1_000, 10_000, 50_000)
A_DOCUMENT = 4
GIVEN = tuple(
    f"{first}{last}"
    for first in ("An", "Bo", "Ca", "De", "El", "Fi", "Ga", "Ho")
    for last in ("na", "ris", "lo", "mi", "ra")
)
FAMILY = tuple(
    f"{first}{last}"
    for first in ("Wal", "Ker", "Hol", "Rui", "Tan", "Mor", "Lin", "Sza", "Pet", "Nov")
    for last in ("ter", "man", "berg", "sen", "ez", "ov", "aki", "ini", "ski", "oglu")
)
PLACES = tuple(f"country:{letter}{other}" for letter in "ABCDEFGH" for other in "KLMNOP")
KINDS = ("president", "prime minister", "foreign minister", "senator", "spokesperson")


def mentions(count: int) -> list[tuple[int, EntityCandidate]]:
    """Return `count` mentions of people in documents of four, with offices, company and countries, each with its person's number.

    The same at each call; a document tells of a person once, as the annotations do.
    """
    random = Random(7)  # noqa: S311 - made-up names, not a secret
    people = [
        (f"{random.choice(GIVEN)} {random.choice(FAMILY)}", random.choice(PLACES), random.choice(KINDS))
        for _ in range(max(20, count // 12))
    ]
    found: list[tuple[int, EntityCandidate]] = []
    for number in range(count):
        there = {person for person, _ in found[number - number % A_DOCUMENT :]}
        person = _drawn(random, len(people))
        while person in there:
            person = _drawn(random, len(people))
        name, place, kind = people[person]
        short = random.random() < 0.25
        shown = name.split()[-1] if short else name
        company = {random.choice(people)[0].casefold() for _ in range(3)}
        found.append(
            (
                person,
                EntityCandidate(
                    member=(f"doc:{number // A_DOCUMENT:08d}", number % A_DOCUMENT),
                    block=f"person:={family_token(name)}",
                    type=EntityType.PERSON,
                    name=shown,
                    names=((shown, 1),),
                    positions=(PositionFact(kind=kind, of=place),) if random.random() < 0.5 else (),
                    company=tuple(sorted(company)),
                    countries=(place,),
                    mention_count=1,
                ),
            )
        )
    return found


def _drawn(random: Random, people: int) -> int:
    return min(int(random.paretovariate(0.6)), people) - 1


def _pairs(counts: Counter[int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())


def main() -> None:
    """Print the table."""
    print("mentions  entities  seconds  microseconds a mention  precision  recall")
    for size in SIZES:
        blocks: dict[str, list[EntityCandidate]] = {}
        person_of = {}
        for person, candidate in mentions(size):
            blocks.setdefault(candidate.block, []).append(candidate)
            person_of[candidate.member] = person
        begun = process_time()
        entities = [entity for block in blocks.values() for entity in resolve_block(block)]
        seconds = process_time() - begun
        right = sum(_pairs(Counter(person_of[member] for member in entity.members)) for entity in entities)
        joined = sum(len(entity.members) * (len(entity.members) - 1) // 2 for entity in entities)
        wanted = _pairs(Counter(person_of.values()))
        quality = f"{right / joined:9.4f}  {right / wanted:6.4f}"
        print(f"{size:8,}  {len(entities):8,}  {seconds:7.2f}  {1e6 * seconds / size:22.1f}  {quality}")


if __name__ == "__main__":
    main()
