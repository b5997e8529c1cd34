"""English articles, coded by the real coder beside French ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from polybe import CodedDocument, Document, app
from polybe.reading.records import Defaults

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif("en" not in app.languages(), reason="the English model is not installed"),
]

Told = Callable[[str], list[tuple[str, ...]]]


@pytest.fixture(scope="module")
def told() -> Told:
    """What a text tells: code, status, who and whom, of every report that is no statement."""

    def read(text: str) -> list[tuple[str, ...]]:
        coded = app.code(text, published="2024-05-15")
        mentions = {mention.id: mention.text for mention in coded.mentions}
        return [
            (
                "/".join(part for part in (report.type, report.mode) if part),
                report.status,
                ", ".join(mentions[each] for each in report.actors),
                ", ".join(mentions[each] for each in report.recipients),
            )
            for report in coded.reports
            if report.kind != "statement"
        ]

    return read


@pytest.mark.parametrize(
    ("text", "report"),
    [
        (
            "Syrian forces shelled rebels near Hama on Monday.",
            ("ASSAULT/heavy-weapons", "actual", "Syrian forces", "rebels"),
        ),
        (
            "Rebels were shelled by Syrian forces near Hama.",
            ("ASSAULT/heavy-weapons", "actual", "Syrian forces", "Rebels"),
        ),
        (
            "The Syrian army, which shelled rebels near Hama, denied it.",
            ("ASSAULT/heavy-weapons", "actual", "The Syrian army", "rebels"),
        ),
        (
            "Thai and Cambodian soldiers shelled rebels near Hama.",
            ("ASSAULT/heavy-weapons", "actual", "Cambodian soldiers, Thai", "rebels"),
        ),
        (
            "Red Cross officials condemned the Syrian army.",
            ("ACCUSE/disapprove", "actual", "Red Cross officials", "the Syrian army"),
        ),
        (
            "Israeli jets struck Hezbollah targets near Tyre.",
            ("ASSAULT", "actual", "Israeli", "Hezbollah"),
        ),
        (
            "Russia said that the rebels must release the hostages.",
            ("REQUEST/yield", "actual", "Russia", "the rebels"),
        ),
        (
            "Syria said it is willing to negotiate with the rebels.",
            ("AGREE", "actual", "it", "the rebels"),
        ),
        (
            "The UN said that the hostages must be released.",
            ("REQUEST/yield", "actual", "UN", ""),
        ),
        (
            "Syria is willing to negotiate with the rebels.",
            ("AGREE", "actual", "Syria", "the rebels"),
        ),
        (
            "Kenya's navy shelled the rebels near Kismayo.",
            ("ASSAULT/heavy-weapons", "actual", "Kenya's navy", "the rebels"),
        ),
        (
            "The court allowed the opposition leader to stand in the election.",
            ("CONCEDE", "actual", "The court", "the opposition leader"),
        ),
        (
            "The union called off a four-day strike.",
            ("CONCEDE", "actual", "The union", ""),
        ),
        (
            "Finland gave Tanzania a grant.",
            ("AID", "actual", "Finland", "Tanzania"),
        ),
        (
            "Police arrested dozens of protesters in Khartoum.",
            ("COERCE/arrest", "actual", "Police", "protesters"),
        ),
        (
            "Police did not arrest protesters in Khartoum.",
            ("COERCE/arrest", "denied", "Police", "protesters"),
        ),
        (
            "Gunmen reportedly kidnapped six aid workers near Maiduguri.",
            ("ASSAULT/abduct", "alleged", "Gunmen", "six aid workers"),
        ),
        (
            "Gunmen are said to have kidnapped six aid workers near Maiduguri.",
            ("ASSAULT/abduct", "alleged", "Gunmen", "six aid workers"),
        ),
        (
            "Parliament's approval of the treaty came at night.",
            ("SUPPORT", "actual", "Parliament", ""),
        ),
    ],
)
def test_what_happened_is_told_whatever_the_construction(
    told: Told, text: str, report: tuple[str, ...]
) -> None:
    assert report in told(text)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Two soldiers were killed in the battle.", {"KILLED/incident"}),  # who killed is untold
        ("The UN said that Syria has been sharing grain with Hezbollah.", set()),  # a mere tense
        ("The coup leaders met in Bamako.", set()),  # the word tells what leaders they are
        ("Riot police fired tear gas at protesters.", {"ASSAULT/crowd-control"}),
    ],
)
def test_english_words_that_tell_no_deed(told: Told, text: str, codes: set[str]) -> None:
    assert {code for code, *_ in told(text)} == codes


def test_a_fact_is_told_on_its_sources_word() -> None:
    """« Rebels seized the town, activists said »."""
    coded = app.code("Rebels seized the town of Kidal, activists said.", published="2024-05-15")
    gains = next(report for report in coded.reports if report.type == "GAINS")
    assert [coded.mention(each).text for each in gains.sources] == ["activists"]
    said = next(report for report in coded.reports if report.kind == "statement")
    assert said.content is not None
    assert said.content.text == "Rebels seized the town of Kidal"


def test_every_article_of_a_run_is_coded_in_the_language_it_is_in() -> None:
    texts = {
        "fr": "L'armée syrienne a bombardé lundi un marché dans la province d'Idleb.",
        "en": "The Syrian army shelled a market in Idlib province on Monday, residents said.",
    }
    documents = [Document(code, text, language=code) for code, text in texts.items()] * 2
    coded = list(app.code_documents(documents))
    assert [c.document.language for c in coded if isinstance(c, CodedDocument)] == ["fr", "en"] * 2
    rules = {
        report.rule.split("/")[0]
        for each in coded
        if isinstance(each, CodedDocument) and each.document.language == "en"
        for report in each.reports
    }
    assert rules == {"en"}


def test_the_language_of_a_text_is_found() -> None:
    assert app.code("The army shelled a market on Monday.").document.language == "en"
    assert Defaults().languages == ("fr",)
