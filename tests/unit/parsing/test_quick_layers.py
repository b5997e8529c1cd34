"""The quicker layers give the vectors of the layers that they stand in for."""

import numpy
import pytest
from spacy.ml.models import MaxoutWindowEncoder, MultiHashEmbed
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import chain

from polybe.parsing.embedding import DistinctWords, embed_once
from polybe.parsing.mixing import PIECE, mix_in_pieces

WORDS = "le soldat et le chef du camp , le soldat et l' armée".split()


@pytest.fixture
def docs() -> list[Doc]:
    vocab = Vocab()
    lengths = [len(WORDS), 1, PIECE + 7, 3]
    return [Doc(vocab, words=(WORDS * (length // 5 + 1))[:length]) for length in lengths]


@pytest.fixture
def model(docs: list[Doc]):
    embed = MultiHashEmbed(
        12, ["NORM", "PREFIX", "SHAPE", "SPACY"], [50] * 4, include_static_vectors=False
    )
    model = chain(embed, MaxoutWindowEncoder(12, 1, 3, 4))
    return model.initialize(X=docs)


def test_distinct_words_stand_once_and_spread_back_to_their_places(docs: list[Doc]) -> None:
    words = DistinctWords(docs[:2])
    assert len(words) == len(set(WORDS))
    forms = words.to_array(65).reshape(-1, 1)  # 65: the number of the attribute « ORTH »
    spread = words.spread(forms)
    assert [list(part[:, 0]) for part in spread] == [list(doc.to_array("ORTH")) for doc in docs[:2]]


def test_a_space_after_a_word_makes_it_another(docs: list[Doc]) -> None:
    doc = Doc(docs[0].vocab, words=["Gao", "Gao", "Gao"], spaces=[True, False, True])
    assert len(DistinctWords([doc])) == 2


@pytest.mark.parametrize("quicken", [embed_once, mix_in_pieces])
def test_vectors_stay_the_same(quicken, model, docs: list[Doc]) -> None:
    expected = model.predict(docs)
    quicken(model)
    found = model.predict(docs)
    assert [part.shape for part in found] == [part.shape for part in expected]
    for one, other in zip(found, expected, strict=True):
        # Weights are drawn anew each time, and sums of some three hundred numbers of single
        # precision go on through four layers: their order shows in the fifth digit.
        numpy.testing.assert_allclose(one, other, atol=1e-4)


@pytest.mark.parametrize("quicken", [embed_once, mix_in_pieces])
def test_an_empty_text_has_no_vectors(quicken, model, docs: list[Doc]) -> None:
    quicken(model)
    assert [len(part) for part in model.predict([Doc(docs[0].vocab, words=[]), docs[1]])] == [0, 1]
    assert [len(part) for part in model.predict([Doc(docs[0].vocab, words=[])])] == [0]
