"""Write the reports and the key of `examples/year` from its scenario and its templates.

`python scripts/make_year.py [FOLDER]` gives the same bytes on every run: what varies from report to report is chosen by a
checksum of the event, the outlet and the slot, never at random. The texts know nothing of what graphbuilder extracts.
"""

import json
import re
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zlib import crc32

YEAR = Path(__file__).parents[1] / "examples" / "year"
Row = dict[str, Any]

SAID = (
    '"{q}," {who} said.',
    '"{q}," said {who}.',
    '"{q}," {who} told reporters.',
    '{who} put it this way: "{q}."',
    'Asked about it, {who} answered: "{q}."',
)
EARLIER = (
    "{a} and {b} had last met in {place} in {month}.",
    "The two had met before, in {place} in {month}.",
    "It followed a meeting in {place} in {month}.",
)
COPIED = ("tete-presidents", "envoy-maputo", "songo-pylon", "beira-closed", "maun-split", "kasane-held", "nairobi-framework",
          "treaty")  # fmt: skip
"""Events whose first report another outlet prints again, nearly word for word."""


@dataclass(frozen=True)
class Scenario:
    """The two tables, as they are written."""

    table: Row
    templates: dict[str, Row]

    @property
    def people(self) -> dict[str, Row]:
        """Return the people by key."""
        people: dict[str, Row] = self.table["people"]
        return people

    @property
    def events(self) -> list[Row]:
        """Return the events in the order of the year."""
        events: list[Row] = self.table["event"]
        return events


def load(folder: Path = YEAR) -> Scenario:
    """Read scenario and templates."""
    read = [tomllib.loads((folder / name).read_text(encoding="utf-8")) for name in ("scenario.toml", "templates.toml")]
    return Scenario(*read)


def choose(options: Sequence[str], *slot: object, offset: int = 0) -> str:
    """Return one of `options`; reports of one event (`offset`) get different ones as long as there are enough."""
    return options[(crc32(repr(slot).encode()) + offset) % len(options)]


def spell(day: date) -> str:
    """Return a day as `March 5`."""
    return f"{day:%B} {day.day}"


def capital(text: str) -> str:
    """Return a text with a capital at its start."""
    return text[:1].upper() + text[1:]


def introduce(person: Row, form: int, *, closed: bool = False) -> str:
    """Return a person as a first mention: name, office and country in one of the usual forms."""
    name, title, land, adjective = person["name"], person["title"], person["land"], person["adj"]
    plain = f"{adjective} {title} {name}"
    if land in {"African Union", "United Nations", "World Bank"}:
        other = f"{name}, the {title} of the {land},".replace("President", "president")
    elif title[0].islower():
        other = (
            f"{name}, a {adjective} {title}," if title != "opposition leader" else f"{name}, the {adjective} {title},"
        )
    elif form % 3 == 1:
        return f"{title} {name} of {land}"
    else:
        other = f"{name}, the {adjective} {title.lower()},"
    return plain if closed or form % 3 != 2 else other


def surname(person: Row) -> str:
    """Return the last word of a name."""
    return str(person["name"]).rsplit(" ", 1)[-1]


