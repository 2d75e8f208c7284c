"""How the time of resolving people grows with their mentions: 1,000, 10,000 and 50,000 mentions in made-up documents.

`python -m benchmarks.speed.resolution` prints seconds and microseconds a mention, without any model.
"""

from random import Random
from time import process_time

from graphbuilder.records.annotation import EntityType
from graphbuilder.records.resolution import EntityCandidate, PositionFact
from graphbuilder.resolve.entities import resolve_block
from graphbuilder.resolve.names import family_token

SIZES = (1_000, 10_000, 50_000)
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


def mentions(count: int) -> list[EntityCandidate]:
    """Return `count` mentions of people in documents of four, with offices, company and countries; the same at each call."""
    random = Random(7)  # noqa: S311 - made-up names, not a secret
    people = [
        (f"{random.choice(GIVEN)} {random.choice(FAMILY)}", random.choice(PLACES), random.choice(KINDS))
        for _ in range(max(20, count // 12))
    ]
    found = []
    for number in range(count):
        name, place, kind = people[min(int(random.paretovariate(0.6)), len(people)) - 1]
        short = random.random() < 0.25
        shown = name.split()[-1] if short else name
        company = {random.choice(people)[0].casefold() for _ in range(3)}
        found.append(
            EntityCandidate(
                member=(f"doc:{number // 4:08d}", number % 4),
                block=f"person:={family_token(name)}",
                type=EntityType.PERSON,
                name=shown,
                names=((shown, 1),),
                positions=(PositionFact(kind=kind, of=place),) if random.random() < 0.5 else (),
                company=tuple(sorted(company)),
                countries=(place,),
                mention_count=1,
            )
        )
    return found


def main() -> None:
    """Print the table."""
    print("mentions  entities  seconds  microseconds a mention")
    for size in SIZES:
        blocks: dict[str, list[EntityCandidate]] = {}
        for candidate in mentions(size):
            blocks.setdefault(candidate.block, []).append(candidate)
        begun = process_time()
        entities = sum(len(resolve_block(block)) for block in blocks.values())
        seconds = process_time() - begun
        print(f"{size:8,}  {entities:8,}  {seconds:7.2f}  {1e6 * seconds / size:10.1f}")


if __name__ == "__main__":
    main()
