"""Points: what each level of each feature is worth, by group of facts.

Points are natural logarithms of odds: above 0 they speak for one fact, below 0 against.  A level
that is not named is worth nothing.  They were set by the counts of levels among pairs of the
stories of the accuracy gate that are one fact and that are not, smoothed by hand where the counts
are small.
"""

from __future__ import annotations

from collections.abc import Mapping

VETO = -50.0
"""Points that rule out by themselves that two facts are one."""

Levels = Mapping[str, float]

_TIME: Levels = {
    "same_day": 3.0,
    "same_day_near": 1.8,
    "overlap": 1.3,
    "may_overlap": -0.3,
    "wide_overlap": -0.5,
    "next_day": -2.5,
    "next_day_near": -1.0,
    "days_apart": -4.2,
    "days_apart_near": -2.2,
    "before": -1.5,
    "far": VETO,
    "far_near": -2.2,
    "far_assumed": -1.8,
}
_PUBLISHED: Levels = {"same_day": 0.9, "next_day": 0.3, "days": -0.9, "week": -0.6, "far": -1.7}
_PLACE: Levels = {
    "same": 1.5,
    "same_near": 0.6,
    "close": -1.5,
    "within": -0.4,
    "land": -0.3,
    "apart": -3.5,
    "apart_near": -0.4,
    "foreign": VETO,
    "foreign_near": -1.5,
}
_SITE: Levels = {
    "same": 1.7,
    "same_near": 0.8,
    "open": -0.7,
    "differs": -5.5,
    "differs_near": -1.8,
}
_NAMES: Levels = {"all": 1.2, "some": 0.3, "open": -0.2, "none": -1.3}
_NUMBERS: Levels = {"all": 1.8, "some": 0.4, "none": -0.3}
_WORDS: Levels = {"few": -0.2, "some": 0.2, "many": 0.3, "most": 0.6, "nearly_all": 2.5}
_TEXT: Levels = {"copied": 3.0, "title_and_lead": 2.2, "one_article": 0.3, "one_sentence": -5.0}

BASE: Mapping[str, float] = {
    "deed": -0.4,
    "word": -2.0,
    "toll": -0.3,
    "control": -0.5,
    "state": -1.0,
    "statement": -2.5,
}
"""Where facts of a group stand before anything is compared."""

POINTS: Mapping[str, Mapping[str, Levels]] = {
    "deed": {
        "mode": {"same": 0.3},
        "time": _TIME,
        "published": _PUBLISHED,
        "place": _PLACE,
        "site": _SITE,
        "actor": {"same": 0.9, "alike": -0.2, "differs": -1.2},
        "other": {"same": 1.2, "alike": 0.4, "differs": -0.6},
        "count": {"same": 1.0, "far": -0.5},
        "names": _NAMES,
        "numbers": _NUMBERS,
        "words": _WORDS,
        "trigger": {"same": 0.3},
        "text": _TEXT,
    },
    "toll": {
        "time": _TIME,
        "published": _PUBLISHED,
        "place": _PLACE,
        "site": _SITE,
        "actor": {"same": 0.8, "differs": -0.4},
        "other": {"same": 0.3, "alike": 0.2, "differs": -0.8},
        "count": {"same": 1.9, "overlap": 2.2, "close": 0.5, "differs": -1.2, "far": -2.2},
        "names": _NAMES,
        "numbers": _NUMBERS,
        "words": _WORDS,
        "text": _TEXT,
    },
    "control": {
        "time": _TIME,
        "published": _PUBLISHED,
        "place": {**_PLACE, "same": 2.2, "apart": -4.5},
        "actor": {"same": 1.5, "open": -0.2, "alike": 0.5, "differs": -5.0},
        "other": {"same": 1.0, "alike": 0.3, "differs": -2.0},
        "crossed": {"crossed": -4.0},
        "names": _NAMES,
        "numbers": _NUMBERS,
        "words": _WORDS,
        "trigger": {"same": 0.8},
        "text": _TEXT,
    },
    "state": {
        "time": {"same_day": 1.0, "overlap": 0.7, "may_overlap": 0.5, "far": -0.7},
        "published": {"same_day": 0.5, "next_day": 0.4, "far": -1.0},
        "place": {**_PLACE, "apart": -5.0},
        "actor": {"same": 2.0, "alike": 0.5, "differs": -5.0},
        "other": {"same": 1.5, "alike": 0.3, "differs": -3.0},
        "crossed": {"crossed": -3.0},
        "count": {"same": 1.5, "overlap": 0.7, "differs": -1.0, "far": -2.0},
        "names": _NAMES,
        "numbers": _NUMBERS,
        "words": _WORDS,
        "trigger": {"same": 0.4},
        "text": _TEXT,
    },
    "word": {
        "mode": {"same": 0.7, "differs": -1.5},
        "time": {**_TIME, "same_day": 1.0, "same_day_near": 0.8, "may_overlap": 0.0},
        "published": {"same_day": 1.0, "days": -1.0, "week": -2.0, "far": -4.0},
        "place": {"same": 1.0, "same_near": 0.3, "apart": -2.0, "apart_near": -0.5},
        "actor": {"same": 1.8, "differs": -4.0},
        "other": {"same": 1.0, "alike": 0.2, "differs": -1.5},
        "crossed": {"crossed": -2.0},
        "names": _NAMES,
        "numbers": _NUMBERS,
        "words": _WORDS,
        "said": {"nearly_all": 2.5, "most": 1.5, "many": 0.3, "some": -0.5, "few": -1.5},
        "trigger": {"same": 0.8, "differs": -0.2},
        "text": {**_TEXT, "one_sentence": -2.5},
    },
    "statement": {
        "published": {
            "same_day": 0.7,
            "next_day": -0.5,
            "days": -2.1,
            "week": -4.0,
            "far": -6.0,
        },
        "actor": {"same": 0.8, "differs": -3.5},
        "other": {"differs": -1.0},
        "said": {"nearly_all": 4.2, "most": 1.5, "many": -0.4, "some": -1.1, "few": -2.0},
        "names": {"all": 0.3, "some": 0.6, "none": -1.1},
        "numbers": {"all": 1.0, "some": 0.2},
        "words": {"few": -0.8, "many": 0.5, "most": 0.5, "nearly_all": 0.8},
        "trigger": {"same": 0.3},
        "text": {"copied": 2.0, "title_and_lead": 0.6, "one_sentence": -3.5},
    },
}
