"""Who is who among people of one surname."""

from collections.abc import Iterable
from random import Random

import pytest

from graphbuilder.records.annotation import EntityType, Gender
from graphbuilder.records.resolution import EntityCandidate, PositionFact
from graphbuilder.resolve import people
from graphbuilder.resolve.entities import resolve_block
from graphbuilder.resolve.evidence import Verdict, judge
from graphbuilder.resolve.names import family_token
from graphbuilder.resolve.people import MAX_GROUP, cluster_people
from graphbuilder.resolve.profiles import Profile


def person(
    document: str,
    name: str,
    *,
    position: tuple[str, str] | None = None,
    company: tuple[str, ...] = (),
    gender: Gender | None = None,
) -> EntityCandidate:
    return EntityCandidate(
        member=(document, 0),
        block=f"person:={family_token(name)}",
        type=EntityType.PERSON,
        name=name,
        names=((name, 1),),
        positions=(PositionFact(kind=position[0], of=position[1]),) if position else (),
        company=company,
        gender=gender,
        mention_count=1,
    )


def documents(candidates: Iterable[EntityCandidate]) -> set[frozenset[str]]:
    return {frozenset(c.member[0] for c in cluster.candidates) for cluster in cluster_people(candidates)}


def test_the_same_full_name_in_like_surroundings_is_one_person() -> None:
    rare = [person("a", "Clara Hohenfels", company=("graz",)), person("b", "Clara Hohenfels", company=("graz", "linz"))]
    assert documents(rare) == {frozenset("a"), frozenset("b")}
    candidates = [person(c.member[0], c.name, company=(*c.company, "ana ruiz")) for c in rare]
    assert documents(candidates) == {frozenset("ab")}


def test_a_full_name_alone_joins_nobody() -> None:
    assert documents([person("a", "Clara Weber"), person("b", "Clara Weber")]) == {frozenset("a"), frozenset("b")}


def test_what_comes_later_brings_two_of_one_name_together() -> None:
    candidates = [
        person("a", "Clara Weber", company=("graz", "ana ruiz", "tom hale")),
        person("b", "Clara Weber", company=("linz", "rui silva", "ann able")),
        person("c", "Clara Weber", company=("graz", "ana ruiz", "tom hale", "linz", "rui silva", "ann able")),
    ]
    assert documents(candidates) == {frozenset("abc")}


def test_the_same_full_name_with_clashing_positions_stays_two_people() -> None:
    minister = person("a", "Tom Hale", position=("defence minister", "country:NZ"))
    footballer = person("b", "Tom Hale", position=("captain", "seatown rovers"))
    assert documents([minister, footballer]) == {frozenset("a"), frozenset("b")}


def test_father_and_son_stay_two_people() -> None:
    assert documents([person("a", "Tom Hale"), person("b", "Tom Hale Jr.")]) == {frozenset("a"), frozenset("b")}


def test_a_surname_alone_joins_nobody() -> None:
    assert documents([person("a", "Clara Weber"), person("b", "Weber")]) == {frozenset("a"), frozenset("b")}


def test_a_surname_joins_by_a_shared_position() -> None:
    chancellor = ("chancellor", "country:AT")
    found = documents([person("a", "Clara Weber", position=chancellor), person("b", "Weber", position=chancellor)])
    assert found == {frozenset("ab")}


def test_a_surname_joins_by_shared_company_and_says_so() -> None:
    company = ("ana ruiz", "treaty of graz")
    candidates = [person("a", "Clara Weber", company=company), person("b", "Weber", company=company)]
    (entity,) = resolve_block(candidates)
    assert entity.name == "Clara Weber"
    assert entity.aliases == ("Weber",)
    assert entity.why == ("Weber: only a last name agrees; 2 names in common beside it (ana ruiz, treaty of graz)",)


def test_a_surname_that_fits_two_people_equally_joins_neither() -> None:
    company = ("ana ruiz", "graz")
    found = documents(
        [
            person("a", "Clara Weber", company=company),
            person("b", "Karl Weber", company=company),
            person("c", "Weber", company=company),
        ]
    )
    assert found == {frozenset("a"), frozenset("b"), frozenset("c")}


def test_different_genders_stay_apart() -> None:
    found = documents([person("a", "Kim Weber", gender="female"), person("b", "Kim Weber", gender="male")])
    assert found == {frozenset("a"), frozenset("b")}


def test_a_misread_pronoun_parts_nobody_of_one_name_and_office() -> None:
    office = ("president", "country:PE")
    he = person("a", "Alonso Benavides", position=office, gender="male")
    she = person("b", "Alonso Benavides", position=office, gender="female")
    assert documents([he, she]) == {frozenset("ab")}


def test_namesakes_get_different_ids() -> None:
    minister = person("a", "Tom Hale", position=("defence minister", "country:NZ"))
    footballer = person("b", "Tom Hale", position=("captain", "seatown rovers"))
    ids = [entity.id for entity in resolve_block([minister, footballer])]
    assert len(set(ids)) == 2
    assert all(entity_id.startswith("person:tom-hale-") for entity_id in ids)