def listed(parts: Sequence[str]) -> str:
    """Return `a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def fields(scenario: Scenario, event: Row, outlet: Row, number: int) -> dict[str, str]:
    """Return what the braces of a template stand for in one report."""
    people, who = scenario.people, event["who"]
    day: date = event["date"]
    spelled = {"weekday": f"{day:%A}", "on weekday": f"on {day:%A}", "date": f"on {spell(day)}"}[outlet["style"]]
    words = {"when": spelled, "place": event.get("place", people[who[0]]["home"]), "org": event.get("org", "")}
    for letter, key in zip("abc", who, strict=False):
        person = people[key]
        form = crc32(f"{event['id']}{outlet['name']}{letter}".encode())
        words |= {
            letter.upper(): introduce(person, form), letter: surname(person), f"{letter}j": person["adj"],
            f"{letter}l": person["land"], f"{letter}t": person["title"].lower(), f"{letter}home": person["home"],
            f"{letter}his": "her" if person.get("she") else "his",
        }  # fmt: skip
    for name in ("topic", "what", "what_title", "what_perfect", "target", "group", "amount"):
        words[name] = event.get(name, "")
    words["all"] = listed([introduce(people[key], number, closed=True) for key in who])
    half: list[str] = event.get("half") or who
    words["half"] = listed([introduce(people[key], number, closed=True) for key in half])
    words |= {f"{name}_cap": capital(words[name]) for name in ("topic", "what_title", "target", "group", "half", "all")}
    if "on" in event:
        words["on"] = spell(event["on"])
    return words


def tidy(text: str) -> str:
    """Mend the punctuation where an apposition meets it."""
    text = re.sub(r",([,.:;])", r"\1", text)
    return capital(text.replace(',"', '"') if text.endswith(',"') else text)


def quoted(scenario: Scenario, event: Row, outlet: Row, number: int) -> list[str]:
    """Return the quotes of one report; who was not named in the lead is introduced."""
    lines = []
    for place, (key, text) in enumerate(event.get("quotes", ())):
        if place and (number + place) % 3 == 0:
            continue
        person = scenario.people[key]
        who = surname(person) if key in event["who"][:3] else introduce(person, number, closed=True)
        if "," in who:
            who = introduce(person, 0, closed=True)
        lines.append(tidy(choose(SAID, event["id"], outlet["name"], "said", offset=place).format(q=text, who=who)))
    return lines


def last_met(scenario: Scenario, event: Row, outlet: Row) -> list[str]:
    """Return a sentence on the last meeting of the same two people, where there was one."""
    if event["kind"] not in {"meeting", "hosted", "planned"}:
        return []
    pair = set(event["who"][:2])
    held = [
        past
        for past in scenario.events
        if past["kind"] in {"meeting", "hosted"} and set(past["who"][:2]) == pair and past["date"] < event["date"]
    ]
    if not held:
        return []
    one, other = (surname(scenario.people[key]) for key in event["who"][:2])
    text = choose(EARLIER[:1] if event["kind"] == "planned" else EARLIER, event["id"], outlet["name"])
    return [text.format(a=one, b=other, place=held[-1]["place"], month=f"{held[-1]['date']:%B}")]


def backgrounds(scenario: Scenario, published: date) -> list[str]:
    """Return what a reporter would add on that day."""
    known = scenario.table["background"]
    return [text for item in known if item["since"] <= published <= item["until"] for text in item["texts"]]


def report(scenario: Scenario, event: Row, outlet: Row, number: int) -> Row:
    """Write one report of one event."""
    template, key = scenario.templates[event["kind"]], event["id"]
    words = fields(scenario, event, outlet, number)
    published = event["date"] + timedelta(days=(0, 0, 1, 1, 2, 1)[number % 6])
    lead = tidy(choose(template["leads"], key, "lead", offset=number).format(**words))
    more = [
        choose(template["more"], key, "more", offset=number + step).format(**words) for step in range(1 + number % 2)
    ]
    notes = event.get("notes", [])
    turn = number % max(len(notes), 1)
    notes = [*notes[turn:], *notes[:turn]][: 1 + (number + 1) % 3]
    behind = backgrounds(scenario, published)
    closing = [choose(behind, key, "behind", offset=number), choose(behind, key, "behind", offset=number + 1)]
    odd = [
        item["text"]
        for item in scenario.table["contradiction"]
        if item["event"] == key and item["outlet"] == outlet["name"]
    ]
    quotes = quoted(scenario, event, outlet, number)
    body = [*quotes[:1], *notes, *more] if number % 2 else [*notes[:1], *more[:1], *quotes, *notes[1:], *more[1:]]
    body += [*odd, *last_met(scenario, event, outlet), *dict.fromkeys(closing[: 1 + number % 2])]
    if outlet["dateline"]:
        lead = f"{words['place'].upper()}, {spell(published)} ({outlet['name']}) - {lead}"
    paragraphs = [f"{lead} {capital(body[0])}" if number % 3 == 1 else lead, *body[number % 3 == 1 :]]
    title = capital(choose(template["titles"], key, "title", offset=number).format(**words))
    return entry(outlet, published, title, list(map(capital, paragraphs)), f"{key}-{number + 1}")


def entry(outlet: Row, published: date, title: str, paragraphs: Sequence[str], slug: str) -> Row:
    """Return a row as the files hold it."""
    return {
        "title": title,
        "date": published.isoformat(),
        "url": f"https://{outlet['site']}/{published:%Y/%m}/{slug}",
        "source": outlet["name"],
        "text": "\n\n".join(paragraphs),
    }


def write_up(scenario: Scenario) -> tuple[list[Row], dict[str, list[str]], dict[str, str]]:
    """Return all reports, the addresses of those of each event, and the copies with what they copy."""
    outlets = scenario.table["outlets"]
    rows: list[Row] = []
    told: dict[str, list[str]] = {}
    copies: dict[str, str] = {}
    for place, event in enumerate(scenario.events):
        chosen = [outlets[(place * 3 + number) % len(outlets)] for number in range(event["reports"])]
        chosen += [
            outlet
            for item in scenario.table["contradiction"]
            for outlet in outlets
            if item["event"] == event["id"] and outlet["name"] == item["outlet"] and outlet not in chosen
        ]
        written = [report(scenario, event, outlet, number) for number, outlet in enumerate(chosen)]
        told[event["id"]] = [row["url"] for row in written]
        rows += written
        if event["id"] in COPIED:
            first, other = written[0], next(outlet for outlet in outlets if outlet not in chosen)
            copy = first | {"source": other["name"], "url": f"https://{other['site']}/wires/{event['id']}"}
            copy["text"] = (
                first["text"].replace(f" ({first['source']})", "")
                + f"\n\nThis report was provided by {first['source']}."
            )
            rows.append(copy)
            copies[copy["url"]] = first["url"]
    for item in scenario.table["correction"]:
        outlet = next(outlet for outlet in outlets if outlet["name"] == item["outlet"])
        template = scenario.templates["correction"]
        day = next(event["date"] for event in scenario.events if event["id"] == item["event"])
        words = item | {"outlet": outlet["name"], "published": spell(day), "title": capital(item["right"])}
        text = template["leads"][0].format(**words)
        rows.append(
            entry(outlet, item["date"], template["titles"][0].format(**words), [text], f"correction-{item['event']}")
        )
    return sorted(rows, key=lambda row: (row["date"], row["url"])), told, copies


def make_key(scenario: Scenario, told: dict[str, list[str]], copies: dict[str, str]) -> Row:
    """Return what is true in the scenario, by the names that the reports use."""
    people, findings = scenario.people, scenario.table["findings"]
    blocs = {
        bloc: [person["name"] for person in people.values() if person["bloc"] == bloc]
        for bloc in ("upstream", "downstream")
    }
    events = []
    for event in scenario.events:
        template = scenario.templates[event["kind"]]
        entry = {
            "id": event["id"],
            "types": template["types"],
            "status": template["status"],
            "date": (event.get("on") or event["date"]).isoformat(),
        }
        entry |= {"with": [people[key]["name"] for key in event["who"]], "place": event.get("place", "")}
        events.append(entry | {"told": event["date"].isoformat(), "reports": told[event["id"]]})
    split = next(event for event in scenario.events if event["id"] == findings["split"])
    return {
        "broker": people[findings["broker"]]["name"],
        "blocs": blocs,
        "states": {
            bloc: sorted({person["land"] for person in people.values() if person["bloc"] == bloc}) for bloc in blocs
        },
        "split": {"event": split["id"], "date": split["date"].isoformat(), "place": split["place"]},
        "silent_dyad": {"with": [people[key]["name"] for key in findings["silent_dyad"]], "last": "2031-05-07"},
        "travels_most": people[findings["travels_most"]]["name"],
        "cancelled_then_held": findings["cancelled_then_held"],
        "chain_to_treaty": findings["chain_to_treaty"],
        "copies": copies,
        "events": events,
    }


def main(folder: Path) -> None:
    """Write one file of reports a month, and the key."""
    scenario = load()
    rows, told, copies = write_up(scenario)
    reports = folder / "reports"
    reports.mkdir(parents=True, exist_ok=True)
    for month in sorted({row["date"][:7] for row in rows}):
        lines = [json.dumps(row, ensure_ascii=False) for row in rows if row["date"].startswith(month)]
        (reports / f"{month}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    key = json.dumps(make_key(scenario, told, copies), ensure_ascii=False, indent=1)
    (folder / "key.json").write_text(key + "\n", encoding="utf-8")
    print(f"{len(rows)} reports of {len(scenario.events)} events, {len(copies)} copies")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else YEAR)
