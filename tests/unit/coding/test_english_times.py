"""English times: what is found, how far it reaches, and which days it means."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybe.codebook.calendar import Calendar, load_calendar
from polybe.codebook.packs import Packs
from polybe.coding.times import TimeSpan, find_times
from polybe.coding.times.readings import READINGS

PUBLISHED = "2016-12-10"  # a Saturday


@cache
def english() -> Calendar:
    return load_calendar(Packs(), "en")


def times(text: str, published: str | None = PUBLISHED) -> list[TimeSpan]:
    return find_times(text, english(), published)


def only(text: str, published: str | None = PUBLISHED) -> TimeSpan:
    found = times(text, published)
    assert len(found) == 1, [text[t.start : t.end] for t in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("They came on March 3.", "March 3", "2016-03-03"),
        ("The town fell on March 3, 2012.", "March 3, 2012", "2012-03-03"),
        ("The town fell on 3 March 2012.", "3 March 2012", "2012-03-03"),
        ("It fell on the 3rd of March.", "the 3rd of March", "2016-03-03"),
        ("It fell on the 3rd of March 2012.", "the 3rd of March 2012", "2012-03-03"),
        ("It fell on March 21st.", "March 21st", "2016-03-21"),
        ("Shelling killed five on Mar. 3.", "Mar. 3", "2016-03-03"),
        ("Shelling killed five on Sept. 11, 2012.", "Sept. 11, 2012", "2012-09-11"),
        ("They met on Tuesday, March 3, 2015.", "Tuesday, March 3, 2015", "2015-03-03"),
        ("They met on Tuesday 3 March 2015.", "Tuesday 3 March 2015", "2015-03-03"),
        ("They met on March 3 last year.", "March 3 last year", "2015-03-03"),
        ("They met on 3 March this year.", "3 March this year", "2016-03-03"),
        ("Seen on 2014-05-12 here.", "2014-05-12", "2014-05-12"),
        ("Seen on 12/05/2014 here.", "12/05/2014", "2014-05-12"),
        ("Seen on 5/22/2014 here.", "5/22/2014", "2014-05-22"),
        ("A march in March 2011 in Deraa.", "March 2011", "2011-03"),
        ("He fled in March last year.", "March last year", "2015-03"),
        ("He fled last March.", "last March", "2016-03"),
        ("He fled in mid-March.", "mid-March", "2016-03"),
        ("He fled in early January.", "early January", "2016-01"),
        ("He fled at the end of March.", "the end of March", "2016-03"),
        ("He fled in May.", "May", "2016-05"),
        ("He was born in 2011.", "2011", "2011"),
        ("The war ended in late 2015.", "late 2015", "2015"),
        ("The war ended at the end of 2015.", "the end of 2015", "2015"),
        ("A raid in the summer of 2014.", "the summer of 2014", "2014-22"),
        ("A raid in spring 2014.", "spring 2014", "2014-21"),
        ("A raid last summer.", "last summer", "2016-22"),
        ("They left in the 1990s.", "the 1990s", "199X"),
        ("They left in the early 1990s.", "the early 1990s", "199X"),
        ("They left in the 60s.", "the 60s", "196X"),
        ("They left in the nineties.", "the nineties", "199X"),
        ("A mosque of the 15th century.", "the 15th century", "14XX"),
        ("A 19th-century fort.", "19th-century", "18XX"),
        (
            "Nothing in the first quarter of 2014.",
            "the first quarter of 2014",
            "2014-01/2014-03",
        ),
        ("He was killed on Christmas Day 2014.", "Christmas Day 2014", "2014-12-25"),
        ("He was killed on Easter Monday 2012.", "Easter Monday 2012", "2012-04-09"),
        ("The attacks of 9/11 did it.", "9/11", "2001-09-11"),
    ],
)
def test_a_date_is_found_whole_and_put_in_its_year(text: str, span: str, value: str) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.value) == (span, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A raid took place on Saturday.", "2016-12-10"),
        ("A raid took place on Tuesday.", "2016-12-06"),
        ("A raid took place on Tuesday night.", "2016-12-06"),
        ("A raid took place early Sunday.", "2016-12-04"),
        ("A raid took place late on Monday.", "2016-12-05"),
        ("A raid took place in the early hours of Tuesday.", "2016-12-06"),
        ("The raid of last Saturday.", "2016-12-03"),
        ("The vote of next Tuesday.", "2016-12-13"),
        ("They met this Monday.", "2016-12-05"),
        ("They met on Monday of last week.", "2016-11-28"),
        ("They fled yesterday.", "2016-12-09"),
        ("They fled the day before yesterday.", "2016-12-08"),
        ("They flee today.", "2016-12-10"),
        ("They fled this morning.", "2016-12-10"),
        ("They fled last night.", "2016-12-09/2016-12-10"),
        ("Shells fell overnight.", "2016-12-09/2016-12-10"),
        ("They fled last week.", "2016-11-28/2016-12-04"),
        ("He will return next week.", "2016-12-12/2016-12-18"),
        ("They fled this week.", "2016-12-05/2016-12-11"),
        ("They fled last weekend.", "2016-12-03/2016-12-04"),
        ("They fled last month.", "2016-11"),
        ("They fled earlier this month.", "2016-12"),
        ("They fled last year.", "2015"),
        ("They fled late last year.", "2015"),
        ("They fled three days ago.", "2016-12-07"),
        ("They fled a week ago.", "2016-12-03"),
        ("They fled seven years ago.", "2009"),
        ("They fled twenty-three years ago.", "1993"),
        ("They fled 1,500 years ago.", "0516"),
        ("They fled a decade ago.", "200X"),
        ("They will return in three days.", "2016-12-13"),
        ("Over the past three months, they fled.", "2016-09/2016-12"),
        ("They fled in the last 24 hours.", "2016-12-09/2016-12-10"),
        ("They fled over the past year.", "2015/2016"),
        ("They will flee within ten days.", "../2016-12-20"),
        ("They meet over the next two weeks.", "2016-12-10/2016-12-24"),
    ],
)
def test_words_of_here_and_now_are_read_against_publication(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("They hold it since 2011.", "since 2011", "2011/.."),
        ("They hold it since June 30.", "since June 30", "2016-06-30/.."),
        ("They will hold until late 2017.", "until late 2017", "../2017"),
        ("They will leave by March 2017.", "by March 2017", "../2017-03"),
        ("They stayed between 2012 and 2014.", "between 2012 and 2014", "2012/2014"),
        ("A land from 1899 to 1907.", "from 1899 to 1907", "1899/1907"),
        ("From March to May 2014, nothing.", "From March to May 2014", "2014-03/2014-05"),
        ("A summit from 3 to 5 May.", "from 3 to 5 May", "2016-05-03/2016-05-05"),
        ("Talks between 3 and 5 May.", "between 3 and 5 May", "2016-05-03/2016-05-05"),
        ("Talks on May 3-5, 2014.", "May 3-5, 2014", "2014-05-03/2014-05-05"),
        ("Shots on June 3, 4 and 5.", "June 3, 4 and 5", "2016-06-03/2016-06-05"),
        ("From May 3 to June 5, nothing.", "From May 3 to June 5", "2016-05-03/2016-06-05"),
        ("Shots on Monday and Tuesday.", "Monday and Tuesday", "2016-12-05/2016-12-06"),
        ("From Monday to Wednesday, nothing.", "From Monday to Wednesday", "2016-12-05/2016-12-07"),
        (
            "Shots on the night of March 3-4, 2014.",
            "the night of March 3-4, 2014",
            "2014-03-03/2014-03-04",
        ),
        (
            "Shots in the night of Monday to Tuesday.",
            "the night of Monday to Tuesday",
            "2016-12-05/2016-12-06",
        ),
        ("The list closes in March-April.", "March-April", "2016-03/2016-04"),
        ("The first Sunday of May.", "The first Sunday of May", "2016-05-01"),
        ("The last Friday in June 2014.", "The last Friday in June 2014", "2014-06-27"),
        ("The second half of August.", "The second half of August", "2016-08-16/2016-08-31"),
    ],
)
def test_intervals_lists_and_ordinals_are_one_time(text: str, span: str, value: str) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.value) == (span, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On May 3, 2012, a raid. The next day, another.", "2012-05-04"),
        ("On May 3, 2012, a raid. The previous day, another.", "2012-05-02"),
        ("On May 3, 2012, a raid. The day after, another.", "2012-05-04"),
        ("On May 3, 2012, a raid. That same day, another.", "2012-05-03"),
        ("On May 3, 2012, a raid. Three days later, another.", "2012-05-06"),
        ("On May 3, 2012, a raid. Two days earlier, another.", "2012-05-01"),
        ("On May 3, 2012, a raid. A week earlier, another.", "2012-04-26"),
        ("On May 3, 2012, a raid. Two years later, another.", "2014"),
        ("On May 3, 2012, a raid. A few hours later, another.", "2012-05-03"),
        ("On May 3, 2012, a raid. The following Monday, another.", "2012-05-07"),
        ("On May 3, 2012, a raid. The previous Thursday, another.", "2012-04-26"),
        ("On May 3, 2012, a raid. That evening, another.", "2012-05-03"),
        ("On May 3, 2012, a raid. Later in the day, another.", "2012-05-03"),
        ("In March 2012, a raid. Three months later, another.", "2012-06"),
        ("In March 2012, a raid. Three days later, another.", None),
        ("In March 2012, a raid. Since then, nothing.", "2012-03/.."),
        ("In 2012, a raid. The following year, another.", "2013"),
        ("In 2012, a raid. That year, another.", "2012"),
    ],
)
def test_a_time_is_counted_from_the_one_told_before(text: str, value: str | None) -> None:
    assert times(text)[1].value == value


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("The train left at 6 a.m.", "06:00"),
        ("The train left at 6am.", "06:00"),
        ("The train left at 12:15 a.m.", "00:15"),
        ("The train left at 6:30 p.m. local time.", "18:30"),
        ("The train left around 0400 GMT.", "04:00"),
        ("The train left around 1430 GMT.", "14:30"),
        ("The train left at 18:00.", "18:00"),
        ("The train left at noon.", "12:00"),
        ("The train left at six o'clock in the evening.", "18:00"),
        ("The train left at six in the morning.", "06:00"),
        ("The train left at dawn.", "morning"),
        ("The train left on Tuesday morning.", "morning"),
        ("The train left late on Monday.", "evening"),
        ("The train left early Sunday.", "morning"),
        ("The train left in the afternoon.", "afternoon"),
    ],
)
def test_a_time_of_day_is_read(text: str, clock: str) -> None:
    assert only(text).clock == clock


def test_a_preposition_is_no_part_of_a_day() -> None:
    text = "On May 3, 2012, a raid. On the same day, they left."
    assert [text[t.start : t.end] for t in times(text)] == ["May 3, 2012", "the same day"]


def test_a_time_of_day_takes_the_day_of_its_sentence() -> None:
    clock, day = times("At 6:30 p.m. on Tuesday, a bomb went off.")
    assert (clock.value, clock.clock, clock.precision) == (day.value, "18:30", "time")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The trial will open on March 15 in The Hague.", "2017-03-15"),
        ("A meeting is scheduled for Monday in Geneva.", "2016-12-12"),
        ("The vote will be held in April.", "2017-04"),
        ("The minister is due to arrive on Wednesday.", "2016-12-14"),
        ("The talks are set to resume on Tuesday.", "2016-12-13"),
    ],
)
def test_a_sign_of_the_future_puts_the_date_ahead(text: str, value: str) -> None:
    assert only(text).value == value


def test_the_nearest_verb_decides_between_past_and_future() -> None:
    text = "The man, who will be tried in March, was arrested on Tuesday."
    assert [t.value for t in times(text)] == ["2017-03", "2016-12-06"]


@pytest.mark.parametrize(
    "text",
    [
        "They hold 93 percent of the area.",
        "They sent 200 soldiers and 2,000 men.",
        "The 12th regiment and the G20.",
        "Resolution 2254 and Article 5.",
        "Protesters march 3 kilometres.",
        "They may leave.",
        "Theresa May said no.",
        "About 2000 soldiers came.",
        "The fall of the town.",
        "He went second.",
    ],
)
def test_other_numbers_and_words_are_no_times(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "length"),
    [
        ("They held out for 12 hours.", "length", "PT12H"),
        ("They held out for six months.", "duration", "P6M"),
        ("They took ten villages in three days.", "duration", "P3D"),
        ("Sentenced to ten years in jail.", "length", "P10Y"),
        ("A 10-day truce.", "length", "P10D"),
        ("A 46-year-old woman.", "age", None),
        ("A woman aged 46.", "age", None),
        ("They protest every week.", "set", None),
        ("They protest every Tuesday.", "set", None),
        ("They protest twice a week.", "rate", None),
        ("He fled two days before the election.", "relative", None),
        ("He fled the day after the attack.", "relative", None),
        ("They said so recently.", "vague", None),
        ("They fled in recent weeks.", "vague", None),
        ("He was killed during Ramadan.", "vague", None),
        ("So far, nobody came.", "reference", None),
    ],
)
def test_what_tells_no_date_is_told_apart(text: str, kind: str, length: str | None) -> None:
    found = only(text)
    assert (found.kind, found.length, found.value is None or kind == "reference") == (
        kind,
        length,
        True,
    )


def test_a_bounded_length_gives_a_bound_and_no_value() -> None:
    found = only("They fled more than six years ago.")
    assert (found.value, found.latest) == (None, "2010-12-31")


def test_an_edge_keeps_the_value_and_narrows_the_bounds() -> None:
    found = only("Late 2015 was calm.")
    assert (found.value, found.earliest, found.latest) == ("2015", "2015-10-01", "2015-12-31")


@pytest.mark.parametrize(
    "text",
    ["A raid on Tuesday.", "They fled in March.", "They fled last week.", "Shells fell overnight."],
)
def test_without_a_publication_date_nothing_that_needs_one_has_a_value(text: str) -> None:
    found = only(text, None)
    assert (found.value, found.earliest, found.latest) == (None, None, None)


def test_every_form_has_its_arithmetic() -> None:
    assert english().ops <= READINGS.keys()


PIECES = """
since the 3 30 31st May March 2012 199 ago three months years yesterday night of from to until on
Monday Tuesday last next early mid - and between week 2:30 p.m. 25 hours century 19th 90s . ,
evening late overnight past in a"""
WORDS = st.lists(st.sampled_from(sorted(PIECES.split())), max_size=14)


@given(WORDS)
def test_spans_are_ordered_apart_and_their_bounds_agree(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for found in times(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        if found.earliest and found.latest:
            assert found.earliest <= found.latest
