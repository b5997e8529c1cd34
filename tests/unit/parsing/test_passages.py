"""Where texts are cut before the model sees them."""

from hypothesis import given
from hypothesis import strategies as st

from polybe.parsing.passages import LONGEST, cut_passages


def cut(text: str) -> list[str]:
    return [passage.of(text) for passage in cut_passages(text)]


def test_a_headline_without_a_full_stop_is_a_passage_of_its_own() -> None:
    text = "Dix morts à Gao\nDes hommes armés ont tiré sur le marché.\n"
    assert cut(text) == ["Dix morts à Gao", "Des hommes armés ont tiré sur le marché."]


def test_blank_lines_and_blank_texts_give_no_passage() -> None:
    assert cut("") == []
    assert cut(" \n\t\n \u00a0 ") == []
    assert cut("Un.\n\n \nDeux.") == ["Un.", "Deux."]


def test_a_paragraph_set_in_lines_of_one_width_is_one_passage() -> None:
    text = (
        "Les forces gouvernementales ont pris lundi le contrôle du pont, au\n"
        "terme de trois jours de combats contre les rebelles, qui tenaient\n"
        "ce quartier depuis le début de la guerre et en avaient chassé les\n"
        "derniers habitants.\n\nLa suite."
    )
    assert [passage.replace("\n", " ")[-20:] for passage in cut(text)] == [
        " derniers habitants.",
        "La suite.",
    ]


def test_lines_of_their_own_are_not_taken_for_a_set_paragraph() -> None:
    text = "Mali : deux soldats tués\nSoudan : trêve à Khartoum\nYémen : raid sur Sanaa"
    assert len(cut(text)) == 3


def test_a_line_that_goes_on_in_lower_case_is_joined() -> None:
    text = "Des hommes armés\nont attaqué le village."
    assert cut(text) == [text]


def test_a_line_after_a_colon_is_not_joined() -> None:
    assert len(cut("Le bilan :\ndix morts")) == 2


def test_a_very_long_paragraph_is_cut_at_sentence_ends() -> None:
    sentence = "Les combats ont repris mardi près de la frontière. "
    passages = cut(sentence * 2000)
    assert len(passages) > 4
    assert max(map(len, passages)) <= LONGEST
    assert all(passage.rstrip().endswith("frontière.") for passage in passages)


def test_a_very_long_text_without_any_space_is_cut_all_the_same() -> None:
    passages = cut("x" * (LONGEST * 2 + 5))
    assert [len(passage) for passage in passages] == [LONGEST, LONGEST, 5]


@given(st.text(alphabet="aB .\n\r\t«»\u2029", max_size=200))
def test_passages_are_in_order_and_hold_every_character_that_is_not_blank(text: str) -> None:
    passages = list(cut_passages(text))
    position = 0
    for passage in passages:
        assert text[position : passage.start].strip() == ""
        assert passage.of(text).strip() != ""
        position = passage.end
    assert text[position:].strip() == ""
