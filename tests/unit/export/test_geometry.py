"""The geometry of the map keeps to the frame and to the globe."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybe.export.geometry import Frame, Projection, area, centroid, clip

SQUARE = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0))
numbers = st.floats(-50, 50, allow_nan=False).map(lambda x: round(x, 3))


def test_a_ring_inside_stays_and_one_outside_goes() -> None:
    assert set(clip(SQUARE, Frame(-1, -1, 5, 5))) == set(SQUARE)
    assert clip(SQUARE, Frame(10, 10, 12, 12)) == ()


def test_a_ring_across_the_border_is_cut_at_it() -> None:
    cut = clip(SQUARE, Frame(2, -1, 9, 9))
    assert area(cut) == pytest.approx(8)
    assert min(x for x, _ in cut) == 2


@given(st.lists(st.tuples(numbers, numbers), min_size=3, max_size=12))
def test_nothing_of_a_clipped_ring_leaves_the_frame(points: list[tuple[float, float]]) -> None:
    frame = Frame(-10, -10, 10, 10)
    around = Frame(-10.0001, -10.0001, 10.0001, 10.0001)
    assert all(around.holds(point) for point in clip(tuple(points), frame))


def test_centre_and_area_of_a_square() -> None:
    assert area(SQUARE) == 16
    assert centroid(SQUARE) == (2, 2)
    assert centroid(((1.0, 1.0), (3.0, 1.0))) == (2, 1)


def test_a_fitted_frame_holds_what_it_held_and_stays_on_the_globe() -> None:
    frame = Frame(30, 30, 31, 31).fitted(margin=0.1, least=5, ratio=1.6)
    assert frame.holds((30, 30))
    assert frame.holds((31, 31))
    assert frame.height >= 5
    world = Frame(-180, -80, 180, 80).fitted(margin=0.2, least=5, ratio=1.6)
    assert (world.west, world.east) == (-180, 180)


def test_north_is_up_and_east_is_right() -> None:
    projection = Projection(Frame(0, 0, 10, 10), 100)
    (x1, y1), (x2, y2) = projection.place((1, 1)), projection.place((9, 9))
    assert x1 < x2
    assert y1 > y2
