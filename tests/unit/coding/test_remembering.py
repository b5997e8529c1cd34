"""What is read off a token is read once, and each reader remembers for itself."""

from polybe.coding.remembering import remembered


class _Reader:
    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.asked: list[int] = []

    @remembered
    def capital(self, index: int) -> str | None:
        """The capital of a word."""
        self.asked.append(index)
        return self.words[index][0].upper() if self.words[index] else None


def test_each_token_is_read_once_even_where_the_answer_is_none() -> None:
    reader = _Reader(["alep", ""])
    assert [reader.capital(index) for index in (0, 1, 0, 1)] == ["A", None, "A", None]
    assert reader.asked == [0, 1]


def test_readers_share_nothing() -> None:
    first, second = _Reader(["alep"]), _Reader(["homs"])
    assert (first.capital(0), second.capital(0)) == ("A", "H")


def test_a_remembered_method_keeps_its_name_and_contract() -> None:
    assert _Reader.capital.__name__ == "capital"
    assert _Reader.capital.__doc__ == "The capital of a word."
