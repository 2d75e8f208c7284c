"""Who a role phrase means: "the Mexican president", "the minister", "the former judge", "both leaders", "Danish ministers".

By the holders the document names, then by the office table for people it names; otherwise the role itself becomes an entity
("president of Denmark"): guessing a person is worse than not knowing one.
"""

from datetime import date

from graphbuilder.nlp.who.counterparts import known_by
from graphbuilder.nlp.who.groups import adjective, group_entities, home_of
from graphbuilder.nlp.who.history import Found, History
from graphbuilder.nlp.who.holding import Holding
from graphbuilder.nlp.who.homes import Home
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.office_kinds import LEADERS, same_office
from graphbuilder.nlp.who.officeholders import holder_among
from graphbuilder.nlp.who.phrases import SERVANTS, Phrase
from graphbuilder.nlp.who.positions import HONORARY
from graphbuilder.nlp.who.reading import Reading
from graphbuilder.nlp.who.register import WEAK_KIND
from graphbuilder.nlp.who.scenes import SENT, post_of
from graphbuilder.records.annotation import EntityType

_MODIFIERS = 4  # tokens before a title in which "former" stands: "the former Kenyan president"


class Roles:
    """Resolves the phrases that no name stands beside."""

    def __init__(
        self,
        reading: Reading,
        history: History,
        *,
        holdings: list[Holding],
        of_entities: dict[int, list[int]],
        barred: set[tuple[int, int]],
        home: Home,
        published: date | None,
    ) -> None:
        self.published = published
        self.reading = reading
        self.view = reading.view
        self.register = reading.register
        self.holdings = holdings
        self.of_entities = of_entities
        self.barred = barred
        sure = home.filed == home.at or any(holding.of == home.at and not holding.former for holding in holdings)
        self.home = [home.at] if home.at is not None and sure else []
        """The country the text is at home in, where it was filed there or names somebody in office there."""
        self.history = history

    def mention(self, phrase: Phrase, owner: int | None) -> Found | None:
        """Return the mention of a phrase. `owner` is the entity of "his" or "its" before it, where known."""
        if phrase.title.plural:
            entities, confidence = self._several(phrase, owner)
        else:
            single, confidence = self._one(phrase, owner)
            entities = () if single is None else (single,)
        if not entities:
            return None
        view, head = self.view, phrase.title.head
        used = view.phrase(phrase.core, phrase.end)
        subject = view.deps[head] in {"nsubj", "nsubjpass"}
        where = phrase.start, phrase.end, head
        return Found(*where, "nominal", entities, view.sentence_of[head], subject, used, confidence)

    # ---- one person

    def _one(self, phrase: Phrase, owner: int | None) -> tuple[int | None, float]:
        view = self.view
        dep = view.deps[phrase.title.head]
        if dep in {"attr", "oprd", "compound", "nmod", "npadvmod", "amod"} or (
            dep == "pobj" and view.lower[view.heads[phrase.title.head]] == "as"
        ):
            return None, 0.0
        of = self.of_entities.get(phrase.title.head, [])
        kind = phrase.kind
        if kind == "counterpart":
            return self._counterpart(phrase, owner, of)
        if phrase.bare and not phrase.of and not view.capital[phrase.title.start]:
            return None, 0.0
        if phrase.indefinite:
            return self._unknown(phrase, of, fresh=True), 0.6
        if kind == "head" and not of and phrase.complement is None:
            return None, 0.0  # "he hurt his head"
        if not of and owner is not None:
            draft = self.register.drafts[owner]
            served = kind in SERVANTS and draft.type is EntityType.PERSON
            of = [] if served or view.lower[phrase.title.head] == "deputy" else self._of_owner(owner)
            if not of and draft.type is EntityType.PERSON:
                owned = "" if draft.kind == WEAK_KIND else f"{draft.name}'s "
                return self.register.role(f"{owned}{phrase.label.lower()}", []), 0.6
        of = sorted(of, key=lambda entity: not self.register.drafts[entity].is_country) if kind in SENT else of
        post = post_of(self.reading, phrase, of, of[0] if of else None)
        if (holder := self.holder(kind, of, former=phrase.former, post=post)) is not None:
            return holder, 0.9 if of else 0.8
        if not of and self.home and phrase.definite and not phrase.former and _is_national(kind):
            holder = self.holder(kind, self.home, former=False)
            return self._role_of(kind, self.home) if holder is None else holder, 0.5
        return self._unknown(phrase, of, fresh=False, post=post), 0.6

    def _of_owner(self, owner: int) -> list[int]:
        """What "his" or "its" office is of: the owner's own country or body."""
        draft = self.register.drafts[owner]
        if draft.is_country or draft.type is EntityType.ORGANIZATION or draft.precision == "city":
            return [owner]
        return [holding.of for holding in self.holdings if holding.holder == owner and holding.of is not None][:1]

    def holder(self, kind: str, of: list[int], *, former: bool, post: int | None = None) -> int | None:
        """Return the holder of an office: of the country named and sent to `post`, else the latest mentioned who fits."""
        fits = [holding for holding in self.holdings if same_office(kind, holding.kind)]
        if post is not None:
            fits = [holding for holding in fits if holding.post in {None, post}]
        if of:
            fits = [holding for holding in fits if holding.of in of] or self._open(fits, of)
        matching = [holding for holding in fits if holding.former == former or (former and holding.past)]
        if of and not former:
            fits = [holding for holding in fits if not self._called_former(holding)]
        fits = matching or ([] if former and not of else fits)
        if not fits:
            return self._by_table(kind, of, former=former) if of else None
        exact = [holding for holding in fits if holding.kind == kind] or fits
        if len(people := list(dict.fromkeys(holding.holder for holding in exact))) == 1:
            return people[0]
        rivals = {holding.of for holding in exact if not holding.former} - {None}
        many = len(rivals) > 1 or (kind == "minister" and len({holding.kind for holding in exact}) > 1)
        latest = self.history.latest(people, alone=not of and many)
        return people[0] if of and latest is None else latest

    def _called_former(self, holding: Holding) -> bool:
        """Whether the words make it an office of the past, so that "Kenya's president" is another than "the former president"."""
        first = max(holding.start - _MODIFIERS, self.view.sentence_start(holding.start))
        return holding.former and bool(load_lexicon().former & set(self.view.lower[first : holding.end]))

    def _open(self, fits: list[Holding], of: list[int]) -> list[Holding]:
        """The one holder whose country nothing has told yet; this phrase tells it: "the British minister"."""
        free = [holding for holding in fits if holding.of is None and (holding.holder, of[0]) not in self.barred]
        if len({holding.holder for holding in free}) != 1 or not self.register.drafts[of[0]].is_country:
            return []
        for holding in free:
            holding.of = of[0]
            holding.confidence = round(holding.confidence * 0.8, 3)
        return free

    def _by_table(self, kind: str, of: list[int], *, former: bool) -> int | None:
        """A person the document names who the table says held the office: only then may the table speak."""
        named = [
            (entity, draft.name) for entity, draft in enumerate(self.register.drafts) if draft.type is EntityType.PERSON
        ]
        codes = {code for entity in of if (code := self.register.drafts[entity].country) is not None}
        return holder_among(named, kind, codes, None if former else self.published)

    def _counterpart(self, phrase: Phrase, owner: int | None, of: list[int]) -> tuple[int | None, float]:
        kinds = self._kinds(owner, of)
        if not kinds and self.view.lower[phrase.title.head] == "colleague":
            return self.register.role(self._label(phrase, of), of), 0.4
        if not kinds:
            return (self._unknown(phrase, of, fresh=False), 0.4) if of else (None, 0.0)
        if not of:
            others = [
                holding.holder for holding in self.holdings if holding.kind == kinds[-1] and holding.holder != owner
            ]
            others = list(dict.fromkeys(others))
            return (others[0], 0.7) if len(others) == 1 else (None, 0.0)
        if (holder := self.holder(kinds[-1], of, former=False)) is not None and holder != owner:
            return holder, 0.8
        return self._role_of(kinds[-1], of), 0.6

    def _kinds(self, owner: int | None, of: list[int]) -> list[str]:
        """Return the offices somebody is told by, as what a counterpart is `of` calls them."""
        kinds = [holding.kind for holding in self.holdings if holding.holder == owner and holding.kind != "counterpart"]
        if kinds or owner is None:
            return kinds
        return known_by(self.register.drafts[owner], [self.register.drafts[entity].country for entity in of])

    def _unknown(self, phrase: Phrase, of: list[int], *, fresh: bool, post: int | None = None) -> int | None:
        """Return the role itself as an entity: "president of Denmark", "Danish official"."""
        if phrase.kind in HONORARY or phrase.indefinite or not of:
            name = self._label(phrase, of)
            if not fresh and not of and (earlier := self._earlier(phrase.kind)) is not None:
                return earlier
            return self.register.role(name, of)
        named = self.register.drafts[of[0]].name[:1].isupper()
        return self._role_of(phrase.kind if named else phrase.label.lower(), of, former=phrase.former, post=post)

    def _earlier(self, kind: str) -> int | None:
        """A role named before without a holder: "the president of Denmark ... the president"; of two named together neither."""
        roles = [
            entity
            for entity, draft in enumerate(self.register.drafts)
            if draft.kind == WEAK_KIND
            and (draft.name == kind or draft.name.startswith(f"{kind} of ") or draft.name.endswith(f" {kind}"))
        ]
        return self.history.latest(roles, alone=True) if roles else None

    def _role_of(self, kind: str, of: list[int], *, former: bool = False, post: int | None = None) -> int:
        if post is not None and post != of[0]:  # "ambassador to NATO of the United States"
            kind = f"{kind} to {_with_article(self.register.drafts[post].name)}"
        draft = self.register.drafts[of[0]]
        if draft.name[:1].islower():
            return self.register.role(f"{draft.name} {kind}", of)  # "bank director"
        return self.register.role(f"{'former ' if former else ''}{kind} of {_with_article(draft.name)}", of)

    def _label(self, phrase: Phrase, of: list[int]) -> str:
        """Name a role by its own words with the usual adjective of its country."""
        view = self.view
        if phrase.complement is not None and phrase.complement > phrase.title.head:
            return view.phrase(phrase.title.start, phrase.end)
        words = [view.words[place] for place in range(phrase.title.start, phrase.title.end)]
        extra = [view.words[place] for place in sorted(phrase.extra) if place < phrase.title.start]
        words = [word if word.isupper() else word.lower() for word in (*extra, *words)]
        former = ["former"] if phrase.former else []
        adjectives = [adjective(self.register, entity) for entity in of[:1]]
        return " ".join([*former, *adjectives, *words]).replace(" - ", "-")

    # ---- several people

    def _several(self, phrase: Phrase, owner: int | None) -> tuple[tuple[int, ...], float]:
        of = [
            entity
            for entity in self.of_entities.get(phrase.title.head, [])
            if self.register.drafts[entity].type is not EntityType.GROUP
        ]
        countries = [entity for entity in of if self.register.drafts[entity].is_country]
        if len(countries) > 1 and not phrase.indefinite and phrase.kind not in HONORARY:
            people = []
            for country in countries:
                kinds = self._kinds(owner, [country]) if phrase.kind == "counterpart" else []
                kind = kinds[-1] if kinds else phrase.kind
                holder = self.holder(kind, [country], former=phrase.former)
                people.append(self._role_of(kind, [country]) if holder is None else holder)
            return tuple(dict.fromkeys(people)), 0.9
        singular = phrase.kind
        if not of and (phrase.number == 2 or (phrase.definite and phrase.number == 0)):
            pair = self._pair(singular, counted=phrase.number == 2)
            if pair:
                return pair, 0.8 if phrase.number else 0.7
        group = self._group(phrase, of)
        return group, 0.8 if group else 0.0

    def _pair(self, kind: str, *, counted: bool) -> tuple[int, ...]:
        """The last two people who fit: holders of that office, or for "leaders" anybody of rank."""
        recent = self.history.recent(EntityType.PERSON)
        holding = {one.holder for one in self.holdings if same_office(kind, one.kind)}
        roles = [
            entity
            for entity in recent
            if self.register.drafts[entity].kind == WEAK_KIND
            and same_office(kind, self.register.drafts[entity].name.partition(" of ")[0])
            and " of " in self.register.drafts[entity].name
        ]
        holders = [entity for entity in recent if entity in roles or entity in holding]
        if not counted:
            every = {one.holder for one in self.holdings if same_office(kind, one.kind) and not one.former}
            return tuple(sorted(holders)) if len(holders) == 2 == len(every) and kind not in HONORARY else ()
        if len(holders) == 1 and kind in LEADERS:
            held = {one.holder for one in self.holdings if one.kind in LEADERS and not one.former}
            holders.extend(entity for entity in recent if entity in held and entity not in holders)
        if len(holders) >= 2:
            return tuple(sorted(holders[:2]))
        named = [entity for entity in recent if self.register.drafts[entity].kind != WEAK_KIND]
        if len(named) == 2 and not holding:  # "Able met her counterpart, Baker. The two ministers signed it."
            return tuple(sorted(named))
        if kind in {"leader", "politician", "official", "diplomat"} and len(named) >= 2:
            return tuple(sorted(named[:2]))
        return ()

    def _group(self, phrase: Phrase, of: list[int]) -> tuple[int, ...]:
        lexicon = load_lexicon()
        view = self.view
        words = view.lower[phrase.title.start : phrase.title.end]
        head = words[-1] if phrase.title.head == phrase.title.end - 1 else view.lower[phrase.title.head]
        known = head in lexicon.groups or lexicon.title_sector.get(phrase.kind) is not None
        if not known and not phrase.kind.endswith("minister"):
            return ()
        extra = [
            view.words[place] if view.words[place].isupper() else view.lower[place]
            for place in sorted(phrase.extra)
            if place < phrase.title.start and view.pos[place] != "ADJ"
        ]
        return group_entities(
            self.register,
            " ".join((*extra, *words)).replace(" - ", "-"),
            of or home_of(self.reading, phrase.title.end - 1),
            joined="and" in view.lower[phrase.start : phrase.title.start],
            former=phrase.former,
            repeat=self.history if phrase.definite and not extra else None,
        )


def _is_national(kind: str) -> bool:
    """Whether every country has one such office and hardly anybody else has: not "the president", who may be a club's."""
    return kind == "prime minister" or (
        kind.endswith(" minister") and load_lexicon().title_sector.get(kind, "state") == "state"
    )


def _with_article(name: str) -> str:
    return f"the {name}" if name.startswith(("United", "Netherlands", "Philippines", "European Union")) else name
