"""Make packs/world/outlines/countries.json from the npm package world-atlas (countries-50m.json).

usage: python tools/make_outlines.py path/to/countries-50m.json

Countries are named there by ISO 3166-1 numeric codes; here by alpha-3.  Coordinates are rounded to
a hundredth of a degree (about a kilometre), which is finer than a map of the brief can show.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pycountry

TARGET = Path("src/polybe/packs/world/outlines/countries.json")
UNNUMBERED = {"Kosovo": "KOS"}
"""Countries without a numeric code that Polybe has a code for."""


def main(source: str) -> None:
    """Read the TopoJSON and write the outlines."""
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    arcs = [rounded(arc, topology["transform"]) for arc in topology["arcs"]]
    countries: dict[str, list[list[list[int]]]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = code_of(geometry)
        if code and geometry["type"] in {"Polygon", "MultiPolygon"}:
            parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
            countries.setdefault(code, []).extend(parts)
    lines = [json.dumps(arc, separators=(",", ":")) for arc in arcs]
    rows = [
        f"{json.dumps(k)}:{json.dumps(v, separators=(',', ':'))}"
        for k, v in sorted(countries.items())
    ]
    TARGET.write_text(
        '{"arcs":[\n' + ",\n".join(lines) + '\n],"countries":{\n' + ",\n".join(rows) + "\n}}\n"
    )


def rounded(arc: list[list[int]], transform: dict[str, Any]) -> list[int]:
    """Longitude and latitude of each point in hundredths, flat, each as a step from the last."""
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    x = y = 0
    last: tuple[int, int] | None = None
    flat: list[int] = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        point = (round((x * kx + dx) * 100), round((y * ky + dy) * 100))
        if point != last:
            flat += point if last is None else (point[0] - last[0], point[1] - last[1])
            last = point
    return flat


def code_of(geometry: dict[str, Any]) -> str | None:
    """The alpha-3 code of a country; None for ground that has none."""
    if geometry.get("id"):
        country = pycountry.countries.get(numeric=str(geometry["id"]).zfill(3))
        return country.alpha_3 if country else None
    return UNNUMBERED.get(geometry["properties"]["name"])


if __name__ == "__main__":
    main(sys.argv[1])
