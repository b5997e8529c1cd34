"""A sentence is one tree, whatever the model leaves."""

from polybe.parsing.assembly import features, join_roots


def test_several_roots_hang_on_the_first_that_is_no_sign(build_draft, edges) -> None:
    draft = build_draft("» _ PUNCT ROOT 0\nun _ DET det 3\nmot _ NOUN ROOT 0\nlà _ ADV ROOT 0")
    joined = type(draft)(join_roots(draft.tokens()))
    assert edges(joined) == {
        "»": ("punct", "mot"),
        "un": ("det", "mot"),
        "mot": ("ROOT", ""),
        "là": ("parataxis", "mot"),
    }


def test_a_sentence_of_signs_alone_has_the_first_for_a_root(build_draft, edges) -> None:
    draft = build_draft("« _ PUNCT ROOT 0\n» _ PUNCT ROOT 0", first=7)
    joined = type(draft)(join_roots(draft.tokens()))
    assert edges(joined) == {"«": ("ROOT", ""), "»": ("punct", "«")}


def test_one_root_is_left_alone(build_draft) -> None:
    tokens = build_draft("un _ DET det 2\nmot _ NOUN ROOT 0").tokens()
    assert join_roots(tokens) is tokens


def test_features_are_read_once_for_each_string() -> None:
    assert features("Gender=Fem|Number=Plur") == {"Gender=Fem", "Number=Plur"}
    assert features("") == features("_") == frozenset()
    assert features("Number=Sing") is features("Number=Sing")
