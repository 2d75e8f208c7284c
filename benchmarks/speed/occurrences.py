"""How the time of finding one event in many reports grows with the accounts: 1,000, 10,000 and 50,000 in made-up stories.

`python -m benchmarks.speed.occurrences` prints seconds and microseconds an account, without any model.
"""

from datetime import date, timedelta
from random import Random
from time import process_time

from graphbuilder.records.annotation import Role
from graphbuilder.records.resolution import EventCandidate, Participant, Story
from graphbuilder.resolve.events import cluster_pairs, event_blocks, pairs_in_block, pairs_in_stories
from graphbuilder.resolve.stories import story_keys, story_pairs

SIZES = (1_000, 10_000, 50_000)
LABELS = ("Meeting", "Assault", "Arrest", "Statement")
WORDS = tuple(f"word{number:04d}" for number in range(4_000))
LEAD = 40
REPORTS = 5
"""Reports of one story."""
FIRST_DAY = date(2020, 1, 1)


def accounts(count: int) -> dict[str, list[EventCandidate]]:
    """Return `count` accounts by report, four to a report and five reports to a story; the same at each call."""
    random = Random(7)  # noqa: S311 - made-up names, not a secret
    people = [f"person:{number:05d}" for number in range(max(50, count // 20))]
    found: dict[str, list[EventCandidate]] = {}
    for number in range(count // 4):
        if number % REPORTS == 0:
            cast = tuple(sorted(random.sample(people, 6)))
            told = random.sample(WORDS, LEAD)
            day = FIRST_DAY + timedelta(days=random.randrange(1_000))
        words = tuple(sorted({*random.sample(told, LEAD // 2), *random.sample(WORDS, LEAD // 2)}))
        story = Story(published=day, words=words, cast=cast)
        name = f"doc:{number:08d}"
        found[name] = [
            EventCandidate(
                member=(name, place),
                mentions=(place,),
                type=label,
                participants=tuple(
                    Participant(entity=entity, role=Role.PARTICIPANT) for entity in cast[place : place + 2]
                ),
                start=day if random.random() < 0.5 else None,
                words=tuple(sorted(random.sample(words, 10))),
                rule=label,
                story=story,
            )
            for place, label in enumerate(LABELS)
        ]
    return found


def main() -> None:
    """Print the table."""
    print("accounts  stories' pairs  events  seconds  microseconds an account")
    for size in SIZES:
        reports = accounts(size)
        begun = process_time()
        by_story: dict[str, list[tuple[str, Story]]] = {}
        blocks: dict[str, list[EventCandidate]] = {}
        for name, found in sorted(reports.items(), key=lambda item: (item[1][0].story.published, item[0])):
            for key in story_keys(found[0].story):
                by_story.setdefault(key, []).append((name, found[0].story))
            for candidate in found:
                for key in event_blocks(candidate):
                    blocks.setdefault(key, []).append(candidate)
        stories = sorted({pair for block in by_story.values() for pair in story_pairs(block)})
        pairs = [pair for block in blocks.values() for pair in pairs_in_block(block)]
        pairs += pairs_in_stories(stories, reports.__getitem__)
        by_member = {candidate.member: candidate for found in reports.values() for candidate in found}
        clusters = cluster_pairs(pairs, by_member.__getitem__)
        events = size - len(clusters) + len(set(clusters.values()))
        seconds = process_time() - begun
        print(f"{size:8,}  {len(stories):14,}  {events:6,}  {seconds:7.2f}  {1e6 * seconds / size:10.1f}")


if __name__ == "__main__":
    main()
