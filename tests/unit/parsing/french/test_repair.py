"""The repair of a sentence as a whole."""

from polybe.parsing.french.repair import repair_sentence


def test_a_repaired_sentence_has_the_same_tokens_in_the_same_places(
    build_draft, lexicon, words
) -> None:
    tokens = build_draft(
        "Daech _ PROPN nsubj 2\nbombarde _ NOUN ROOT 0\nGao _ PROPN obj 2", first=30
    ).tokens()
    found = repair_sentence(tokens, lexicon, words)
    assert [t[:4] for t in found] == [t[:4] for t in tokens]
    assert found[1].pos == "VERB"
