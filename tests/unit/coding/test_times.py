"""Times: what is found, how far it reaches, and which days it means."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybe.codebook.calendar import Calendar, load_calendar
from polybe.codebook.calendar_file import OPS
from polybe.codebook.packs import Packs
from polybe.coding.times import TimeSpan, find_times
from polybe.coding.times.readings import READINGS
from polybe.coding.times.when import easter
from polybe.errors import ReadingError

PUBLISHED = "2016-12-10"  # a Saturday


@cache
def french() -> Calendar:
    return load_calendar(Packs(), "fr")


def times(text: str, published: str | None = PUBLISHED) -> list[TimeSpan]:
    return find_times(text, french(), published)


def only(text: str, published: str | None = PUBLISHED) -> TimeSpan:
    found = times(text, published)
    assert len(found) == 1, [text[t.start : t.end] for t in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Arrivés le 15 novembre, ils tiennent.", "le 15 novembre", "2016-11-15"),
        ("Depuis la marche du 8 novembre.", "8 novembre", "2016-11-08"),
        ("Le 22 juin 2012, la ville tombait.", "Le 22 juin 2012", "2012-06-22"),
        ("Le 1er janvier, tout a fermé.", "Le 1er janvier", "2016-01-01"),
        ("Ils y sont le 25 décembre dernier.", "le 25 décembre dernier", "2015-12-25"),
        ("Le vote du 12 janvier prochain.", "12 janvier prochain", "2017-01-12"),
        ("Le 12/05/2014, un accord.", "Le 12/05/2014", "2014-05-12"),
        ("Vu le 2014-05-12 ici.", "le 2014-05-12", "2014-05-12"),
        ("Une marche en mars 2011 à Deraa.", "mars 2011", "2011-03"),
        ("Les combats de novembre dernier.", "novembre dernier", "2016-11"),
        ("Ils se sont vus en décembre dernier.", "décembre dernier", "2015-12"),
        ("Né en 2011, il grandit.", "2011", "2011"),
        ("La guerre a cessé fin 2015.", "fin 2015", "2015"),
        ("Il a fui début janvier.", "début janvier", "2016-01"),
        ("Il a fui à la mi-mai.", "la mi-mai", "2016-05"),
        ("Un raid à l'été 2014.", "l'été 2014", "2014-22"),
        ("Dans les années 1990, on partait.", "les années 1990", "199X"),
        ("Dans les années 60, on partait.", "les années 60", "196X"),
        ("Une mosquée du XVe siècle.", "XVe siècle", "14XX"),
        ("Au premier trimestre 2014, rien.", "premier trimestre 2014", "2014-01/2014-03"),
    ],
)
def test_a_date_is_found_whole_and_put_in_its_year(text: str, span: str, value: str) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.value) == (span, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Un raid a eu lieu samedi.", "2016-12-10"),
        ("Un raid a eu lieu mardi.", "2016-12-06"),
        ("Un raid a eu lieu mardi soir.", "2016-12-06"),
        ("Le raid de samedi dernier.", "2016-12-03"),
        ("Le vote de mardi prochain.", "2016-12-13"),
        ("Ils se sont vus ce lundi.", "2016-12-05"),
        ("Ils ont fui hier.", "2016-12-09"),
        ("Ils ont fui avant-hier soir.", "2016-12-08"),
        ("Ils fuient aujourd’hui.", "2016-12-10"),
        ("Ils ont fui la semaine dernière.", "2016-11-28/2016-12-04"),
        ("Ils ont fui cette semaine.", "2016-12-05/2016-12-11"),
        ("Ils ont fui le week-end dernier.", "2016-12-03/2016-12-04"),
        ("Ils ont fui le mois dernier.", "2016-11"),
        ("Ils ont fui l'an dernier.", "2015"),
        ("Ils ont fui l'année dernière.", "2015"),
        ("Ils ont fui il y a trois jours.", "2016-12-07"),
        ("Ils ont fui il y a sept ans.", "2009"),
        ("Ils reviendront dans trois jours.", "2016-12-13"),
        ("Ils ont fui au cours des trois derniers mois.", "2016-09/2016-12"),
    ],
)
def test_words_of_here_and_now_are_read_against_publication(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Ils tiennent depuis 2012.", "depuis 2012", "2012/.."),
        ("Ils tiennent depuis le 30 juin dernier.", "depuis le 30 juin dernier", "2016-06-30/.."),
        ("Ils tiennent depuis trois mois.", "depuis trois mois", "2016-09/.."),
        ("Ils tiendront jusqu'à fin 2017.", "jusqu'à fin 2017", "../2017"),
        ("Ils restent entre 2012 et 2014.", "entre 2012 et 2014", "2012/2014"),
        ("Un pays de 1899 à 1907.", "de 1899 à 1907", "1899/1907"),
        ("De mars à mai 2013, rien.", "De mars à mai 2013", "2013-03/2013-05"),
        ("Un sommet du 3 au 5 mai.", "du 3 au 5 mai", "2016-05-03/2016-05-05"),
        ("Des tirs lundi et mardi.", "lundi et mardi", "2016-12-05/2016-12-06"),
        (
            "Des tirs dans la nuit de lundi à mardi.",
            "la nuit de lundi à mardi",
            "2016-12-05/2016-12-06",
        ),
    ],
)
def test_an_interval_is_one_time(text: str, span: str, value: str) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.value) == (span, value)


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Des tirs les 3, 4 et 5 juin.", "les 3, 4 et 5 juin", "2016-06-03/2016-06-05"),
        ("Un raid le 3 ou 4 juin.", "le 3 ou 4 juin", "2016-06-03/2016-06-04"),
        ("La liste est close en mars-avril.", "mars-avril", "2016-03/2016-04"),
        ("Du 6 au 8 mai l'an prochain.", "Du 6 au 8 mai l'an prochain", "2017-05-06/2017-05-08"),
        ("La seconde quinzaine d'août.", "La seconde quinzaine d'août", "2016-08-16/2016-08-31"),
        ("Le premier dimanche de mai.", "Le premier dimanche de mai", "2016-05-01"),
        ("Le dernier vendredi de juin 2014.", "Le dernier vendredi de juin 2014", "2014-06-27"),
        ("Lundi de la semaine dernière.", "Lundi de la semaine dernière", "2016-11-28"),
        ("Un raid ce mardi 6 décembre.", "ce mardi 6 décembre", "2016-12-06"),
        ("Vu le dimanche 4 à Gao.", "le dimanche 4", "2016-12-04"),
        ("Le 14-Juillet, un défilé.", "Le 14-Juillet", "2016-07-14"),
        ("En avril de cette année.", "avril de cette année", "2016-04"),
        ("Au printemps dernier.", "printemps dernier", "2016-21"),
        ("L'hiver 2014-2015.", "L'hiver 2014-2015", "2014-24"),
        ("La saison 2015-16 fut rude.", "2015-16", "2015/2016"),
        ("De vendredi à lundi, des tirs.", "De vendredi à lundi", "2016-12-02/2016-12-05"),
        (
            "Il vote mardi et jeudi prochains.",
            "mardi et jeudi prochains",
            "2016-12-13/2016-12-15",
        ),
    ],
)
def test_lists_runs_and_ordinals_are_one_time(text: str, span: str, value: str) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.value) == (span, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Il y a vingt-trois ans, un raid.", "1993"),
        ("Il y a soixante et onze ans.", "1945"),
        ("Il y a cent vingt ans.", "1896"),
        ("Il y a deux décennies.", "199X"),
        ("Il y a un demi-siècle.", "196X"),
        ("Il y a un siècle.", "19XX"),
        ("Il y a encore trois semaines.", "2016-11-19"),
        ("Il y a 48 heures.", "2016-12-08"),
        ("Depuis quarante-huit heures.", "2016-12-08/.."),
        ("Ces dernières 24 heures.", "2016-12-09/2016-12-10"),
        ("Cela fait trois ans qu'il se bat.", "2013/.."),
        ("Il partira sous 48 heures.", "2016-12-10/2016-12-12"),
        ("Il partira d'ici dix jours.", "../2016-12-20"),
    ],
)
def test_lengths_of_any_number_and_unit_are_counted(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Le 3 mai 2012, un raid. Trois jours plus tard, un autre.", "2012-05-06"),
        ("Le 3 mai 2012, un raid. Une semaine plus tôt, un autre.", "2012-04-26"),
        ("Le 3 mai 2012, un raid. Deux ans plus tard, un autre.", "2014"),
        ("Le 3 mai 2012, un raid. Quelques heures plus tard, un autre.", "2012-05-03"),
        ("Le 3 mai 2012, un raid. Le lundi suivant, un autre.", "2012-05-07"),
        ("Le 3 mai 2012, un raid. Le jeudi précédent, un autre.", "2012-04-26"),
        ("Le 3 mai 2012, un raid. Ce soir-là, un autre.", "2012-05-03"),
        ("Le 3 mai 2012, un raid. Le soir même, un autre.", "2012-05-03"),
        ("Le 3 mai 2012, état d'urgence pour un mois.", "2012-05-03/2012-06-03"),
        ("En mars 2012, un raid. Trois mois plus tard, un autre.", "2012-06"),
        ("En mars 2012, un raid. Trois jours plus tard, un autre.", None),
        ("En mars 2012, un raid. Depuis lors, rien.", "2012-03/.."),
        ("En 2012, un raid. L'année suivante, un autre.", "2013"),
        ("En 2012, un raid. Cette année-là, un autre.", "2012"),
        ("Des raids en 2012 (un en mars, un autre).", "2012-03"),
    ],
)
def test_a_time_is_counted_from_the_one_told_before(text: str, value: str | None) -> None:
    assert times(text)[1].value == value


@pytest.mark.parametrize(
    "text", ["Trois jours plus tard.", "L'année suivante.", "Le lundi suivant.", "Depuis lors."]
)
def test_a_time_counted_from_nothing_has_no_value(text: str) -> None:
    assert only(text).value is None


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("Il parle de se marier cet été.", "2009-03-15", "2009-22"),
        ("Il s'est marié cet été.", "2009-03-15", "2008-22"),
        ("Complet pour la Toussaint.", "2014-10-09", "2014-11-01"),
        ("À Noël, rien.", "2016-12-10", "2016-12-25"),
        ("À Noël, rien.", "2016-01-10", "2015-12-25"),
    ],
)
def test_without_a_sign_a_season_or_feast_is_the_nearest(
    text: str, published: str, value: str
) -> None:
    assert only(text, published).value == value


def test_a_bare_weekday_is_the_dated_one_told_elsewhere() -> None:
    text = "Rendez-vous mardi à Gao. La marche du mardi 13 décembre y passe."
    assert {t.value for t in times(text)} == {"2016-12-13"}


def test_a_capital_without_its_accent_is_read_as_if_it_had_it() -> None:
    assert only("A partir du 15 janvier 2015.").value == "2015-01-15/.."
    assert only("A l'heure actuelle, rien.").kind == "vague"


def test_a_part_of_a_day_told_before_any_day_is_of_publication() -> None:
    assert only("Le marché a été bombardé dans la matinée.").value == PUBLISHED
    assert only("Des tirs dans la nuit.").value == "2016-12-09/2016-12-10"
    assert only("Des tirs dans la nuit.", None).value is None


def test_hours_that_last_are_no_time_of_day() -> None:
    assert only("Une trêve de 12 heures.").kind == "length"
    assert [t.clock for t in times("De 8 heures à 18 heures.")] == ["08:00", "18:00"]


@pytest.mark.parametrize(
    "text",
    [
        "Du jour au lendemain, tout a fermé.",
        "La veille citoyenne.",
        "Les derniers jours du règne.",
    ],
)
def test_turns_of_phrase_are_no_times(text: str) -> None:
    assert times(text) == []


def test_au_lendemain_de_tells_no_day() -> None:
    assert not only("Formé au lendemain de la guerre.").is_mention


def test_since_looks_back_even_beside_a_future() -> None:
    assert only("Les pourparlers, suspendus depuis mars, reprendront.").value == "2016-03/.."


def test_a_year_told_for_the_second_of_two_conventions_joins_nothing() -> None:
    assert [t.value for t in times("Les textes de 1899 et 1907 le disent.")] == ["1899", "1907"]


def test_since_a_date_ends_with_publication() -> None:
    found = only("Ils tiennent depuis mars 2016.")
    assert (found.earliest, found.latest) == ("2016-03-01", PUBLISHED)


def test_an_edge_keeps_the_value_and_narrows_the_bounds() -> None:
    found = only("La fin 2015 fut calme.")
    assert (found.value, found.earliest, found.latest) == ("2015", "2015-10-01", "2015-12-31")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Le procès s'ouvrira le 15 mars à La Haye.", "2017-03-15"),
        ("Une réunion est prévue lundi à Genève.", "2016-12-12"),
        ("Le scrutin aura lieu en avril.", "2017-04"),
        ("Le ministre doit arriver mercredi.", "2016-12-14"),
    ],
)
def test_a_verb_in_the_future_puts_the_date_ahead(text: str, value: str) -> None:
    assert only(text).value == value


def test_the_nearest_verb_decides_between_past_and_future() -> None:
    text = "L'homme, qui sera jugé en mars, a été arrêté mardi."
    assert [t.value for t in times(text)] == ["2017-03", "2016-12-06"]


def test_a_date_within_the_week_is_to_come() -> None:
    assert only("Le texte est au menu du 14 décembre.").value == "2016-12-14"


def test_weekday_and_number_agree_on_the_year() -> None:
    assert only("Le mardi 13 décembre, à Bamako.").value == "2016-12-13"


@pytest.mark.parametrize(
    "text",
    [
        "Un raid a eu lieu mardi.",
        "Un raid a eu lieu hier.",
        "Un raid a eu lieu le 15 novembre.",
        "Un raid a eu lieu en mars.",
        "Ils ont fui la semaine dernière.",
        "Ils ont fui il y a trois jours.",
        "Ils tiennent depuis trois mois.",
        "Dans la nuit de jeudi, des tirs.",
        "Ils tiennent actuellement la ville.",
        "Un raid ce matin.",
        "Il y a eu des tirs cet été.",
        "Ils ont fui à Noël.",
    ],
)
def test_without_a_publication_date_nothing_that_needs_one_has_a_value(text: str) -> None:
    found = only(text, None)
    assert (found.value, found.earliest, found.latest) == (None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Il tient 93 % des quartiers.",
        "L'envoi de 200 soldats et de 2 000 hommes.",
        "Le 12e régiment et le G20.",
        "Les rebelles du M23 avancent.",
        "La résolution 2254 et l'article 5.",
        "La planète Mars et le Champ de Mars.",
        "La banque a prêté 2014 euros.",
        "Il a mis sa main dans la sienne.",
        "Il a été vu.",
        "Le front reculait.",
    ],
)
def test_other_numbers_and_words_are_no_times(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "length"),
    [
        ("Ils ont résisté pendant 12 heures.", "length", "PT12H"),
        ("Ils ont résisté pendant six mois.", "duration", "P6M"),
        ("Condamné à dix ans de prison.", "length", "P10Y"),
        ("Une femme de 46 ans.", "age", None),
        ("Paul, 87 ans, est mort.", "age", None),
        ("Ils manifestent chaque semaine.", "set", None),
        ("Il a fui quelques heures avant.", "relative", None),
        ("Ils l'ont récemment dit.", "vague", None),
        ("Le vote est désormais clos.", "reference", None),
    ],
)
def test_what_tells_no_date_is_told_apart(text: str, kind: str, length: str | None) -> None:
    found = only(text)
    assert (found.kind, found.length, found.value is None or kind == "reference") == (
        kind,
        length,
        True,
    )


def test_lengths_and_rates_are_no_mentions_and_lengths_and_terms_leave_their_numbers() -> None:
    found = times("Dix ans de prison, deux fois par mois, depuis 2012, sous huit jours.")
    assert [t.kind for t in found] == ["length", "rate", "date", "term"]
    assert [t.is_mention for t in found] == [False, False, True, True]
    assert [t.takes_numbers for t in found] == [False, True, True, False]


@pytest.mark.parametrize("text", ["Ils défilent tous les lundis.", "Chaque année, ils défilent."])
def test_what_recurs_tells_when_and_no_date(text: str) -> None:
    found = only(text)
    assert (found.is_mention, found.value, found.precision) == (True, None, "vague")


def test_a_time_of_day_takes_the_day_of_its_sentence() -> None:
    day, clock = times("Mardi, vers 14h30, une bombe a explosé.")
    assert (clock.value, clock.clock, clock.precision) == (day.value, "14:30", "time")


def test_a_time_of_day_alone_has_no_day() -> None:
    assert only("Le train part à 6 heures GMT.").value is None


def test_the_day_after_counts_from_the_day_told_before() -> None:
    text = "Ils sont entrés le 3 mai 2012 à Gao. Le lendemain, la ville était prise."
    assert [t.value for t in times(text)] == ["2012-05-03", "2012-05-04"]


def test_a_bounded_length_gives_a_bound_and_no_value() -> None:
    found = only("Ils ont fui il y a plus de six ans.")
    assert (found.value, found.latest) == (None, "2010-12-31")


def test_a_day_that_does_not_exist_is_no_date() -> None:
    assert [t.value for t in times("Le 31 février 2012")] != ["2012-02-31"]


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(2000, date(2000, 4, 23)), (2011, date(2011, 4, 24)), (2024, date(2024, 3, 31))],
)
def test_easter(year: int, sunday: date) -> None:
    assert easter(year) == sunday


def test_a_publication_that_is_no_date_is_an_error_that_names_it() -> None:
    with pytest.raises(ReadingError, match="hier"):
        times("Un raid mardi.", "hier")


def test_every_form_has_its_arithmetic() -> None:
    assert READINGS.keys() == OPS.keys()
    assert french().ops <= READINGS.keys()


MONTHS = [
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
]
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31))


@given(DAYS)
def test_a_full_date_is_read_back_whatever_the_publication(day: date) -> None:
    text = f"Le {day.day} {MONTHS[day.month - 1]} {day.year}, rien."
    assert only(text, None).value == only(text).value == day.isoformat()


@given(DAYS, st.integers(min_value=0, max_value=364))
def test_a_date_without_year_is_the_last_such_day(published: date, back: int) -> None:
    day = published - timedelta(days=back)
    ahead = published + timedelta(days=7)
    text = f"Ils ont fui le {day.day} {MONTHS[day.month - 1]}."
    found = only(text, published.isoformat()).value
    near = [published + timedelta(days=d) for d in range(1, 8)]
    if (day.day, day.month) not in [(d.day, d.month) for d in near]:
        assert found == day.isoformat()
    assert found is not None
    assert date.fromisoformat(found) <= ahead


@given(DAYS, st.integers(min_value=0, max_value=6))
def test_a_weekday_lies_in_the_week_up_to_publication(published: date, back: int) -> None:
    day = published - timedelta(days=back)
    names = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
    text = f"Ils ont fui {names[day.weekday()]}."
    assert only(text, published.isoformat()).value == day.isoformat()


PIECES = """
depuis le 3 30 31 1er mai février 2012 199 il y a trois sept mois ans hier nuit de à du au
lundi mardi dernier prochain fin début mi - et entre la semaine dernière 14h30 25 heures siècle
XIXe années 90 . , soir été l' d'"""
WORDS = st.lists(st.sampled_from(sorted(PIECES.split())), max_size=14)


@given(WORDS, st.none() | DAYS.map(date.isoformat))
def test_spans_are_ordered_apart_and_their_bounds_agree(
    words: list[str], published: str | None
) -> None:
    text = " ".join(words)
    end = 0
    for found in times(text, published):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        if found.earliest and found.latest:
            assert found.earliest <= found.latest


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert all(0 <= t.start < t.end <= len(text) for t in times(text))
