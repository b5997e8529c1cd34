"""What is kept of sentences parsed before."""

from polybe.model import Token
from polybe.parsing.memory import Memory

ONE = ([Token(0, 0, 2, "Où", "où", "ADV", frozenset(), "ROOT", 0)],)


def key(text: str) -> tuple[str, str, bytes]:
    return (text, text, b"")


def test_what_is_kept_is_given_back_by_its_key() -> None:
    memory = Memory(10)
    memory.keep(key("a"), ONE)
    assert memory.get(key("a")) is ONE
    assert memory.get(key("b")) is None


def test_what_was_not_asked_for_the_longest_is_forgotten_first() -> None:
    """Each of these takes two: its token, and one for itself."""
    memory = Memory(4)
    memory.keep(key("a"), ONE)
    memory.keep(key("b"), ONE)
    memory.get(key("a"))
    memory.keep(key("c"), ONE)
    assert [memory.get(key(text)) for text in "abc"] == [ONE, None, ONE]


def test_a_memory_of_nothing_keeps_nothing() -> None:
    memory = Memory(0)
    memory.keep(key("a"), ONE)
    assert memory.get(key("a")) is None
