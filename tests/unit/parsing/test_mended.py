"""A mended text must lead back to every character of the text it came from."""

from hypothesis import given
from hypothesis import strategies as st

from polybe.model import Span
from polybe.parsing.mended import Edit, apply_edits


def test_a_text_without_edits_is_its_own_origin() -> None:
    mended = apply_edits("abc", [], offset=10)
    assert mended.text == "abc"
    assert mended.origin(1, 3) == Span(11, 13)


def test_a_word_with_a_removed_sign_spans_the_sign() -> None:
    mended = apply_edits("des conseil-lers", [Edit(11, 12, "")])
    assert mended.text == "des conseillers"
    assert mended.origin(4, 15) == Span(4, 16)


def test_characters_put_in_stand_for_all_they_replaced() -> None:
    mended = apply_edits("le con\ufb01it", [Edit(6, 7, "fl")])
    assert mended.text == "le conflit"
    assert mended.origin(6, 7) == Span(6, 7)
    assert mended.origin(3, 10) == Span(3, 9)


@st.composite
def edited_texts(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text(alphabet="abc -\n", max_size=40))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits = [
        Edit(start, end, draw(st.sampled_from(["", "x", "yz"])))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    return text, edits


@given(edited_texts())
def test_unedited_characters_lead_back_to_themselves(edited: tuple[str, list[Edit]]) -> None:
    text, edits = edited
    mended = apply_edits(text, edits)
    assert len(mended.starts) == len(mended.ends) == len(mended.text)
    for position, character in enumerate(mended.text):
        if character not in "xyz":
            assert mended.origin(position, position + 1).of(text) == character
    assert list(mended.starts) == sorted(mended.starts)