def test_the_order_of_candidates_does_not_matter() -> None:
    chancellor = ("chancellor", "country:AT")
    candidates = [
        person("a", "Clara Weber", position=chancellor),
        person("b", "Weber", position=chancellor),
        person("c", "C. Weber", company=("ana ruiz", "graz")),
        person("d", "Karl Weber", company=("ana ruiz", "graz")),
        person("e", "Clara M. Weber"),
    ]
    wanted = resolve_block(candidates)
    for seed in range(10):
        shuffled = [*candidates]
        Random(seed).shuffle(shuffled)  # noqa: S311 - an order, not a secret
        assert resolve_block(shuffled) == wanted


def judged(count: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how many pairs are judged among people of one family name whose reports have little in common."""
    pairs = []

    def counted(left: Profile, right: Profile) -> Verdict:
        pairs.append((left, right))
        return judge(left, right)

    monkeypatch.setattr(people, "judge", counted)
    given = [f"{first}{second}" for first in ("An", "Al", "Be", "Bo") for second in ("na", "ri", "lo", "mi", "ra")]
    crowd = [person(f"a{number}", "Weber", company=(f"town {number}", "graz")) for number in range(count)]
    crowd += [
        person(f"b{number}", f"{given[number % 20]}{number // 20} Weber", company=(f"village {number}",))
        for number in range(count)
    ]
    assert len(cluster_people(crowd)) == 2 * count
    return len(pairs)


def test_people_of_one_family_name_with_nothing_in_common_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    assert judged(2 * MAX_GROUP, monkeypatch) == 0


def test_an_initial_finds_every_given_name_that_begins_so() -> None:
    mayor = ("mayor", "linz")
    candidates = [
        person("a", "Clara Weber", position=mayor),
        person("b", "C. Weber", position=mayor),
        person("c", "Cornelia Weber"),
    ]

    assert documents(candidates) == {frozenset("ab"), frozenset("c")}


def test_the_same_open_title_and_one_name_beside_it_join_last_names() -> None:
    candidates = [
        person("a", "Weber", position=("chancellor", "country:AT"), company=("graz",)),
        EntityCandidate(
            member=("b", 0),
            block="person:=weber",
            type=EntityType.PERSON,
            name="Weber",
            names=(("Weber", 1),),
            positions=(PositionFact(kind="chancellor", of=None),),
            company=("graz",),
            mention_count=1,
        ),
    ]

    assert documents(candidates) == {frozenset("ab")}


def test_one_name_in_two_orders_is_one_person_where_more_agrees() -> None:
    company = ("szeged", "ana ruiz", "tom hale")
    turned = [person("a", "Orban Viktor", company=company), person("b", "Viktor Orban", company=company)]
    [cluster] = cluster_people(turned)

    assert {candidate.block for candidate in turned} == {"person:=orban"}
    assert any("one has the family name first" in why for why in cluster.why)
    assert documents([person("a", "Orban Viktor"), person("b", "Viktor Orban")]) == {frozenset("a"), frozenset("b")}
    other = person("b", "Viktor Kovacs", company=company)
    assert documents([turned[0], other]) == {frozenset("a"), frozenset("b")}


MINISTER = ("foreign minister", "country:RU")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Ivankov", "Sergey Ivankov"),
        ("Mohammed bin Faisal al-Rashid", "Mohammad bin Faisal Al Rashid"),
        ("Yulia Tarasenko", "Julia Tarasenko"),
        ("Volodymyr Zelenchuk", "Vladimir Zelenchuk"),
    ],
)
def test_spellings_of_one_given_name_are_one_person_in_one_office(one: str, other: str) -> None:
    (cluster,) = cluster_people([person("a", one, position=MINISTER), person("b", other, position=MINISTER)])

    assert "given names that are spellings of one" in " ".join(cluster.why)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("a", "Sergei Ivankov", company=("oslo", "bo hill")), person("b", "Sergey Ivankov", company=("oslo", "bo hill"))),
        (
            person("a", "Sergei Ivankov", position=MINISTER),
            person("b", "Sergey Ivankov", position=("interior minister", "country:RU")),
        ),
        (person("a", "Sergei Ivankov", position=MINISTER), person("b", "Semyon Ivankov", position=MINISTER)),
        (
            person("a", "Ahmed Bhutta", position=("member of parliament", "country:PK")),
            person("b", "Ahmad Bhutta", position=("member of parliament", "country:PK")),
        ),
        (person("a", "Sergei Ivankov", position=MINISTER), person("a", "Sergey Ivankov", position=MINISTER)),
    ],
)  # fmt: skip
def test_spellings_of_one_given_name_alone_join_nobody(one: EntityCandidate, other: EntityCandidate) -> None:
    assert len(cluster_people([one, other])) == 2


def test_a_report_without_the_office_keeps_no_spelling_apart() -> None:
    candidates = [
        person("a", "Sergei Ivankov", position=MINISTER),
        person("b", "Sergey Ivankov", company=("oslo", "ana ruiz", "tom hale")),
        person("c", "Sergey Ivankov", position=MINISTER, company=("oslo", "ana ruiz", "tom hale")),
    ]
    for order in (candidates, candidates[::-1]):
        assert documents(order) == {frozenset("abc")}
