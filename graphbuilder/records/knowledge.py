"""What people already know of who held which office, as imported from their files and as resolution asks for it."""

from datetime import date

from graphbuilder.records.annotation import Gender
from graphbuilder.records.base import Record


class KnownPerson(Record, frozen=True, kw_only=True):
    """A person of an imported source. `id` is unique within the source; spells in office come as facts of their own."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    gender: Gender | None = None


class KnownThing(Record, frozen=True, kw_only=True):
    """Something that spells point to by id: an organisation, a post, a legislative period.

    `kind` is what the source classes an organisation as: "legislature", "party".
    """

    id: str
    name: str
    kind: str | None = None
    of: str | None = None
    start: str | None = None
    end: str | None = None


class KnownSpell(Record, frozen=True, kw_only=True):
    """Somebody held a position from `start` to `end`, ISO dates of any precision, None where not known.

    `title` and `of` are as written; `post`, `body` and `period` are ids of things that say what the spell leaves open, `party` of
    the party that the holder sits for.
    """

    person: str
    title: str | None = None
    of: str | None = None
    post: str | None = None
    body: str | None = None
    party: str | None = None
    period: str | None = None
    start: str | None = None
    end: str | None = None


class BadRow(Record, frozen=True, kw_only=True):
    """A row that could not be read: where it stands, and why."""

    where: str
    reason: str


KnownFact = KnownPerson | KnownThing | KnownSpell | BadRow


class Tenure(Record, frozen=True, kw_only=True):
    """A spell made comparable: kind of office, what it belongs to (a key or a folded name), first and last possible day."""

    kind: str
    of: str | None = None
    start: date | None = None
    end: date | None = None

    def covers(self, day: date) -> bool:
        """Return whether the office can have been held on `day`; a missing end counts as open, a missing start does not."""
        return (self.start or date.min) <= day <= (self.end or date.max)


class Known(Record, frozen=True, kw_only=True):
    """A person as resolution sees them: `id` is the Wikidata id where one is known, so that sources agree on it."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    gender: Gender | None = None
    tenures: tuple[Tenure, ...] = ()
