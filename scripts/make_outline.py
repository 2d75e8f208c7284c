"""Write the outline of the countries that the report's map is drawn on.

`npm pack world-atlas@2`, unpack it, then `python scripts/make_outline.py package/countries-110m.json`. The data are Natural
Earth's (public domain), in the TopoJSON that the package `world-atlas` (ISC licence) makes of it; here the arcs are joined to
rings and rounded to a tenth of a degree.
"""

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

OUTLINE = Path(__file__).parents[1] / "graphbuilder" / "report" / "assets" / "world.json"
DATE_LINE = 1800
"""Two neighbours farther apart, in tenths of a degree, lie on either side of the date line."""


def decode(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """Return the arcs of a quantized topology as degrees."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append((x * kx + dx, y * ky + dy))
        arcs.append(points)
    return arcs


def join(indices: list[int], arcs: list[list[tuple[float, float]]]) -> list[list[int]]:
    """Return one ring as longitude, latitude, longitude, ... in tenths of a degree; a point that repeats is dropped.

    A ring that crosses the date line is cut there, so that no line runs around the world.
    """
    ring: list[tuple[int, int]] = []
    for index in indices:
        points = arcs[index] if index >= 0 else arcs[~index][::-1]
        for longitude, latitude in points:
            point = (round(longitude * 10), round(latitude * 10))
            if not ring or ring[-1] != point:
                ring.append(point)
    pieces = [[ring[0]]]
    for last, point in pairwise(ring):
        if abs(point[0] - last[0]) > DATE_LINE:
            pieces.append([])
        pieces[-1].append(point)
    return [[number for point in piece for number in point] for piece in pieces if len(piece) > 1]


def main(source: Path) -> None:
    """Write the rings of all countries but Antarctica."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = decode(topology)
    rings = []
    for country in topology["objects"]["countries"]["geometries"]:
        if country["properties"]["name"] == "Antarctica":
            continue
        parts = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
        rings += [piece for part in parts for ring in part for piece in join(ring, arcs)]
    OUTLINE.write_text(json.dumps(rings, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(rings)} rings, {OUTLINE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
