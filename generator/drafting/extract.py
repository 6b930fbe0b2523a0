"""Extraction: an Article in, everything in it that is worth drafting out."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from generator.drafting.date_values import Basis
from generator.drafting.dates import DateMention, find_dates
from generator.drafting.draft import Draft, DraftPerson, DraftQuotation, Notice
from generator.drafting.events import find_events
from generator.drafting.people import Described, describe_people
from generator.drafting.quotations import find_quotations, is_transcript
from generator.model.article import Article, Kind
from generator.model.explainer import PersonType
from generator.text.attributed import Attributed, read_attributed
from generator.text.guess import guess_language
from generator.text.language import (
    DEFAULT,
    Language,
    known_languages,
    primary_subtag,
    read_language,
    read_people_words,
)

_SPELT_ALIKE = 80
_MOST_AKIN = 50
"""People of one name who are compared with each other."""


def extract(article: Article, *, trust_kind: bool = False) -> Draft:
    """Find the quotations, people, dates and events of an article.

    An article in which most paragraphs are turns of a conversation is read as a transcript, and the draft says so.

    Args:
        article: Text and metadata; relative dates resolve against `published`.
        trust_kind: Whether its kind was stated, and is not to be told from its form.

    Returns:
        The draft; every find carries its offsets and its evidence.
    """
    article, notices = _with_language(article)
    if not trust_kind and article.kind is Kind.ARTICLE and is_transcript(article.text, article.language):
        article = replace(article, kind=Kind.TRANSCRIPT)
    language = read_language(article.language)
    attributed = read_attributed(article.text, article.language)
    dates = find_dates(article)
    quotations = find_quotations(article, dates)
    people = _people(article.text, attributed, quotations, language)
    return Draft(
        article=article,
        kind=article.kind,
        language=language.tag,
        quotations=quotations,
        people=people,
        dates=dates,
        events=find_events(article.text, dates, attributed.segments, language),
        notices=(*notices, *_spelt_two_ways(people), *_unresolved(article, dates)),
    )


def _with_language(article: Article) -> tuple[Article, tuple[Notice, ...]]:
    """Tell an article's language: by its metadata, else by a guess, else English and a notice."""
    if primary_subtag(article.language) in known_languages():
        return article, ()
    if article.language:
        message = f"there are no rules for '{article.language}'; the article was read by those of English"
        return replace(article, language=DEFAULT), (Notice(code="unread-language", message=message),)
    guess = guess_language(article.text)
    if guess or not article.text.strip():
        return replace(article, language=guess or DEFAULT), ()
    message = (
        "the article does not show its language, and was read by the rules of English; add `language:` to the source"
    )
    return replace(article, language=DEFAULT), (Notice(code="unknown-language", message=message),)


def _people(
    text: str, attributed: Attributed, quotations: Sequence[DraftQuotation], language: Language
) -> tuple[DraftPerson, ...]:
    described = describe_people(text, attributed, language)
    speakers = dict.fromkeys(q.speaker for q in quotations if q.speaker and q.named)
    people = []
    for name in dict.fromkeys([*speakers, *described]):
        found = described.get(name, [])
        best = max(found, key=lambda d: (bool(d.role) + bool(d.affiliation), bool(d.role)), default=None)
        person = _person(name, best, language, is_person=name in described)
        if name in speakers or (person.role and person.type is PersonType.PERSON):
            people.append(replace(person, speaks=name in speakers))
    return tuple(people)


def _person(name: str, found: Described | None, language: Language, *, is_person: bool) -> DraftPerson:
    if found is None or not found.role:
        kind = PersonType.PERSON if is_person else PersonType.ORGANISATION
        return DraftPerson(name=name, type=kind, reason="the article gives no role")
    words = found.role.lower().split()
    head = words[next((i for i, word in enumerate(words) if i and word in language.linking), len(words)) - 1]
    if head in language.bodies:
        return DraftPerson(name=name, type=PersonType.ORGANISATION, reason=f"“{found.role}”: no person's role")
    expert, reason = _expertise(found, language)
    return DraftPerson(
        name=name,
        role=found.role,
        affiliation=found.affiliation,
        evidence=found.text,
        evidence_span=(found.start, found.end),
        expert=expert,
        reason=reason,
    )


def _expertise(found: Described, language: Language) -> tuple[bool, str]:
    words = read_people_words(language.tag)
    endings = tuple(words.experts) if language.capital_nouns else ()
    role = found.role.lower().replace("-", " ").split()
    known = [word for word in role if word in words.experts or word.endswith(endings)]
    if not known:
        return False, f"“{found.role}”: a part in the matter"
    if partisan := next((word for word in found.role.lower().split() if word in words.partisan), None):
        return False, f"“{partisan} … {known[-1]}”: speaks for one side"
    if found.owned or " ".join(role[-2:]) in words.offices:
        return False, f"“{found.text}”: speaks for one side"
    return True, f"“{known[-1]}”: asked for knowledge"


def _spelt_two_ways(people: Sequence[DraftPerson]) -> tuple[Notice, ...]:
    notices = []
    akin: dict[str, list[DraftPerson]] = {}
    for person in people:
        if person.type is PersonType.PERSON and " " in person.name:
            for word in {person.name.split()[0], person.name.split()[-1]}:
                akin.setdefault(word, []).append(person)
    for group in akin.values():
        for one, other in combinations(group[:_MOST_AKIN], 2):
            if _spelt_alike(one.name, other.name):
                message = f"“{one.name}” and “{other.name}” may be one person, spelt two ways"
                notices.append(Notice(code="spelt-two-ways", message=message, start=other.evidence_span[0]))
    return tuple(notices)


def _spelt_alike(one: str, other: str) -> bool:
    first, second = one.split(), other.split()
    if (first[0] != second[0]) is (first[-1] != second[-1]):
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - few articles have names so alike

    return fuzz.ratio(one, other) >= _SPELT_ALIKE


def _unresolved(article: Article, dates: Sequence[DateMention]) -> tuple[Notice, ...]:
    missing = [mention for mention in dates if mention.basis is Basis.NOTHING]
    if article.published is not None or not missing:
        return ()
    listed = ", ".join(dict.fromkeys(f"“{mention.text}”" for mention in missing[:5]))
    message = f"without the day of publication nobody can say when {listed} is; add `published:` to the source"
    return (Notice(code="unresolved-dates", message=message, start=missing[0].start),)
